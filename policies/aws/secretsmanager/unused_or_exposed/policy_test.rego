package hipaactl.aws.secretsmanager.unused_or_exposed_test

import data.hipaactl.aws.secretsmanager.unused_or_exposed as policy

failing(document) := names if {
	names := {d.assertion | some d in policy.deny} with input as document
		with data.params as {"maximum_days": 90, "minimum_window": 7}
		with data.now as "2026-06-01T00:00:00Z"
}

live(status) := {"_": {"source": "live", "policies": [], "status": [status]}}

test_use if {
	failing(live({"last_accessed_date": "2026-05-01T00:00:00Z", "created_date": "2020-01-01T00:00:00Z"})) == set()
	failing(live({"last_accessed_date": "2026-01-01T00:00:00Z", "created_date": "2020-01-01T00:00:00Z"})) == {"used"}
	failing(live({"created_date": "2026-01-01T00:00:00Z"})) == {"used"}
	failing(live({"created_date": "2026-05-31T00:00:00Z"})) == set()
}

test_use_that_is_not_told if {
	{u.assertion | some u in policy.unknown} == {"used"} with input as live({"last_accessed_date": "yesterday"}) with data.now as "2026-06-01T00:00:00Z"
	{u.assertion | some u in policy.unknown} == {"used"} with input as {"_": {"source": "live", "status": []}} with data.now as "2026-06-01T00:00:00Z"
	policy.unknown == set() with input as live({"created_date": "2026-05-31T00:00:00Z"}) with data.now as "2026-06-01T00:00:00Z"
}

allow(who, condition) := {"Statement": [{
	"Effect": "Allow",
	"Principal": {"AWS": [who]},
	"Action": ["secretsmanager:GetSecretValue"],
	"Resource": ["*"],
	"Condition": condition,
}]}

code(attributes) := object.union({"_": {"source": "code", "policies": [], "status": []}}, attributes)

test_policy if {
	failing(code({"policy": allow("*", {})})) == {"private"}
	failing({"_": {"source": "code", "policies": [{"policy": allow("*", {})}], "status": []}}) == {"private"}
	failing(code({"policy": allow("*", {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}})})) == set()
	failing(code({"policy": allow("arn:aws:iam::444455556666:root", {})})) == set()
}

test_window if {
	failing(code({"recovery_window_in_days": 0})) == {"recoverable"}
	failing(code({"recovery_window_in_days": 7})) == set()
	{n.assertion | some n in policy.not_applicable} == {"used"} with input as code({"recovery_window_in_days": 7})
	{n.assertion | some n in policy.not_applicable} == {"recoverable"} with input as live({})
}
