package hipaactl.aws.cloudwatch.alarm_actions_test

import data.hipaactl.aws.cloudwatch.alarm_actions as policy

denied(alarm, listeners) := first if {
	first := {d.paths[0] | some d in policy.deny} with input as object.union(alarm, {"alarm_name": "disk", "_": {"listeners": listeners}})
}

topic := {"actions_enabled": true, "alarm_actions": ["ref:aws_sns_topic.arn"]}

test_action if denied(topic, []) == set()

test_none if {
	denied({"actions_enabled": true}, []) == {"alarm_actions"}
	denied({"actions_enabled": true, "alarm_actions": []}, []) == {"alarm_actions"}
}

test_switched_off if {
	denied(object.union(topic, {"actions_enabled": false}), []) == {"actions_enabled"}
	denied({}, []) == {"actions_enabled", "alarm_actions"}
}

test_composite if {
	silent := {"actions_enabled": true, "alarm_actions": []}
	denied(silent, [object.union(topic, {"alarm_rule": "ALARM(disk) OR ALARM(memory)"})]) == set()
	denied(silent, [object.union(topic, {"alarm_rule": "ALARM(ref:self.arn)"})]) == set()
	denied(silent, [object.union(topic, {"alarm_rule": "ALARM(memory)"})]) == {"alarm_actions"}
	denied(silent, [object.union(silent, {"alarm_rule": "ALARM(disk)"})]) == {"alarm_actions"}
}
