# METADATA
# title: Audit logs in S3 are deleted with MFA alone, or not at all
# description: >-
#   Versioning keeps what is overwritten, and whoever may delete versions removes them all the same. MFA delete asks root for a second
#   factor each time; Object Lock in COMPLIANCE mode lets nobody delete before the time. Root alone can turn MFA delete on, so that
#   configuration shows it and does not set it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
# custom:
#   id: HIPAA-S3-015
#   severity: low
#   citations: ["164.312(c)(1)", "164.312(b)", "164.312(d)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     versioning: {type: aws_s3_bucket_versioning, on: bucket = id, more: helps, attributes: {versioning_configuration: [{mfa_delete: string}]}}
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
#   remediation: >-
#     Enable MFA delete as root with aws s3api put-bucket-versioning, or declare aws_s3_bucket_object_lock_configuration with a default retention in
#     COMPLIANCE mode.
package hipaactl.aws.s3.mfa_delete

import data.hipaactl.lib.buckets

protected if {
	some versioning in input._.versioning
	some configuration in versioning.versioning_configuration
	configuration.mfa_delete == "Enabled"
}

protected if {
	some retention in buckets.retentions(input._.lock)
	retention.mode == "COMPLIANCE"
	retention.days > 0
}

evidence := array.concat(
	["_.versioning[*].versioning_configuration[*].mfa_delete"],
	[sprintf("_.lock[*].rule[*].default_retention[*].%s", [name]) | some name in ["mode", "days", "years"]],
)

deny contains {"paths": array.concat(evidence, buckets.audit_paths), "message": message} if {
	buckets.audit_log
	not protected
	message := "audit logs in the bucket can be deleted without MFA, and no lock in COMPLIANCE mode keeps them"
}

not_applicable contains {"paths": buckets.audit_paths, "message": "nothing writes audit logs into the bucket"} if not buckets.audit_log
