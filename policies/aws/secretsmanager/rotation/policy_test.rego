package hipaactl.aws.secretsmanager.rotation_test

import data.hipaactl.aws.secretsmanager.rotation as policy

params := {"maximum_days": 90, "strict_maximum_days": 30, "database_words": ["db", "mysql"]}

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

secret(rules, more) := {"_": object.union({"phi": "unmarked", "rotation": [{"rotation_rules": [rules]}], "proxy": []}, more), "name": "webhook"}

days(n) := {"automatically_after_days": n}

test_rotates if {
	denied == set() with input as secret(days(90), {}) with data.params as params
	not_judged == {"strict"} with input as secret(days(90), {}) with data.params as params
}

test_rotates_too_seldom if {
	denied == {"rotated"} with input as secret(days(91), {}) with data.params as params
	denied == {"rotated"} with input as secret({"schedule_expression": "rate(100 days)"}, {}) with data.params as params
}

test_no_rotation if {
	never := secret({}, {"rotation": []})
	{d.message | some d in policy.deny} == {"the secret has no rotation"} with input as never with data.params as params
}

test_strict if {
	every more in [{"phi": "yes"}, {"proxy": [{}]}] {
		denied == {"strict"} with input as secret(days(31), more) with data.params as params
		denied == set() with input as secret(days(30), more) with data.params as params
		not_judged == set() with input as secret(days(30), more) with data.params as params
	}
}

test_strict_by_name_and_tag if {
	every attributes in [{"name": "app-db"}, {"name": "MySQL"}, {"name_prefix": "db-"}, {"tags_all": {"data_class": "Credentials"}}] {
		denied == {"strict"} with input as object.union(secret(days(31), {}), attributes) with data.params as params
	}
	every attributes in [{"name": "dbx"}, {"tags_all": {"DataClass": "Internal"}}] {
		denied == set() with input as object.union(secret(days(31), {}), attributes) with data.params as params
	}
}

test_monthly_counts_as_thirty_days if {
	denied == set() with input as secret({"schedule_expression": "cron(0 8 1 * ? *)"}, {"phi": "yes"}) with data.params as params
}

test_schedule_that_cannot_be_told if {
	odd := secret({"schedule_expression": "cron(0 8 1 * ? 2030)"}, {"phi": "yes"})
	denied == set() with input as odd with data.params as params
	{u.assertion | some u in policy.unknown} == {"rotated", "strict"} with input as odd with data.params as params
}

test_one_rotation_is_enough if {
	two := secret({}, {"rotation": [{"rotation_rules": [days(365)]}, {"rotation_rules": [days(30)]}], "phi": "yes"})
	denied == set() with input as two with data.params as params
}
