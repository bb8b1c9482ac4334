# METADATA
# title: CloudTrail delivers to CloudWatch Logs
# description: >-
#   Alarms and metric filters see an event within minutes when the trail also goes to a log group. Files in a bucket are
#   looked at afterwards, if at all.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
# custom:
#   id: HIPAA-CTR-005
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)"]
#   resources:
#     aws_cloudtrail: {cloud_watch_logs_group_arn: string, cloud_watch_logs_role_arn: string}
#   remediation: Set cloud_watch_logs_group_arn to the ARN of a log group followed by :* and cloud_watch_logs_role_arn to a role that may write to it.
package hipaactl.aws.cloudtrail.cloudwatch_logs

needed := {
	"cloud_watch_logs_group_arn": "no log group is set",
	"cloud_watch_logs_role_arn": "no role for the delivery is set",
}

deny contains {"paths": [argument], "message": message} if {
	some argument, message in needed
	object.get(input, argument, "") == ""
}
