package hipaactl.aws.waf.logging_test

import data.hipaactl.aws.waf.logging as policy

denied(logs) if count(policy.deny) == 1 with input as {"_": {"logs": logs}}

test_logged if not denied([{"log_destination_configs": ["arn:aws:s3:::aws-waf-logs-clinic"]}])

test_not_logged if {
	denied([])
	denied([{}])
	denied([{"log_destination_configs": []}])
}
