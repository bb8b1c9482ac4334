# METADATA
# title: S3 buckets keep earlier versions of objects
# description: >-
#   Without versioning an overwritten or deleted object is gone, whether by mistake or on purpose. Audit logs that can be
#   overwritten prove nothing.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
# custom:
#   id: HIPAA-S3-008
#   severity: {default: medium, phi: high}
#   citations: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     versioning:
#       type: aws_s3_bucket_versioning
#       on: bucket = id
#       more: helps
#       attributes: {versioning_configuration: [{status: string}]}
#     trails: {type: aws_cloudtrail, on: s3_bucket_name = id}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#     flow_logs: {type: aws_flow_log, on: log_destination = arn}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id}
#   assertions:
#     versioned: {title: The bucket is versioned, reads: [_.versioning]}
#     audit_log:
#       title: A bucket for audit logs is versioned
#       severity: high
#       reads: [_.versioning, _.trails, _.channels, _.flow_logs, _.load_balancers, _.classic_load_balancers]
#   remediation: Declare aws_s3_bucket_versioning for the bucket with status = "Enabled".
package hipaactl.aws.s3.versioning

import data.hipaactl.lib.buckets

status := "_.versioning[*].versioning_configuration[*].status"

versioned if {
	some versioning in input._.versioning
	some configuration in versioning.versioning_configuration
	configuration.status == "Enabled"
}

deny contains {"assertion": "versioned", "paths": [status], "message": "versioning is not enabled"} if {
	not versioned
}

deny contains {"assertion": "audit_log", "paths": paths, "message": "versioning is not enabled on a bucket for audit logs"} if {
	buckets.audit_log
	not versioned
	paths := array.concat([status], buckets.audit_paths)
}

not_applicable contains {"assertion": "audit_log", "paths": buckets.audit_paths, "message": "nothing writes audit logs into the bucket"} if {
	not buckets.audit_log
}
