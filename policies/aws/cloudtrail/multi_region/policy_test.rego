package hipaactl.aws.cloudtrail.multi_region_test

import data.hipaactl.aws.cloudtrail.multi_region as policy
import data.hipaactl.aws.cloudtrail.multi_region_account as account

trail(logs, everywhere) := {"enable_logging": logs, "is_multi_region_trail": everywhere}

denied(own, others) if count(policy.deny) > 0 with input as object.union(own, {"_": {"trails": array.concat([own], others)}})

test_every_region if not denied(trail(true, true), [])

test_one_region if denied(trail(true, false), [])

test_absent_is_one_region if denied({"enable_logging": true}, [])

test_every_region_but_switched_off if denied(trail(false, true), [])

test_one_region_beside_every_region if {
	not denied(trail(true, false), [trail(true, true)])
	denied(trail(true, false), [trail(false, true), trail(true, false)])
}

test_account if {
	count(account.deny) == 1 with input as {"aws_cloudtrail": []}
	count(account.deny) == 1 with input as {"aws_cloudtrail": [trail(true, false), trail(false, true)]}
	count(account.deny) == 0 with input as {"aws_cloudtrail": [trail(true, false), trail(true, true)]}
}
