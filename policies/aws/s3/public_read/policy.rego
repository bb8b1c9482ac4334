# METADATA
# title: S3 buckets cannot be read by the public
# description: >-
#   An ACL for everybody or for every AWS account, or a bucket policy for Principal "*" without a condition that names who
#   may come, publishes whatever the bucket holds.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
# custom:
#   id: HIPAA-S3-005
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(e)(1)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     acls:
#       type: aws_s3_bucket_acl
#       on: bucket = id
#       attributes: {acl: string, access_control_policy: [{grant: [{permission: string, grantee: [{uri: string}]}]}]}
#     policies: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {policy: document}}
#     block:
#       type: aws_s3_bucket_public_access_block
#       on: bucket = id
#       more: helps
#       attributes: &flags {ignore_public_acls: bool, restrict_public_buckets: bool}
#     account:
#       type: aws_s3_account_public_access_block
#       on: account
#       more: helps
#       attributes: *flags
#   remediation: >-
#     Remove public grants and the wildcard principal, and serve public content through CloudFront with origin access
#     control. A public access block with ignore_public_acls and restrict_public_buckets closes what remains.
package hipaactl.aws.s3.public_read

import data.hipaactl.lib.buckets
import data.hipaactl.lib.iam

deny contains {"paths": array.concat(seen, buckets.block_paths("ignore_public_acls")), "message": message} if {
	not buckets.blocked("ignore_public_acls")
	some seen in buckets.public_acls({"public-read", "public-read-write", "authenticated-read"}, {"READ", "READ_ACP", "FULL_CONTROL"})
	message := "an ACL lets the public read, and no public access block ignores it"
}

deny contains {"paths": array.concat(seen, buckets.block_paths("restrict_public_buckets")), "message": message} if {
	not buckets.blocked("restrict_public_buckets")
	some i, attached in input._.policies
	some n in readable(attached.policy)
	seen := iam.paths(sprintf("_.policies[%d].policy", [i]), attached.policy, n)
	message := "the bucket policy lets the public read, and no public access block restricts it"
}

# readable are the statements that let the public do actions that start with s3:Get and
# s3:List, spelled out or by a wildcard or exception that includes one of the telling ones.
readable(document) := {n |
	some action in (reading | iam.spelled(document, `^s3:(get|list)`))
	some n in iam.public_for(document, action)
}

reading := {
	"s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectAttributes",
	"s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts",
	"s3:GetBucketAcl", "s3:GetBucketPolicy",
}
