package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// An endpoint that is not found was deleted since it was listed.
var (
	describeVpnConnections   = operation{service: "ec2", name: "DescribeVpnConnections"}
	describeClientVpns       = operation{service: "ec2", name: "DescribeClientVpnEndpoints"}
	describeClientVpnPermits = operation{service: "ec2", name: "DescribeClientVpnAuthorizationRules", absent: []string{"InvalidClientVpnEndpointId.NotFound"}}
)

// readVpnConnections reads the connections with how their tunnels are. One that was deleted stays
// in the listing for a while.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html
func readVpnConnections(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, describeVpnConnections, "", p.ec2().DescribeVpnConnections, &ec2.DescribeVpnConnectionsInput{})
	if p.lost(describeVpnConnections, "", err) || err != nil {
		return
	}
	for _, c := range out.VpnConnections {
		if c.State == types.VpnStateDeleted || c.State == types.VpnStateDeleting {
			continue
		}
		tunnels := []attrs{}
		for _, t := range c.VgwTelemetry {
			tunnels = append(tunnels, attrs{"status": t.Status, "outside_ip_address": optional(t.OutsideIpAddress), "status_message": optional(t.StatusMessage)})
		}
		p.emit(p.ec2Item(r, "aws_vpn_connection", c.VpnConnectionId, p.arn("ec2", "vpn-connection/"+or(c.VpnConnectionId, "")), c.Tags, attrs{
			"customer_gateway_id": optional(c.CustomerGatewayId), "vpn_gateway_id": optional(c.VpnGatewayId), "transit_gateway_id": optional(c.TransitGatewayId),
			"type": c.Type, "vgw_telemetry": always(c.VgwTelemetry, tunnels),
		}))
	}
}

// clientVpns lists the endpoints for clients that are not being deleted.
func clientVpns(ctx context.Context, p *place) []found[types.ClientVpnEndpoint] {
	pages := ec2.NewDescribeClientVpnEndpointsPaginator(p.ec2(), &ec2.DescribeClientVpnEndpointsInput{MaxResults: sdk.Int32(1000)})
	all, err := everything(ctx, p, describeClientVpns, pages, func(page *ec2.DescribeClientVpnEndpointsOutput) []types.ClientVpnEndpoint {
		return page.ClientVpnEndpoints
	})
	p.lost(describeClientVpns, "", err)
	var out []found[types.ClientVpnEndpoint]
	for _, f := range all {
		if s := f.one.Status; s == nil || s.Code != types.ClientVpnEndpointStatusCodeDeleted && s.Code != types.ClientVpnEndpointStatusCodeDeleting {
			out = append(out, f)
		}
	}
	return out
}

func readClientVpns(ctx context.Context, p *place) {
	for _, f := range clientVpns(ctx, p) {
		e := f.one
		logs := missing()
		if o := e.ConnectionLogOptions; o != nil {
			logs = []attrs{{"enabled": o.Enabled, "cloudwatch_log_group": optional(o.CloudwatchLogGroup), "cloudwatch_log_stream": optional(o.CloudwatchLogStream)}}
		}
		p.emit(p.ec2Item(f.read, "aws_ec2_client_vpn_endpoint", e.ClientVpnEndpointId, p.arn("ec2", "client-vpn-endpoint/"+or(e.ClientVpnEndpointId, "")), e.Tags, attrs{
			"client_cidr_block": optional(e.ClientCidrBlock), "split_tunnel": optional(e.SplitTunnel), "vpc_id": optional(e.VpcId),
			"server_certificate_arn": optional(e.ServerCertificateArn), "connection_log_options": logs,
		}))
	}
}

// readClientVpnPermits reads whom endpoints let into which networks.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizationRule.html
func readClientVpnPermits(ctx context.Context, p *place) {
	fewAtATime(ctx, clientVpns(ctx, p), func(ctx context.Context, f found[types.ClientVpnEndpoint]) {
		endpoint := or(f.one.ClientVpnEndpointId, "")
		pages := ec2.NewDescribeClientVpnAuthorizationRulesPaginator(p.ec2(), &ec2.DescribeClientVpnAuthorizationRulesInput{ClientVpnEndpointId: &endpoint, MaxResults: sdk.Int32(1000)})
		err := listPages(ctx, p, describeClientVpnPermits, endpoint, pages, func(page *ec2.DescribeClientVpnAuthorizationRulesOutput, r read) {
			for _, a := range page.AuthorizationRules {
				name := endpoint + "," + or(a.DestinationCidr, "")
				if group := or(a.GroupId, ""); group != "" {
					name += "," + group
				}
				p.emit(item{typ: "aws_ec2_client_vpn_authorization_rule", name: name, read: r, attrs: attrs{
					"id": name, "client_vpn_endpoint_id": endpoint, "target_network_cidr": a.DestinationCidr, "access_group_id": optional(a.GroupId),
					"authorize_all_groups": a.AccessAll, "description": optional(a.Description), "region": p.region,
				}})
			}
		})
		p.lost(describeClientVpnPermits, endpoint, err)
	})
}
