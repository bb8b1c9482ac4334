# METADATA
# title: S3 buckets have no ACLs
# description: >-
#   An ACL gives access past the bucket's policy, object by object, and lets whoever wrote an object own it. With BucketOwnerEnforced
#   S3 takes no notice of ACLs. What needs them is CloudFront's legacy standard logging alone: buckets into which it delivers are left
#   out, while access logs of S3 need but a policy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
# custom:
#   id: HIPAA-S3-013
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.308(a)(3)(i)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     controls: {type: aws_s3_bucket_ownership_controls, on: bucket = id, attributes: {rule: [{object_ownership: string}]}}
#     acls:
#       type: aws_s3_bucket_acl
#       on: bucket = id
#       attributes: {access_control_policy: [{grant: [{grantee: [{id: string}]}]}]}
#     distributions: {type: aws_cloudfront_distribution, on: logging_config.bucket = bucket_domain_name, more: helps}
#   assertions:
#     enforced: {title: The bucket's owner owns every object, reads: [_.controls]}
#     acl: {title: The configuration gives the bucket no ACL but for logs of CloudFront, reads: [_.acls]}
#   remediation: Set object_ownership = "BucketOwnerEnforced" in aws_s3_bucket_ownership_controls, remove aws_s3_bucket_acl, and grant access by the bucket's policy.
package hipaactl.aws.s3.acls_disabled

enforced if {
	some control in input._.controls
	some rule in control.rule
	rule.object_ownership == "BucketOwnerEnforced"
}

# S3 enforces it for new buckets of which nobody says otherwise; one without controls in an
# account is older than that.
enforced if {
	input._.source != "live"
	count(input._.controls) == 0
}

# CloudFront writes its legacy logs as awslogsdelivery, by the canonical id of that account: elsewhere and in China.
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
# https://docs.amazonaws.cn/en_us/aws/latest/userguide/cloudfront.html
writers := {
	"c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
	"a52cb28745c0c06e84ec548334e44bfa7fc2a85c54af20cd59e4969344b7af56",
}

# granted are the paths of grants to CloudFront, whose distribution may be in another stack.
granted contains sprintf("_.acls[%d].access_control_policy[%d].grant[%d].grantee[%d].id", [i, j, k, n]) if {
	some i, acl in input._.acls
	some j, list in acl.access_control_policy
	some k, grant in list.grant
	some n, grantee in grant.grantee
	grantee.id in writers
}

grants := "_.acls[*].access_control_policy[*].grant[*].grantee[*].id"

deny contains {"assertion": "enforced", "paths": ["_.controls[*].rule", "_.controls", "_.distributions", grants], "message": message} if {
	not enforced
	message := "ACLs are in force: objects may belong to others than the bucket's owner"
}

deny contains {"assertion": "acl", "paths": ["_.acls[0]", "_.distributions", grants], "message": "the bucket gets an ACL, which only logs of CloudFront need"} if {
	input._.source != "live"
	count(input._.acls) > 0
	count(granted) == 0
}

not_applicable contains {"assertion": assertion, "paths": ["_.distributions[0]"], "message": "CloudFront delivers logs into the bucket, which takes an ACL"} if {
	some assertion in ["enforced", "acl"]
	count(input._.distributions) > 0
}

not_applicable contains {"assertion": "enforced", "paths": [path], "message": "an ACL lets CloudFront deliver logs into the bucket"} if some path in granted

not_applicable contains {"assertion": "acl", "paths": ["_.source"], "message": "every bucket of an account has an ACL, in force or not"} if {
	input._.source == "live"
}
