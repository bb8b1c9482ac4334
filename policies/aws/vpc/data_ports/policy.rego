# METADATA
# title: Data-store ports are closed to the internet
# description: >-
#   A database, cache or search service that anyone can reach is one weak password away from disclosure; a rule for every
#   port opens whatever is started next. Sources that are security groups or prefix lists are not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
# custom:
#   id: HIPAA-VPC-003
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(e)(1)"]
#   nprm: ["164.312(c)"]
#   resources:
#     aws_security_group: &group
#       ingress: [{protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}]
#     aws_default_security_group: *group
#     aws_security_group_rule: {type: string, protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}
#     aws_vpc_security_group_ingress_rule: {ip_protocol: string, from_port: number, to_port: number, cidr_ipv4: string, cidr_ipv6: string}
#   params:
#     data_ports:
#       type: [string]
#       default: ["1433", "1521", "3306", "5432", "5439", "6379", "8182", "9142", "9200", "9300", "11211", "27017"]
#       stricter: more
#       source: default ports of the engines of Amazon RDS, Redshift, ElastiCache, Neptune, Keyspaces, OpenSearch and DocumentDB
#     authorised_ports: {type: [string], default: ["80", "443"], stricter: fewer, source: HTTP and HTTPS}
#   assertions:
#     data_ports: {title: Neither every port nor one of a data store is open to the internet}
#     authorised_ports: {title: Only authorised ports are open to the internet, severity: info}
#   remediation: Allow the port from the security group of the application instead of from CIDR ranges.
package hipaactl.aws.vpc.data_ports

import data.hipaactl.lib.ingress

deny contains {"assertion": "data_ports", "paths": opening.paths, "message": "every port is open to the internet"} if {
	some opening in ingress.openings
	ingress.whole(opening)
}

deny contains {"assertion": "data_ports", "paths": opening.paths, "message": message} if {
	some opening in ingress.openings
	not ingress.whole(opening)
	ports := ingress.touched(opening, data.params.data_ports)
	count(ports) > 0
	message := sprintf("port %s is open to the internet", [concat(", ", ports)])
}

deny contains {"assertion": "authorised_ports", "paths": opening.paths, "message": message} if {
	some opening in ingress.openings
	not ingress.inside(opening, data.params.authorised_ports)
	message := sprintf("ports other than %s are open to the internet", [concat(", ", data.params.authorised_ports)])
}

not_applicable contains {"paths": ["type"], "message": "the rule lets traffic out"} if ingress.outbound
