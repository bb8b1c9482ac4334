# METADATA
# title: Changes of permissions, audit, keys and buckets raise an alarm
# description: >-
#   An attacker who stays gives himself rights, stops the recording, opens buckets, or threatens to delete keys. None of
#   that goes unnoticed where somebody is told of each such change.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/monitor-cloudtrail-log-files-with-cloudwatch-logs.html
#   - https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
#   - https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions
# custom:
#   id: HIPAA-CWA-004
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)", "164.308(a)(6)(i)"]
#   scope: account
#   more: helps
#   resources:
#     aws_cloudtrail: {enable_logging: bool, is_multi_region_trail: bool}
#     aws_cloudwatch_event_rule: {event_pattern: string, event_bus_name: string, state: string, is_enabled: bool}
#     aws_cloudwatch_log_metric_filter: {pattern: string}
#   related:
#     groups:
#       of: aws_cloudtrail
#       type: aws_cloudwatch_log_group
#       on: arn = cloud_watch_logs_group_arn
#       more: helps
#       related:
#         filters:
#           type: aws_cloudwatch_log_metric_filter
#           on: log_group_name = name
#           more: helps
#           attributes: {pattern: string, region: string, metric_transformation: [{name: string, namespace: string, value: string}]}
#           related:
#             alarms:
#               type: aws_cloudwatch_metric_alarm
#               on: metric_name = metric_transformation.name
#               more: helps
#               attributes:
#                 metric_name: string
#                 namespace: string
#                 region: string
#                 statistic: string
#                 threshold: number
#                 comparison_operator: string
#                 evaluation_periods: number
#                 datapoints_to_alarm: number
#                 actions_enabled: bool
#                 alarm_actions: [string]
#               related:
#                 topics:
#                   type: aws_sns_topic
#                   on: arn = alarm_actions[]
#                   more: helps
#                   related: &subscribers
#                     subscriptions:
#                       type: aws_sns_topic_subscription
#                       on: topic_arn = arn
#                       more: helps
#                       attributes: {pending_confirmation: bool}
#     targets:
#       of: aws_cloudwatch_event_rule
#       type: aws_cloudwatch_event_target
#       on: rule = name
#       more: helps
#       attributes: {arn: string}
#       related: {topics: {type: aws_sns_topic, on: arn = arn, more: helps, related: *subscribers}}
#   assertions:
#     iam: {title: Somebody is told of changes of IAM policies}
#     cloudtrail: {title: Somebody is told of changes of CloudTrail}
#     config: {title: Somebody is told of changes of AWS Config}
#     kms: {title: Somebody is told when keys are disabled or deleted}
#     s3: {title: Somebody is told when buckets are opened}
#   remediation: >-
#     Put metric filters for these events on the log group of the trail with alarms, or rules of EventBridge in each Region,
#     that notify a topic with subscribers.
package hipaactl.aws.cloudwatch.control_change_alarms

import data.hipaactl.lib.cloudtrail_events as events
import data.hipaactl.lib.watch

classes := {name: {"events": events.calls(name, calls)} | some name, calls in {
	"iam": [
		"AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "CreatePolicy", "CreatePolicyVersion", "DeleteGroupPolicy", "DeletePolicy", "DeletePolicyVersion",
		"DeleteRolePolicy", "DeleteUserPolicy", "DetachGroupPolicy", "DetachRolePolicy", "DetachUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy",
	],
	"cloudtrail": ["CreateTrail", "DeleteTrail", "StartLogging", "StopLogging", "UpdateTrail"],
	"config": ["DeleteDeliveryChannel", "PutConfigurationRecorder", "PutDeliveryChannel", "StopConfigurationRecorder"],
	"kms": ["DisableKey", "ScheduleKeyDeletion"],
	"s3": ["DeleteBucketPublicAccessBlock", "PutBucketAcl", "PutBucketPolicy"],
}}

deny contains denial if some denial in watch.denials(classes)

unknown contains statement if some statement in watch.unknowns(classes)

not_applicable contains statement if some statement in watch.elsewhere(classes)
