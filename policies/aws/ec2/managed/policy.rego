# METADATA
# title: Instances are managed by Systems Manager
# description: >-
#   An instance that Systems Manager does not know is in no inventory: nobody sees what is installed on it, and nothing patches it.
#   An account shows which running instances it knows. Configuration shows whether the role of an instance allows it, by a managed
#   policy of AWS.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html
# custom:
#   id: HIPAA-EC2-008
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(B)", "164.310(d)(2)(iii)", "164.308(a)(1)(ii)(D)"]
#   resources: {aws_instance: {instance_state: string, iam_instance_profile: string, launch_template: [{}]}}
#   related:
#     known: {type: aws_ssm_instance_information, on: instance_id = id, attributes: {ping_status: string}}
#     settings: {type: aws_ssm_service_setting, on: region, more: helps, attributes: {setting_id: string, setting_value: string}}
#     profiles:
#       type: aws_iam_instance_profile
#       on: name = iam_instance_profile
#       related:
#         roles:
#           type: aws_iam_role
#           on: name = role
#           related:
#             attached: {type: aws_iam_role_policy_attachment, on: role = name, more: helps, attributes: &policy {policy_arn: string}}
#             shared: {type: aws_iam_policy_attachment, on: 'roles[] = name', more: helps, attributes: *policy}
#   assertions:
#     known: {title: Systems Manager reaches the running instance, reads: [instance_state, "_.known[*].ping_status"]}
#     permitted:
#       title: The role of the instance lets Systems Manager manage it
#       severity: info
#       reads: [iam_instance_profile, launch_template, _.settings, _.profiles]
#   remediation: Attach AmazonSSMManagedInstanceCore to the role of the instance's profile, or turn on Default Host Management Configuration, and install the agent.
package hipaactl.aws.ec2.managed

live if input._.source == "live"

deny contains {
	"assertion": "known",
	"paths": ["instance_state", "_.known[*].ping_status"],
	"message": "Systems Manager does not reach the running instance",
} if {
	live
	input.instance_state == "running"
	not online
}

online if {
	some node in input._.known
	node.ping_status == "Online"
}

not_applicable contains {"assertion": "known", "paths": ["instance_state"], "message": "the instance does not run"} if {
	live
	input.instance_state != "running"
}

not_applicable contains {"assertion": "known", "paths": ["_.source"], "message": "only an account shows it"} if not live

not_applicable contains {"assertion": "permitted", "paths": ["_.source"], "message": "of an account is judged what Systems Manager reaches"} if live

# Whatever is launched from a template has the profile of the template.
templated if {
	not input.iam_instance_profile
	count(input.launch_template) > 0
}

not_applicable contains {
	"assertion": "permitted",
	"paths": ["iam_instance_profile", "launch_template"],
	"message": "its launch template says which profile it has",
} if {
	not live
	templated
}

deny contains {
	"assertion": "permitted",
	"paths": array.concat(
		["iam_instance_profile", "launch_template", "_.settings[*].setting_id", "_.settings[*].setting_value"],
		[sprintf("_.profiles[*]._.roles[*]._.%s[*].policy_arn", [list]) | some list in ["attached", "shared"]],
	),
	"message": "it has no role that lets Systems Manager manage it",
} if {
	not live
	not templated
	not permitted
}

# Each of these lets the agent report the instance.
sufficient := `policy/(service-role/)?(AmazonSSMManagedInstanceCore|AmazonSSMManagedEC2InstanceDefaultPolicy|AmazonEC2RoleforSSM)$`

permitted if {
	some role in input._.profiles[_]._.roles
	some list in ["attached", "shared"]
	some attachment in role._[list]
	regex.match(sufficient, attachment.policy_arn)
}

# Default Host Management Configuration lends a role to instances that have none of their own for it.
permitted if {
	some setting in input._.settings
	endswith(setting.setting_id, "/ssm/managed-instance/default-ec2-instance-management-role")
	not setting.setting_value in {"", "$None"}
}
