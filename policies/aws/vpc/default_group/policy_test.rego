package hipaactl.aws.vpc.default_group_test

import data.hipaactl.aws.vpc.default_group as policy

denied := {d.assertion | some d in policy.deny}

lists := {"group": [], "rules": [], "ingress_rules": [], "egress_rules": []}

of(type, more) := {"_": object.union(object.union(lists, {"type": type}), more)}

group(attributes, more) := object.union(of("aws_default_security_group", more), attributes)

test_group if {
	denied == set() with input as group({}, {})
	denied == set() with input as group({"ingress": [], "egress": []}, {})
	denied == {"empty"} with input as group({"ingress": [{}]}, {})
	{d.paths | some d in policy.deny} == {["egress"]} with input as group({"egress": [{}, {}]}, {})
}

test_added_rules if {
	every list in ["rules", "ingress_rules", "egress_rules"] {
		denied == {"empty"} with input as group({}, {list: [{}]})
		denied == {"empty"} with input as of("aws_vpc", {list: [{}], "group": [{}]})
	}
}

test_vpc if {
	denied == set() with input as of("aws_vpc", {"group": [{}]})
	denied == {"declared"} with input as of("aws_vpc", {})
	{n.assertion | some n in policy.not_applicable} == {"empty"} with input as of("aws_vpc", {"group": [{}]})
	count(policy.not_applicable) == 0 with input as of("aws_vpc", {"group": [{}], "rules": [{}]})
}
