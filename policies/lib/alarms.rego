# What alarms of CloudWatch do when they go off.
package hipaactl.lib.alarms

# acts holds for an alarm that has an action and may take it.
acts(alarm) if {
	alarm.actions_enabled
	count(alarm.alarm_actions) > 0
}

# named are the alarms that the rule of a composite alarm listens to, by what stands between
# the brackets: a name, with or without quotation marks, or an ARN. Of an ARN also the name.
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
named(rule) := {name |
	some match in regex.find_all_string_submatch_n(`(?i)\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("[^"]*"|[^"()]*?)\s*\)`, rule, -1)
	whole := trim(match[2], `"`)
	some name in {whole, regex.replace(whole, `^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:`, "")}
}
