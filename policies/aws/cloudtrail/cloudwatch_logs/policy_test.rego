package hipaactl.aws.cloudtrail.cloudwatch_logs_test

import data.hipaactl.aws.cloudtrail.cloudwatch_logs as policy

group := {"cloud_watch_logs_group_arn": "ref:aws_cloudwatch_log_group.arn:*"}

role := {"cloud_watch_logs_role_arn": "ref:aws_iam_role.arn"}

denied(trail) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as trail
}

test_group_and_role if denied(object.union(group, role)) == set()

test_no_role if denied(group) == {"cloud_watch_logs_role_arn"}

test_no_group if denied(object.union(role, {"cloud_watch_logs_group_arn": ""})) == {"cloud_watch_logs_group_arn"}

test_neither if denied({}) == {"cloud_watch_logs_group_arn", "cloud_watch_logs_role_arn"}

params := {"maximum_hours": 24}

now := "2026-03-01T12:00:00Z"

live(statuses) := object.union_n([group, role, {"_": {"source": "live", "status": statuses}}])

delivered(time) := {"latest_cloudwatch_logs_delivery_time": time}

stale(statuses) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as live(statuses) with data.params as params with data.now as now
}

late := {"_.status[*].latest_cloudwatch_logs_delivery_time", "cloud_watch_logs_group_arn", "cloud_watch_logs_role_arn"}

test_delivery if {
	stale([delivered("2026-02-28T12:00:00Z")]) == set()
	stale([delivered("2026-02-28T11:59:59Z")]) == late
	stale([delivered("2026-02-20T00:00:00Z"), delivered("2026-03-01T11:55:00Z")]) == set()
}

test_nothing_was_ever_delivered if {
	stale([{}]) == late
	stale([delivered("never")]) == late
}

test_no_status if {
	stale([]) == set()
	count(policy.unknown) == 1 with input as live([])
	count(policy.unknown) == 0 with input as live([{}])
}

test_delivery_is_not_expected if {
	denied(object.union(group, {"_": {"source": "live", "status": [{}]}})) == {"cloud_watch_logs_role_arn"}
	planned := object.union_n([group, role, {"_": {"source": "plan", "status": []}}])
	denied(planned) == set()
	count(policy.unknown) == 0 with input as planned
}
