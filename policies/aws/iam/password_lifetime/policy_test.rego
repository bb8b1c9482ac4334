package hipaactl.aws.iam.password_lifetime_test

import data.hipaactl.aws.iam.password_lifetime as policy

params := {"reuse_prevention": 24, "maximum_age": 90, "limit_age": true}

failed(values) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as values with data.params as params
}

test_limited if failed({"password_reuse_prevention": 24, "max_password_age": 90}) == set()

test_reuse if failed({"password_reuse_prevention": 23, "max_password_age": 60}) == {"reuse"}

test_age if {
	failed({"password_reuse_prevention": 24, "max_password_age": 91}) == {"age"}
	failed({"password_reuse_prevention": 24, "max_password_age": 0}) == {"age"}
}

test_nothing_set if failed({}) == {"reuse", "age"}

test_age_switched_off if {
	off := object.union(params, {"limit_age": false})
	denied := {d.assertion | some d in policy.deny} with input as {} with data.params as off
	denied == {"reuse"}
	excused := {n.assertion | some n in policy.not_applicable} with input as {} with data.params as off
	excused == {"age"}
	count(policy.not_applicable) == 0 with input as {} with data.params as params
}
