# METADATA
# title: Log groups keep their events long enough
# description: >-
#   What a log group has deleted cannot be looked at any more. An attack is often found after months. The record of who did
#   what, which an audit trail and systems with PHI write, is documentation that the Rule wants kept for six years; the files of
#   a trail that are locked in its bucket for as long serve as well.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
#   - https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# custom:
#   id: HIPAA-CWL-001
#   severity: medium
#   citations: ["164.312(b)", "164.316(b)(2)(i)", "164.308(a)(1)(ii)(D)"]
#   resources: {aws_cloudwatch_log_group: {retention_in_days: number}}
#   related:
#     trails:
#       type: aws_cloudtrail
#       on: cloud_watch_logs_group_arn = arn
#       related:
#         bucket:
#           type: aws_s3_bucket
#           on: id = s3_bucket_name
#           more: helps
#           related:
#             lock:
#               type: aws_s3_bucket_object_lock_configuration
#               on: bucket = id
#               more: helps
#               attributes: {rule: [{default_retention: [{mode: string, days: number, years: number}]}]}
#   params:
#     minimum_days: {type: number, default: 365, unit: days, stricter: higher, source: "common practice, not the Rule"}
#     documentation_days: {type: number, default: 2190, unit: days, stricter: higher, source: "164.316(b)(2)(i): six years"}
#   assertions:
#     minimum: {title: Events are kept for a year, reads: [retention_in_days]}
#     documentation:
#       title: Events of audit trails and of systems that hold PHI are kept for the retention period
#       reads: [retention_in_days, _.trails]
#   remediation: Set retention_in_days to 365 or more, and to 2192 for audit trails and PHI. 0 keeps events for ever.
package hipaactl.aws.logs.retention

import data.hipaactl.lib.buckets

# shorter holds where events are deleted after fewer days. 0 deletes none.
shorter(days) if {
	input.retention_in_days > 0
	input.retention_in_days < days
}

deny contains {"assertion": "minimum", "paths": ["retention_in_days"], "message": message} if {
	shorter(data.params.minimum_days)
	message := sprintf("events are deleted in less than %v days", [data.params.minimum_days])
}

deny contains {"assertion": "documentation", "paths": ["retention_in_days", "_.phi"], "message": message} if {
	input._.phi == "yes"
	shorter(data.params.documentation_days)
	message := sprintf("the group holds PHI, and its events are deleted in less than %v days", [data.params.documentation_days])
}

deny contains {"assertion": "documentation", "paths": paths, "message": message} if {
	shorter(data.params.documentation_days)
	some i, trail in input._.trails
	not locked(trail)
	paths := array.concat(["retention_in_days", sprintf("_.trails[%d]", [i])], lock_paths(i, trail))
	message := sprintf("the events of an audit trail are deleted in less than %v days, and no lock keeps its files as long", [data.params.documentation_days])
}

# A trail also writes files into its bucket. Those that are locked for the period are the record.
locked(trail) if {
	some bucket in trail._.bucket
	some retention in buckets.retentions(bucket._.lock)
	retention.days >= data.params.documentation_days
}

lock_paths(i, trail) := [sprintf("_.trails[%d]._.bucket", [i])] if {
	count(trail._.bucket) == 0
} else := [sprintf("_.trails[%d]._.bucket[%d]._.lock[*].rule[*].default_retention[*].%s", [i, j, name]) |
	some j, _ in trail._.bucket
	some name in ["mode", "days", "years"]
]

not_applicable contains {"assertion": "documentation", "paths": ["_.phi", "_.trails"], "message": message} if {
	input._.phi != "yes"
	count(input._.trails) == 0
	message := "the group is not marked as holding PHI, and no audit trail writes to it"
}
