package hipaactl.aws.elasticache.failover_test

import data.hipaactl.aws.elasticache.failover as policy

test_both_are_needed if {
	every case in [[true, true, 0], [true, false, 1], [false, false, 2]] {
		count(policy.deny) == case[2] with input as {"automatic_failover_enabled": case[0], "multi_az_enabled": case[1]}
	}
}
