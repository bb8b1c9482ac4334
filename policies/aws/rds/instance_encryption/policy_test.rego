package hipaactl.aws.rds.instance_encryption_test

import data.hipaactl.aws.rds.instance_encryption as policy

test_encrypted if {
	count(policy.deny) == 0 with input as {"storage_encrypted": true}
}

test_not_encrypted if {
	policy.deny == {{"paths": ["storage_encrypted"], "message": "the storage is not encrypted"}} with input as {"storage_encrypted": false}
}

test_absent if {
	count(policy.deny) == 1 with input as {}
}
