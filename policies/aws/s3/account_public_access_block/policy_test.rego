package hipaactl.aws.s3.account_public_access_block_test

import data.hipaactl.aws.s3.account_public_access_block as policy

on := {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}

denials(blocks) := found if {
	found := policy.deny with input as {"aws_s3_account_public_access_block": blocks}
}

test_all_on if count(denials([on])) == 0

test_none if {
	{d.message | some d in denials([])} == {"the account has no public access block"}
}

test_each_flag if {
	every flag in policy.flags {
		some off in [object.union(on, {flag: false}), object.remove(on, [flag])]
		{path | some d in denials([off]); some path in d.paths} == {sprintf("aws_s3_account_public_access_block[0].%s", [flag])}
	}
}

test_a_second_one_does_not_make_up_for_the_first if {
	count(denials([object.union(on, {"ignore_public_acls": false}), on])) == 1
}
