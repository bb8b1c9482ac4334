# METADATA
# title: Network ACLs keep the internet from admin ports
# description: >-
#   A network ACL is the wall behind the security groups: what it denies, no group opens by mistake. The rule with the lowest
#   number decides, so that an allowed port is closed where a rule before it denies it to the same addresses. Ports that are
#   opened for return traffic, 1024 to 65535, are those of RDP as well: deny 3389 before them.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule
# custom:
#   id: HIPAA-VPC-005
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_network_acl: &acl
#       ingress: [{rule_no: number, action: string, protocol: string, from_port: number, to_port: number, cidr_block: string, ipv6_cidr_block: string}]
#     aws_default_network_acl: *acl
#     aws_network_acl_rule: &rule
#       rule_number: number
#       rule_action: string
#       egress: bool
#       protocol: string
#       from_port: number
#       to_port: number
#       cidr_block: string
#       ipv6_cidr_block: string
#   related:
#     others: {type: aws_network_acl_rule, on: network_acl_id = network_acl_id, more: helps, attributes: *rule}
#   params:
#     admin_ports: {type: [string], default: ["22", "3389"], stricter: more, source: SSH and RDP in the IANA service name and port number registry}
#   assertions:
#     custom_acl: {title: A network ACL lets the internet reach no admin port}
#     default_acl: {title: The default network ACL lets the internet reach no admin port, severity: low}
#   remediation: Deny 22 and 3389 before other rules, and allow only the ports that are served, from the addresses that need them.
package hipaactl.aws.vpc.network_acl

import data.hipaactl.lib.ingress

assertion := "default_acl" if {
	input._.type == "aws_default_network_acl"
} else := "custom_acl"

standalone if input._.type == "aws_network_acl_rule"

inline := {"number": "rule_no", "action": "action"}

own := {"number": "rule_number", "action": "rule_action"}

# The judged rules, and the denials among all that stand in the same ACL.
judged contains rule(block, sprintf("ingress[%d].", [i]), inline) if some i, block in blocks

blocks[i] := block if {
	some i, block in input.ingress
	block != null # it is not known
}

judged contains rule(input, "", own) if {
	standalone
	not input.egress
}

denials contains other if {
	some other in judged
	other.action == "deny"
}

denials contains other if {
	standalone
	some i, values in input._.others
	not values.egress
	other := rule(values, sprintf("_.others[%d].", [i]), own)
	other.action == "deny"
}

rule(values, at, names) := {
	"at": at,
	"names": names,
	"values": values,
	"number": object.get(values, names.number, null),
	"action": lower(object.get(values, names.action, "")),
	"protocol": protocol(object.get(values, "protocol", "")),
	"from": object.get(values, "from_port", 0),
	"to": object.get(values, "to_port", 65535),
}

protocol(text) := object.get({"6": "tcp", "17": "udp", "all": "-1"}, lower(text), lower(text))

# reached are the ports that a rule opens. The ports of a rule on all protocols mean nothing.
reached(rule) := {"from": 0, "to": 65535} if {
	rule.protocol == "-1"
} else := {"from": rule.from, "to": rule.to} if {
	rule.protocol in {"tcp", "udp"}
}

# wanted are the ranges that must not be open: every port at once, or single admin ports.
wanted(opening) := {"every port": opening} if {
	ingress.whole(opening)
} else := {sprintf("port %s", [port]): ingress.interval(port) | some port in ingress.touched(opening, data.params.admin_ports)}

deny contains {"assertion": assertion, "paths": paths, "message": sprintf("%s is open to the internet", [what])} if {
	some allowed in judged
	allowed.action == "allow"
	some family in ["cidr_block", "ipv6_cidr_block"]
	ingress.internet(allowed.values[family])
	some what, range in wanted(reached(allowed))
	not denied_before(allowed, family, range)
	paths := array.concat(array.concat([sprintf("%s%s", [allowed.at, family])], rests_on(allowed)), array.concat(list, [path |
		some denial in denials
		some path in passed_over(denial, allowed)
	]))
}

rests_on(allowed) := [concat("", [allowed.at, name]) | some name in array.concat(
	[allowed.names.action, "protocol", "from_port", "to_port"],
	[name | some name in ["egress"]; standalone],
)]

# list is which rules there are and which of them deny.
list := ["_.others[*].rule_action"] if {
	standalone
} else := ["ingress[*].action"]

# passed_over is what shows that a denial does not close what is allowed.
passed_over(denial, allowed) := [sprintf("%s%s", [r.at, r.names.number]) | some r in [denial, allowed]] if {
	denial.number > allowed.number
} else := array.concat(
	[sprintf("%s%s", [allowed.at, allowed.names.number])],
	[sprintf("%s%s", [denial.at, name]) |
		some name in [denial.names.number, "protocol", "from_port", "to_port", "cidr_block", "ipv6_cidr_block"]
	],
)

denied_before(allowed, family, range) if {
	some denial in denials
	denial.number < allowed.number
	denial.protocol in {"-1", allowed.protocol}
	ports := reached(denial)
	ports.from <= range.from
	ports.to >= range.to
	includes(denial.values[family], allowed.values[family])
}

includes(cidr, other) if cidr == other

includes(cidr, _) if endswith(cidr, "/0")

not_applicable contains {"assertion": other, "paths": ["_.type"], "message": "it is about other network ACLs"} if {
	some other in {"custom_acl", "default_acl"} - {assertion}
}

not_applicable contains {"assertion": assertion, "paths": ["egress"], "message": "the rule lets traffic out"} if input.egress
