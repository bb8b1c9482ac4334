package hipaactl.aws.ecs.task_secrets_test

import data.hipaactl.aws.ecs.task_secrets as policy

task(name, value) := {"container_definitions": [{}, null, {"environment": [null, {"name": name, "value": value}]}]}

test_secrets if {
	{d.message | some d in policy.deny} == {"a variable of a container holds a password"} with input as task("DB_PASSWORD", "hunter")
	{d.paths[1] | some d in policy.deny} == {"container_definitions[2].environment[1].value"} with input as task("DB_PASSWORD", "hunter")
	count(policy.deny) == 1 with input as task("URL", "redis://:hunter@cache:6379")
}

test_none if {
	count(policy.deny) == 0 with input as task("DB_HOST", "db.internal")
	count(policy.deny) == 0 with input as {}
}
