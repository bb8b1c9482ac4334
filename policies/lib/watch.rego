# Whether somebody is told of an event of CloudTrail: by a metric filter on the log group of a
# trail that logs all Regions, an alarm on its metric and an action of that, or by rules of
# EventBridge with a target in each Region where such events arise. A policy that uses this judges an account, with more: helps, and declares:
#
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
package hipaactl.lib.watch

import data.hipaactl.lib.event_rule
import data.hipaactl.lib.filter_pattern

# paths are what it rests on that nobody is told. The lists of members stand below these.
paths := ["aws_cloudtrail", "aws_cloudwatch_event_rule"]

# denials, unknowns and elsewhere are what a policy says of classes of events by assertion. Of each
# class one event is to be told of, or so many within five minutes. What makes its events worth
# telling, where that is not their names alone, stands in its kind.
denials(classes) := {{"assertion": name, "paths": paths, "message": sprintf("nobody is told of %s", [told(class, missed)])} |
	count(unclear) == 0
	some name, class in classes
	missed := {event.eventName | some event in unfiltered(class); event_rule.unheard(event)}
	count(missed) > 0
}

told(class, missed) := sprintf("%s, such as %s", [class.kind, concat(", ", sort(missed))])

told(class, missed) := concat(", ", sort(missed)) if not class.kind

unknowns(classes) := {{"assertion": name, "paths": [path], "message": "which events a pattern of another form matches"} |
	count(unclear) > 0
	some name, class in classes
	some event in unfiltered(class)
	not event_rule.heard(event)
	some path in unclear
} | {{"assertion": name, "paths": ["_.regions"], "message": "whether rules of EventBridge are in each Region where this happens"} |
	count(unclear) == 0
	some name, class in classes
	some event in unfiltered(class)
	not event_rule.heard(event)
	not event_rule.unheard(event)
}

# elsewhere says of code that neither has a trail nor looks for such events that another stack does.
elsewhere(classes) := {{"assertion": name, "paths": about, "message": "no trail and nothing that looks for these events is declared here; another stack may own them"} |
	input._.whole == false
	count(input.aws_cloudtrail) == 0
	some name, class in classes
	not looked_for(class.events)
}

about := ["aws_cloudtrail", "aws_cloudwatch_event_rule[*].event_pattern", "aws_cloudwatch_log_metric_filter[*].pattern"]

looked_for(events) if {
	some filter in input.aws_cloudwatch_log_metric_filter
	some event in events
	filter_pattern.matches(filter_pattern.parsed(filter.pattern), event)
}

looked_for(_) if {
	some filter in input.aws_cloudwatch_log_metric_filter
	not filter_pattern.readable(filter.pattern)
	regex.match(`\$\.(event|error|userIdentity|aws|source|read|response|request|additional)`, filter.pattern) # other logs have other fields
}

looked_for(events) if {
	some event in events
	event_rule.looked_for(event_rule.envelope(event))
}

# unfiltered are the events of which no alarm goes off. Each is one that CloudTrail writes; an alarm has to
# go off at so many of them within five minutes.
unfiltered(class) := [event |
	most := object.get(class, "most", 1)
	patterns := [watcher.pattern | some watcher in watchers; rings(watcher.alarm, watcher.value, most)]
	some event in class.events
	not filtered(event, patterns)
]

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
	event_rule.tells(alarm.alarm_actions, alarm._.topics)
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

# unclear are the paths of patterns of which it cannot be told what they match.
unclear contains path if some path in event_rule.unclear

unclear contains sprintf("aws_cloudtrail[%d]._.groups[%d]._.filters[%d].pattern", [i, j, k]) if {
	some i, trail in input.aws_cloudtrail
	some j, group in trail._.groups
	some k, filter in group._.filters
	not filter_pattern.readable(filter.pattern)
}
