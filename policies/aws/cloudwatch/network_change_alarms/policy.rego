# METADATA
# title: Changes of the network raise an alarm
# description: >-
#   A route, a gateway or a rule of a security group decides what can be reached from where. Whoever opens a way out needs
#   one of these changes.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/monitor-cloudtrail-log-files-with-cloudwatch-logs.html
#   - https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
#   - https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions
# custom:
#   id: HIPAA-CWA-005
#   severity: low
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
#     network_acls: {title: Somebody is told of changes of network ACLs}
#     gateways: {title: Somebody is told of changes of gateways}
#     route_tables: {title: Somebody is told of changes of route tables}
#     vpcs: {title: Somebody is told of changes of VPCs}
#     security_groups: {title: Somebody is told of changes of security groups}
#   remediation: >-
#     Put the five metric filters on the log group of the trail with alarms, or rules of EventBridge in each Region, that
#     notify a topic with subscribers.
package hipaactl.aws.cloudwatch.network_change_alarms

import data.hipaactl.lib.cloudtrail_events as events
import data.hipaactl.lib.watch

classes := {name: {"events": events.calls("ec2", calls)} | some name, calls in {
	"network_acls": [
		"CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclAssociation", "ReplaceNetworkAclEntry",
	],
	"gateways": ["AttachInternetGateway", "CreateCustomerGateway", "CreateInternetGateway", "DeleteCustomerGateway", "DeleteInternetGateway", "DetachInternetGateway"],
	"route_tables": ["CreateRoute", "CreateRouteTable", "DeleteRoute", "DeleteRouteTable", "DisassociateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation"],
	"vpcs": [
		"AcceptVpcPeeringConnection", "CreateVpc", "CreateVpcPeeringConnection", "DeleteVpc", "DeleteVpcPeeringConnection", "ModifyVpcAttribute", "RejectVpcPeeringConnection",
	],
	"security_groups": [
		"AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup", "DeleteSecurityGroup", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress",
	],
}}

deny contains denial if some denial in watch.denials(classes)

unknown contains statement if some statement in watch.unknowns(classes)

not_applicable contains statement if some statement in watch.elsewhere(classes)
