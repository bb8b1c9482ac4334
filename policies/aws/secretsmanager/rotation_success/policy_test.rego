package hipaactl.aws.secretsmanager.rotation_success_test

import data.hipaactl.aws.secretsmanager.rotation_success as policy

now := "2026-03-01T12:00:00Z"

failed(status) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as status with data.params as {"maximum_days": 90} with data.now as now
}

unclear(status) := assertions if {
	assertions := {u.assertion | some u in policy.unknown} with input as status with data.now as now
}

rotating := {
	"rotation_enabled": true,
	"next_rotation_date": "2026-03-20T23:59:59Z",
	"last_rotated_date": "2026-02-18T03:00:00Z",
	"last_changed_date": "2026-02-18T03:00:00Z",
	"created_date": "2024-05-01T09:00:00Z",
}

by_hand := {"rotation_enabled": false, "last_changed_date": "2026-01-10T09:00:00Z", "created_date": "2024-05-01T09:00:00Z"}

test_rotates if {
	failed(rotating) == set()
	unclear(rotating) == set()
	count(policy.not_applicable) == 0 with input as rotating
}

test_overdue if {
	failed(object.union(rotating, {"next_rotation_date": "2026-02-28T23:59:59Z"})) == {"schedule"}
	failed(object.union(rotating, {"next_rotation_date": now})) == set()
}

test_last_rotation_is_long_ago if {
	failed(object.union(rotating, {"last_rotated_date": "2025-12-01T11:59:59Z"})) == {"changed"}
	failed(object.union(rotating, {"last_rotated_date": "2025-12-01T12:00:00Z"})) == set()
}

test_changed_by_hand if {
	failed(by_hand) == set()
	failed(object.union(by_hand, {"last_changed_date": "2025-10-01T00:00:00Z"})) == {"changed"}
	failed(object.remove(by_hand, ["last_changed_date"])) == {"changed"}
	{n.assertion | some n in policy.not_applicable} == {"schedule"} with input as by_hand
}

test_what_cannot_be_told if {
	unclear({"rotation_enabled": true}) == {"schedule", "changed"}
	unclear({"rotation_enabled": true, "next_rotation_date": "soon", "created_date": "2026-02-01T00:00:00Z"}) == {"schedule"}
	unclear(object.union(by_hand, {"last_changed_date": "lately"})) == {"changed"}
}
