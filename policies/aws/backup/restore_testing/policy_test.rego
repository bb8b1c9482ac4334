package hipaactl.aws.backup.restore_testing_test

import data.hipaactl.aws.backup.restore_testing as policy
import data.hipaactl.aws.backup.restore_testing_account as account

params := {"maximum_days": 31, "maximum_hours": 72}

failed(given) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as given with data.params as params
}

plan(when, selections) := {"schedule_expression": when, "_": {"type": "aws_backup_restore_testing_plan", "selections": selections, "tests": []}}

monthly := "cron(0 5 1 * ? *)"

test_plan if {
	failed(plan(monthly, [{}])) == set()
	failed(plan("cron(0 5 1 1,7 ? *)", [{}])) == {"frequency"}
	failed(plan(monthly, [])) == {"selected"}
	{u.assertion | some u in policy.unknown} == {"frequency"} with input as plan("cron(0 5 1 1 ? 2030)", [{}])
	count(policy.not_applicable) == 3 with input as plan(monthly, [{}])
}

kind(tests, attributes) := object.union(
	{"resource_type": "RDS", "_": {"type": "aws_backup_protected_type", "selections": [], "tests": tests}},
	attributes,
)

test(type, when) := {"protected_resource_type": type, "_": {"plan": [{"schedule_expression": when}]}}

test_type if {
	failed(kind([test("RDS", monthly)], {})) == set()
	failed(kind([test("EFS", monthly)], {})) == {"covered"}
	failed(kind([test("RDS", "cron(0 5 1 1,7 ? *)")], {})) == {"covered"}
	failed(kind([test("RDS", monthly)], {"last_test_status": "FAILED", "last_test_hours": 80})) == {"latest", "duration"}
	failed(kind([test("RDS", monthly)], {"last_test_status": "COMPLETED", "last_test_hours": 1})) == set()
	{n.assertion | some n in policy.not_applicable} == {"frequency", "selected", "latest", "duration"} with input as kind([], {})
}

test_account if {
	count(account.deny) == 1 with input as {"aws_backup_restore_testing_plan": []}
	count(account.deny) == 0 with input as {"aws_backup_restore_testing_plan": [{}]}
}
