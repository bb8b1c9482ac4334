package hipaactl.aws.iam.password_strength_test

import data.hipaactl.aws.iam.password_strength as policy
import data.hipaactl.aws.iam.password_strength_account as account

strong := {
	"minimum_password_length": 12,
	"require_uppercase_characters": true,
	"require_lowercase_characters": true,
	"require_numbers": true,
	"require_symbols": true,
}

failed(change) := assertions if {
	values := object.union(strong, change)
	assertions := {d.assertion | some d in policy.deny} with input as values with data.params as {"minimum_length": 12}
}

test_strong if failed({}) == set()

test_short if failed({"minimum_password_length": 11}) == {"length"}

test_each_class if {
	failed({"require_uppercase_characters": false}) == {"uppercase"}
	failed({"require_lowercase_characters": false}) == {"lowercase"}
	failed({"require_numbers": false}) == {"numbers"}
	failed({"require_symbols": false}) == {"symbols"}
}

test_nothing_set if {
	all := {d.assertion | some d in policy.deny} with input as {} with data.params as {"minimum_length": 12}
	all == {"length", "uppercase", "lowercase", "numbers", "symbols"}
}

test_longer_by_parameter if {
	longer := {d.assertion | some d in policy.deny} with input as strong with data.params as {"minimum_length": 14}
	longer == {"length"}
}

test_account if {
	count(account.deny) == 1 with input as {"aws_iam_account_password_policy": []}
	count(account.deny) == 0 with input as {"aws_iam_account_password_policy": [{}]}
}
