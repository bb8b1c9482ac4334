# METADATA
# title: Use of root and failed or MFA-less sign-ins raise an alarm
# description: >-
#   Signing in as root, by guessing, or without a second factor is how an account is taken over. Somebody has to be told of
#   it at once, by an alarm on the audit trail or a rule of EventBridge.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/monitor-cloudtrail-log-files-with-cloudwatch-logs.html
#   - https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
#   - https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions
# custom:
#   id: HIPAA-CWA-002
#   severity: medium
#   citations: ["164.308(a)(5)(ii)(C)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
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
#                 period: number
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
#   params:
#     failed_sign_ins: {type: number, default: 5, unit: in five minutes, stricter: lower, source: "default of hipaactl; the Rule names no number"}
#   assertions:
#     root: {title: Somebody is told of what root does}
#     failed_sign_in: {title: Somebody is told of failed sign-ins}
#     no_mfa: {title: Somebody is told of sign-ins without MFA}
#   remediation: >-
#     Put metric filters for these events on the log group of the trail, alarms on their metrics, and point the alarms at a
#     topic with subscribers.
package hipaactl.aws.cloudwatch.sign_in_alarms

import data.hipaactl.lib.cloudtrail_events as events
import data.hipaactl.lib.watch

classes := {
	"root": {"kind": "what root does", "events": events.by_root},
	"failed_sign_in": {
		"kind": "failed sign-ins",
		"most": data.params.failed_sign_ins,
		"events": events.sign_ins({"errorMessage": "Failed authentication", "responseElements": {"ConsoleLogin": "Failure"}, "additionalEventData": {"MFAUsed": "No"}}),
	},
	"no_mfa": {
		"kind": "sign-ins without MFA",
		"events": events.sign_ins({"responseElements": {"ConsoleLogin": "Success"}, "additionalEventData": {"MFAUsed": "No"}}),
	},
}

deny contains denial if some denial in watch.denials(classes)

unknown contains statement if some statement in watch.unknowns(classes)

not_applicable contains statement if some statement in watch.elsewhere(classes)
