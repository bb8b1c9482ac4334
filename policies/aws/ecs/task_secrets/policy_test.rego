package hipaactl.aws.ecs.task_secrets_test

import data.hipaactl.aws.ecs.task_secrets as policy

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

task(value) := {"container_definitions": [{}, null, {"environment": [null, {"name": "X", "value": value}]}]}

test_secrets if {
	found := [{"class": "credential", "kind": "url-password", "confidence": "medium", "masked": "[url-password]"}]
	want := {{
		"paths": ["container_definitions[2].environment[1].name", "container_definitions[2].environment[1].value[0]"],
		"message": "a variable of a container holds a credential (url-password, medium confidence)",
	}}
	policy.deny == want with input as task(found) with data.params as params
}

test_none if {
	count(policy.deny) == 0 with input as task([]) with data.params as params
	count(policy.deny) == 0 with input as task([{"class": "credential", "kind": "jwt", "confidence": "low", "masked": "[jwt]"}]) with data.params as params
	count(policy.deny) == 0 with input as {} with data.params as params
}
