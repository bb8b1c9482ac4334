package hipaactl.aws.vpc.network_acl_test

import data.hipaactl.aws.vpc.network_acl as policy

allow(number, protocol, from, to) := {"rule_no": number, "action": "allow", "protocol": protocol, "from_port": from, "to_port": to, "cidr_block": "0.0.0.0/0"}

stop(number, protocol, from, to) := object.union(allow(number, protocol, from, to), {"action": "deny"})

said(rules) := {d.message | some d in policy.deny with input as {"_": {"type": "aws_network_acl"}, "ingress": rules} with data.params as {"admin_ports": ["22", "3389"]}}

every_port := {"every port is open to the internet"}

ssh := {"port 22 is open to the internet"}

rdp := {"port 3389 is open to the internet"}

test_openings if {
	said([allow(100, "-1", 0, 0)]) == every_port
	said([allow(100, "all", 0, 0)]) == every_port
	said([allow(100, "tcp", 0, 65535)]) == every_port
	said([allow(100, "6", 22, 22)]) == ssh
	said([allow(100, "udp", 1024, 65535)]) == rdp
	said([allow(100, "tcp", 20, 4000)]) == ssh | rdp
	said([allow(100, "tcp", 443, 443), allow(110, "1", 0, 0), stop(120, "-1", 0, 0), null]) == set()
	said([object.union(allow(100, "tcp", 22, 22), {"cidr_block": "10.0.0.0/8"})]) == set()
	said([object.union(object.remove(allow(100, "tcp", 22, 22), ["cidr_block"]), {"ipv6_cidr_block": "::/0"})]) == ssh
	said([object.remove(allow(100, "tcp", 22, 22), ["from_port", "to_port"])]) == every_port
}

test_the_first_rule_decides if {
	said([stop(90, "tcp", 22, 22), allow(100, "tcp", 22, 22)]) == set()
	said([stop(90, "-1", 0, 0), allow(100, "-1", 0, 0)]) == set()
	said([stop(90, "tcp", 3389, 3389), allow(100, "tcp", 1024, 65535)]) == set()
	said([stop(110, "tcp", 22, 22), allow(100, "tcp", 22, 22)]) == ssh
	said([stop(90, "udp", 22, 22), allow(100, "tcp", 22, 22)]) == ssh
	said([stop(90, "tcp", 23, 80), allow(100, "tcp", 22, 22)]) == ssh
	said([stop(90, "1", 0, 0), allow(100, "tcp", 22, 22)]) == ssh
	said([object.union(stop(90, "tcp", 22, 22), {"cidr_block": "203.0.113.0/24"}), allow(100, "tcp", 22, 22)]) == ssh
	said([stop(90, "tcp", 22, 22), allow(100, "-1", 0, 0)]) == every_port
	said([allow(80, "tcp", 22, 22), stop(90, "tcp", 22, 22), allow(100, "tcp", 22, 22)]) == ssh
}

standalone(number, action) := {
	"rule_number": number, "rule_action": action, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "0.0.0.0/0",
	"_": {"type": "aws_network_acl_rule", "others": []},
}

beside(rule, others) := n if {
	n := count(policy.deny) with input as object.union(rule, {"_": {"others": others}}) with data.params as {"admin_ports": ["22"]}
}

test_standalone if {
	beside(standalone(100, "allow"), []) == 1
	beside(standalone(100, "deny"), []) == 0
	beside(object.union(standalone(100, "allow"), {"egress": true}), []) == 0
	beside(standalone(100, "allow"), [standalone(90, "deny")]) == 0
	beside(standalone(100, "allow"), [standalone(110, "deny")]) == 1
	beside(standalone(100, "allow"), [object.union(standalone(90, "deny"), {"egress": true})]) == 1
}

test_which_assertion if {
	policy.assertion == "default_acl" with input as {"_": {"type": "aws_default_network_acl"}}
	policy.assertion == "custom_acl" with input as {"_": {"type": "aws_network_acl"}}
	{n.assertion | some n in policy.not_applicable} == {"custom_acl"} with input as {"_": {"type": "aws_default_network_acl"}}
}
