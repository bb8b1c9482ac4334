package aws_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBackupVaults(t *testing.T) {
	root := "arn:aws:backup:eu-west-1:123456789012:backup-vault:"
	listed := func(name, rest string) string {
		return fmt.Sprintf(`{"BackupVaultName":%q,"BackupVaultArn":%q%s}`, name, root+name, rest)
	}
	s := &fake{answers: answers{
		"ListBackupVaults": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"NextToken":"2","BackupVaultList":[` + listed("records", `,"EncryptionKeyArn":"k","Locked":true,"MinRetentionDays":35,"LockDate":1500000000,"NumberOfRecoveryPoints":2`) + `]}`
			}
			return `{"BackupVaultList":[` + listed("governed", `,"Locked":true,"NumberOfRecoveryPoints":0`) + "," + listed("open", `,"Locked":false`) + "," + listed("odd", "") +
				"," + listed("gapped", `,"VaultType":"LOGICALLY_AIR_GAPPED_BACKUP_VAULT","Locked":true,"MinRetentionDays":7,"MaxRetentionDays":70`) + `]}`
		},
		"ListTags": `{"Tags":{"DataClass":"PHI"}}`,
		"GetBackupVaultAccessPolicy /backup-vaults/records/access-policy":        `{"BackupVaultName":"records","Policy":"{}"}`,
		"GetBackupVaultAccessPolicy /backup-vaults/open/access-policy":           "error ResourceNotFoundException",
		"ListRecoveryPointsByBackupVault /backup-vaults/records/recovery-points": `{"RecoveryPoints":[{"IsEncrypted":true,"Status":"COMPLETED"},{"IsEncrypted":false,"Status":"COMPLETED"},{"IsEncrypted":false,"Status":"DELETING"}]}`,
		"ListRecoveryPointsByBackupVault /backup-vaults/open/recovery-points":    `{"RecoveryPoints":[]}`,
	}}
	set := s.audit(t, []string{"aws_backup_vault", "aws_backup_logically_air_gapped_vault", "aws_backup_vault_lock_configuration", "aws_backup_vault_policy", "aws_backup_vault_status"})
	vault, lock, policy, status := "aws_backup_vault ", "aws_backup_vault_lock_configuration ", "aws_backup_vault_policy ", "aws_backup_vault_status "
	phi := map[string]any{"DataClass": "PHI"}
	set.check(t, map[string]map[string]any{
		vault + "records":  {"arn": root + "records", "name": "records", "kms_key_arn": "k", "tags_all": phi},
		vault + "governed": {"kms_key_arn": nil}, vault + "open": {}, vault + "odd": {},
		"aws_backup_logically_air_gapped_vault gapped": {"min_retention_days": 7, "max_retention_days": 70, "tags_all": phi},
		lock + "records":    {"backup_vault_name": "records", "min_retention_days": 35, "changeable_for_days": 0},
		lock + "governed":   {"min_retention_days": nil, "changeable_for_days": nil},
		lock + "odd":        {"changeable_for_days": nil},
		policy + "records":  {"backup_vault_name": "records", "policy": "{}"},
		policy + "governed": {"unread": "backup:GetBackupVaultAccessPolicy"},
		policy + "odd":      {"unread": "backup:GetBackupVaultAccessPolicy"},
		policy + "gapped":   {"unread": "backup:GetBackupVaultAccessPolicy"},
		status + "records":  {"backup_vault_name": "records", "recovery_points": 3, "unencrypted_recovery_points": 1},
		status + "open":     {"recovery_points": 0, "unencrypted_recovery_points": 0},
	})
	for _, r := range set.Resources {
		if doubtful := r.Address.Name == "odd" && r.Address.Type != "aws_backup_vault"; r.Address.Type == "aws_backup_vault_lock_configuration" && doubtful != (len(r.Existence) > 0) {
			t.Errorf("%s exists if %v", r.Address, r.Existence)
		}
	}
	var want []string
	for _, name := range []string{"gapped", "governed", "odd"} {
		want = append(want, "eu-west-1 backup:GetBackupVaultAccessPolicy of "+name+": settled")
	}
	for _, name := range []string{"gapped", "governed", "odd"} {
		want = append(want, "eu-west-1 backup:ListRecoveryPointsByBackupVault of "+name+": aws_backup_vault_status")
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
