package hipaactl.aws.ecs.logging_test

import data.hipaactl.aws.ecs.logging as policy

denied(type, values) := {d.assertion | some d in policy.deny with input as object.union(values, {"_": {"type": type}})}

task(values) := denied("aws_ecs_task_definition", values)

test_tasks if {
	task({"container_definitions": [null, {"logConfiguration": [{"logDriver": "awslogs"}]}]}) == set()
	task({"container_definitions": [{"logConfiguration": [{"logDriver": "awslogs"}]}, {}]}) == {"logged"}
	task({"container_definitions": [{"logConfiguration": [{"logDriver": "none"}]}]}) == {"logged"}
	task({"volume": [{}, {"efs_volume_configuration": [{"transit_encryption": "ENABLED"}]}]}) == set()
	task({"volume": [{"efs_volume_configuration": [{"transit_encryption": "DISABLED"}]}]}) == {"files"}
}

test_services if {
	denied("aws_ecs_service", {}) == set()
	denied("aws_ecs_service", {"network_configuration": [{"assign_public_ip": false}]}) == set()
	denied("aws_ecs_service", {"network_configuration": [{"assign_public_ip": true}]}) == {"address"}
}

exec(values) := denied("aws_ecs_cluster", {"configuration": [{"execute_command_configuration": [object.union({"kms_key_id": "k"}, values)]}]})

test_clusters if {
	denied("aws_ecs_cluster", {}) == {"sessions", "session_key"}
	exec({"logging": "OVERRIDE", "log_configuration": [{"cloud_watch_log_group_name": "g"}]}) == set()
	exec({"logging": "OVERRIDE", "log_configuration": [{"s3_bucket_name": "b"}], "kms_key_id": ""}) == {"session_key"}
	exec({"logging": "OVERRIDE"}) == {"sessions"}
	exec({"logging": "DEFAULT"}) == {"sessions"}
	exec({"logging": "NONE", "log_configuration": [{"s3_bucket_name": "b"}]}) == {"sessions"}
}

unasked(values) := {n.assertion | some n in policy.not_applicable with input as object.union(values, {"_": {"type": "aws_ecs_task_definition"}})}

test_others_are_not_asked if {
	unasked({"volume": [{}, {"efs_volume_configuration": [{"transit_encryption": "DISABLED"}]}]}) == {"address", "sessions", "session_key"}
}

test_tasks_without_files if {
	unasked({}) == {"address", "sessions", "session_key", "files"}
	unasked({"volume": [{"name": "scratch"}]}) == {"address", "sessions", "session_key", "files"}
	unasked({"volume": [{"efs_volume_configuration": [null]}]}) == {"address", "sessions", "session_key"}
}
