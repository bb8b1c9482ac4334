package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/backup"
	"github.com/aws/aws-sdk-go-v2/service/backup/types"
)

func (e *estate) vault(name string, key *string, tags map[string]string) {
	must[*backup.CreateBackupVaultOutput](e)(backup.NewFromConfig(e.config).CreateBackupVault(e.ctx, &backup.CreateBackupVaultInput{BackupVaultName: &name, EncryptionKeyArn: key, BackupVaultTags: tags}))
}

func soundBackup(e *estate) {
	c := backup.NewFromConfig(e.config)
	key := e.key("backups", e.ownerPolicy(), true)
	e.vault("phi-records", &key, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
	days, changeable := int64(35), int64(3)
	must[*backup.PutBackupVaultLockConfigurationOutput](e)(c.PutBackupVaultLockConfiguration(e.ctx, &backup.PutBackupVaultLockConfigurationInput{
		BackupVaultName: str("phi-records"), MinRetentionDays: &days, ChangeableForDays: &changeable,
	}))
	plan := must[*backup.CreateBackupPlanOutput](e)(c.CreateBackupPlan(e.ctx, &backup.CreateBackupPlanInput{BackupPlan: &types.BackupPlanInput{
		BackupPlanName: str("daily"), Rules: []types.BackupRuleInput{{
			RuleName: str("daily"), TargetBackupVaultName: str("phi-records"), ScheduleExpression: str("cron(0 5 ? * * *)"), Lifecycle: &types.Lifecycle{DeleteAfterDays: &days},
		}},
	}}))
	e.names["aws_backup_plan."+*plan.BackupPlanId] = "aws_backup_plan.daily"
	must[*backup.CreateReportPlanOutput](e)(c.CreateReportPlan(e.ctx, &backup.CreateReportPlanInput{
		ReportPlanName: str("jobs"), ReportDeliveryChannel: &types.ReportDeliveryChannel{S3BucketName: str("clinic-trail")}, ReportSetting: &types.ReportSetting{ReportTemplate: str("BACKUP_JOB_REPORT")},
	}))
}

func brokenBackup(e *estate) {
	e.vault("phi-copies", nil, map[string]string{"DataClass": "PHI"})
}
