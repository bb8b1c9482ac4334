# METADATA
# title: Roles say who may assume them
# description: >-
#   A trust policy is the door to everything that its role may do. It names principals, asks other accounts for an external
#   id, AWS services for the account that they act for, and GitHub for the repository.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
#   - https://docs.github.com/en/actions/reference/security/oidc
#   - https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
# custom:
#   id: HIPAA-IAM-013
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(d)", "164.308(b)(1)"]
#   resources: {aws_iam_role: {assume_role_policy: document, path: string}}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: "the organisation's own accounts, which need no external id"}
#   assertions:
#     anyone: {title: No trust policy lets everybody assume the role, severity: critical}
#     accounts: {title: Accounts that are not listed have to give an external id}
#     services: {title: "Services that AWS warns of as confused deputies assume the role for named accounts or resources", severity: medium}
#     web: {title: "Tokens of identity providers name who may use them, those of GitHub the repository"}
#   remediation: >-
#     Name the principals. Ask sts:ExternalId of vendors, aws:SourceAccount of services, and of GitHub a sub such as
#     repo:OWNER/REPOSITORY:ref:refs/heads/main. List the accounts of the organisation in the parameter accounts.
package hipaactl.aws.iam.role_trust

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_sharing

trust := input.assume_role_policy

assuming := ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"]

# open are the statements by which somebody can assume the role: Allows of which no Deny takes all back.
open[n] := statement if {
	some n, statement in trust.Statement
	statement.Effect == "Allow"
	some action in assuming
	iam.covers(statement, action)
	iam.allowed(trust, statement, action)
}

path(n) := iam.path("assume_role_policy", n)

deny contains {"assertion": "anyone", "paths": array.concat(iam.paths("assume_role_policy", trust, n), ["path"]), "message": message} if {
	some n, statement in open
	iam.public(statement)
	n in iam.public_statements(trust)
	message := "everybody may assume the role, and no condition confines who that is"
}

# foreign are accounts that are neither listed nor vouched for, by path. One of them may be the own one.
foreign := {at: account |
	some at, account in iam_sharing.named("assume_role_policy", trust, data.params.accounts)
	some n, statement in open
	startswith(at, sprintf("%s.", [path(n)]))
	not vouched(statement)
}

# A vendor gives the id by which it knows us, and members of an organisation are known by that.
vouched(statement) if iam.demands(statement, {"sts:externalid", "aws:principalorgid", "aws:principalorgpaths"})

certain if iam_sharing.certain(foreign, data.params.accounts)

deny contains {"assertion": "accounts", "paths": array.concat([at | some at, _ in foreign], ["path"]), "message": message} if {
	count(foreign) > 0
	certain
	message := "an account that is not listed may assume the role, and no condition asks for an external id"
}

unknown contains {"assertion": "accounts", "paths": [at], "message": message} if {
	some at, _ in foreign
	not certain
	message := "whether this is the role's own account is not in the code: name it by data.aws_caller_identity, or list it"
}

# deputies are services of which AWS documents that a role for them should say for whom they act.
deputies := {
	"autoscaling": "https://docs.aws.amazon.com/autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html",
	"bedrock": "https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html",
	"cloudformation": "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cross-service-confused-deputy-prevention.html",
	"codebuild": "https://docs.aws.amazon.com/codebuild/latest/userguide/cross-service-confused-deputy-prevention.html",
	"codepipeline": "https://docs.aws.amazon.com/codepipeline/latest/userguide/cross-service-confused-deputy-prevention.html",
	"comprehend": "https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html",
	"config": "https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html",
	"datasync": "https://docs.aws.amazon.com/datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
	"ecs-tasks": "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
	"logs": "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
	"monitoring.rds": "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
	"sagemaker": "https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html",
	"scheduler": "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
	"ssm": "https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
	"states": "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
	"transcribe": "https://docs.aws.amazon.com/transcribe/latest/dg/confused-deputy.html",
	"transfer": "https://docs.aws.amazon.com/transfer/latest/userguide/confused-deputy.html",
	"vpc-flow-logs": "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
}

