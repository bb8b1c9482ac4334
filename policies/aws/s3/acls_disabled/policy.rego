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
#     acls: {type: aws_s3_bucket_acl, on: bucket = id}
#     distributions: {type: aws_cloudfront_distribution, on: logging_config.bucket = bucket_domain_name, more: helps}
#   assertions:
#     enforced: {title: The bucket's owner owns every object, reads: [_.controls]}
#     acl: {title: The configuration gives the bucket no ACL, reads: [_.acls]}
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

deny contains {"assertion": "enforced", "paths": ["_.controls[*].rule", "_.controls", "_.distributions"], "message": message} if {
	not enforced
	message := "ACLs are in force: objects may belong to others than the bucket's owner"
}

deny contains {"assertion": "acl", "paths": ["_.acls[0]", "_.distributions"], "message": "the bucket gets an ACL, which only logs of CloudFront need"} if {
	input._.source != "live"
	count(input._.acls) > 0
}

not_applicable contains {"assertion": assertion, "paths": ["_.distributions[0]"], "message": "CloudFront delivers logs into the bucket, which takes an ACL"} if {
	some assertion in ["enforced", "acl"]
	count(input._.distributions) > 0
}

not_applicable contains {"assertion": "acl", "paths": ["_.source"], "message": "every bucket of an account has an ACL, in force or not"} if {
	input._.source == "live"
}
