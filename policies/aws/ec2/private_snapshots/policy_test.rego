package hipaactl.aws.ec2.private_snapshots_test

import data.hipaactl.aws.ec2.private_snapshots as policy
import data.hipaactl.aws.ec2.private_snapshots_region as region

shared(accounts, phi) := {"_": {"type": "aws_ebs_snapshot", "phi": phi, "volume": [], "permissions": [{"account_id": account} | some account in accounts]}}

copied(accounts, phi) := {"_": {
	"type": "aws_ebs_snapshot_copy",
	"phi": "no",
	"permissions": [{"account_id": account} | some account in accounts],
	"snapshot": [{"_": {"type": "aws_ebs_snapshot", "phi": "unmarked", "volume": [{"_": {"phi": phi}}]}}],
}}

failed(snapshot) := found if {
	found := {[d.assertion, d.paths] | some d in policy.deny} with input as snapshot with data.params as {"accounts": ["444455556666"]}
}

outside(snapshot) := found if {
	found := {d.assertion | some d in policy.not_applicable} with input as snapshot with data.params as {"accounts": ["444455556666"]}
}

test_private if {
	failed(shared([], "yes")) == set()
	outside(shared([], "no")) == set()
}

test_public if {
	failed(shared(["444455556666", "all"], "yes")) == {["public", ["_.permissions[1].account_id"]]}
	failed(shared(["all"], "unmarked")) == {["public", ["_.permissions[0].account_id"]]}
}

test_phi_for_others if {
	failed(shared(["777788889999"], "yes")) == {["accounts", ["_.permissions[0].account_id", "_.phi"]]}
	failed(copied(["777788889999"], "yes")) == {["accounts", ["_.permissions[0].account_id", "_.snapshot[0]._.volume[0]._.phi"]]}
	failed(shared(["444455556666"], "yes")) == set()
}

test_others_without_phi if {
	failed(shared(["777788889999"], "no")) == set()
	outside(shared(["777788889999"], "no")) == {"accounts"}
	outside(copied(["777788889999"], "no")) == {"accounts"}
}

test_accounts_that_only_apply_fills if {
	said := policy.unknown with input as shared(["ref:aws_organizations_account.id"], "yes") with data.params as {"accounts": []}
	count(said) == 1
}

states(blocks) := found if {
	found := {d.paths[0] | some d in region.deny} with input as {"aws_ebs_snapshot_block_public_access": blocks}
}

test_region if {
	states([{"state": "block-all-sharing"}]) == set()
	states([{"state": "block-new-sharing"}]) == {"aws_ebs_snapshot_block_public_access[0].state"}
	states([{"state": "unblocked"}]) == {"aws_ebs_snapshot_block_public_access[0].state"}
	states([{}]) == {"aws_ebs_snapshot_block_public_access[0].state"}
	states([]) == {"aws_ebs_snapshot_block_public_access"}
}
