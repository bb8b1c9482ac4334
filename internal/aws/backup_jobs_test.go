package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVaultNotifications(t *testing.T) {
	s := &fake{answers: answers{
		"ListBackupVaults": `{"BackupVaultList":[{"BackupVaultName":"told","BackupVaultArn":"arn:told"},{"BackupVaultName":"silent"},{"BackupVaultName":"closed"},{"BackupVaultName":"garbled"}]}`,
		"GetBackupVaultNotifications /backup-vaults/garbled/notification-configuration": `{"SNSTopicArn":"arn:topic"}`,
		"GetBackupVaultNotifications /backup-vaults/told/notification-configuration":    `{"BackupVaultName":"told","SNSTopicArn":"arn:topic","BackupVaultEvents":["RESTORE_JOB_COMPLETED","BACKUP_JOB_COMPLETED"]}`,
		"GetBackupVaultNotifications /backup-vaults/silent/notification-configuration":  "error ResourceNotFoundException",
	}}
	set, notifications := s.audit(t, []string{"aws_backup_vault_notifications"}), "aws_backup_vault_notifications "
	set.check(t, map[string]map[string]any{
		notifications + "told": {
			"id": "told", "backup_vault_name": "told", "backup_vault_arn": "arn:told", "sns_topic_arn": "arn:topic",
			"backup_vault_events": []any{"BACKUP_JOB_COMPLETED", "RESTORE_JOB_COMPLETED"},
		},
		notifications + "garbled": {
			"backup_vault_events": "unknown: backup:GetBackupVaultNotifications: the answer does not hold what aws_backup_vault_notifications.backup_vault_events is made from",
		},
		notifications + "closed": {"backup_vault_name": "closed", "unread": "backup:GetBackupVaultNotifications"},
	})
	if diff := cmp.Diff([]string{"eu-west-1 backup:GetBackupVaultNotifications of closed: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestReportPlans(t *testing.T) {
	types := []string{"aws_backup_report_plan"}
	s := &fake{answers: answers{
		"ListReportPlans": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","ReportPlans":[{"ReportPlanName":"jobs","ReportPlanArn":"arn:jobs","ReportSetting":{"ReportTemplate":"BACKUP_JOB_REPORT","NumberOfFrameworks":0}}]}`
			}
			return `{"ReportPlans":[{"ReportPlanName":"wide","ReportSetting":{"ReportTemplate":"RESTORE_JOB_REPORT","Regions":["us-east-1","eu-west-1"]}},{"ReportPlanName":"bare"}]}`
		},
	}}
	set, plan := s.audit(t, types), "aws_backup_report_plan "
	set.check(t, map[string]map[string]any{
		plan + "jobs": {"id": "jobs", "name": "jobs", "arn": "arn:jobs", "report_setting": []any{map[string]any{"report_template": "BACKUP_JOB_REPORT", "regions": nil}}},
		plan + "wide": {"report_setting": []any{map[string]any{"report_template": "RESTORE_JOB_REPORT", "regions": []any{"eu-west-1", "us-east-1"}}}},
		plan + "bare": {"report_setting": "unknown: backup:ListReportPlans: the answer does not hold what aws_backup_report_plan.report_setting is made from"},
	})
	if diff := cmp.Diff([]string{"eu-west-1 backup:ListReportPlans: aws_backup_report_plan"}, (&fake{}).audit(t, types).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestProtectedResources(t *testing.T) {
	types := []string{"aws_backup_protected_resource", "aws_backup_protected_type"}
	resource := "aws_backup_protected_resource "
	jobs := func(all string) any {
		return func(in ask) string {
			switch in.Get("state") + in.Get("nextToken") {
			case "FAILED":
				return `{"NextToken":"2","BackupJobs":[{"ResourceArn":"arn:b","ResourceType":"RDS","State":"FAILED","CreationDate":1400000000,"CompletionDate":1500000000}]}`
			case "FAILED2":
				return all
			case "EXPIRED":
				return `{"BackupJobs":[{"ResourceArn":"arn:b","ResourceType":"RDS","State":"EXPIRED","CreationDate":1450000000}]}`
			}
			return `{"BackupJobs":[{"ResourceArn":"arn:never","ResourceType":"EFS","State":"ABORTED","CreationDate":1500000000}]}`
		}
	}
	s := &fake{answers: answers{
		"ListProtectedResources": `{"Results":[{"ResourceArn":"arn:a","ResourceType":"RDS"},{"ResourceArn":"arn:b","ResourceType":"RDS"}]}`,
		"ListBackupJobs":         jobs(`{"BackupJobs":[]}`),
		"ListRestoreJobs":        `{"RestoreJobs":[]}`,
	}}
	set := s.audit(t, types)
	set.check(t, map[string]map[string]any{
		resource + "arn:a":              {"resource_arn": "arn:a", "resource_type": "RDS", "last_failure_time": nil},
		resource + "arn:b":              {"last_failure_time": "2017-07-14T02:40:00Z"},
		resource + "arn:never":          {"resource_arn": "arn:never", "resource_type": "EFS", "last_failure_time": "2017-07-14T02:40:00Z"},
		"aws_backup_protected_type RDS": {},
	})
	if gaps := set.gaps(); len(gaps) > 0 {
		t.Error(gaps)
	}
	const unreadable = "the answer could not be read"
	for answer, why := range map[string]string{
		"error AccessDeniedException":                                   "access was denied",
		`{"BackupJobs":[{"ResourceType":"RDS","CreationDate":150000}]}`: unreadable,
		`{"BackupJobs":[{"ResourceArn":"arn:a","ResourceType":"RDS"}]}`: unreadable,
		`{"Jobs":[]}`: unreadable,
	} {
		s.answers["ListBackupJobs"] = jobs(answer)
		set = s.audit(t, types[:1])
		set.check(t, map[string]map[string]any{
			resource + "arn:a": {"last_failure_time": "unknown: backup:ListBackupJobs: " + why}, resource + "arn:b": {"last_failure_time": "unknown: backup:ListBackupJobs: " + why},
		})
		if diff := cmp.Diff([]string{"eu-west-1 backup:ListBackupJobs of FAILED: aws_backup_protected_resource"}, set.gaps()); diff != "" {
			t.Error(answer, "gaps:", diff)
		}
	}
	delete(s.answers, "ListProtectedResources")
	s.answers["ListBackupJobs"] = jobs(`{"BackupJobs":[]}`)
	set = s.audit(t, types)
	set.check(t, map[string]map[string]any{resource + "arn:b": {}, resource + "arn:never": {}})
	want := []string{"eu-west-1 backup:ListProtectedResources: aws_backup_protected_resource aws_backup_protected_type"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
