# METADATA
# title: Task definitions hold no secrets and no PHI
# description: Whoever may describe a task definition can read the environment of its containers, in every revision that ever was.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition
# custom:
#   id: HIPAA-ECS-001
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)"]
#   resources: {aws_ecs_task_definition: {container_definitions: [{environment: [{name: string, value: examined(name)}]}]}}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   remediation: Move the variable to the container's secrets, with valueFrom naming a secret or parameter. Replace what the environment gave away.
package hipaactl.aws.ecs.task_secrets

import data.hipaactl.lib.contents

deny contains {"paths": array.concat([at("name", i, j)], contents.at(at("value", i, j), places)), "message": message} if {
	some i, container in input.container_definitions
	some j, variable in container.environment
	places := contents.told(variable.value, {"credential", "phi"})
	count(places) > 0
	message := sprintf("a variable of a container holds %s", [contents.said(variable.value, places)])
}

at(attribute, i, j) := sprintf("container_definitions[%d].environment[%d].%s", [i, j, attribute])