acting_for := {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"}

deny contains {"assertion": "services", "paths": [at, "path"], "message": message} if {
	some n, statement in open
	some i, service in statement.Principal.Service
	is_string(service)
	some name, _ in deputies
	startswith(lower(service), sprintf("%s.", [name]))
	not iam.demands(statement, acting_for)
	at := sprintf("%s.Principal.Service[%d]", [path(n), i])
	message := sprintf("%s may assume the role for any account: no condition names aws:SourceAccount or aws:SourceArn", [name])
}

github := "token.actions.githubusercontent.com"

# web are the statements by which tokens of an OpenID Connect provider can assume the role,
# but for those of Cognito, which needs no provider.
web[n] := statement if {
	some n, statement in open
	some provider in statement.Principal.Federated
	is_string(provider)
	regex.match(`:oidc-provider/|^ref:aws_iam_openid_connect_provider\.`, provider)
}

of_github(statement) if {
	some provider in statement.Principal.Federated
	is_string(provider)
	contains(lower(provider), github)
}

of_github(statement) if {
	some members in statement.Condition
	some key, _ in members
	startswith(lower(key), github)
}

deny contains {"assertion": "web", "paths": array.concat(iam.paths("assume_role_policy", trust, n), ["path"]), "message": message} if {
	some n, statement in web
	of_github(statement)
	not pinned(statement)
	message := sprintf("GitHub's workflows of more than one repository may assume the role: %s", [why(statement)])
}

# AWS advises against ForAllValues in an Allow, as it is true where the request lacks the key.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
why(statement) := "ForAllValues and IfExists let in a token without the claim" if {
	some operator, keys in statement.Condition
	regex.match(`^forallvalues:|ifexists$`, lower(operator))
	some key, _ in keys
	some claim, _ in repository
	endswith(lower(key), sprintf(":%s", [claim]))
} else := "no condition pins sub to one"

deny contains {"assertion": "web", "paths": array.concat(iam.paths("assume_role_policy", trust, n), ["path"]), "message": message} if {
	some n, statement in web
	not of_github(statement)
	not identifies(statement)
	message := "whoever has a token of the identity provider may assume the role: no condition says whose or for whom"
}

# identifies holds where a condition asks for the subject or the audience of the token.
identifies(statement) if iam.limits(statement, `:(sub|aud|oaud|azp|amr)$`, `[^*]`)

# pinned holds where a condition names repositories by a claim of the token: a wildcard
# stands behind the repository's name at most.
pinned(statement) if {
	some claim, accepted in repository
	iam.limits(statement, sprintf(`^%s.*:%s$`, [replace(github, ".", `\.`), claim]), accepted)
}

# repository are the claims that name a repository, and the values that name one. A token
# may stand for a name that apply fills.
repository := {
	"sub": `^(repo:([^*?$/:]+/(ref:)?[^*?$/:]+|ref:[^*?$/:]+):|repository:[^*?$/:]+/[^*?$/:]+(:|$)|repository_id:[0-9]+(:|$))`,
	"repository": `^([^*?$/:]+/(ref:)?[^*?$/:]+|ref:[^*?$/:]+)$`,
	"repository_id": `^([0-9]+|ref:[^*?$/:]+)$`,
}

# What AWS makes for a service of its own is AWS's to trust.
not_applicable contains {"assertion": assertion, "paths": ["path"], "message": "a service-linked role's trust is AWS's own"} if {
	startswith(input.path, "/aws-service-role/")
	some assertion in {"anyone", "accounts", "services", "web"}
}

not_applicable contains {"assertion": "web", "paths": ["assume_role_policy"], "message": "the role trusts no OpenID Connect provider"} if {
	count(web) == 0
}
