# METADATA
# title: Instances and EBS volumes are backed up
# description: >-
#   What is deleted from a disk, by mistake or by malware, is gone unless something keeps copies of it. A selection of AWS Backup
#   or an enabled policy of Data Lifecycle Manager has to take the instance or volume in; a volume may also be taken in with the
#   instance that it is attached to.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_PolicyDetails.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy
# custom:
#   id: HIPAA-EC2-005
#   severity: {default: info, phi: medium}
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_instance: {tags_all: map(string)}
#     aws_ebs_volume: {tags_all: map(string)}
#   related:
#     selection: &selection {type: aws_backup_selection, on: 'resources[] = arn', more: helps}
#     nearby:
#       type: aws_backup_selection
#       on: region
#       more: helps
#       attributes:
#         resources: [string]
#         not_resources: [string]
#         selection_tag: [{key: string, value: string}]
#         condition:
#           - string_equals: &pairs [{key: string, value: string}]
#             string_like: *pairs
#             string_not_equals: *pairs
#             string_not_like: *pairs
#     settings: {type: aws_backup_region_settings, on: region, attributes: {resource_type_opt_in_preference: map(bool)}}
#     policies:
#       type: aws_dlm_lifecycle_policy
#       on: region
#       more: helps
#       attributes:
#         state: string
#         default_policy: string
#         policy_details:
#           - policy_type: string
#             resource_types: [string]
#             target_tags: map(string)
#             exclusions: [{}]
#             parameters: [{exclude_boot_volume: bool}]
#     attachments:
#       type: aws_volume_attachment
#       on: volume_id = id
#       more: helps
#       related:
#         machines:
#           type: aws_instance
#           on: id = instance_id
#           attributes: {tags_all: map(string)}
#           related: {selection: *selection}
#   assertions:
#     covered:
#       title: A selection of AWS Backup or a policy of Data Lifecycle Manager takes it in
#       reads: [_.selection, _.nearby, _.settings, _.policies]
#   remediation: Give the instance or volume the tag that an aws_backup_selection or an aws_dlm_lifecycle_policy selects by.
package hipaactl.aws.ec2.backup_plan

import data.hipaactl.lib.backup_selection

# How surely something is taken in: for certain (2), perhaps (1), or not (0).
level := max(array.concat([selected, managed(input._.type, tags)], with_machine))

tags := object.get(input, "tags_all", {})

selected := 2 if {
	backup_selection.covered
} else := 0 if {
	backup_selection.uncovered
} else := 1

# managed is the surest of the lifecycle policies.
managed(type, tags) := max(array.concat([0], [takes(policy, type, tags) |
	some policy in input._.policies
	policy.state == "ENABLED"
]))

words := {"aws_instance": "INSTANCE", "aws_ebs_volume": "VOLUME"}

# takes tells what a default policy takes, all that it does not exclude, or a custom one, by tags. Where there are several, one
# is enough says the provider's page, while AWS's API speaks of a single tag: that is not certain.
takes(policy, type, _) := 2 - min([1, exceptions(policy)]) if {
	policy.default_policy == words[type]
} else := 0 if {
	policy.default_policy
}

takes(policy, type, tags) := max(array.concat([0], [tagged(detail, tags) |
	some detail in policy.policy_details
	words[type] in detail.resource_types
	detail.policy_type != "EVENT_BASED_POLICY"
])) if {
	not policy.default_policy
}

exceptions(policy) := count([1 | some detail in policy.policy_details; some _ in detail.exclusions])

default tagged(_, _) := 0

tagged(detail, tags) := 2 - min([1, count(left_out) + (count(detail.target_tags) - matching)]) if {
	matching := count([1 | some key, value in detail.target_tags; tags[key] == value])
	matching > 0
	left_out := [1 | some parameters in detail.parameters; parameters.exclude_boot_volume]
}

# with_machine is how surely the instances are taken in that a volume is attached to. A selection that names one by its ARN may
# leave it out again.
with_machine := [found |
	some attachment in input._.attachments
	some machine in attachment._.machines
	found := max([selected_machine(machine), managed("aws_instance", object.get(machine, "tags_all", {}))])
]

selected_machine(machine) := 2 if {
	backup_selection.covered with input as seen(machine)
} else := 1 if {
	not backup_selection.uncovered with input as seen(machine)
} else := 1 if {
	count(machine._.selection) > 0
} else := 0

seen(machine) := {"tags_all": object.get(machine, "tags_all", {}), "_": {"type": "aws_instance", "nearby": input._.nearby, "settings": input._.settings}}

rests_on := array.concat(
	array.concat(
		[sprintf("_.policies[*].%s", [name]) | some name in ["state", "default_policy", "policy_details"]],
		[sprintf("tags_all[%q]", [key]) | some key, _ in input._.policies[_].policy_details[_].target_tags],
	),
	[path | some path in ["_.attachments[*]._.machines[*].tags_all", "_.attachments[*]._.machines[*]._.selection"]; input._.type == "aws_ebs_volume"],
)

deny contains {
	"assertion": "covered",
	"paths": array.concat(backup_selection.paths, rests_on),
	"message": "neither a backup selection nor a lifecycle policy takes it in",
} if {
	level == 0
}

unknown contains {"assertion": "covered", "paths": ["_.nearby", "_.policies"], "message": "whether a backup selection or a lifecycle policy takes it in"} if {
	level == 1
}
