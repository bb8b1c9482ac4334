package hipaactl.github.two_factor_test

import data.hipaactl.github.two_factor

failing(organization) := found if found := {d.assertion | some d in two_factor.deny} with input as organization

test_required if failing({"two_factor_requirement_enabled": true, "members_without_two_factor": false}) == set()

test_not_required if {
	failing({"two_factor_requirement_enabled": false, "members_without_two_factor": false}) == {"required"}
	failing({"two_factor_requirement_enabled": true, "members_without_two_factor": true}) == {"members"}
}
