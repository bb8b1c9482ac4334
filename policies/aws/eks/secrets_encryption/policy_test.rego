package hipaactl.aws.eks.secrets_encryption_test

import data.hipaactl.aws.eks.secrets_encryption as policy

test_encrypted if {
	count(policy.deny) == 0 with input as {"encryption_config": [{"provider": [{"key_arn": "ref:aws_kms_key.arn"}]}]}
}

test_not_encrypted if {
	every attributes in [
		{},
		{"encryption_config": []},
		{"encryption_config": [{"provider": [{}]}]},
	] {
		count(policy.deny) == 1 with input as attributes
	}
}
