# METADATA
# title: PHI and audit logs in S3 are kept for the retention period
# description: >-
#   The Rule asks to keep documentation for six years. A lifecycle rule that expires records or audit logs earlier deletes
#   evidence without anybody noticing, and a bucket with PHI and no rule at all shows no decision about how long to keep it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
# custom:
#   id: HIPAA-S3-012
#   severity: medium
#   citations: ["164.316(b)(2)(i)", "164.310(d)(2)(iv)", "164.312(c)(1)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     lifecycles:
#       type: aws_s3_bucket_lifecycle_configuration
#       on: bucket = id
#       attributes: {rule: [{status: string, expiration: [{days: number, date: string}]}]}
#     trails: {type: aws_cloudtrail, on: s3_bucket_name = id}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#     flow_logs: {type: aws_flow_log, on: log_destination = arn}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id}
#   params:
#     minimum_days: {type: number, default: 2190, unit: days, stricter: higher, source: "164.316(b)(2)(i): six years"}
#   remediation: >-
#     Let no lifecycle rule expire objects before the minimum, and give a bucket with PHI a rule that says how long its objects
#     stay and what becomes of noncurrent versions.
package hipaactl.aws.s3.retention

import data.hipaactl.lib.buckets

kept contains ["_.phi"] if input._.phi == "yes"

kept contains buckets.audit_paths if buckets.audit_log

deny contains {"paths": array.concat(early, reason), "message": message} if {
	some reason in kept
	some early in buckets.expiry_before("_.lifecycles", input._.lifecycles, data.params.minimum_days)
	message := "a lifecycle rule deletes objects before the minimum retention is over"
}

ruled if {
	some lifecycle in input._.lifecycles
	some rule in lifecycle.rule
	rule.status == "Enabled"
}

deny contains {"paths": ["_.lifecycles[*].rule[*].status"], "message": message} if {
	input._.phi == "yes"
	not ruled
	message := "a bucket that holds PHI has no lifecycle rule, so nothing says how long its objects are kept"
}

not_applicable contains {"paths": paths, "message": "the bucket is not marked as holding PHI, and nothing writes audit logs into it"} if {
	count(kept) == 0
	paths := array.concat(["_.phi"], buckets.audit_paths)
}
