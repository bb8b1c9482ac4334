package hipaactl.aws.opensearch.logs_test

import data.hipaactl.aws.opensearch.logs as policy

denied(blocks) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as {"log_publishing_options": blocks}
}

on(type) := {"log_type": type, "enabled": true}

test_both if denied([on("AUDIT_LOGS"), on("ES_APPLICATION_LOGS"), on("INDEX_SLOW_LOGS")]) == set()

test_one if {
	denied([on("AUDIT_LOGS")]) == {"errors"}
	denied([on("ES_APPLICATION_LOGS")]) == {"audit"}
	denied([on("AUDIT_LOGS"), {"log_type": "ES_APPLICATION_LOGS", "enabled": false}]) == {"errors"}
}

test_none if denied([]) == {"audit", "errors"}
