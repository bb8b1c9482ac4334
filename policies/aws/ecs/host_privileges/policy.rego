# METADATA
# title: Containers run without the privileges of their host
# description: >-
#   A container with its host's privileges, processes or network is as good as a login on the host, and on a writable root
#   filesystem an attacker can leave programs behind. Of an account the newest active revision of each family is judged.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition
# custom:
#   id: HIPAA-ECS-002
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(c)(1)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     aws_ecs_task_definition:
#       container_definitions: [{privileged: bool, readonlyRootFilesystem: bool, user: string}]
#       network_mode: string
#       pid_mode: string
#       runtime_platform: [{operating_system_family: string}]
#   assertions:
#     privileged: {title: No container is privileged, reads: ["container_definitions[*].privileged"]}
#     read_only:
#       title: The root filesystem of each container is read-only
#       reads: ["container_definitions[*].readonlyRootFilesystem", runtime_platform]
#     processes: {title: Containers do not see the processes of their host, reads: [pid_mode]}
#     network:
#       title: Containers in the network of their host do not run as root
#       reads: [network_mode, "container_definitions[*].user"]
#   remediation: >-
#     Leave out privileged and pid_mode = "host", use network_mode = "awsvpc", and set readonlyRootFilesystem = true and a user other
#     than root. What has to write gets a volume for it.
package hipaactl.aws.ecs.host_privileges

# container are those that are known.
container[i] := definition if {
	some i, definition in input.container_definitions
	definition != null
}

at(i, attribute) := sprintf("container_definitions[%d].%s", [i, attribute])

deny contains {"assertion": "privileged", "paths": [at(i, "privileged")], "message": "a container has the privileges of root on its host"} if {
	some i
	container[i].privileged
}

deny contains {
	"assertion": "read_only",
	"paths": ["runtime_platform", at(i, "readonlyRootFilesystem")],
	"message": "a container can write to its root filesystem",
} if {
	not windows
	some i, definition in container
	not definition.readonlyRootFilesystem
}

windows if {
	some platform in input.runtime_platform
	startswith(platform.operating_system_family, "WINDOWS")
}

not_applicable contains {
	"assertion": "read_only",
	"paths": ["runtime_platform[0].operating_system_family"],
	"message": "Windows containers need a writable root filesystem",
} if {
	windows
}

deny contains {"assertion": "processes", "paths": ["pid_mode"], "message": "containers see the processes of their host"} if {
	input.pid_mode == "host"
}

deny contains {
	"assertion": "network",
	"paths": ["network_mode", at(i, "user")],
	"message": "a container in the network of its host names no user other than root",
} if {
	input.network_mode == "host"
	some i, definition in container
	root(object.get(definition, "user", ""))
}

# A user is a name or a number, with or without a group. Where none is named the image decides, and most decide for root.
root(user) if regex.match(`^\s*(root|0*)\s*(:|$)`, user)
