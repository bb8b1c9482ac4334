# METADATA
# title: Rights are given through groups and managed policies
# description: >-
#   A right that hangs on one user is forgotten when the task ends, and nobody finds it by looking at groups. Managed policies are
#   reviewed once and have versions; an inline policy is found only by looking at its holder.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_choosing-managed-or-inline.html
# custom:
#   id: HIPAA-IAM-012
#   severity: low
#   citations: ["164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(4)(i)"]
#   resources:
#     aws_iam_user_policy: {}
#     aws_iam_user_policy_attachment: {}
#     aws_iam_policy_attachment: {users: [string]}
#     aws_iam_role_policy: {}
#     aws_iam_group_policy: {}
#     aws_iam_user: {}
#     aws_iam_group: {}
#   related:
#     memberships: {type: aws_iam_user_group_membership, on: user = name, more: helps, attributes: {groups: [string]}}
#     groups: {type: aws_iam_group_membership, on: "users[] = name", more: helps}
#     joined: {type: aws_iam_user_group_membership, on: "groups[] = name", more: helps}
#     members: {type: aws_iam_group_membership, on: group = name, more: helps, attributes: {users: [string]}}
#   assertions:
#     users: {title: No policy is attached to a user or part of one, reads: [users]}
#     inline: {title: Roles and groups have managed policies, severity: info, reads: []}
#     member: {title: Users are in a group, severity: info, reads: [_.memberships, _.groups]}
#     populated: {title: Groups have users, severity: info, reads: [_.joined, _.members]}
#   remediation: Attach managed policies to groups and put the users there, or use permission sets of IAM Identity Center.
package hipaactl.aws.iam.groups

# asked are the types that an assertion is asked of.
asked := {
	"users": {"aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment"},
	"inline": {"aws_iam_role_policy", "aws_iam_group_policy"},
	"member": {"aws_iam_user"},
	"populated": {"aws_iam_group"},
}

deny contains {"assertion": "users", "paths": ["_.type"], "message": "a policy is part of a user"} if {
	input._.type == "aws_iam_user_policy"
}

deny contains {"assertion": "users", "paths": ["_.type"], "message": "a policy is attached to a user"} if {
	input._.type == "aws_iam_user_policy_attachment"
}

deny contains {"assertion": "users", "paths": [sprintf("users[%d]", [i])], "message": "a policy is attached to a user"} if {
	some i, _ in input.users
}

deny contains {"assertion": "inline", "paths": ["_.type"], "message": "the policy is part of its holder, where no version or review of it is seen"} if {
	input._.type in asked.inline
}

deny contains {"assertion": "member", "paths": ["_.memberships[*].groups", "_.groups"], "message": "the user is in no group"} if {
	input._.type in asked.member
	count(input._.groups) == 0
	not joins
}

joins if {
	some membership in input._.memberships
	some _ in membership.groups
}

deny contains {"assertion": "populated", "paths": ["_.joined", "_.members[*].users"], "message": "the group has no users"} if {
	input._.type in asked.populated
	count(input._.joined) == 0
	not has_members
}

has_members if {
	some membership in input._.members
	some _ in membership.users
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of other resources"} if {
	some assertion, types in asked
	not input._.type in types
}
