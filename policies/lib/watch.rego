# Whether somebody is told of an event of CloudTrail: by a metric filter on the log group of a
# trail that logs all Regions, an alarm on its metric and an action of that, or by a rule of
# EventBridge with a target. A policy that uses this judges an account, with more: helps, and declares:
#
#   resources:
#     aws_cloudtrail: {enable_logging: bool, is_multi_region_trail: bool}
#     aws_cloudwatch_event_rule: {event_pattern: string, state: string, is_enabled: bool}
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
package hipaactl.lib.watch

import data.hipaactl.lib.event_pattern
import data.hipaactl.lib.filter_pattern

# paths are what it rests on that nobody is told. The lists of members stand below these.
paths := ["aws_cloudtrail", "aws_cloudwatch_event_rule"]

# denials and unknowns are what a policy says of classes of events by assertion. Of each class
# one event is to be told of, or so many within five minutes.
denials(classes) := {{"assertion": name, "paths": paths, "message": sprintf("nobody is told of %s", [concat(", ", sort(missed))])} |
	count(unclear) == 0
	some name, class in classes
	missed := unwatched(class.events, object.get(class, "most", 1))
	count(missed) > 0
}

unknowns(classes) := {{"assertion": name, "paths": [path], "message": "which events a pattern of another form matches"} |
	count(unclear) > 0
	some name, class in classes
	count(unwatched(class.events, object.get(class, "most", 1))) > 0
	some path in unclear
}

# unwatched are the names of the events of which nobody is told. Each event is one that CloudTrail
# writes; an alarm has to go off at so many within five minutes.
unwatched(events, most) := {event.eventName |
	patterns := [watcher.pattern | some watcher in watchers; rings(watcher.alarm, watcher.value, most)]
	some event in events
	not filtered(event, patterns)
	not ruled(event)
}

filtered(event, patterns) if {
	some pattern in patterns
	filter_pattern.matches(pattern, event)
}

# watchers are the filters on the groups of trails, each with an alarm on its metric that tells somebody.
watchers contains {"pattern": filter_pattern.parsed(filter.pattern), "value": transformation.value, "alarm": object.remove(alarm, ["_", "alarm_actions"])} if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
	trail.is_multi_region_trail
	some group in trail._.groups
	some filter in group._.filters
	some transformation in filter.metric_transformation
	some alarm in filter._.alarms
	alarm.metric_name == transformation.name
	alarm.namespace == transformation.namespace
	object.get(alarm, "region", "") == object.get(filter, "region", "")
	alarm.actions_enabled
	tells(alarm.alarm_actions, alarm._.topics)
}

# tells holds for destinations one of which is a topic with a subscriber who has confirmed, or
# something that acts by itself.
tells(_, topics) if {
	some topic in topics
	some subscription in topic._.subscriptions
	not subscription.pending_confirmation
}

tells(arns, _) if {
	some arn in arns
	is_string(arn) # null is one that is not known
	regex.match(`^(arn:[^:]*:(lambda|ssm|ssm-incidents|sqs|states|events|kinesis|firehose|codebuild|execute-api):|ref:aws_(lambda|ssmincidents|sqs|sfn|cloudwatch_event|kinesis)_)`, arn)
}

# rings holds for an alarm that goes off at so many events within five minutes, or at the first.
rings(alarm, value, most) if {
	counts(alarm, value)
	first_period(alarm)
	needed(alarm) * 300 <= most * alarm.period
}

rings(alarm, value, _) if {
	counts(alarm, value)
	first_period(alarm)
	needed(alarm) <= 1
}

# counts holds where each event adds one or more to what the alarm looks at.
counts(alarm, value) if {
	alarm.statistic in {"Sum", "SampleCount"}
	regex.match(`^[1-9]\d*(\.\d+)?$`, value)
}

counts(alarm, value) if {
	alarm.statistic == "Maximum"
	needed(alarm) <= 1
	regex.match(`^[1-9]\d*(\.\d+)?$`, value)
}

# first_period holds for an alarm that does not wait for a second period.
first_period(alarm) if alarm.datapoints_to_alarm == 1

first_period(alarm) if {
	not alarm.datapoints_to_alarm
	alarm.evaluation_periods == 1
}

needed(alarm) := alarm.threshold if alarm.comparison_operator == "GreaterThanOrEqualToThreshold"

needed(alarm) := floor(alarm.threshold) + 1 if alarm.comparison_operator == "GreaterThanThreshold"

ruled(event) if {
	some rule in working
	event_pattern.matches(rule.event_pattern, envelope(event))
}

# working are the rules that are on and have a target that tells somebody.
working contains rule if {
	some rule in input.aws_cloudwatch_event_rule
	not rule.state == "DISABLED"
	not rule.is_enabled == false
	some target in rule._.targets
	tells([target.arn], target._.topics)
}

# envelope is an event as EventBridge hands it on.
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
envelope(event) := {
	"source": concat(".", ["aws", split(event.eventSource, ".")[0]]),
	"detail-type": {"AwsApiCall": "AWS API Call via CloudTrail", "AwsConsoleSignIn": "AWS Console Sign In via CloudTrail"}[event.eventType],
	"region": event.awsRegion,
	"detail": event,
}

# unclear are the paths of patterns of which it cannot be told what they match.
unclear contains sprintf("aws_cloudtrail[%d]._.groups[%d]._.filters[%d].pattern", [i, j, k]) if {
	some i, trail in input.aws_cloudtrail
	some j, group in trail._.groups
	some k, filter in group._.filters
	not filter_pattern.readable(filter.pattern)
}

unclear contains sprintf("aws_cloudwatch_event_rule[%d].event_pattern", [i]) if {
	some i, rule in input.aws_cloudwatch_event_rule
	rule.event_pattern
	not event_pattern.readable(rule.event_pattern)
}
