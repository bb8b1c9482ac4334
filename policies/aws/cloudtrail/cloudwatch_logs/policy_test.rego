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
