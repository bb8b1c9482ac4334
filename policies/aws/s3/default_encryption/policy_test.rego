package hipaactl.aws.s3.default_encryption_test

import data.hipaactl.aws.s3.default_encryption as policy

bucket(encryption) := {"_": {"phi": "unmarked", "encryption": encryption}}

rule(algorithm) := {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": algorithm}]}]}

test_every_algorithm if {
	every algorithm in ["AES256", "aws:kms", "aws:kms:dsse"] {
		count(policy.deny) == 0 with input as bucket([rule(algorithm)])
	}
}

test_no_configuration if {
	count(policy.deny) == 1 with input as bucket([])
}

test_rule_without_algorithm if {
	count(policy.deny) == 1 with input as bucket([{"rule": [{}]}])
	count(policy.deny) == 1 with input as bucket([rule("none")])
}

test_unseen_parts if {
	count(policy.deny) == 1 with input as bucket([{"rule": [null]}])
}

test_in_an_account if {
	said := {d.message | some d in policy.deny} with input as {"_": {"phi": "unmarked", "source": "live", "encryption": []}}
	said == {"the bucket has no rule for default encryption"}
}
