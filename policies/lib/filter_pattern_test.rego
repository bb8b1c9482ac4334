package hipaactl.lib.filter_pattern_test

import data.hipaactl.lib.filter_pattern

event := {
	"eventName": "StopLogging",
	"eventSource": "cloudtrail.amazonaws.com",
	"errorCode": "Client.UnauthorizedOperation",
	"userIdentity": {"type": "Root"},
	"additionalEventData": {"MFAUsed": "No"},
	"readOnly": false,
}

matching := [
	`{ $.eventName = StopLogging }`,
	`{$.eventName="StopLogging"}`,
	`{ ($.eventName = "StopLogging") }`,
	`{ ($.eventName = StartLogging) || ($.eventName = StopLogging) }`,
	`{ ($.eventName = StopLogging) || ($.eventName = StartLogging) || ($.eventName = DeleteTrail) }`,
	`{ $.eventSource = cloudtrail.amazonaws.com && ($.eventName = StartLogging || $.eventName = StopLogging) }`,
	`{ ($.eventName = StartLogging || $.eventName = StopLogging) && $.eventSource = "cloudtrail.amazonaws.com" }`,
	`{ (($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = StartLogging) || ($.eventName = StopLogging))) }`,
	`{ $.eventName = Stop* }`,
	`{ $.eventName = "*Logging" }`,
	`{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`,
	`{ $.errorCode = "*Unauthorized*" && $.eventName != "HeadBucket" }`,
	`{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventName != "AwsServiceEvent" }`,
	`{ $.userIdentity.type EXISTS }`,
	`{ $.additionalEventData.MFAUsed != "Yes" }`,
	`{ $.additionalEventData.MFAUsed <> Yes }`,
	`{ $.eventName = %Stop|Start% }`,
	`{ $.readOnly IS FALSE }`,
	`{ $.readOnly = false }`,
	`{ $['eventName'] = StopLogging }`,
	`{ $.eventName = x && $.eventName = y || $.eventName = StopLogging }`,
	`{ $.eventName = StopLogging || $.eventName = x && $.eventName = y }`,
	"{\n  $.eventName = StopLogging\n}",
]

other := [
	`{ $.eventName = StartLogging }`,
	`{ $.eventName = "stopLogging" }`,
	`{ $.eventName = StopLogging && $.awsRegion = us-east-1 }`,
	`{ $.eventName = StopLogging && $.errorCode NOT EXISTS }`,
	`{ ($.eventName = StartLogging || $.eventName = StopLogging) && $.eventSource = s3.amazonaws.com }`,
	`{ $.eventName != StopLogging }`,
	`{ $.missing != x }`,
	`{ $.missing EXISTS }`,
	`{ $.eventName IS NULL }`,
	`{ $.eventName = Stop }`,
	`{ $.eventName = "Stop.ogging" }`,
	`{ ($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = x) || ($.eventName = y)) }`,
	`{ (($.eventName = x) || ($.eventName = y)) && ($.eventSource = cloudtrail.amazonaws.com) }`,
	`{ ((($.eventName = x) && ($.eventSource = cloudtrail.amazonaws.com)) || (($.eventName = y))) }`,
	`{ ($.eventName = x || $.eventName = y) && ($.eventName = StopLogging) }`,
]

unreadable := [
	"",
	"StopLogging",
	`"StopLogging"`,
	`[ip, user, ..., status = 4*]`,
	`{ }`,
	`{ $.eventName = StopLogging && }x`,
	`{ $.eventName > 5 }`,
	`{ NOT ($.eventName = StopLogging) }`,
	`{ $.eventName IN ["StopLogging"] }`,
]

matched(pattern, of) if filter_pattern.matches(filter_pattern.parsed(pattern), of)

test_matching if {
	every pattern in matching {
		filter_pattern.readable(pattern)
		matched(pattern, event)
	}
}

test_other if {
	every pattern in other {
		filter_pattern.readable(pattern)
		not matched(pattern, event)
	}
}

test_unreadable if {
	every pattern in unreadable {
		not filter_pattern.readable(pattern)
		not matched(pattern, event)
	}
}

test_brackets_that_do_not_close if {
	not matched(`{ ($.eventName = StopLogging }`, event)
	not matched(`{ $.eventName = StopLogging && }`, event)
	not matched(`{ $.eventName = StopLogging $.eventName = StopLogging }`, event)
}

test_many_brackets if {
	matched(`{ ((((((((($.eventName = StopLogging))))))))) }`, event)
	not matched(`{ (((((((((((($.eventName = StopLogging)))))))))))) }`, event)
}

test_a_long_list if {
	names := concat(" || ", [sprintf("($.eventName = E%d)", [n]) | some n in numbers.range(1, 60)])
	matched(sprintf("{ %s || ($.eventName=StopLogging) }", [names]), event)
	not matched(sprintf("{ %s }", [names]), event)
}
