package hipaactl.aws.iam.root_keys_test

import data.hipaactl.aws.iam.root_keys as policy

clean := {
	"_": {"type": "aws_iam_account_summary"},
	"account_access_keys_present": 0,
	"account_signing_certificates_present": 0,
}

denied(values) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as values
}

key(user) := {"_": {"type": "aws_iam_access_key"}, "user": user}

test_none if {
	denied(clean) == set()
	count(policy.unknown) == 0 with input as clean
}

test_each if {
	every attribute in ["account_access_keys_present", "account_signing_certificates_present"] {
		denied(object.union(clean, {attribute: 1})) == {attribute}
	}
}

test_not_said if {
	unsaid := object.remove(clean, ["account_signing_certificates_present"])
	denied(unsaid) == set()
	{u.message | some u in policy.unknown} == {"whether the root user has a signing certificate"} with input as unsaid
}

test_keys_of_users if {
	denied(key("root")) == {"user"}
	denied(key("reports")) == set()
	count(policy.unknown) == 0 with input as key("reports")
}

# A key of a user shows nothing of the root user.
test_asked_of if {
	{n.assertion | some n in policy.not_applicable} == {"account"} with input as key("reports")
	{n.assertion | some n in policy.not_applicable} == {"key"} with input as clean
}
