# METADATA
# title: Containers log, and tasks stay private
# description: >-
#   What a container writes is often the only record of who asked it for what. ECS Exec is a shell in a container: the
#   cluster says where its sessions are logged. Its setting DEFAULT does not count, as then each task decides, and nothing is
#   logged where a container's driver is another than awslogs.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster
# custom:
#   id: HIPAA-ECS-003
#   severity: medium
#   citations: ["164.312(b)", "164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_ecs_task_definition:
#       container_definitions: [{logConfiguration: [{logDriver: string}]}]
#       volume: [{efs_volume_configuration: [{transit_encryption: string}]}]
#     aws_ecs_service: {network_configuration: [{assign_public_ip: bool}]}
#     aws_ecs_cluster:
#       configuration:
#         - execute_command_configuration:
#             - kms_key_id: string
#               logging: string
#               log_configuration: [{cloud_watch_log_group_name: string, s3_bucket_name: string}]
#   assertions:
#     logged: {title: Each container has a log driver, reads: [container_definitions]}
#     files: {title: Tasks reach EFS file systems with TLS, reads: [volume]}
#     address: {title: The tasks of a service get no public IP address, reads: [network_configuration]}
#     sessions:
#       title: What is done through ECS Exec is logged where the cluster says
#       reads:
#         - "configuration[*].execute_command_configuration[*].logging"
#         - "configuration[*].execute_command_configuration[*].log_configuration"
#     session_key:
#       title: Sessions of ECS Exec are encrypted with a KMS key
#       reads: ["configuration[*].execute_command_configuration[*].kms_key_id"]
#   remediation: >-
#     Give each container a logConfiguration, EFS volumes transit_encryption = "ENABLED", services assign_public_ip = false, and the
#     cluster an execute_command_configuration with a kms_key_id, logging = "OVERRIDE" and a log group or bucket.
package hipaactl.aws.ecs.logging

subject := {
	"aws_ecs_task_definition": {"logged", "files"},
	"aws_ecs_service": {"address"},
	"aws_ecs_cluster": {"sessions", "session_key"},
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "it is about another kind of resource"} if {
	some type, assertions in subject
	type != input._.type
	some assertion in assertions
}

deny contains {
	"assertion": "logged",
	"paths": [sprintf("container_definitions[%d].logConfiguration", [i])],
	"message": "a container has no log driver",
} if {
	some i, container in input.container_definitions
	container != null
	not logs(container)
}

logs(container) if {
	some config in container.logConfiguration
	lower(config.logDriver) != "none"
}

deny contains {
	"assertion": "files",
	"paths": [sprintf("volume[%d].efs_volume_configuration[%d].transit_encryption", [i, j])],
	"message": "an EFS file system is reached without TLS",
} if {
	some i, volume in input.volume
	some j, files in volume.efs_volume_configuration
	files != null
	object.get(files, "transit_encryption", "") != "ENABLED"
}

not_applicable contains {"assertion": "files", "paths": ["volume"], "message": "it reaches no EFS file system"} if {
	input._.type == "aws_ecs_task_definition"
	count([files | some volume in input.volume; some files in volume.efs_volume_configuration]) == 0
}

deny contains {
	"assertion": "address",
	"paths": [sprintf("network_configuration[%d].assign_public_ip", [i])],
	"message": "tasks get a public IP address",
} if {
	some i, network in input.network_configuration
	network.assign_public_ip
}

exec(attribute) := sprintf("configuration[*].execute_command_configuration[*].%s", [attribute])

deny contains {
	"assertion": "sessions",
	"paths": [exec("logging"), exec("log_configuration")],
	"message": "the cluster does not say where sessions of ECS Exec are logged",
} if {
	input._.type == "aws_ecs_cluster"
	not overridden
}

overridden if {
	some command in input.configuration[_].execute_command_configuration
	command.logging == "OVERRIDE"
	some target in command.log_configuration
	some name in ["cloud_watch_log_group_name", "s3_bucket_name"]
	target[name] != ""
}

deny contains {
	"assertion": "session_key",
	"paths": [exec("kms_key_id")],
	"message": "sessions of ECS Exec are not encrypted with a KMS key",
} if {
	input._.type == "aws_ecs_cluster"
	not encrypted
}

encrypted if {
	some command in input.configuration[_].execute_command_configuration
	command.kms_key_id != ""
}
