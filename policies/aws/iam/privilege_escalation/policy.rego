# METADATA
# title: No policy lets its holder grant itself more
# description: >-
#   Who may rewrite policies, make credentials for others, or hand any role to a service that runs code, holds every right of the
#   account, whatever the policy seems to say.
# related_resources:
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
# custom:
#   id: HIPAA-IAM-014
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     aws_iam_policy: &policy {policy: document}
#     aws_iam_role_policy: *policy
#     aws_iam_user_policy: *policy
#     aws_iam_group_policy: *policy
#   remediation: >-
#     Limit iam:PassRole and the actions that write policies or credentials to named ARNs, or delegate them with a condition on
#     iam:PermissionsBoundary, iam:PolicyARN or iam:PassedToService.
package hipaactl.aws.iam.privilege_escalation

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_grants

# sufficient are actions of which one on every resource is enough, and the conditions that take
# that from it: AWS lists the keys of each action in the reference of IAM's actions.
sufficient := {
	"iam:AddUserToGroup": [],
	"iam:AttachGroupPolicy": ["iam:policyarn"],
	"iam:AttachRolePolicy": ["iam:policyarn", "iam:permissionsboundary"],
	"iam:AttachUserPolicy": ["iam:policyarn", "iam:permissionsboundary"],
	"iam:CreateAccessKey": [],
	"iam:CreateLoginProfile": [],
	"iam:CreatePolicyVersion": [],
	"iam:DeleteRolePermissionsBoundary": ["iam:permissionsboundary"],
	"iam:DeleteUserPermissionsBoundary": ["iam:permissionsboundary"],
	"iam:PutGroupPolicy": [],
	"iam:PutRolePolicy": ["iam:permissionsboundary"],
	"iam:PutUserPolicy": ["iam:permissionsboundary"],
	"iam:SetDefaultPolicyVersion": [],
	"iam:UpdateAssumeRolePolicy": [],
	"iam:UpdateLoginProfile": [],
	"lambda:UpdateFunctionCode": [],
	"ssm:SendCommand": [],
	"ssm:StartSession": [],
	"sts:AssumeRole": [],
}

deny contains {"paths": iam.paths("policy", input.policy, n), "message": message} if {
	some action, keys in sufficient
	some n in iam_grants.wide(input.policy, action)
	not limited(input.policy.Statement[n], keys)
	message := sprintf("the policy allows %s on every resource, which is enough to gain any right", [action])
}

# limited holds where a condition names the boundary, or the policies, none of which is an
# administrator's. A pattern of AWS's own policies includes those.
limited(statement, keys) if {
	"iam:permissionsboundary" in keys
	iam.limits(statement, `^iam:permissionsboundary$`, `^[^*?$]+$`)
}

limited(statement, keys) if {
	"iam:policyarn" in keys
	iam.limits(statement, `^iam:policyarn$`, `^[^*?$]+$`)
	not names_administrator(statement)
}

names_administrator(statement) if {
	some members in statement.Condition
	some key, values in members
	lower(key) == "iam:policyarn"
	some value in values
	is_string(value)
	regex.match(`:iam::aws:policy/(AdministratorAccess|IAMFullAccess|PowerUserAccess)$`, value)
}

# running are actions that start something under a role that is passed, and the service
# which then assumes it: those that name iam:PassRole as a dependent action in the reference.
running := {
	"apprunner:CreateService": "tasks.apprunner.amazonaws.com",
	"autoscaling:CreateLaunchConfiguration": "ec2.amazonaws.com",
	"batch:RegisterJobDefinition": "ecs-tasks.amazonaws.com",
	"bedrock:CreateAgent": "bedrock.amazonaws.com",
	"cloudformation:CreateStack": "cloudformation.amazonaws.com",
	"cloudformation:UpdateStack": "cloudformation.amazonaws.com",
	"codebuild:CreateProject": "codebuild.amazonaws.com",
	"codebuild:UpdateProject": "codebuild.amazonaws.com",
	"datapipeline:CreatePipeline": "datapipeline.amazonaws.com",
	"ec2:AssociateIamInstanceProfile": "ec2.amazonaws.com",
	"ec2:ReplaceIamInstanceProfileAssociation": "ec2.amazonaws.com",
	"ec2:RequestSpotInstances": "ec2.amazonaws.com",
	"ec2:RunInstances": "ec2.amazonaws.com",
	"ecs:RegisterTaskDefinition": "ecs-tasks.amazonaws.com",
	"ecs:RunTask": "ecs-tasks.amazonaws.com",
	"elasticmapreduce:RunJobFlow": "elasticmapreduce.amazonaws.com",
	"emr-serverless:StartJobRun": "emr-serverless.amazonaws.com",
	"glue:CreateDevEndpoint": "glue.amazonaws.com",
	"glue:CreateJob": "glue.amazonaws.com",
	"glue:UpdateJob": "glue.amazonaws.com",
	"lambda:CreateFunction": "lambda.amazonaws.com",
	"lambda:UpdateFunctionConfiguration": "lambda.amazonaws.com",
	"sagemaker:CreateNotebookInstance": "sagemaker.amazonaws.com",
	"sagemaker:CreateProcessingJob": "sagemaker.amazonaws.com",
	"sagemaker:CreateTrainingJob": "sagemaker.amazonaws.com",
	"scheduler:CreateSchedule": "scheduler.amazonaws.com",
	"states:CreateStateMachine": "states.amazonaws.com",
	"states:UpdateStateMachine": "states.amazonaws.com",
}

deny contains {"paths": array.concat(passing, starting), "message": message} if {
	some n in iam_grants.wide(input.policy, "iam:PassRole")
	some action, service in running
	passes_to(input.policy.Statement[n], service)
	some m, statement in input.policy.Statement
	statement.Effect == "Allow"
	iam.covers(statement, action)
	iam.allowed(input.policy, statement, action)
	passing := iam.paths("policy", input.policy, n)
	starting := [path | path := iam.path("policy", m); m != n]
	message := sprintf("the policy allows iam:PassRole on every role, and %s, which runs under the role that is passed", [action])
}

# passes_to holds where the role can be passed to the service: no condition on
# iam:PassedToService, or one that includes it.
passes_to(statement, _) if not iam.demands(statement, {"iam:passedtoservice"})

passes_to(statement, service) if {
	some members in statement.Condition
	some key, values in members
	lower(key) == "iam:passedtoservice"
	some value in values
	iam.matches(value, service)
}
