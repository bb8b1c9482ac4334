package hipaactl.github.environments_test

import data.hipaactl.github.environments

failing(environment) := found if found := {d.assertion | some d in environments.deny} with input as environment with data.params as {"names": ["prod*"]}

sound := {"environment": "Production", "reviewers": [{"users": ["1"]}], "can_admins_bypass": false, "deployment_branch_policy": [{"protected_branches": true}], "_": {"policies": []}}

with_policy(environment, pattern) := object.union(sound, {"_": {"policies": [{"environment": environment, "branch_pattern": pattern}]}})

test_gated if {
	failing(sound) == set()
	failing(object.union(sound, {"reviewers": [{"teams": ["1"]}]})) == set()
	failing(with_policy("Production", "release/*")) == set()
	failing(with_policy("staging", "*")) == set()
}

test_open if {
	failing({"environment": "production", "can_admins_bypass": true, "_": {"policies": []}}) == {"reviewers", "branches", "administrators"}
	failing(object.union(sound, {"reviewers": [{"users": []}]})) == {"reviewers"}
	failing(with_policy("Production", "*")) == {"branches"}
}

test_others if count(environments.not_applicable) == 3 with input as {"environment": "staging"} with data.params as {"names": ["prod*"]}
