# METADATA
# title: Failed deployments of services with PHI are rolled back
# description: >-
#   A deployment that fails takes a service down until somebody goes back to what ran before. ECS does it by itself with a circuit
#   breaker or alarms that roll back, and where the old tasks stay until the new ones have proved good.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service
# custom:
#   id: HIPAA-ECS-004
#   severity: low
#   citations: ["164.308(a)(7)(i)", "164.312(c)(1)", "164.308(a)(7)(ii)(C)"]
#   resources:
#     aws_ecs_service:
#       deployment_circuit_breaker: &switch [{enable: bool, rollback: bool}]
#       alarms: *switch
#       deployment_controller: [{type: string}]
#       deployment_configuration: [{strategy: string}]
#   remediation: Set deployment_circuit_breaker { enable = true, rollback = true }.
package hipaactl.aws.ecs.rollback

phi if input._.phi == "yes"

safe if {
	some attribute in ["deployment_circuit_breaker", "alarms"]
	some block in input[attribute]
	block.enable
	block.rollback
}

safe if {
	some controller in input.deployment_controller
	controller.type == "CODE_DEPLOY"
}

# In all of these the old tasks run on until traffic has moved.
safe if {
	some configuration in input.deployment_configuration
	configuration.strategy in {"BLUE_GREEN", "LINEAR", "CANARY"}
}

deny contains {
	"paths": ["_.phi", "deployment_circuit_breaker", "alarms", "deployment_controller", "deployment_configuration"],
	"message": "nothing rolls back a deployment that fails",
} if {
	phi
	not safe
}

not_applicable contains {"paths": ["_.phi"], "message": "nothing says that the service holds PHI"} if not phi
