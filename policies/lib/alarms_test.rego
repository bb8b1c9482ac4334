package hipaactl.lib.alarms_test

import data.hipaactl.lib.alarms

test_acts if {
	alarms.acts({"actions_enabled": true, "alarm_actions": ["ref:aws_sns_topic.arn"]})
	not alarms.acts({"actions_enabled": true, "alarm_actions": []})
	not alarms.acts({"actions_enabled": true})
	not alarms.acts({"actions_enabled": false, "alarm_actions": ["ref:aws_sns_topic.arn"]})
}

test_named if {
	alarms.named(`ALARM("high CPU") AND (ALARM(disk) OR NOT OK( memory ))`) == {"high CPU", "disk", "memory"}
	arn := "arn:aws:cloudwatch:us-east-1:111122223333:alarm:disk"
	alarms.named(sprintf("ALARM(%s)", [arn])) == {arn, "disk"}
	alarms.named(`ALARM("a (b)")`) == {"a (b)"}
	alarms.named("TRUE") == set()
}
