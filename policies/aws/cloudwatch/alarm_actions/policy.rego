# METADATA
# title: Alarms have an action
# description: >-
#   An alarm that tells nobody is a coloured dot on a page that somebody would have to look at. One that a composite alarm with an
#   action listens to needs none of its own.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
# custom:
#   id: HIPAA-CWA-001
#   severity: medium
#   citations: ["164.308(a)(6)(ii)", "164.308(a)(6)(i)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_cloudwatch_metric_alarm: &actions {alarm_name: string, actions_enabled: bool, alarm_actions: [string]}
#     aws_cloudwatch_composite_alarm: *actions
#   related:
#     listeners:
#       type: aws_cloudwatch_composite_alarm
#       on: region
#       more: helps
#       attributes: {alarm_rule: string, actions_enabled: bool, alarm_actions: [string]}
#   remediation: Point alarm_actions at an SNS topic that somebody has subscribed to, and leave actions_enabled on.
package hipaactl.aws.cloudwatch.alarm_actions

import data.hipaactl.lib.alarms

# heard holds where a composite alarm with an action listens to this one.
heard if {
	some listener in input._.listeners
	alarms.acts(listener)
	some name in alarms.named(listener.alarm_rule)
	name in {input.alarm_name, "ref:self.alarm_name", "ref:self.id", "ref:self.arn"}
}

listening := ["alarm_name", "_.listeners[*].alarm_rule", "_.listeners[*].alarm_actions", "_.listeners[*].actions_enabled"]

deny contains {"paths": array.concat(["alarm_actions"], listening), "message": "the alarm has no action"} if {
	count(object.get(input, "alarm_actions", [])) == 0
	not heard
}

deny contains {"paths": array.concat(["actions_enabled"], listening), "message": "the alarm's actions are switched off"} if {
	not input.actions_enabled
	not heard
}
