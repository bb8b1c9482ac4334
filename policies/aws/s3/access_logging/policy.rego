# METADATA
# title: S3 buckets record who accessed them
# description: >-
#   Without server access logs, or data events of CloudTrail, nobody can tell who read or changed which object.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html
# custom:
#   id: HIPAA-S3-009
#   severity: {default: medium, phi: high}
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   nprm: ["164.312(d)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     logging: {type: aws_s3_bucket_logging, on: bucket = id, attributes: {target_bucket: string}}
#     sources: {type: aws_s3_bucket_logging, on: target_bucket = id}
#     trails: {type: aws_cloudtrail, on: s3_bucket_name = id}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#     flow_logs: {type: aws_flow_log, on: log_destination = arn}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id}
#     recorders:
#       type: aws_cloudtrail
#       on: account
#       more: helps
#       attributes:
#         enable_logging: bool
#         event_selector: [{read_write_type: string, data_resource: [{type: string, values: [string]}]}]
#         advanced_event_selector:
#           - field_selector:
#               - {field: string, equals: [string], starts_with: [string], ends_with: [string],
#                  not_equals: [string], not_starts_with: [string], not_ends_with: [string]}
#   assertions:
#     logged: {title: Access to the bucket is recorded, reads: [_.logging, _.recorders]}
#   remediation: Declare aws_s3_bucket_logging for the bucket, with a log bucket of its own as target_bucket.
package hipaactl.aws.s3.access_logging

import data.hipaactl.lib.buckets
import data.hipaactl.lib.data_events

# logged holds for a bucket whose access logs go somewhere.
logged if {
	some logging in input._.logging
	logging.target_bucket
}

recorded := data_events.recorded("AWS::S3::Object")

# Access to a bucket that receives logs is not asked for: to log that as well could go
# on for ever.
rests_on := array.concat(
	["_.logging[*].target_bucket"],
	array.concat(buckets.destination_paths, data_events.paths),
)

deny contains {"assertion": "logged", "paths": [path], "message": "the bucket logs access to itself into itself"} if {
	some i, logging in input._.logging
	logging.target_bucket == "ref:self.id"
	path := sprintf("_.logging[%d].target_bucket", [i])
}

deny contains {"assertion": "logged", "paths": rests_on, "message": "access is not logged, and no trail of CloudTrail records it"} if {
	not logged
	not buckets.destination
	not recorded
	not data_events.perhaps_recorded("AWS::S3::Object")
}

unknown contains {"assertion": "logged", "paths": rests_on, "message": "a trail records buckets by the beginning of their names, and only the name can tell"} if {
	not logged
	not buckets.destination
	data_events.perhaps_recorded("AWS::S3::Object")
}

not_applicable contains {"paths": ["_.logging", "_.sources[0]"], "message": "the bucket receives access logs"} if {
	count(input._.logging) == 0
	buckets.access_log
}

not_applicable contains {"paths": array.concat(["_.logging"], buckets.audit_paths), "message": "the bucket receives audit logs"} if {
	count(input._.logging) == 0
	buckets.audit_log
}
