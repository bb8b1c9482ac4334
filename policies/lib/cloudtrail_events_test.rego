package hipaactl.lib.cloudtrail_events_test

import data.hipaactl.lib.cloudtrail_events as events

test_calls if {
	found := events.calls("iam", ["CreatePolicy", "DeletePolicy"])
	count(found) == 3
	{event.eventName | some event in found} == {"CreatePolicy", "DeletePolicy"}
	{event.eventSource | some event in found} == {"iam.amazonaws.com"}
	count({event.awsRegion | some event in found}) == 2
	count({event.userIdentity.type | some event in found}) == 2
}

test_refused if {
	found := events.refused(["AccessDenied"])
	{event.errorCode | some event in found} == {"AccessDenied"}
	count(found) == 2
}

test_sign_ins if {
	found := events.sign_ins({"errorMessage": "Failed authentication"})
	{event.errorMessage | some event in found} == {"Failed authentication"}
	{event.userIdentity.type | some event in found} == {"IAMUser"}
}

test_root if {
	{event.userIdentity.type | some event in events.by_root} == {"Root"}
	{event.eventType | some event in events.by_root} == {"AwsConsoleSignIn", "AwsApiCall"}
}
