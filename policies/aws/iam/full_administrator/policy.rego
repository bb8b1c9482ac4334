# METADATA
# title: No policy makes its holder a full administrator
# description: >-
#   Whoever may do everything can read all PHI, switch off the logs and grant themselves more. Rights are given for a task;
#   emergency access has a name, so that its use stands out.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
#   - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html
# custom:
#   id: HIPAA-IAM-009
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(C)", "164.308(a)(4)(i)"]
#   resources:
#     aws_iam_policy: &policy {policy: document}
#     aws_iam_role_policy: *policy
#     aws_iam_user_policy: *policy
#     aws_iam_group_policy: *policy
#     aws_iam_role_policy_attachment: {policy_arn: string, role: string}
#     aws_iam_user_policy_attachment: {policy_arn: string, user: string}
#     aws_iam_group_policy_attachment: {policy_arn: string, group: string}
#     aws_iam_policy_attachment: {policy_arn: string, roles: [string], users: [string], groups: [string]}
#   params:
#     break_glass: {type: [string], default: [break-glass], stricter: fewer, source: "names of the roles, users and groups for emergencies, 164.312(a)(2)(ii)"}
#   assertions:
#     administrator: {title: Nobody may do everything, reads: [policy, policy_arn]}
#   remediation: >-
#     Allow the actions and resources that the task needs. Roles for emergencies are listed by name in the parameter break_glass.
package hipaactl.aws.iam.full_administrator

import data.hipaactl.lib.iam

deny contains {"assertion": "administrator", "paths": paths, "message": "the policy allows every action on every resource"} if {
	some n, statement in input.policy.Statement
	statement.Effect == "Allow"
	every_action(statement)
	every_resource(statement)
	iam.allowed(input.policy, statement, "iam:*")
	paths := iam.paths("policy", input.policy, n)
}

# A wildcard for the service as well is the same as one for everything.
every_action(statement) if {
	some action in statement.Action
	wildcard(action)
}

# All actions but some are everything as long as IAM is not among them, by exception or by a
# Deny: its actions lead to all others.
every_action(statement) if {
	statement.NotAction
	not spares_iam(statement)
}

spares_iam(statement) if {
	some action in statement.NotAction
	is_string(action)
	regex.match(`(?i)^(iam:\*+|\*+|\*+:\*+)$`, action)
}

every_resource(statement) if {
	some resource in statement.Resource
	wildcard(resource)
}

every_resource(statement) if statement.NotResource

wildcard(text) if {
	is_string(text)
	regex.match(`^\*+(:\*+)*$`, text)
}

deny contains {"assertion": "administrator", "paths": array.concat(["policy_arn"], holder_paths), "message": message} if {
	is_string(input.policy_arn)
	regex.match(`:iam::aws:policy/(AdministratorAccess|IAMFullAccess)$`, input.policy_arn)
	not emergency
	message := "a managed policy that amounts to full administration is attached to others than those for emergencies"
}

# attributes name whom a policy is attached to, by resource type. They matter where
# somebody is on the list.
attributes := {
	"aws_iam_role_policy_attachment": ["role"],
	"aws_iam_user_policy_attachment": ["user"],
	"aws_iam_group_policy_attachment": ["group"],
	"aws_iam_policy_attachment": ["roles", "users", "groups"],
}[input._.type]

holder_paths := [] if {
	count(data.params.break_glass) == 0
} else := attributes

holders := {input[name] | some name in attributes; is_string(input[name])} | {holder | some name in attributes; some holder in input[name]}

# emergency holds where everybody whom the policy is attached to is on the list.
emergency if {
	count(holders) > 0
	every holder in holders { holder in data.params.break_glass }
}
