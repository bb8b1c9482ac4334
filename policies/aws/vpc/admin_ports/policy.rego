# METADATA
# title: Admin ports are closed to the internet
# description: >-
#   SSH, RDP, telnet, FTP and WinRM that anyone can reach are tried within minutes of being opened. Sources that are
#   security groups or prefix lists are not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
# custom:
#   id: HIPAA-VPC-002
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   nprm: ["164.312(c)"]
#   resources:
#     aws_security_group: &group
#       ingress: [{protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}]
#     aws_default_security_group: *group
#     aws_security_group_rule: {type: string, protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}
#     aws_vpc_security_group_ingress_rule: {ip_protocol: string, from_port: number, to_port: number, cidr_ipv4: string, cidr_ipv6: string}
#   params:
#     admin_ports:
#       type: [string]
#       default: ["22", "3389", "20-21", "23", "5985-5986"]
#       stricter: more
#       source: SSH, RDP, FTP, telnet and WinRM in the IANA service name and port number registry
#   remediation: Reach machines through Session Manager, or allow the port from the range of a VPN only.
package hipaactl.aws.vpc.admin_ports

import data.hipaactl.lib.ingress

deny contains {"paths": opening.paths, "message": sprintf("port %s is open to the internet", [concat(", ", ports)])} if {
	some opening in ingress.openings
	ports := ingress.touched(opening, data.params.admin_ports)
	count(ports) > 0
}

not_applicable contains {"paths": ["type"], "message": "the rule lets traffic out"} if ingress.outbound
