# What security groups let in from the internet: inline rules of aws_security_group and
# aws_default_security_group, aws_security_group_rule and aws_vpc_security_group_ingress_rule, each
# judged where it stands. A policy that uses this declares of these types:
#
#   ingress: [{protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}]
#   {type: string, protocol: string, from_port: number, to_port: number, cidr_blocks: [string], ipv6_cidr_blocks: [string]}
#   {ip_protocol: string, from_port: number, to_port: number, cidr_ipv4: string, cidr_ipv6: string}
package hipaactl.lib.ingress

# openings are the port ranges that anyone on the internet reaches, with the paths that say so.
openings contains {"from": ports.from, "to": ports.to, "paths": paths} if {
	some rule in rules
	ports := reached(rule)
	some source in sources(rule)
	paths := array.concat([source], array.concat(ports.paths, rule.rests_on)) # a report points at the first
}

# outbound holds for a rule that lets traffic out.
outbound if input.type == "egress"

rules contains {"values": block, "at": sprintf("ingress[%d].", [i]), "protocol": "protocol", "rests_on": []} if {
	some i, block in input.ingress
}

rules contains {"values": input, "at": "", "protocol": "protocol", "rests_on": ["type"]} if input.type == "ingress"

rules contains {"values": input, "at": "", "protocol": "ip_protocol", "rests_on": []} if input.ip_protocol

# reached are the ports of a rule. Other protocols than TCP and UDP have none, and -1 is all of them. AWS refuses
# TCP and UDP without ports; where they are missing nothing is limited.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
reached(rule) := {"from": 0, "to": 65535, "paths": [path]} if {
	rule.values[rule.protocol] == "-1"
	path := concat("", [rule.at, rule.protocol])
}

reached(rule) := {"from": from, "to": to, "paths": paths} if {
	rule.values[rule.protocol] in {"tcp", "udp"}
	from := object.get(rule.values, "from_port", 0)
	to := object.get(rule.values, "to_port", 65535)
	paths := [concat("", [rule.at, name]) | some name in [rule.protocol, "from_port", "to_port"]]
}

# sources are the paths of the ranges of a rule that stand for the internet.
sources(rule) := {sprintf("%s%s[%d]", [rule.at, field, i]) |
	some field in {"cidr_blocks", "ipv6_cidr_blocks"}
	some i, cidr in rule.values[field]
	internet(cidr)
} | {concat("", [rule.at, field]) |
	some field in {"cidr_ipv4", "cidr_ipv6"}
	internet(rule.values[field])
}

# internet holds for 0.0.0.0/0, ::/0 and every other range that is larger than anyone was ever given, so that
# 0.0.0.0/1 and 128.0.0.0/1 count as well. The registries hand out blocks of /8 and /12 at most; ranges
# in f000::/4 are not on the internet.
# https://www.iana.org/assignments/ipv4-address-space
# https://www.iana.org/assignments/ipv6-unicast-address-assignments
internet(cidr) if {
	is_string(cidr)
	regex.match(`^[0-9.]+/[0-7]$`, cidr)
}

internet(cidr) if {
	is_string(cidr)
	regex.match(`^(?i:[0-9a-e][0-9a-f]*)?:[0-9a-fA-F:.]*/([0-9]|1[01])$`, cidr)
}

# interval reads a port or a range of ports from a parameter: "22", "5985-5986".
interval(text) := {"from": to_number(ends[0]), "to": to_number(ends[count(ends) - 1])} if ends := split(text, "-")

# touched are the members of a list of ports and ranges that an opening lets in, in the list's order.
touched(opening, ports) := [port |
	some port in ports
	range := interval(port)
	range.from <= opening.to
	opening.from <= range.to
]

# whole holds for an opening of every port.
whole(opening) if {
	opening.from <= 1
	opening.to >= 65535
}

# inside holds for an opening that lies within a member of a list of ports and ranges.
inside(opening, ports) if {
	some port in ports
	range := interval(port)
	range.from <= opening.from
	opening.to <= range.to
}
