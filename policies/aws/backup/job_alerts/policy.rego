# METADATA
# title: Somebody learns of backups that fail
# description: >-
#   A backup that fails is noticed when it is needed, unless somebody is told. A vault can tell a topic, a rule of EventBridge can
#   hand its events on, and a report lists all jobs. Of an account it shows as well which backups of PHI failed lately. A vault tells
#   of failed jobs with BACKUP_JOB_COMPLETED, which is sent however a job ends: BACKUP_JOB_FAILED can be asked for and is no longer sent.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-reports.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupJobs.html
# custom:
#   id: HIPAA-BKP-006
#   severity: low
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_backup_vault: {name: string}
#     aws_backup_protected_resource: {last_failure_time: string}
#   related:
#     notifications: {type: aws_backup_vault_notifications, on: backup_vault_name = id, more: helps, attributes: {backup_vault_events: [string]}}
#     rules:
#       type: aws_cloudwatch_event_rule
#       on: region
#       more: helps
#       elsewhere: true
#       attributes: {event_pattern: string, event_bus_name: string, state: string, is_enabled: bool}
#       related: {targets: {type: aws_cloudwatch_event_target, on: rule = name, more: helps}}
#     reports:
#       type: aws_backup_report_plan
#       on: region
#       more: helps
#       elsewhere: true
#       attributes: &report {report_setting: [{report_template: string, regions: [string]}]}
#     wide_reports: {type: aws_backup_report_plan, on: account, more: helps, elsewhere: true, attributes: *report}
#   params:
#     failure_days: {type: number, default: 7, unit: days, stricter: higher, source: default of hipaactl; AWS Backup lists jobs for 30 days}
#   assertions:
#     told: {title: Somebody is told of failed backups to the vault, reads: []}
#     succeeded: {title: No backup of PHI failed lately, reads: [last_failure_time]}
#   remediation: >-
#     Declare aws_backup_vault_notifications for the vault with backup_vault_events = ["BACKUP_JOB_COMPLETED"] and a topic whose
#     subscriptions filter on the State, and an aws_backup_report_plan with the template BACKUP_JOB_REPORT. Repeat the backups that failed.
package hipaactl.aws.backup.job_alerts

import data.hipaactl.lib.age
import data.hipaactl.lib.event_pattern

vault if input._.type == "aws_backup_vault"

told if {
	some notifications in input._.notifications
	"BACKUP_JOB_COMPLETED" in notifications.backup_vault_events
}

# failed is the event of a job that failed.
# https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
failed := {
	"source": "aws.backup",
	"detail-type": "Backup Job State Change",
	"detail": {"state": "FAILED", "backupVaultName": object.get(input, "name", "")},
}

told if {
	some rule in listening
	event_pattern.matches(rule.event_pattern, failed)
}

# listening are the rules that are on, listen to the bus on which AWS Backup speaks, and have a target.
listening[i] := rule if {
	some i, rule in input._.rules
	rule.event_pattern
	regex.match(`^$|(^|/)default$`, object.get(rule, "event_bus_name", ""))
	not rule.state == "DISABLED"
	not rule.is_enabled == false
	count(rule._.targets) > 0
}

# A report is on its own Region unless it names others.
told if {
	some report in input._.reports
	some setting in report.report_setting
	setting.report_template == "BACKUP_JOB_REPORT"
	count(object.get(setting, "regions", [])) == 0
}

told if {
	some report in input._.wide_reports
	some setting in report.report_setting
	setting.report_template == "BACKUP_JOB_REPORT"
	some region in setting.regions
	here(region)
}

here("*")

here(region) if region == input._.region

# unclear are the patterns of which it cannot be told what they match.
unclear contains sprintf("_.rules[%d].event_pattern", [i]) if {
	some i, rule in listening
	not event_pattern.readable(rule.event_pattern)
}

paths := array.concat(["_.notifications[*].backup_vault_events", "_.rules", "_.reports[*].report_setting", "_.wide_reports[*].report_setting"], [path | some path in named])

# The vault's name counts where a rule asks for it.
named contains "name" if {
	some rule in listening
	contains(rule.event_pattern, "backupVaultName")
}

unsent if {
	some notifications in input._.notifications
	"BACKUP_JOB_FAILED" in notifications.backup_vault_events
}

untold := "the vault's notifications ask for BACKUP_JOB_FAILED, which AWS no longer sends" if {
	unsent
} else := "nobody is told of failed backups to the vault, and no report lists them"

deny contains {"assertion": "told", "paths": paths, "message": untold} if {
	vault
	not told
	count(unclear) == 0
}

unknown contains {"assertion": "told", "paths": [path], "message": "whether a rule of EventBridge matches failed backups"} if {
	vault
	not told
	some path in unclear
}

deny contains {"assertion": "succeeded", "paths": ["_.phi", "last_failure_time"], "message": message} if {
	not vault
	input._.phi == "yes"
	age.days(input.last_failure_time) <= data.params.failure_days
	message := sprintf("a backup of PHI failed in the last %v days", [data.params.failure_days])
}

not_applicable contains {"assertion": "succeeded", "paths": ["_.phi"], "message": "only backups of what holds PHI are watched"} if {
	not vault
	input._.phi != "yes"
}

not_applicable contains {"assertion": "succeeded", "paths": ["_.type"], "message": "this is asked of what is backed up"} if vault

not_applicable contains {"assertion": "told", "paths": ["_.type"], "message": "this is asked of vaults"} if not vault
