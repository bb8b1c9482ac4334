package hipaactl.aws.kms.key_policy_test

import data.hipaactl.aws.kms.key_policy as policy

allow(principals) := {"Effect": "Allow", "Principal": {"AWS": principals}, "Action": ["kms:*"], "Resource": ["*"]}

key(phi, principals) := {"policy": {"Statement": [allow(principals)]}, "_": {"phi": phi, "policies": []}}

attached(phi, statement) := {"_": {"phi": phi, "policies": [{"policy": {"Statement": [statement]}}]}}

failing := {d.assertion | some d in policy.deny}

own := "arn:ref:partition.name:iam::ref:account.id:root"

test_named_principals if {
	failing == set() with input as key("unmarked", [own, "ref:aws_iam_role.arn"]) with data.params.accounts as []
	{n.assertion | some n in policy.not_applicable} == {"accounts"} with input as key("unmarked", [own])
}

test_default_policy if {
	failing == set() with input as {"_": {"phi": "yes", "policies": []}} with data.params.accounts as []
}

test_wildcard if {
	failing == {"wildcard"} with input as key("unmarked", ["*"]) with data.params.accounts as []
	failing == {"wildcard"} with input as attached("yes", allow(["*"])) with data.params.accounts as []
	failing == {"wildcard"} with input as attached("no", {"Effect": "Allow", "NotPrincipal": {"AWS": [own]}}) with data.params.accounts as []
	failing == set() with input as attached("no", object.union(allow(["*"]), {"Effect": "Deny"})) with data.params.accounts as []
}

test_confined_wildcard if {
	every condition in [
		{"StringEquals": {"kms:CallerAccount": ["ref:account.id"], "kms:ViaService": ["rds.us-east-1.amazonaws.com"]}},
		{"StringLike": {"kms:ViaService": ["s3.*.amazonaws.com"]}},
		{"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}},
	] {
		failing == set() with input as attached("unmarked", object.union(allow(["*"]), {"Condition": condition}))
	}
	statement := object.union(allow(["*"]), {"Condition": {"Bool": {"kms:GrantIsForAWSResource": ["true"]}}})
	failing == {"wildcard"} with input as attached("unmarked", statement)
}

one := "arn:aws:iam::111122223333:root"

two := "arn:aws:iam::444455556666:role/partner"

test_accounts_matter_for_phi_only if {
	failing == set() with input as key("unmarked", [one, two]) with data.params.accounts as []
	failing == {"accounts"} with input as key("yes", [one, two]) with data.params.accounts as []
}

test_one_account_may_be_its_own if {
	failing == set() with input as key("yes", [own, one]) with data.params.accounts as []
	count(policy.unknown) == 1 with input as key("yes", [own, one]) with data.params.accounts as []
	count(policy.unknown) == 0 with input as key("yes", [own]) with data.params.accounts as []
}

test_list_of_accounts if {
	failing == set() with input as key("yes", [one]) with data.params.accounts as ["111122223333"]
	failing == {"accounts"} with input as key("yes", ["444455556666"]) with data.params.accounts as ["111122223333"]
	count(policy.unknown) == 0 with input as key("yes", [two]) with data.params.accounts as ["111122223333"]
	failing == set() with input as attached("yes", object.union(allow([two]), {"Effect": "Deny"})) with data.params.accounts as ["111122223333"]
}

test_unseen_parts if {
	failing == set() with input as key("yes", [null]) with data.params.accounts as []
	failing == set() with input as attached("yes", null) with data.params.accounts as []
}

test_in_an_account_a_number_is_never_its_own if {
	shared := key("yes", [own, "arn:aws:iam::444455556666:root"])
	{d.paths | some d in policy.unknown} == {["policy.Statement[0].Principal.AWS[1]"]} with input as shared with data.params.accounts as []
	live := object.union(shared, {"_": {"source": "live"}})
	failing == {"accounts"} with input as live with data.params.accounts as []
	failing == set() with input as live with data.params.accounts as ["444455556666"]
}

denied(condition) := {"policy": {"Statement": [allow(["*"]), object.union(allow(["*"]), {"Effect": "Deny", "Condition": condition})]}, "_": {"phi": "no"}}

test_a_deny_takes_back if {
	failing == set() with input as denied({})
	failing == set() with input as denied({"StringNotEquals": {"kms:CallerAccount": ["ref:account.id"]}})
	failing == {"wildcard"} with input as denied({"Bool": {"aws:SecureTransport": ["false"]}})
	failing == {"wildcard"} with input as denied({"StringEquals": {"kms:CallerAccount": ["111122223333"]}})
}
