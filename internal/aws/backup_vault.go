package aws

import (
	"context"
	"maps"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/backup"
	"github.com/aws/aws-sdk-go-v2/service/backup/types"
)

// A vault that is not found was deleted since it was listed; of its policy and its
// notifications the same code says that there are none.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
var (
	listBackupVaults   = operation{service: "backup", name: "ListBackupVaults"}
	listBackupTags     = operation{service: "backup", name: "ListTags", absent: []string{"ResourceNotFoundException"}}
	listRecoveryPoints = operation{service: "backup", name: "ListRecoveryPointsByBackupVault", absent: []string{"ResourceNotFoundException"}}
	getVaultPolicy     = operation{service: "backup", name: "GetBackupVaultAccessPolicy", absent: []string{"ResourceNotFoundException"}}
)

func backupVaultParts() []part {
	return []part{
		{
			types: []string{"aws_backup_vault", "aws_backup_logically_air_gapped_vault", "aws_backup_vault_lock_configuration"},
			uses:  []operation{listBackupVaults, listBackupTags}, run: readVaults,
		},
		{types: []string{"aws_backup_vault_policy"}, uses: []operation{listBackupVaults, getVaultPolicy}, run: readVaultPolicies},
		{types: []string{"aws_backup_vault_status"}, uses: []operation{listBackupVaults, listRecoveryPoints}, run: readVaultStatus},
	}
}

// vault is a vault as it is listed.
type vault struct {
	types.BackupVaultListMember
	read read
}

func (v vault) name() string { return or(v.BackupVaultName, "") }

// vaults lists a Region's vaults once; what failed is a gap of the part.
func vaults(ctx context.Context, p *place) []vault {
	all, err := once(p, "backup vaults", func() (all []vault, err error) {
		err = listPages(ctx, p, listBackupVaults, "", backup.NewListBackupVaultsPaginator(p.backup(), &backup.ListBackupVaultsInput{MaxResults: sdk.Int32(1000)}),
			func(page *backup.ListBackupVaultsOutput, r read) {
				for _, v := range page.BackupVaultList {
					all = append(all, vault{v, r})
				}
			})
		return all, err
	})
	p.lost(listBackupVaults, "", err)
	return all
}

func readVaults(ctx context.Context, p *place) {
	forEach(ctx, vaults(ctx, p), func(ctx context.Context, v vault) {
		it := item{typ: "aws_backup_vault", name: v.name(), arn: or(v.BackupVaultArn, ""), read: v.read, reads: map[string]read{}, attrs: attrs{
			"id": v.BackupVaultName, "name": v.BackupVaultName, "arn": v.BackupVaultArn, "region": p.region,
		}}
		if v.VaultType == types.VaultTypeLogicallyAirGappedBackupVault {
			it.typ = "aws_backup_logically_air_gapped_vault"
			maps.Copy(it.attrs, attrs{"encryption_key_arn": optional(v.EncryptionKeyArn), "min_retention_days": v.MinRetentionDays, "max_retention_days": v.MaxRetentionDays})
		} else {
			maps.Copy(it.attrs, attrs{"kms_key_arn": optional(v.EncryptionKeyArn), "recovery_points": v.NumberOfRecoveryPoints})
			p.emitLock(v)
		}
		if p.wants(it.typ) {
			it.attrs["tags_all"], it.reads["tags_all"] = backupTags(ctx, p, it.arn)
			p.emit(it)
		}
	})
}

// emitLock emits a vault's lock. How long it can still be changed is told by a date; one
// without is in governance mode and can always be.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html
func (p *place) emitLock(v vault) {
	if v.Locked != nil && !*v.Locked {
		return
	}
	lock := item{typ: "aws_backup_vault_lock_configuration", name: v.name(), read: v.read, attrs: attrs{
		"id": v.BackupVaultName, "backup_vault_name": v.BackupVaultName, "backup_vault_arn": v.BackupVaultArn, "region": p.region,
		"min_retention_days": optional(v.MinRetentionDays), "max_retention_days": optional(v.MaxRetentionDays), "changeable_for_days": nil,
	}}
	if v.Locked == nil {
		lock.maybe = &failure{op: listBackupVaults, kind: "unreadable", code: "Locked"}
	}
	if v.LockDate != nil {
		lock.attrs["changeable_for_days"] = max(0, int(v.LockDate.Sub(p.run.options.Now()).Hours()/24))
	}
	p.emitWanted(lock)
}

func backupTags(ctx context.Context, p *place, arn string) (any, read) {
	tags := map[string]string{}
	var r read
	err := listPages(ctx, p, listBackupTags, arn, backup.NewListTagsPaginator(p.backup(), &backup.ListTagsInput{ResourceArn: &arn, MaxResults: sdk.Int32(1000)}),
		func(page *backup.ListTagsOutput, of read) {
			maps.Copy(tags, page.Tags)
			r = of
		})
	if f := asFailure(err); f != nil {
		p.run.lose(p, named(listBackupTags, arn), f, nil)
		return f, r
	}
	return tags, r
}

func readVaultPolicies(ctx context.Context, p *place) {
	forEach(ctx, vaults(ctx, p), func(ctx context.Context, v vault) {
		out, r, err := get(ctx, p, getVaultPolicy, v.name(), p.backup().GetBackupVaultAccessPolicy, &backup.GetBackupVaultAccessPolicyInput{BackupVaultName: v.BackupVaultName})
		known := attrs{"id": v.BackupVaultName, "backup_vault_name": v.BackupVaultName, "region": p.region}
		p.companion(item{typ: "aws_backup_vault_policy", name: v.name(), read: r}, err, known, func() attrs { return attrs{"policy": out.Policy} })
	})
}

// readVaultStatus counts the recovery points that are not encrypted. An answer that does not
// say of one counts as no.
func readVaultStatus(ctx context.Context, p *place) {
	forEach(ctx, vaults(ctx, p), func(ctx context.Context, v vault) {
		all, plain := 0, 0
		var r read
		in := &backup.ListRecoveryPointsByBackupVaultInput{BackupVaultName: v.BackupVaultName, MaxResults: sdk.Int32(1000)}
		err := listPages(ctx, p, listRecoveryPoints, v.name(), backup.NewListRecoveryPointsByBackupVaultPaginator(p.backup(), in),
			func(page *backup.ListRecoveryPointsByBackupVaultOutput, of read) {
				r = of
				for _, point := range page.RecoveryPoints {
					if all++; !point.IsEncrypted && point.Status != types.RecoveryPointStatusDeleting {
						plain++
					}
				}
			})
		if p.lost(listRecoveryPoints, v.name(), err) || err != nil {
			return
		}
		p.emit(item{typ: "aws_backup_vault_status", name: v.name(), read: r, attrs: attrs{
			"backup_vault_name": v.BackupVaultName, "recovery_points": all, "unencrypted_recovery_points": plain,
		}})
	})
}
