package hipaactl.aws.incidents.routing_test

import data.hipaactl.aws.incidents.routing as policy

account(rules, contacts) := {"aws_cloudwatch_event_rule": rules, "aws_account_alternate_contact": [{"alternate_contact_type": type} | some type in contacts]}

rule(pattern, targets) := {"state": "ENABLED", "event_pattern": json.marshal(pattern), "_": {"targets": targets}}

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
