package hipaactl.aws.backup.job_alerts_test

import data.hipaactl.aws.backup.job_alerts as policy

lists := {"type": "aws_backup_vault", "phi": "unmarked", "region": "eu-west-1", "notifications": [], "rules": [], "reports": [], "wide_reports": []}

vault(change) := {"name": "records", "_": object.union(lists, change)}

denied(v) := messages if {
	messages := {d.message | some d in policy.deny} with input as v with data.params as {"failure_days": 7} with data.now as "2026-03-01T12:00:00Z"
}

open(v) := paths if {
	paths := {u.paths[0] | some u in policy.unknown} with input as v
}

nobody := {"nobody is told of failed backups to the vault, and no report lists them"}

events(names) := vault({"notifications": [{"backup_vault_events": names}]})

test_nobody if {
	denied(vault({})) == nobody
	open(vault({})) == set()
}

test_notifications if {
	denied(events(["BACKUP_JOB_COMPLETED"])) == set()
	denied(events(["BACKUP_JOB_STARTED", "RESTORE_JOB_COMPLETED"])) == nobody
	denied(events([])) == nobody
	denied(events(["BACKUP_JOB_FAILED"])) == {"the vault's notifications ask for BACKUP_JOB_FAILED, which AWS no longer sends"}
	denied(events(["BACKUP_JOB_FAILED", "BACKUP_JOB_COMPLETED"])) == set()
}

rule(pattern, change) := vault({"rules": [object.union({"event_pattern": json.marshal(pattern), "state": "ENABLED", "_": {"targets": [{}]}}, change)]})

jobs(detail) := {"source": ["aws.backup"], "detail-type": ["Backup Job State Change"], "detail": detail}

test_rules if {
	denied(rule(jobs({"state": ["FAILED", "EXPIRED"]}), {})) == set()
	denied(rule({"source": ["aws.backup"]}, {})) == set()
	denied(rule(jobs({"state": ["COMPLETED"]}), {})) == nobody
	denied(rule({"source": ["aws.backup"], "detail-type": ["Restore Job State Change"]}, {})) == nobody
	denied(rule(jobs({"backupVaultName": ["records"]}), {})) == set()
	denied(rule(jobs({"backupVaultName": ["logs"]}), {})) == nobody
}

test_rules_that_are_off if {
	denied(rule({"source": ["aws.backup"]}, {"state": "DISABLED"})) == nobody
	denied(rule({"source": ["aws.backup"]}, {"is_enabled": false})) == nobody
	denied(rule({"source": ["aws.backup"]}, {"event_bus_name": "orders"})) == nobody
	denied(rule({"source": ["aws.backup"]}, {"event_bus_name": "default"})) == set()
	denied(rule({"source": ["aws.backup"]}, {"_": {"targets": []}})) == nobody
	denied(vault({"rules": [{"state": "ENABLED", "_": {"targets": [{}]}}]})) == nobody
}

test_unclear if {
	strange := jobs({"state": [{"cidr": "10.0.0.0/8"}]})
	denied(rule(strange, {})) == set()
	open(rule(strange, {})) == {"_.rules[0].event_pattern"}
	open(rule(strange, {"state": "DISABLED"})) == set()
	told := object.union(rule(strange, {}), {"_": {"notifications": [{"backup_vault_events": ["BACKUP_JOB_COMPLETED"]}]}})
	open(told) == set()
}

report(setting) := [{"report_setting": [setting]}]

test_reports if {
	denied(vault({"reports": report({"report_template": "BACKUP_JOB_REPORT"})})) == set()
	denied(vault({"reports": report({"report_template": "BACKUP_JOB_REPORT", "regions": []})})) == set()
	denied(vault({"reports": report({"report_template": "COPY_JOB_REPORT"})})) == nobody
	denied(vault({"reports": report({"report_template": "BACKUP_JOB_REPORT", "regions": ["us-east-1"]})})) == nobody
	denied(vault({"wide_reports": report({"report_template": "BACKUP_JOB_REPORT"})})) == nobody
	denied(vault({"wide_reports": report({"report_template": "BACKUP_JOB_REPORT", "regions": ["*"]})})) == set()
	denied(vault({"wide_reports": report({"report_template": "BACKUP_JOB_REPORT", "regions": ["us-east-1", "eu-west-1"]})})) == set()
	denied(vault({"wide_reports": report({"report_template": "RESTORE_JOB_REPORT", "regions": ["*"]})})) == nobody
}

resource(phi, time) := {"last_failure_time": time, "_": {"type": "aws_backup_protected_resource", "phi": phi}}

test_jobs if {
	denied(resource("yes", "2026-02-25T05:00:00Z")) == {"a backup of PHI failed in the last 7 days"}
	denied(resource("yes", "2026-02-20T05:00:00Z")) == set()
	denied(resource("unmarked", "2026-02-25T05:00:00Z")) == set()
	denied({"_": {"type": "aws_backup_protected_resource", "phi": "yes"}}) == set()
}

test_which if {
	{n.assertion | some n in policy.not_applicable} == {"succeeded"} with input as vault({})
	{n.assertion | some n in policy.not_applicable} == {"told"} with input as resource("yes", null)
	{n.assertion | some n in policy.not_applicable} == {"told", "succeeded"} with input as resource("no", null)
}
