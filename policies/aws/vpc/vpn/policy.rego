# METADATA
# title: VPN tunnels are up, and clients reach what they need alone
# description: >-
#   A Site-to-Site VPN connection has two tunnels, so that one may fail: with one down the next failure cuts the site off. A Client VPN
#   that lets everybody into every network makes one stolen device enough, and without a log of connections nobody knows who came in.
#   Whether tunnels are up is seen in an account alone.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_authorization_rule
# custom:
#   id: HIPAA-VPC-009
#   severity: medium
#   citations: ["164.312(e)(1)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   resources:
#     aws_vpn_connection: {vgw_telemetry: [{status: string}]}
#     aws_ec2_client_vpn_authorization_rule: {authorize_all_groups: bool, target_network_cidr: string}
#     aws_ec2_client_vpn_endpoint: {connection_log_options: [{enabled: bool}]}
#   assertions:
#     tunnels: {title: Both tunnels of a VPN connection are up, reads: [vgw_telemetry]}
#     narrow: {title: A Client VPN does not let everybody into every network, reads: [authorize_all_groups, target_network_cidr]}
#     logged: {title: Connections to a Client VPN are logged, reads: [connection_log_options]}
#   remediation: >-
#     Restore the tunnel that is down. Let each group into the networks that it needs with access_group_id, and log connections with
#     connection_log_options.
package hipaactl.aws.vpc.vpn

import data.hipaactl.lib.ingress

type := input._.type

# about are the types that an assertion is about.
about := {
	"tunnels": "aws_vpn_connection",
	"narrow": "aws_ec2_client_vpn_authorization_rule",
	"logged": "aws_ec2_client_vpn_endpoint",
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "it is about another part of a VPN"} if {
	some assertion, judged in about
	type != judged
}

live if input._.source == "live"

not_applicable contains {"assertion": "tunnels", "paths": ["_.source"], "message": "only an account shows whether tunnels are up"} if {
	type == about.tunnels
	not live
}

up := [i | some i, tunnel in input.vgw_telemetry; tunnel.status == "UP"]

deny contains {"assertion": "tunnels", "paths": ["vgw_telemetry"], "message": sprintf("%d of its 2 tunnels are up", [count(up)])} if {
	type == about.tunnels
	live
	count(up) < 2
}

deny contains {
	"assertion": "narrow",
	"paths": ["authorize_all_groups", "target_network_cidr"],
	"message": "everybody who connects reaches every network",
} if {
	type == about.narrow
	input.authorize_all_groups
	ingress.internet(input.target_network_cidr)
}

deny contains {"assertion": "logged", "paths": ["connection_log_options"], "message": "connections are not logged"} if {
	type == about.logged
	not logged
}

logged if input.connection_log_options[_].enabled
