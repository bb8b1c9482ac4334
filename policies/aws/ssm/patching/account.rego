# METADATA
# title: Something installs patches on the instances
# description: The baselines of AWS say which patches are missing, and nothing installs them until an association or a maintenance window runs it.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-ssm-documents.html
# custom:
#   id: HIPAA-SSM-003
#   severity: info
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.308(a)(4)"]
#   scope: account
#   resources:
#     aws_instance: {}
#     aws_ssm_association: {name: string}
#     aws_ssm_maintenance_window_task: {task_arn: string}
#   assertions:
#     installed: {title: Something installs patches on the instances}
#   remediation: Declare an aws_ssm_association of AWS-RunPatchBaseline with Operation = Install and a schedule, for all instances.
package hipaactl.aws.ssm.patching_account

installing contains name if some name in {association.name | some association in input.aws_ssm_association}

installing contains name if some name in {task.task_arn | some task in input.aws_ssm_maintenance_window_task}

installed if {
	some name in installing
	regex.match(`(^|[:/])AWS-(RunPatchBaseline(Association|WithHooks)?|PatchInstanceWithRollback|PatchAsgInstance)$`, name)
}

deny contains {
	"assertion": "installed",
	"paths": ["aws_instance", "aws_ssm_association[*].name", "aws_ssm_maintenance_window_task[*].task_arn"],
	"message": "there are instances, and no association or maintenance window installs patches on them",
} if {
	count(input.aws_instance) > 0
	not installed
}

not_applicable contains {"assertion": "installed", "paths": ["aws_instance"], "message": "there are no instances"} if {
	count(input.aws_instance) == 0
}

not_applicable contains {"assertion": "installed", "paths": ["_.source"], "message": "of an account it counts whether the nodes are compliant"} if {
	input._.source == "live"
}
