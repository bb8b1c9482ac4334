# METADATA
# title: S3 buckets cannot be written by the public
# description: >-
#   Whoever may put or delete objects, or change ACLs, can destroy or falsify records, and give away the right to read them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
# custom:
#   id: HIPAA-S3-006
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(c)(1)", "164.312(e)(1)"]
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
#     Remove write grants to AllUsers and AuthenticatedUsers and the wildcard principal from the bucket policy. A public
#     access block with ignore_public_acls and restrict_public_buckets closes what remains.
package hipaactl.aws.s3.public_write

import data.hipaactl.lib.buckets
import data.hipaactl.lib.iam

deny contains {"paths": array.concat(seen, buckets.block_paths("ignore_public_acls")), "message": message} if {
	not buckets.blocked("ignore_public_acls")
	some seen in buckets.public_acls({"public-read-write"}, {"WRITE", "WRITE_ACP", "FULL_CONTROL"})
	message := "an ACL lets the public write, and no public access block ignores it"
}

deny contains {"paths": array.concat(seen, buckets.block_paths("restrict_public_buckets")), "message": message} if {
	not buckets.blocked("restrict_public_buckets")
	some i, attached in input._.policies
	some n in writable(attached.policy)
	seen := iam.paths(sprintf("_.policies[%d].policy", [i]), attached.policy, n)
	message := "the bucket policy lets the public write, and no public access block restricts it"
}

# writable are the statements that let the public do actions that start like these, spelled
# out or by a wildcard or exception that includes one of the telling ones.
writable(document) := {n |
	some action in (writing | iam.spelled(document, `^s3:(abort|bypass|delete|put|replicate|restore)`))
	some n in iam.public_for(document, action)
}

writing := {
	"s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutObjectVersionAcl", "s3:DeleteObject",
	"s3:DeleteObjectVersion", "s3:RestoreObject", "s3:ReplicateObject", "s3:AbortMultipartUpload",
	"s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:DeleteBucket",
}
