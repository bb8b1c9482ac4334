# METADATA
# title: Policies name actions and resources
# description: >-
#   service:* includes what nobody thought of, among it deleting, publishing and reading everything that the service holds, and
#   every action that AWS adds. The same holds for an action that writes, where it is allowed on every resource there is.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
#   - https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html
# custom:
#   id: HIPAA-IAM-010
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(4)(i)"]
#   resources:
#     aws_iam_policy: &policy {policy: document}
#     aws_iam_role_policy: *policy
#     aws_iam_user_policy: *policy
#     aws_iam_group_policy: *policy
#   related:
#     stored_objects: {type: aws_s3_bucket, on: account}
#     stored_rows: {type: aws_db_instance, on: account}
#     stored_clusters: {type: aws_rds_cluster, on: account}
#     stored_items: {type: aws_dynamodb_table, on: account}
#     stored_files: {type: aws_efs_file_system, on: account}
#   assertions:
#     services: {title: No policy allows a whole service on every resource, reads: [policy]}
#     writes: {title: Actions that write are allowed on named resources, reads: [policy]}
#     marketplace: {title: Subscriptions to other companies' products are allowed by product, reads: [policy]}
#     phi: {title: No policy allows a whole service that holds PHI or writing to all of it, severity: high}
#   remediation: >-
#     List the actions and the ARNs that the task needs; a condition on aws:ResourceTag or aws-marketplace:ProductId also names them.
package hipaactl.aws.iam.wildcards

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_grants
import data.hipaactl.lib.phi_stores

# whole_services are the patterns that the policy's Allows spell out for all of a service.
whole_services := iam.spelled(input.policy, `^[^:]*[^:*][^:]*:\*+$`)

# everything are the statements that allow all services, or all but some.
everything contains n if {
	some n in iam_grants.wide(input.policy, "*")
}

everything contains n if {
	some n, statement in input.policy.Statement
	statement.NotAction
	some action in writing
	n in iam_grants.wide(input.policy, action)
}

deny contains {"assertion": "services", "paths": iam.paths("policy", input.policy, n), "message": message} if {
	some pattern in whole_services
	some n in iam_grants.wide(input.policy, pattern)
	message := "the policy allows all actions of a service on every resource"
}

deny contains {"assertion": "services", "paths": iam.paths("policy", input.policy, n), "message": message} if {
	some n in everything
	message := "the policy allows all actions, or all but some, on every resource"
}

# writing are actions that change or give away what holds data, keeps copies or logs, or guards
# them, and that can be allowed by resource:
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
writing := {
	"backup:DeleteBackupVault", "backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy",
	"cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail",
	"dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DeleteTable", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:UpdateTable",
	"ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteFlowLogs", "ec2:DeleteSnapshot", "ec2:DeleteVolume", "ec2:ModifySnapshotAttribute", "ec2:TerminateInstances",
	"elasticfilesystem:ClientRootAccess", "elasticfilesystem:ClientWrite", "elasticfilesystem:DeleteFileSystem", "elasticfilesystem:PutFileSystemPolicy",
	"kinesis:DeleteStream", "kinesis:PutRecord", "kinesis:PutRecords",
	"kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion",
	"lambda:AddPermission", "lambda:DeleteFunction", "lambda:UpdateFunctionCode",
	"logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutRetentionPolicy",
	"rds:DeleteDBCluster", "rds:DeleteDBInstance", "rds:DeleteDBSnapshot", "rds:ModifyDBCluster", "rds:ModifyDBClusterSnapshotAttribute",
	"rds:ModifyDBInstance", "rds:ModifyDBSnapshotAttribute",
	"s3:BypassGovernanceRetention", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutBucketAcl",
	"s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutLifecycleConfiguration", "s3:PutObject", "s3:PutObjectAcl",
	"secretsmanager:DeleteSecret", "secretsmanager:PutResourcePolicy", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret",
	"sns:DeleteTopic", "sns:SetTopicAttributes",
	"sqs:DeleteMessage", "sqs:DeleteQueue", "sqs:PurgeQueue", "sqs:SetQueueAttributes",
	"ssm:PutParameter",
}

# written are the statements that allow a writing action, by service.
written[service] contains n if {
	some action in writing
	service := split(action, ":")[0]
	some n in iam_grants.wide(input.policy, action)
}

deny contains {"assertion": "writes", "paths": iam.paths("policy", input.policy, n), "message": message} if {
	some service, statements in written
	some n in statements
	message := sprintf("the policy allows actions of %s that write on every resource", [service])
}

deny contains {"assertion": "marketplace", "paths": iam.paths("policy", input.policy, n), "message": message} if {
	some n in iam_grants.wide(input.policy, "aws-marketplace:Subscribe")
	not iam.demands(input.policy.Statement[n], {"aws-marketplace:productid"})
	message := "the policy allows subscribing to any product of the AWS Marketplace"
}

deny contains {"assertion": "phi", "paths": array.concat(iam.paths("policy", input.policy, n), [store]), "message": message} if {
	some service, stores in phi_stores.marked
	some n in written[service]
	some store in stores
	message := sprintf("the account holds PHI in %s, and the policy allows its actions that write on every resource", [service])
}

not_applicable contains {"assertion": "phi", "paths": phi_stores.searched, "message": "nothing that was read is marked as holding PHI"} if {
	count(phi_stores.marked) == 0
}
