# METADATA
# title: Refused calls raise an alarm
# description: >-
#   Whoever holds stolen credentials first tries what they are good for. Many refused calls within minutes are the sign of
#   it.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/monitor-cloudtrail-log-files-with-cloudwatch-logs.html
#   - https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
#   - https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions
# custom:
#   id: HIPAA-CWA-003
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
#     refused_calls: {type: number, default: 5, unit: in five minutes, stricter: lower, source: "default of hipaactl; the Rule names no number"}
#   assertions:
#     unauthorized: {title: Somebody is told of unauthorized operations}
#     denied: {title: Somebody is told of denied access}
#   remediation: >-
#     Put a metric filter for $.errorCode "*UnauthorizedOperation" and "AccessDenied*" on the log group of the trail, an
#     alarm on its metric, and point it at a topic with subscribers.
package hipaactl.aws.cloudwatch.unauthorized_call_alarms

import data.hipaactl.lib.cloudtrail_events as events
import data.hipaactl.lib.watch

classes := {
	"unauthorized": {
		"kind": "unauthorized operations",
		"most": data.params.refused_calls,
		"events": events.refused(["Client.UnauthorizedOperation"]),
	},
	"denied": {
		"kind": "calls that are denied access",
		"most": data.params.refused_calls,
		"events": events.refused(["AccessDenied", "AccessDeniedException"]),
	},
}

deny contains denial if some denial in watch.denials(classes)

unknown contains statement if some statement in watch.unknowns(classes)

not_applicable contains statement if some statement in watch.elsewhere(classes)
