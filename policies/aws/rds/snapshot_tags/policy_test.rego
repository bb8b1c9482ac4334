package hipaactl.aws.rds.snapshot_tags_test

import data.hipaactl.aws.rds.snapshot_tags as policy

test_copied if {
	every copied, denials in {true: 0, false: 1} {
		count(policy.deny) == denials with input as {"_": {"phi": "yes"}, "copy_tags_to_snapshot": copied}
	}
}

test_without_phi if {
	count(policy.deny) == 0 with input as {"_": {"phi": "no"}}
	count(policy.not_applicable) == 1 with input as {"_": {"phi": "no"}}
}
