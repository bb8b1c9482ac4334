package hipaactl.aws.iam.user_mfa_test

import data.hipaactl.aws.iam.user_mfa as policy

none := {"inline": [], "attached": [], "memberships": [], "groups": []}

row(values) := object.union({"_": object.union(none, {"type": "aws_iam_credential_report_user"}), "user": "nightly"}, values)

login(lists) := {"_": object.union_n([none, lists, {"type": "aws_iam_user_login_profile"}])}

failed(values) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as values
}

skipped(values) := assertions if {
	assertions := {n.assertion | some n in policy.not_applicable} with input as values
}

searched(values) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as values
}

test_users_of_the_account if {
	failed(row({"password_enabled": true, "mfa_active": true})) == set()
	skipped(row({"password_enabled": true, "mfa_active": true})) == {"enforced"}
	failed(row({"password_enabled": true, "mfa_active": false})) == {"console", "everyone"}
	failed(row({"password_enabled": false, "mfa_active": false})) == {"everyone"}
	skipped(row({"password_enabled": false, "mfa_active": false})) == {"console", "enforced"}
}

# Whether a login profile's user has a device is seen in the report, not in the profile.
test_login_profiles_are_judged_by_the_report if {
	messages := {n.message | some n in policy.not_applicable} with input as login({})
	messages == {"this is asked of other resources"}
}

test_root if {
	root := row({"user": "<root_account>", "mfa_active": false})
	failed(root) == set()
	skipped(root) == {"console", "everyone", "enforced"}
}

demand := {
	"Effect": "Deny",
	"NotAction": ["iam:EnableMFADevice", "iam:ListMFADevices"],
	"Resource": ["*"],
	"Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": ["false"]}},
}

# changed is the demand with other elements, and without those that are null.
changed(elements) := object.filter(all, [name | some name, value in all; value != null]) if {
	all := object.union(object.remove(demand, object.keys(elements)), elements)
}

document(statement) := {"policy": {"Statement": [{"Effect": "Allow", "Action": ["*"], "Resource": ["*"]}, statement]}}

managed(statement) := {"policy_arn": "ref:aws_iam_policy.arn", "_": {"policy": [document(statement)]}}

test_enforced_anywhere if {
	group := {"_": {"inline": [], "attached": []}}
	every lists in [
		{"inline": [document(demand)]},
		{"attached": [managed(demand)]},
		{"memberships": [group, {"_": {"inline": [document(demand)], "attached": []}}]},
		{"groups": [{"_": {"inline": [], "attached": [managed(demand)]}}]},
	] {
		failed(login(lists)) == set()
		skipped(login(lists)) == {"console", "everyone"}
	}
}

test_ways_to_enforce if {
	every change in [
		{},
		{"NotAction": null, "Action": ["*"]},
		{"Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": ["false"], "aws:ViaAWSService": ["false"]}}},
		{"Condition": {"Bool": {"AWS:multifactorauthpresent": [false]}}},
	] {
		failed(login({"inline": [document(changed(change))]})) == set()
	}
}

test_not_enforced if {
	every change in [
		{"Effect": "Allow"},
		{"Resource": ["arn:aws:s3:::records/*"]},
		{"NotAction": ["*"]},
		{"NotAction": null, "Action": ["s3:*"]},
		{"Condition": {}},
		{"Condition": {"Bool": {"aws:ViaAWSService": ["false"]}}},
		{"Condition": {"Null": {"aws:MultiFactorAuthPresent": ["true"]}}},
		{"Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": ["true"]}}},
		{"Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": ["false"]}, "IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}},
		{"Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}},
		{"Condition": null},
	] {
		failed(login({"inline": [document(changed(change))]})) == {"enforced"}
	}
}

test_no_policy if failed(login({})) == {"enforced"}

test_paths_leave_out_what_aws_manages if {
	theirs := {"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "_": {"policy": []}}
	ours := {"policy_arn": "arn:aws:iam::111122223333:policy/reports", "_": {"policy": []}}
	paths := searched(login({"attached": [theirs, ours]}))
	"_.attached[1]._.policy[*].policy" in paths
	not "_.attached[0]._.policy[*].policy" in paths
}
