package hipaactl.aws.iam.root_use_test

import data.hipaactl.aws.iam.root_use as policy

root := {"user": "<root_account>"}

denied(used) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as object.union(root, used)
		with data.params as {"quiet_days": 30}
		with data.now as "2026-03-01T12:00:00Z"
}

test_never_used if denied({}) == set()

test_long_ago if denied({"password_last_used": "2026-01-30T12:00:00Z", "access_key_1_last_used_date": "2025-01-01T00:00:00Z"}) == set()

test_each_use if {
	every attribute in ["password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date"] {
		denied({attribute: "2026-01-30T12:00:01Z"}) == {"user", attribute}
	}
}

test_no_time if {
	odd := object.union(root, {"password_last_used": "lately"})
	denied(odd) == set()
	{u.paths | some u in policy.unknown} == {["password_last_used"]} with input as odd with data.now as "2026-03-01T12:00:00Z"
}

test_other_users if {
	other := {"user": "nightly", "password_last_used": "2026-03-01T08:00:00Z"}
	count(policy.deny) == 0 with input as other with data.params as {"quiet_days": 30} with data.now as "2026-03-01T12:00:00Z"
	count(policy.not_applicable) == 1 with input as other
	count(policy.not_applicable) == 0 with input as root
}
