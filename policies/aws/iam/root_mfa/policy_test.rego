package hipaactl.aws.iam.root_mfa_test

import data.hipaactl.aws.iam.root_mfa as policy

protected := {
	"_": {"type": "aws_iam_account_summary"},
	"account_mfa_enabled": true,
	"account_password_present": 1,
	"account_access_keys_present": 0,
	"account_signing_certificates_present": 0,
	"root_virtual_mfa": false,
}

removed := object.union(protected, {"account_mfa_enabled": false, "account_password_present": 0})

failed(values) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as values
}

skipped(values) := assertions if {
	assertions := {n.assertion | some n in policy.not_applicable} with input as values
}

features(enabled) := {"_": {"type": "aws_iam_organizations_features"}, "enabled_features": enabled}

test_hardware_device if {
	failed(protected) == set()
	skipped(protected) == {"central"}
	count(policy.unknown) == 0 with input as protected
}

test_virtual_device if failed(object.union(protected, {"root_virtual_mfa": true})) == {"hardware"}

test_no_device if {
	without := object.union(protected, {"account_mfa_enabled": false})
	failed(without) == {"mfa"}
	skipped(without) == {"central", "hardware"}
}

test_removed_credentials if {
	failed(removed) == set()
	skipped(removed) == {"central", "hardware"}
}

test_what_is_left_of_credentials if {
	every credential in ["account_password_present", "account_access_keys_present", "account_signing_certificates_present"] {
		failed(object.union(removed, {credential: 1})) == {"mfa"}
		failed(object.remove(removed, [credential])) == {"mfa"}
	}
}

test_kind_of_device_is_not_said if {
	unclear := object.remove(protected, ["root_virtual_mfa"])
	failed(unclear) == set()
	{u.assertion | some u in policy.unknown} == {"hardware"} with input as unclear
}

test_central_management if {
	failed(features(["RootCredentialsManagement", "RootSessions"])) == set()
	failed(features(["RootSessions"])) == {"central"}
	failed(features([])) == {"central"}
	skipped(features([])) == {"mfa", "hardware"}
}
