# METADATA
# title: Users sign in with MFA
# description: >-
#   A password can be guessed, reused or given away by mistake; with MFA it is not enough. The credential report shows who
#   has a device. Configuration cannot: there, a policy that denies everything but enrolling to those who signed in without MFA
#   is the best sign.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
#   - https://repost.aws/knowledge-center/mfa-iam-user-aws-cli
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
# custom:
#   id: HIPAA-IAM-006
#   severity: high
#   citations: ["164.312(d)", "164.312(a)(1)", "164.312(a)(2)(i)"]
#   nprm: ["164.312(f)(2)(ii)"]
#   resources:
#     aws_iam_credential_report_user: {user: string, password_enabled: bool, mfa_active: bool}
#     aws_iam_user_login_profile: {}
#   related:
#     inline: {type: aws_iam_user_policy, on: user = user, more: helps, attributes: &document {policy: document}}
#     attached:
#       type: aws_iam_user_policy_attachment
#       on: user = user
#       more: helps
#       attributes: &attachment {policy_arn: string}
#       related: &managed
#         policy: {type: aws_iam_policy, on: arn = policy_arn, more: helps, attributes: *document}
#     memberships:
#       type: aws_iam_user_group_membership
#       on: user = user
#       more: helps
#       related:
#         inline: {type: aws_iam_group_policy, on: "group = groups[]", more: helps, attributes: *document}
#         attached:
#           type: aws_iam_group_policy_attachment
#           on: group = groups[]
#           more: helps
#           attributes: *attachment
#           related: *managed
#     groups:
#       type: aws_iam_group_membership
#       on: users[] = user
#       more: helps
#       related:
#         inline: {type: aws_iam_group_policy, on: group = group, more: helps, attributes: *document}
#         attached:
#           type: aws_iam_group_policy_attachment
#           on: group = group
#           more: helps
#           attributes: *attachment
#           related: *managed
#   assertions:
#     console: {title: Users with a password have an MFA device, reads: [user, password_enabled, mfa_active]}
#     everyone: {title: Every user has an MFA device, severity: medium, reads: [user, mfa_active]}
#     enforced:
#       title: Whoever signs in with a password can do nothing without MFA
#       severity: info
#       reads: [_.inline, _.attached, _.memberships, _.groups]
#   remediation: Give the user an MFA device, or move people to IAM Identity Center.
package hipaactl.aws.iam.user_mfa

assertions := {
	"aws_iam_credential_report_user": {"console", "everyone"},
	"aws_iam_user_login_profile": {"enforced"},
}

root if input.user == "<root_account>"

deny contains {
	"assertion": "console",
	"paths": ["user", "password_enabled", "mfa_active"],
	"message": "the user has a password and no MFA device",
} if {
	input.password_enabled
	not input.mfa_active
	not root
}

deny contains {"assertion": "everyone", "paths": ["user", "mfa_active"], "message": "the user has no MFA device"} if {
	input._.type == "aws_iam_credential_report_user"
	not input.mfa_active
	not root
}

not_applicable contains {
	"assertion": "console",
	"paths": ["password_enabled"],
	"message": "the user has no password",
} if {
	input._.type == "aws_iam_credential_report_user"
	not input.password_enabled
}

not_applicable contains {
	"assertion": assertion,
	"paths": ["user"],
	"message": "the root user is judged by other rules",
} if {
	some assertion in assertions.aws_iam_credential_report_user
	root
}

# holders are the user and its groups, by where their policies stand.
holders["_"] := input._

holders[sprintf("_.%s[%d]._", [list, i])] := membership._ if {
	some list in ["memberships", "groups"]
	some i, membership in input._[list]
}

enforced if {
	some _, holder in holders
	some policy in holder.inline
	some statement in policy.policy.Statement
	demands_mfa(statement)
}

enforced if {
	some _, holder in holders
	some attachment in holder.attached
	some policy in attachment._.policy
	some statement in policy.policy.Statement
	demands_mfa(statement)
}

# demands_mfa holds for a Deny of everything, or of everything but some actions, on no other
# condition than that MFA is missing. (Null does not find that out: whoever signs in to the console
# without MFA has the key, and it is false.) What a service of AWS does for somebody may be spared.
demands_mfa(statement) if {
	statement.Effect == "Deny"
	broad(statement)
	"*" in statement.Resource
	conditions := {[lower(key), lower(sprintf("%v", [value])), lower(operator) in {"bool", "boolifexists"}] |
		some operator, keys in statement.Condition
		some key, values in keys
		some value in values
	}
	conditions - {["aws:viaawsservice", "false", true]} == {["aws:multifactorauthpresent", "false", true]}
}

broad(statement) if "*" in statement.Action

broad(statement) if {
	statement.NotAction
	not "*" in statement.NotAction
}

# searched are the lists in which such a policy may stand. AWS's own managed policies
# hold none, so that it does not matter that they are not in the set.
searched contains sprintf("%s.inline[*].policy", [at]) if {
	some at in ["_", "_.memberships[*]._", "_.groups[*]._"]
}

searched contains sprintf("%s.attached[*].policy_arn", [at]) if {
	some at in ["_", "_.memberships[*]._", "_.groups[*]._"]
}

searched contains sprintf("%s.attached[%d]._.policy[*].policy", [at, i]) if {
	some at, holder in holders
	some i, attachment in holder.attached
	not contains(object.get(attachment, "policy_arn", ""), ":iam::aws:policy/")
}

deny contains {
	"assertion": "enforced",
	"paths": searched,
	"message": "no policy of the user denies everything to those who signed in without MFA",
} if {
	input._.type == "aws_iam_user_login_profile"
	not enforced
}

not_applicable contains {
	"assertion": assertion,
	"paths": ["_.type"],
	"message": "this is asked of other resources",
} if {
	some type, others in assertions
	type != input._.type
	some assertion in others
}
