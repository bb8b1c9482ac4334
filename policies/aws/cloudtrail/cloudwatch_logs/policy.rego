# METADATA
# title: CloudTrail delivers to CloudWatch Logs
# description: >-
#   Alarms and metric filters see an event within minutes when the trail also goes to a log group. Files in a bucket are
#   looked at afterwards, if at all. In an account events must also arrive: a role that lost its rights stops them silently.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
# custom:
#   id: HIPAA-CTR-005
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)"]
#   resources:
#     aws_cloudtrail: {cloud_watch_logs_group_arn: string, cloud_watch_logs_role_arn: string}
#   related:
#     status:
#       type: aws_cloudtrail_status
#       on: trail_arn = arn
#       more: helps
#       attributes: {latest_cloudwatch_logs_delivery_time: string}
#   params:
#     maximum_hours: {type: number, default: 24, unit: hours, stricter: lower, source: default of hipaactl; the Rule names no number}
#   remediation: Set cloud_watch_logs_group_arn to the ARN of a log group followed by :* and cloud_watch_logs_role_arn to a role that may write to it.
package hipaactl.aws.cloudtrail.cloudwatch_logs

import data.hipaactl.lib.age

needed := {
	"cloud_watch_logs_group_arn": "no log group is set",
	"cloud_watch_logs_role_arn": "no role for the delivery is set",
}

deny contains {"paths": [argument], "message": message} if {
	some argument, message in needed
	object.get(input, argument, "") == ""
}

# Only an account shows what arrives.
expected if {
	input._.source == "live"
	every argument, _ in needed {
		object.get(input, argument, "") != ""
	}
}

arrives if {
	some status in input._.status
	age.hours(status.latest_cloudwatch_logs_delivery_time) <= data.params.maximum_hours
}

deny contains {"paths": paths, "message": message} if {
	expected
	count(input._.status) > 0
	not arrives
	paths := array.concat(["_.status[*].latest_cloudwatch_logs_delivery_time"], [argument | some argument, _ in needed])
	message := sprintf("no events arrived in the log group in the last %v hours", [data.params.maximum_hours])
}

unknown contains {"paths": ["_.status"], "message": "whether events arrive in the log group"} if {
	expected
	count(input._.status) == 0
}
