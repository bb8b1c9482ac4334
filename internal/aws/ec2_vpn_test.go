package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The emulator says nothing of the tunnels of a connection, and has no Client VPN.
func TestVpnConnections(t *testing.T) {
	tunnel := func(status string) string { return "<item><status>" + status + "</status></item>" }
	set := (&fake{answers: answers{"DescribeVpnConnections": "<vpnConnectionSet>" +
		"<item><vpnConnectionId>vpn-1</vpnConnectionId><state>available</state><vgwTelemetry>" + tunnel("UP") + tunnel("DOWN") + "</vgwTelemetry></item>" +
		"<item><vpnConnectionId>vpn-2</vpnConnectionId><state>pending</state></item>" +
		"<item><vpnConnectionId>vpn-gone</vpnConnectionId><state>deleted</state></item></vpnConnectionSet>"}}).audit(t, []string{"aws_vpn_connection"})
	one := func(status string) map[string]any {
		return map[string]any{"status": status, "outside_ip_address": nil, "status_message": nil}
	}
	holds(t, set.one(t, "aws_vpn_connection", "vpn-1"), map[string]any{"id": "vpn-1", "vgw_telemetry": []any{one("UP"), one("DOWN")}})
	holds(t, set.one(t, "aws_vpn_connection", "vpn-2"), map[string]any{"vgw_telemetry": "unknown: ec2:DescribeVpnConnections"})
	if diff := cmp.Diff([]string{"vpn-1", "vpn-2"}, set.names("aws_vpn_connection")); diff != "" {
		t.Error(diff)
	}
}

func TestClientVpn(t *testing.T) {
	endpoint := func(id, state, rest string) string {
		return "<item><clientVpnEndpointId>" + id + "</clientVpnEndpointId><status><code>" + state + "</code></status>" + rest + "</item>"
	}
	logs := "<connectionLogOptions><Enabled>true</Enabled><CloudwatchLogGroup>vpn</CloudwatchLogGroup></connectionLogOptions>"
	says := answers{
		"DescribeClientVpnEndpoints": "<clientVpnEndpoint>" + endpoint("cvpn-1", "available", logs) + endpoint("cvpn-2", "pending-associate", "") + endpoint("cvpn-gone", "deleted", logs) + "</clientVpnEndpoint>",
		"DescribeClientVpnAuthorizationRules": func(in ask) string {
			switch {
			case in.Get("ClientVpnEndpointId") != "cvpn-1":
				return "error InvalidClientVpnEndpointId.NotFound"
			case in.Get("NextToken") == "":
				return "<authorizationRule><item><destinationCidr>0.0.0.0/0</destinationCidr><accessAll>true</accessAll></item></authorizationRule><nextToken>2</nextToken>"
			}
			return "<authorizationRule><item><destinationCidr>10.0.0.0/16</destinationCidr><groupId>clinic</groupId><accessAll>false</accessAll></item></authorizationRule>"
		},
	}
	types := []string{"aws_ec2_client_vpn_endpoint", "aws_ec2_client_vpn_authorization_rule"}
	set := (&fake{answers: says}).audit(t, types)
	holds(t, set.one(t, types[0], "cvpn-1"), map[string]any{
		"id": "cvpn-1", "connection_log_options": []any{map[string]any{"enabled": true, "cloudwatch_log_group": "vpn", "cloudwatch_log_stream": nil}},
	})
	holds(t, set.one(t, types[0], "cvpn-2"), map[string]any{"connection_log_options": "unknown: ec2:DescribeClientVpnEndpoints"})
	holds(t, set.one(t, types[1], "cvpn-1,0.0.0.0/0"), map[string]any{"client_vpn_endpoint_id": "cvpn-1", "target_network_cidr": "0.0.0.0/0", "authorize_all_groups": true, "access_group_id": nil})
	holds(t, set.one(t, types[1], "cvpn-1,10.0.0.0/16,clinic"), map[string]any{"target_network_cidr": "10.0.0.0/16", "authorize_all_groups": false, "access_group_id": "clinic"})
	if diff := cmp.Diff([]string{"cvpn-1", "cvpn-2"}, set.names(types[0])); diff != "" {
		t.Error(diff)
	}
	if gaps := set.gaps(); len(gaps) > 0 {
		t.Errorf("what is not found was lost: %v", gaps)
	}

	says["DescribeClientVpnAuthorizationRules"] = "error UnauthorizedOperation"
	if diff := cmp.Diff(2, len((&fake{answers: says}).audit(t, types[1:]).Gaps)); diff != "" {
		t.Error(diff)
	}
}
