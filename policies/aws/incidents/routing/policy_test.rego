package hipaactl.aws.incidents.routing_test

import data.hipaactl.aws.incidents.routing as policy

account(rules, contacts) := {
	"aws_cloudwatch_event_rule": rules, "aws_account_alternate_contact": [{"alternate_contact_type": type} | some type in contacts],
	"aws_guardduty_detector": [], "aws_securityhub_account": [], "aws_securityhub_finding_aggregator": [],
	"_": {"whole": true, "all_regions": true, "regions": ["eu-west-1", "us-east-1"]},
}

rule(pattern, targets) := {"state": "ENABLED", "event_pattern": json.marshal(pattern), "_": {"region": "us-east-1", "targets": targets}}

topic(subscriptions) := {"arn": "ref:aws_sns_topic.arn", "_": {"topics": [{"_": {"subscriptions": subscriptions}}]}}

denied(rules, contacts) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as account(rules, contacts)
}

guardduty := {"source": ["aws.guardduty"], "detail": {"severity": [{"numeric": [">=", 7]}]}}

hub(labels) := {"source": ["aws.securityhub"], "detail-type": ["Security Hub Findings - Imported"], "detail": {"findings": {"Severity": {"Label": labels}}}}

test_routed if {
	denied([rule(guardduty, [topic([{}])])], ["SECURITY"]) == set()
	denied([rule(hub(["HIGH", "CRITICAL"]), [topic([{}])])], ["security"]) == set()
	denied([rule(hub(["HIGH"]), [topic([{}])]), rule(hub(["CRITICAL"]), [{"arn": "arn:aws:lambda:us-east-1:111122223333:function:page", "_": {"topics": []}}])], ["SECURITY"]) == set()
}

test_nothing if denied([], []) == {"routed", "contact"}

test_not_all if {
	denied([rule(hub(["CRITICAL"]), [topic([{}])])], ["SECURITY"]) == {"routed"}
	denied([rule({"source": ["aws.guardduty"], "detail": {"severity": [{"numeric": [">", 7]}]}}, [topic([{}])])], ["SECURITY"]) == {"routed"}

	# What lists the severities of before December 2024 misses what is critical.
	every severity in [{"numeric": [">=", 7, "<", 9]}, {"numeric": [">=", 7, "<=", 9]}] {
		denied([rule({"source": ["aws.guardduty"], "detail": {"severity": [severity]}}, [topic([{}])])], ["SECURITY"]) == {"routed"}
	}
}

test_nobody_is_told if {
	denied([rule(guardduty, [])], ["SECURITY"]) == {"routed"}
	denied([rule(guardduty, [topic([])])], ["SECURITY"]) == {"routed"}
	denied([rule(guardduty, [topic([{"pending_confirmation": true}])])], ["SECURITY"]) == {"routed"}
	denied([object.union(rule(guardduty, [topic([{}])]), {"state": "DISABLED"})], ["SECURITY"]) == {"routed"}
	denied([object.union(rule(guardduty, [topic([{}])]), {"is_enabled": false})], ["SECURITY"]) == {"routed"}
	denied([rule(guardduty, [{"arn": "ref:aws_cloudwatch_log_group.arn", "_": {"topics": []}}])], ["SECURITY"]) == {"routed"}
}

test_other_contact if denied([rule(guardduty, [topic([{}])])], ["BILLING"]) == {"contact"}

test_unclear if {
	odd := account([rule({"$or": [{"source": ["aws.guardduty"]}]}, [topic([{}])])], ["SECURITY"])
	{d.assertion | some d in policy.deny} == set() with input as odd
	{u.assertion | some u in policy.unknown} == {"routed"} with input as odd
}

there(region) := {"_": {"region": region}}

with_services(detectors, hubs, aggregators) := object.union(account([rule(hub(["HIGH", "CRITICAL"]), [topic([{}])])], ["SECURITY"]), {
	"aws_guardduty_detector": [there(region) | some region in detectors],
	"aws_securityhub_account": [there(region) | some region in hubs],
	"aws_securityhub_finding_aggregator": [object.union(aggregator, there("us-east-1")) | some aggregator in aggregators],
})

denials(of) := asserted if asserted := {s.assertion | some s in policy.deny} with input as of

doubts(of) := asserted if asserted := {s.assertion | some s in policy.unknown} with input as of

waived(of) := asserted if asserted := {s.assertion | some s in policy.not_applicable} with input as of

test_regions if {
	denials(with_services(["us-east-1"], ["us-east-1"], [])) == set()
	denials(with_services(["us-east-1", "eu-west-1"], [], [])) == {"routed"}
	denials(with_services([], ["us-east-1", "eu-west-1"], [])) == {"routed"}
}

test_aggregated if {
	both := ["us-east-1", "eu-west-1"]
	every mode in [{"linking_mode": "ALL_REGIONS"}, {"linking_mode": "SPECIFIED_REGIONS", "specified_regions": ["eu-west-1"]}, {"linking_mode": "ALL_REGIONS_EXCEPT_SPECIFIED", "specified_regions": ["eu-west-3"]}] {
		denials(with_services(both, both, [mode])) == set()
		doubts(with_services(both, both, [mode])) == set()
	}
	every mode in [{"linking_mode": "NO_REGIONS"}, {"linking_mode": "SPECIFIED_REGIONS", "specified_regions": ["eu-west-3"]}, {"linking_mode": "ALL_REGIONS_EXCEPT_SPECIFIED", "specified_regions": ["eu-west-1"]}] {
		denials(with_services(both, both, [mode])) == {"routed"}
	}
	denials(with_services(both, ["us-east-1"], [{"linking_mode": "ALL_REGIONS"}])) == {"routed"}
}

test_regions_that_are_not_known if {
	some_read := object.union(with_services(["us-east-1"], [], []), {"_": {"whole": true, "all_regions": false, "regions": ["us-east-1"]}})
	denials(some_read) == set()
	doubts(some_read) == {"routed"}
	nameless := object.union(with_services([], [], []), {"aws_guardduty_detector": [{"_": {}}]})
	denials(nameless) == set()
	doubts(nameless) == {"routed"}
}

test_another_stack if {
	part := {"_": {"whole": false, "all_regions": false, "regions": ["us-east-1"]}}
	waived(object.union(account([rule({"source": ["aws.batch"]}, [])], []), part)) == {"routed", "contact"}
	waived(object.union(account([rule(guardduty, [])], []), part)) == {"contact"}
	waived(object.union(with_services(["us-east-1"], [], []), part)) == set()
}
