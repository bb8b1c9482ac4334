package hipaactl.aws.elb.hardening_test

import data.hipaactl.aws.elb.hardening as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

lb(kind, attributes) := object.union({"_": {"type": "aws_lb"}, "load_balancer_type": kind, "enable_deletion_protection": true}, attributes)

application(attributes) := lb("application", object.union({"drop_invalid_header_fields": true, "desync_mitigation_mode": "defensive"}, attributes))

test_application if {
	denied == set() with input as application({})
	not_judged == {"zones"} with input as application({})
	denied == {"deletion"} with input as application({"enable_deletion_protection": false})
	denied == {"headers"} with input as application({"drop_invalid_header_fields": false})
	denied == {"desync"} with input as application({"desync_mitigation_mode": "monitor"})
	denied == set() with input as application({"desync_mitigation_mode": "strictest"})
}

test_network if {
	denied == {"zones"} with input as lb("network", {})
	denied == set() with input as lb("network", {"enable_cross_zone_load_balancing": true})
	not_judged == {"headers", "desync"} with input as lb("network", {})
}

test_gateway if {
	denied == set() with input as lb("gateway", {})
	not_judged == {"headers", "desync", "zones"} with input as lb("gateway", {})
}

elb(mode, zones) := {"_": {"type": "aws_elb"}, "desync_mitigation_mode": mode, "cross_zone_load_balancing": zones}

test_classic if {
	denied == set() with input as elb("defensive", true)
	not_judged == {"deletion", "headers"} with input as elb("defensive", true)
	denied == {"desync"} with input as elb("monitor", true)
	denied == {"zones"} with input as elb("defensive", false)
}
