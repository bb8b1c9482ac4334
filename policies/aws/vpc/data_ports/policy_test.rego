package hipaactl.aws.vpc.data_ports_test

import data.hipaactl.aws.vpc.data_ports as policy

params := {"data_ports": ["3306", "5432", "9200"], "authorised_ports": ["80", "443"]}

denied(rules) := messages if {
	group := {"_": {"type": "aws_security_group"}, "ingress": rules}
	messages := {d.assertion: d.message | some d in policy.deny} with input as group with data.params as params
}

inline(protocol, from, to, cidr) := {"protocol": protocol, "from_port": from, "to_port": to, "cidr_blocks": [cidr]}

outside := {"authorised_ports": "ports other than 80, 443 are open to the internet"}

test_authorised_ports if denied([inline("tcp", 80, 80, "0.0.0.0/0"), inline("tcp", 443, 443, "0.0.0.0/0")]) == {}

test_other_port_is_a_warning if {
	denied([inline("tcp", 8443, 8443, "0.0.0.0/0")]) == outside
	denied([inline("udp", 80, 443, "0.0.0.0/0")]) == outside
}

test_data_port if {
	denied([inline("tcp", 5432, 5432, "0.0.0.0/0")]) == object.union(outside, {"data_ports": "port 5432 is open to the internet"})
	denied([inline("tcp", 3000, 6000, "0.0.0.0/0")]) == object.union(outside, {"data_ports": "port 3306, 5432 is open to the internet"})
	denied([inline("tcp", 5432, 5432, "10.0.0.0/8")]) == {}
}

test_every_port if {
	every rule in [inline("-1", 0, 0, "0.0.0.0/0"), inline("tcp", 0, 65535, "0.0.0.0/0"), inline("udp", 1, 65535, "0.0.0.0/0")] {
		denied([rule]) == object.union(outside, {"data_ports": "every port is open to the internet"})
	}
	denied([inline("-1", 0, 0, "10.0.0.0/8")]) == {}
	denied([inline("tcp", 10000, 65535, "0.0.0.0/0")]) == outside
	denied([inline("tcp", 0, 1024, "0.0.0.0/0")]) == outside
}

test_every_port_whatever_the_parameter if {
	rule := {"_": {"type": "aws_vpc_security_group_ingress_rule"}, "ip_protocol": "-1", "cidr_ipv6": "::/0"}
	denied := {d.assertion | some d in policy.deny} with input as rule with data.params as {"data_ports": [], "authorised_ports": ["0-65535"]}
	denied == {"data_ports"}
}

test_ping if denied([inline("icmp", -1, -1, "0.0.0.0/0")]) == {}

test_outbound_rule if {
	rule := object.union(inline("-1", 0, 0, "0.0.0.0/0"), {"_": {"type": "aws_security_group_rule"}, "type": "egress"})
	count(policy.deny) == 0 with input as rule with data.params as params
	count(policy.not_applicable) == 1 with input as rule with data.params as params
}
