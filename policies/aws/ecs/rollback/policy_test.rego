package hipaactl.aws.ecs.rollback_test

import data.hipaactl.aws.ecs.rollback as policy

denied(values) if count(policy.deny) == 1 with input as object.union({"_": {"phi": "yes"}}, values)

on := [{"enable": true, "rollback": true}]

test_unsafe if {
	denied({})
	denied({"deployment_circuit_breaker": [{"enable": true, "rollback": false}]})
	denied({"deployment_circuit_breaker": [{"enable": false, "rollback": true}]})
	denied({"deployment_controller": [{"type": "ECS"}], "deployment_configuration": [{"strategy": "ROLLING"}]})
}

test_safe if {
	every values in [
		{"deployment_circuit_breaker": on},
		{"alarms": on},
		{"deployment_controller": [{"type": "CODE_DEPLOY"}]},
		{"deployment_configuration": [{"strategy": "CANARY"}]},
		{"_": {"phi": "no"}},
	] {
		not denied(values)
	}
}

test_without_phi if count(policy.not_applicable) == 1 with input as {"_": {"phi": "unmarked"}}
