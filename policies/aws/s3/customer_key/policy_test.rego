package hipaactl.aws.s3.customer_key_test

import data.hipaactl.aws.s3.customer_key as policy

bucket(standards, lists) := {"_": object.union(
	{
		"source": "code", "sources": [], "load_balancers": [], "classic_load_balancers": [],
		"encryption": [{"rule": [{"apply_server_side_encryption_by_default": standards}], "_": {}}],
	},
	lists,
)}

own := [{"sse_algorithm": "aws:kms:dsse", "kms_master_key_id": "ref:aws_kms_key.arn"}]

test_own_key if count(policy.deny) == 0 with input as bucket(own, {})

test_no_own_key if {
	every standards in [[], [{"sse_algorithm": "AES256"}], [{"sse_algorithm": "aws:kms"}], [{"sse_algorithm": "aws:kms", "kms_master_key_id": "alias/aws/s3"}]] {
		count(policy.deny) == 1 with input as bucket(standards, {})
	}
	count(policy.deny) == 1 with input as bucket(own, {"encryption": []})
}

test_log_destinations if {
	count(policy.not_applicable) == 0 with input as bucket(own, {})
	every list in ["sources", "load_balancers", "classic_load_balancers"] {
		count(policy.not_applicable) == 1 with input as bucket(own, {list: [{}]})
	}
}
