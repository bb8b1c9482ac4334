# METADATA
# title: PHI and audit logs in S3 are locked against deletion
# description: >-
#   Object Lock keeps each version of an object for its retention period, also from whoever has taken over an administrator's
#   rights. In COMPLIANCE mode nobody can shorten it, in GOVERNANCE mode a special permission can. Access logs of S3, and what
#   AWS Config records, are not delivered into a bucket with a default retention, so of these buckets none is asked.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
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
#     sources: {type: aws_s3_bucket_logging, on: target_bucket = id, more: helps}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id, more: helps}
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
	some retention in buckets.retentions(input._.lock)
	retention.days >= data.params.minimum_days
}

retention_paths := [sprintf("_.lock[*].rule[*].default_retention[*].%s", [name]) | some name in ["mode", "days", "years"]]

# lockless are the lists of what S3 and AWS Config do not deliver into a bucket with a
# default retention.
lockless := {
	"sources": "S3 delivers no access logs into a bucket with a default retention",
	"channels": "AWS Config delivers nothing into a bucket with a default retention",
}

lockable if {
	every name, _ in lockless { count(input._[name]) == 0 }
}

lockable_paths := ["_.sources", "_.channels"]

deny contains {"assertion": "locked", "paths": paths, "message": message} if {
	input._.phi == "yes"
	lockable
	count(modes) == 0
	paths := array.concat(retention_paths, lockable_paths)
	message := "a bucket that holds PHI has no default retention of the minimum length"
}

deny contains {"assertion": "locked", "paths": paths, "message": message} if {
	buckets.audit_log
	lockable
	count(modes) == 0
	paths := array.concat(array.concat(retention_paths, lockable_paths), buckets.audit_paths)
	message := "a bucket for audit logs has no default retention of the minimum length"
}

deny contains {"assertion": "compliance", "paths": paths, "message": message} if {
	buckets.audit_log
	lockable
	not "COMPLIANCE" in modes
	paths := array.concat(array.concat(retention_paths, lockable_paths), buckets.audit_paths)
	message := "a bucket for audit logs has no default retention in COMPLIANCE mode"
}

not_applicable contains {"paths": [sprintf("_.%s[0]", [name])], "message": message} if {
	some name, message in lockless
	count(input._[name]) > 0
}

not_applicable contains {"assertion": "locked", "paths": paths, "message": "the bucket is not marked as holding PHI, and nothing writes audit logs into it"} if {
	input._.phi != "yes"
	not buckets.audit_log
	paths := array.concat(["_.phi"], buckets.audit_paths)
}

not_applicable contains {"assertion": "compliance", "paths": buckets.audit_paths, "message": "nothing writes audit logs into the bucket"} if {
	not buckets.audit_log
}
