package hipaactl.aws.iam.key_rotation_test

import data.hipaactl.aws.iam.key_rotation as policy

now := "2026-03-01T12:00:00Z"

params := {"maximum_days": 90}

row(keys) := object.union({"_": {"type": "aws_iam_credential_report_user"}}, keys)

first(made) := {"access_key_1_active": true, "access_key_1_last_rotated": made}

second(made) := {"access_key_2_active": true, "access_key_2_last_rotated": made}

failed(keys) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as row(keys) with data.params as params with data.now as now
}

skipped(values) := assertions if {
	assertions := {n.assertion | some n in policy.not_applicable} with input as values
}

test_new_key if {
	failed(first("2025-12-01T12:00:00Z")) == set()
	skipped(row(first("2025-12-01T12:00:00Z"))) == {"declared"}
}

test_old_key if {
	failed(first("2025-12-01T11:59:59Z")) == {"age"}
	failed(second("2025-12-01T11:59:59Z")) == {"age"}
}

test_old_key_that_is_off if {
	off := object.union(first("2026-02-01T00:00:00Z"), {"access_key_2_active": false, "access_key_2_last_rotated": "2020-01-01T00:00:00Z"})
	failed(off) == set()
}

test_two_keys if failed(object.union(first("2026-02-01T00:00:00Z"), second("2026-02-28T00:00:00Z"))) == {"single"}

test_no_key if {
	failed({"access_key_1_active": false, "access_key_2_active": false}) == set()
	skipped(row({"access_key_1_active": false})) == {"age", "single", "declared"}
}

test_age_that_cannot_be_told if {
	every keys in [{"access_key_1_active": true}, first("yesterday")] {
		failed(keys) == set()
		{u.assertion | some u in policy.unknown} == {"age"} with input as row(keys) with data.now as now
	}
}

test_key_in_code if {
	made := {"_": {"type": "aws_iam_access_key"}}
	{d.assertion | some d in policy.deny} == {"declared"} with input as made with data.params as params with data.now as now
	skipped(made) == {"age", "single"}
}
