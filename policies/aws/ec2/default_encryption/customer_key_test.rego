package hipaactl.aws.ec2.default_encryption_customer_key_test

import data.hipaactl.aws.ec2.default_encryption_customer_key as policy

denied(members) := found if {
	found := {d.paths | some d in policy.deny} with input as {"aws_ebs_default_kms_key": members}
}

test_own_key if denied([{"key_arn": "ref:aws_kms_key.arn"}]) == set()

test_none if denied([]) == {["aws_ebs_default_kms_key"]}

test_key_of_aws if {
	path := {["aws_ebs_default_kms_key[0].key_arn"]}
	denied([{"key_arn": "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"}]) == path
	denied([{}]) == path
}
