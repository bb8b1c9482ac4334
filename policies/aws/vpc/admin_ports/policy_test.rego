package hipaactl.aws.vpc.admin_ports_test

import data.hipaactl.aws.vpc.admin_ports as policy

params := {"admin_ports": ["22", "3389", "20-21", "23", "5985-5986"]}

open := "0.0.0.0/0"

denied(values) := denials if {
	denials := policy.deny with input as values with data.params as params
}

group(rules) := {"_": {"type": "aws_security_group"}, "ingress": rules}

inline(protocol, from, to, cidrs) := {"protocol": protocol, "from_port": from, "to_port": to, "cidr_blocks": cidrs}

rule(type, values) := object.union(values, {"_": {"type": "aws_security_group_rule"}, "type": type})

test_ssh_open_to_the_internet if {
	denied(group([inline("tcp", 443, 443, [open]), inline("tcp", 22, 22, ["10.0.0.0/8", open])])) == {{
		"message": "port 22 is open to the internet",
		"paths": ["ingress[1].cidr_blocks[1]", "ingress[1].protocol", "ingress[1].from_port", "ingress[1].to_port"],
	}}
}

test_no_rules if {
	denied(group([])) == set()
	denied({"_": {"type": "aws_security_group"}}) == set()
}

test_default_group if {
	count(denied(object.union(group([inline("tcp", 3389, 3389, [open])]), {"_": {"type": "aws_default_security_group"}}))) == 1
}

test_ranges_that_hold_an_admin_port if {
	every range in [[0, 65535], [22, 22], [20, 25], [5986, 6000], [0, 22]] {
		count(denied(group([inline("tcp", range[0], range[1], [open])]))) == 1
	}
	every range in [[24, 3388], [443, 443], [0, 19]] {
		denied(group([inline("tcp", range[0], range[1], [open])])) == set()
	}
}

test_message_names_every_admin_port if {
	messages := {d.message | some d in denied(group([inline("tcp", 21, 23, [open])]))}
	messages == {"port 22, 20-21, 23 is open to the internet"}
}

test_protocols if {
	count(denied(group([inline("udp", 3389, 3389, [open])]))) == 1
	denied(group([inline("icmp", -1, -1, [open])])) == set()
	denied(group([inline("50", 0, 65535, [open])])) == set()
}

test_all_protocols_rest_on_the_protocol if {
	paths := {d.paths | some d in denied(group([inline("-1", 0, 0, [open])]))}
	paths == {["ingress[0].cidr_blocks[0]", "ingress[0].protocol"]}
}

test_ranges_of_the_internet if {
	every cidr in ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "64.0.0.0/2"] {
		count(denied(group([inline("tcp", 22, 22, [cidr])]))) == 1
	}
	every cidr in ["::/0", "0::/0", "0:0:0:0:0:0:0:0/0", "8000::/1", "2000::/3"] {
		count(denied(group([{"protocol": "tcp", "from_port": 22, "to_port": 22, "ipv6_cidr_blocks": [cidr]}]))) == 1
	}
	every cidr in ["10.0.0.0/8", "203.0.113.0/24", "2001:db8::/32", "fc00::/7", "fe80::/10", "2600::/12", "", null] {
		denied(group([inline("tcp", 22, 22, [cidr])])) == set()
		denied(group([{"protocol": "tcp", "from_port": 22, "to_port": 22, "ipv6_cidr_blocks": [cidr]}])) == set()
	}
}

test_rule_resource if {
	values := inline("tcp", 22, 22, [open])
	paths := {d.paths | some d in denied(rule("ingress", values))}
	paths == {["cidr_blocks[0]", "protocol", "from_port", "to_port", "type"]}
	denied(rule("egress", values)) == set()
	count(policy.not_applicable) == 1 with input as rule("egress", values) with data.params as params
	count(policy.not_applicable) == 0 with input as rule("ingress", values) with data.params as params
}

test_ingress_rule_resource if {
	by_type := {"_": {"type": "aws_vpc_security_group_ingress_rule"}}
	ssh := {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}
	count(denied(object.union_n([by_type, ssh, {"cidr_ipv4": open}]))) == 1
	count(denied(object.union_n([by_type, {"ip_protocol": "-1", "cidr_ipv6": "::/0"}]))) == 1
	denied(object.union_n([by_type, ssh, {"cidr_ipv4": "10.0.0.0/8"}])) == set()
	denied(object.union(by_type, ssh)) == set()
}

test_unseen_rules_are_no_error if {
	count(denied(group([null, inline("tcp", 22, 22, [null, open])]))) == 1
}

test_missing_ports_limit_nothing if {
	count(denied(group([{"protocol": "tcp", "cidr_blocks": [open]}]))) == 1
	denied(group([{"protocol": "tcp", "to_port": 19, "cidr_blocks": [open]}])) == set()
	denied(group([{"protocol": "tcp", "from_port": 5987, "cidr_blocks": [open]}])) == set()
}

test_ports_by_parameter if {
	opened := group([inline("tcp", 5900, 5900, [open])])
	denied(opened) == set()
	count(policy.deny) == 1 with input as opened with data.params as {"admin_ports": ["5900-5999"]}
}
