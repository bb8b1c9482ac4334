# METADATA
# title: PHI and audit logs in S3 are locked against deletion
# description: >-
#   Object Lock keeps each version of an object for its retention period, also from whoever has taken over an administrator's
#   rights. In COMPLIANCE mode nobody can shorten it, in GOVERNANCE mode a special permission can.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
# custom:
#   id: HIPAA-S3-010
#   severity: medium
#   citations: ["164.312(c)(1)", "164.308(a)(7)(ii)(A)", "164.316(b)(2)(i)", "164.310(d)(2)(iv)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     lock:
#       type: aws_s3_bucket_object_lock_configuration
#       on: bucket = id
#       more: helps
#       attributes: {rule: [{default_retention: [{mode: string, days: number, years: number}]}]}
#     trails: {type: aws_cloudtrail, on: s3_bucket_name = id}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#     flow_logs: {type: aws_flow_log, on: log_destination = arn}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id}
#   params:
#     minimum_days: {type: number, default: 90, unit: days, stricter: higher, source: "common practice, not the Rule"}
#   assertions:
#     locked: {title: Objects are locked by default}
#     compliance: {title: Nobody can unlock audit logs before their time}
#   remediation: >-
#     Declare aws_s3_bucket_object_lock_configuration with a default retention of at least the minimum, in COMPLIANCE mode for
#     audit logs. The bucket must be versioned.
package hipaactl.aws.s3.object_lock

import data.hipaactl.lib.buckets

# modes are those of default retentions that are long enough.
modes contains retention.mode if {
	some lock in input._.lock
	some rule in lock.rule
	some retention in rule.default_retention
	retention.mode in {"GOVERNANCE", "COMPLIANCE"}
	days := max([object.get(retention, "days", 0), object.get(retention, "years", 0) * 365])
	days >= data.params.minimum_days
}

retention_paths := [sprintf("_.lock[*].rule[*].default_retention[*].%s", [name]) | some name in ["mode", "days", "years"]]

deny contains {"assertion": "locked", "paths": retention_paths, "message": message} if {
	input._.phi == "yes"
	count(modes) == 0
	message := "a bucket that holds PHI has no default retention of the minimum length"
}

deny contains {"assertion": "locked", "paths": paths, "message": message} if {
	buckets.audit_log
	count(modes) == 0
	paths := array.concat(retention_paths, buckets.audit_paths)
	message := "a bucket for audit logs has no default retention of the minimum length"
}

deny contains {"assertion": "compliance", "paths": paths, "message": message} if {
	buckets.audit_log
	not "COMPLIANCE" in modes
	paths := array.concat(retention_paths, buckets.audit_paths)
	message := "a bucket for audit logs has no default retention in COMPLIANCE mode"
}

not_applicable contains {"assertion": "locked", "paths": paths, "message": "the bucket is not marked as holding PHI, and nothing writes audit logs into it"} if {
	input._.phi != "yes"
	not buckets.audit_log
	paths := array.concat(["_.phi"], buckets.audit_paths)
}

not_applicable contains {"assertion": "compliance", "paths": buckets.audit_paths, "message": "nothing writes audit logs into the bucket"} if {
	not buckets.audit_log
}
