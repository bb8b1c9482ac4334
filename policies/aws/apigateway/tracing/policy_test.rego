package hipaactl.aws.apigateway.tracing_test

import data.hipaactl.aws.apigateway.tracing as policy

test_traced if count(policy.deny) == 0 with input as {"xray_tracing_enabled": true}

test_not_traced if {
	count(policy.deny) == 1 with input as {"xray_tracing_enabled": false}
	count(policy.deny) == 1 with input as {}
}
