package hipaactl.aws.cloudwatch.sign_in_alarms_test

import data.hipaactl.aws.cloudwatch.sign_in_alarms as policy

# The patterns that AWS gives for these, but for line breaks.
patterns := {
	"root": `{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }`,
	"failed_sign_in": `{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }`,
	"no_mfa": `{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }`,
}

params := {"failed_sign_ins": 5, "refused_calls": 5}

watched(names) := {
	"aws_cloudwatch_event_rule": [],
	"aws_cloudtrail": [{"enable_logging": true, "is_multi_region_trail": true, "_": {"groups": [{"_": {"filters": [filter(name) | some name in names]}}]}}],
}

filter(name) := {
	"pattern": patterns[name],
	"metric_transformation": [{"name": name, "namespace": "Clinic", "value": "1"}],
	"_": {"alarms": [{
		"metric_name": name, "namespace": "Clinic", "statistic": "Sum", "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold",
		"period": 300, "evaluation_periods": 1, "actions_enabled": true, "alarm_actions": ["ref:aws_sns_topic.arn"],
		"_": {"topics": [{"_": {"subscriptions": [{}]}}]},
	}]},
}

denied(names) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as watched(names) with data.params as params
}

test_all_are_watched if denied(object.keys(patterns)) == set()

test_nothing_is_watched if denied(set()) == object.keys(patterns)

test_each_class_has_its_pattern if {
	every name, _ in patterns {
		denied(object.keys(patterns) - {name}) == {name}
	}
}

# The events are samples: what makes them worth telling is not their names.
test_says_of_what_nobody_is_told if {
	messages := {d.assertion: d.message | some d in policy.deny} with input as watched(set()) with data.params as params
	messages == {
		"root": "nobody is told of what root does, such as ConsoleLogin, CreateAccessKey",
		"failed_sign_in": "nobody is told of failed sign-ins, such as ConsoleLogin",
		"no_mfa": "nobody is told of sign-ins without MFA, such as ConsoleLogin",
	}
}
