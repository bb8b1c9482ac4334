package hipaactl.aws.backup.plan_test

import data.hipaactl.aws.backup.plan as policy
import data.hipaactl.aws.backup.plan_account as account

params := {"maximum_hours": 24, "phi_maximum_hours": 48, "minimum_days": 35}

daily := "cron(0 5 ? * * *)"

failed(rules, phi) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as {"_": {"phi": phi}, "rule": rules} with data.params as params
}

rule(when, days) := {"schedule": when, "lifecycle": [{"delete_after": days}]}

test_daily if {
	failed([rule(daily, 35)], "yes") == set()
	failed([{"schedule": "cron(15 * ? * * *)"}], "yes") == set()
	failed([{"schedule": daily, "lifecycle": []}], "yes") == set()
	failed([{"schedule": daily, "lifecycle": [{"cold_storage_after": 30}]}], "yes") == set()
	failed([rule(daily, 35), rule("cron(0 5 1 * ? *)", 365), rule("rate(1 hour)", 7)], "yes") == set()
}

test_seldom if {
	failed([rule("cron(0 5 ? * SUN *)", 35)], "no") == {"frequency"}
	failed([rule("cron(0 5 ? * SUN *)", 35)], "yes") == {"frequency", "phi_frequency"}
	failed([rule("rate(2 days)", 35)], "yes") == {"frequency"}
	failed([], "no") == {"frequency", "retention"}
}

test_not_kept if {
	failed([rule(daily, 34)], "no") == {"retention"}
	failed([rule(daily, 7), rule("cron(0 5 1 * ? *)", 365)], "no") == {"retention"}
	failed([rule("cron(0 5 1 * ? *)", 30)], "no") == {"frequency", "retention"}
}

test_schedule_that_cannot_be_told if {
	odd := {"_": {"phi": "yes"}, "rule": [rule("cron(0 5 1 1 ? 2030)", 35)]}
	{u.assertion | some u in policy.unknown} == {"frequency", "phi_frequency"} with input as odd with data.params as params
	count(policy.deny) == 0 with input as odd with data.params as params
}

test_without_phi if {
	{n.assertion | some n in policy.not_applicable} == {"phi_frequency"} with input as {"_": {"phi": "no"}, "rule": []}
}

test_account if {
	count(account.deny) == 1 with input as {"aws_backup_plan": []}
	count(account.deny) == 0 with input as {"aws_backup_plan": [{}]}
}
