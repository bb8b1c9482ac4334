package hipaactl.aws.dynamodb.deletion_protection_test

import data.hipaactl.aws.dynamodb.deletion_protection as policy

test_protection if {
	every protected, denials in {true: 0, false: 1} {
		count(policy.deny) == denials with input as {"_": {"phi": "yes"}, "deletion_protection_enabled": protected}
	}
}

test_without_phi if {
	count(policy.deny) == 0 with input as {"_": {"phi": "unmarked"}}
	count(policy.not_applicable) == 1 with input as {"_": {"phi": "unmarked"}}
}
