# METADATA
# title: Backup plans run daily and keep their backups
# description: >-
#   What was entered since the last backup is lost with the disk, and a loss that nobody notices while backups are kept can
#   no longer be undone. A plan may have further rules, such as monthly ones: one that runs daily and keeps long enough is asked for.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
# custom:
#   id: HIPAA-BKP-001
#   severity: high
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)"]
#   nprm: ["164.312(i)"]
#   resources: {aws_backup_plan: {rule: [{schedule: string, lifecycle: [{delete_after: number}]}]}}
#   params:
#     maximum_hours: {type: number, default: 24, unit: hours, stricter: lower, source: a common interval; the Rule names no number}
#     phi_maximum_hours: {type: number, default: 48, unit: hours, stricter: lower, source: the rule proposed on 2025-01-06}
#     minimum_days: {type: number, default: 35, unit: days, stricter: higher, source: the longest that AWS keeps continuous backups; the Rule names no number}
#   assertions:
#     frequency: {title: A rule of the plan runs at least daily, reads: ["rule[*].schedule"]}
#     phi_frequency: {title: A plan that takes in PHI leaves no more than 48 hours between backups, reads: ["rule[*].schedule"]}
#     retention: {title: What the plan backs up often is kept long enough}
#   remediation: Give the plan a rule with a daily schedule, such as cron(0 5 ? * * *), whose lifecycle has delete_after = 35 or more.
package hipaactl.aws.backup.plan

import data.hipaactl.lib.schedule

# hours is how long a rule lets pass between two backups.
hours(rule) := schedule.days(rule.schedule) * 24

within(limit) := {i |
	some i, rule in input.rule
	hours(rule) <= limit
}

told := {i |
	some i, rule in input.rule
	hours(rule) >= 0
}

# limits are the demands on how often, where they apply.
limits["frequency"] := data.params.maximum_hours

limits["phi_frequency"] := data.params.phi_maximum_hours if input._.phi == "yes"

seldom contains assertion if {
	some assertion, limit in limits
	count(within(limit)) == 0
}

deny contains {"assertion": assertion, "paths": ["rule[*].schedule"], "message": message} if {
	some assertion in seldom
	count(told) == count(object.get(input, "rule", []))
	message := sprintf("no rule of the plan runs at least every %v hours", [limits[assertion]])
}

unknown contains {"assertion": assertion, "paths": ["rule[*].schedule"], "message": "how often the schedule of a rule runs"} if {
	some assertion in seldom
	count(told) < count(object.get(input, "rule", []))
}

not_applicable contains {"assertion": "phi_frequency", "paths": ["_.phi"], "message": "nothing that is marked as holding PHI is in the plan"} if {
	input._.phi != "yes"
}

# often are the rules that count: those that run often enough, or all where none does.
often := within(data.params.maximum_hours) if {
	not "frequency" in seldom
} else := {i | some i, _ in input.rule}

# Without delete_after a rule keeps its backups for ever.
dropped(rule) if {
	some lifecycle in rule.lifecycle
	lifecycle.delete_after < data.params.minimum_days
}

deny contains {"assertion": "retention", "paths": ["rule[*].lifecycle[*].delete_after", "rule[*].schedule"], "message": message} if {
	every i in often { dropped(input.rule[i]) }
	message := sprintf("no rule that runs daily keeps its backups for %v days", [data.params.minimum_days])
}
