package hipaactl.aws.cloudfront.logging_test

import data.hipaactl.aws.cloudfront.logging as policy

none := {"_": {"sources": []}, "default_cache_behavior": [{}], "ordered_cache_behavior": [{}]}

denied(attributes) if count(policy.deny) == 1 with input as object.union(none, attributes)

sources(type, deliveries) := {"_": {"sources": [{"log_type": type, "_": {"deliveries": deliveries}}]}}

behaviors(first, others) := {
	"default_cache_behavior": [{"realtime_log_config_arn": first}],
	"ordered_cache_behavior": [{"realtime_log_config_arn": other} | some other in others],
}

test_not_logged if {
	denied({})
	denied({"logging_config": [{}]})
	denied({"logging_config": [{"bucket": ""}]})
}

test_legacy if not denied({"logging_config": [{"bucket": "logs.s3.amazonaws.com"}]})

test_delivered if {
	not denied(sources("ACCESS_LOGS", [{}]))
	denied(sources("ACCESS_LOGS", []))
	denied(sources("CONNECTION_LOGS", [{}]))
}

test_realtime if {
	not denied(behaviors("arn:1", []))
	not denied(behaviors("arn:1", ["arn:1", "arn:2"]))
	denied(behaviors("arn:1", ["arn:1", ""]))
	denied(behaviors("", ["arn:1"]))
	denied({"default_cache_behavior": [], "ordered_cache_behavior": []})
}
