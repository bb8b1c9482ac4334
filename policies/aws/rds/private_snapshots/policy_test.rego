package hipaactl.aws.rds.private_snapshots_test

import data.hipaactl.aws.rds.private_snapshots as policy

shared(accounts, phi) := {"shared_accounts": accounts, "_": {"type": "aws_db_snapshot", "phi": phi, "instance": []}}

of_phi(accounts) := {"shared_accounts": accounts, "_": {"type": "aws_db_snapshot", "phi": "unmarked", "instance": [{"_": {"phi": "yes"}}]}}

failed(snapshot) := found if {
	found := {[d.assertion, d.paths] | some d in policy.deny} with input as snapshot with data.params as {"accounts": ["444455556666"]}
}

outside(snapshot) := found if {
	found := {d.assertion | some d in policy.not_applicable} with input as snapshot with data.params as {"accounts": ["444455556666"]}
}

test_private if {
	failed(shared([], "yes")) == set()
	failed({"_": {"phi": "yes"}}) == set()
	outside(shared([], "no")) == set()
}

test_public if {
	failed(shared(["444455556666", "all"], "yes")) == {["public", ["shared_accounts[1]"]]}
	failed(shared(["all"], "no")) == {["public", ["shared_accounts[0]"]]}
}

test_phi_for_others if {
	failed(shared(["444455556666"], "yes")) == set()
	failed(shared(["777788889999"], "yes")) == {["accounts", ["shared_accounts[0]", "_.phi"]]}
	failed(of_phi(["777788889999"])) == {["accounts", ["shared_accounts[0]", "_.instance[0]._.phi"]]}
}

test_others_without_phi if {
	failed(shared(["777788889999"], "unmarked")) == set()
	outside(shared(["777788889999"], "unmarked")) == {"accounts"}
}

test_accounts_that_only_apply_fills if {
	said := policy.unknown with input as shared(["ref:aws_organizations_account.id", null], "yes") with data.params as {"accounts": []}
	{d.paths | some d in said} == {["shared_accounts[0]", "_.phi"]}
	failed(shared(["ref:aws_organizations_account.id", null], "yes")) == set()
}
