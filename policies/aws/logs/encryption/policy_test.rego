package hipaactl.aws.logs.encryption_test

import data.hipaactl.aws.logs.encryption as policy

test_key if count(policy.deny) == 0 with input as {"kms_key_id": "ref:aws_kms_key.arn"}

test_no_key if {
	count(policy.deny) == 1 with input as {}
	count(policy.deny) == 1 with input as {"kms_key_id": ""}
}
