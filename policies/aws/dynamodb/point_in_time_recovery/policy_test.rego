package hipaactl.aws.dynamodb.point_in_time_recovery_test

import data.hipaactl.aws.dynamodb.point_in_time_recovery as policy

test_enabled if {
	count(policy.deny) == 0 with input as {"point_in_time_recovery": [{"enabled": true}]}
}

test_off if {
	count(policy.deny) == 1 with input as {"point_in_time_recovery": [{"enabled": false}]}
}

test_no_block if {
	count(policy.deny) == 1 with input as {}
	count(policy.deny) == 1 with input as {"point_in_time_recovery": []}
}
