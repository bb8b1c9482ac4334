package hipaactl.aws.cognito.user_pools_test

import data.hipaactl.aws.cognito.user_pools as policy

sound := {
	"mfa_configuration": "ON",
	"user_pool_add_ons": [{"advanced_security_mode": "ENFORCED"}],
	"password_policy": [{"minimum_length": 12}],
	"_": {"type": "aws_cognito_user_pool", "phi": "unmarked"},
}

failed(change) := failed_of(object.union(sound, change))

failed_of(pool) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as pool with data.params as {"minimum_length": 12, "assume_phi": false}
}

test_sound if {
	failed({}) == set()
	failed({"_": {"phi": "yes"}}) == set()
	{n.assertion | some n in policy.not_applicable} == {"guests"} with input as sound
}

test_nothing_set if failed_of({"_": sound._}) == {"mfa", "threats", "length"}

test_mfa if {
	failed({"mfa_configuration": "OFF"}) == {"mfa"}
	failed({"mfa_configuration": "OPTIONAL"}) == set()
	failed({"mfa_configuration": "OPTIONAL", "_": {"phi": "no"}}) == set()
	failed({"mfa_configuration": "OPTIONAL", "_": {"phi": "yes"}}) == {"mfa"}
	failed({"mfa_configuration": "OFF", "_": {"phi": "yes"}}) == {"mfa"}
}

test_assumed if {
	optional := object.union(sound, {"mfa_configuration": "OPTIONAL"})
	strict := {"minimum_length": 12, "assume_phi": true}
	count(policy.deny) == 1 with input as optional with data.params as strict
	count(policy.deny) == 0 with input as object.union(optional, {"_": {"phi": "no"}}) with data.params as strict
}

test_threats if {
	failed({"user_pool_add_ons": []}) == {"threats"}
	failed({"user_pool_add_ons": [{"advanced_security_mode": "AUDIT"}]}) == {"threats"}
	failed({"user_pool_add_ons": [{"advanced_security_mode": "OFF"}]}) == {"threats"}
}

test_length if {
	failed({"password_policy": [{"minimum_length": 11}]}) == {"length"}
	failed({"password_policy": [{}]}) == {"length"}
	failed({"password_policy": []}) == {"length"}
	failed({"password_policy": [null]}) == set()
}

test_length_to_choose if {
	lax := object.union(sound, {"password_policy": []})
	count(policy.deny) == 0 with input as lax with data.params as {"minimum_length": 8}
	count(policy.deny) == 1 with input as lax with data.params as {"minimum_length": 9}
}

guests(allowed) := {"allow_unauthenticated_identities": allowed, "_": {"type": "aws_cognito_identity_pool", "phi": "unmarked"}}

test_guests if {
	failed_of(guests(false)) == set()
	failed_of({"_": guests(false)._}) == set()
	failed_of(guests(true)) == {"guests"}
	{n.assertion | some n in policy.not_applicable} == {"mfa", "threats", "length"} with input as guests(false)
}
