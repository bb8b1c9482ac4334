package hipaactl.aws.s3.public_access_block_test

import data.hipaactl.aws.s3.public_access_block as policy

on := {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}

bucket(phi, block, account) := {"_": {"type": "aws_s3_bucket", "phi": phi, "block": block, "account": account}}

test_block_of_its_own if {
	count(policy.deny) == 0 with input as bucket("yes", [on], [])
}

test_no_block if {
	count(policy.deny) == 4 with input as bucket("unmarked", [], [])
}

test_one_flag_off if {
	some_off := object.union(on, {"ignore_public_acls": false})
	messages := {d.message | some d in policy.deny} with input as bucket("unmarked", [some_off], [])
	messages == {"ignore_public_acls is off"}
}

test_absent_flag_is_off if {
	count(policy.deny) == 3 with input as bucket("no", [{"block_public_acls": true}], [])
}

test_account_block_serves_buckets_without_phi if {
	count(policy.deny) == 0 with input as bucket("unmarked", [], [on])
}

test_account_block_does_not_serve_phi if {
	count(policy.deny) == 4 with input as bucket("yes", [], [on])
}

test_paths_name_both_lists if {
	paths := {p | some d in policy.deny; some p in d.paths} with input as bucket("unmarked", [], [])
	"_.block[*].block_public_acls" in paths
	"_.account[*].block_public_acls" in paths
}
