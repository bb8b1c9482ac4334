package aws_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/backup"
	backuptypes "github.com/aws/aws-sdk-go-v2/service/backup/types"
	dms "github.com/aws/aws-sdk-go-v2/service/databasemigrationservice"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestDataOnMoto shows what an emulator answers end to end, and that what it gets
// wrong (default groups of clusters, times of DMS) is unknown. It has no selections
// of backup plans at all.
func TestDataOnMoto(t *testing.T) {
	endpoint := startMoto(t)
	plan := seedData(t, endpoint)
	set := auditMoto(t, endpoint, []string{
		"aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster", "aws_rds_global_cluster", "aws_db_snapshot", "aws_db_cluster_snapshot",
		"aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_db_instance_automated_backups_replication", "aws_dms_replication_instance", "aws_dynamodb_table",
		"aws_efs_file_system", "aws_backup_plan",
	})
	// What RDS takes by itself is named after the time, and file systems at random.
	automated := 0
	set.Resources = slices.DeleteFunc(set.Resources, func(r *resource.Resource) bool {
		rds := strings.HasPrefix(r.Address.Name, "rds:")
		if rds {
			automated++
		} else if r.Address.Type == "aws_efs_file_system" {
			r.Address.Name = "scans"
		}
		return rds
	})
	if automated != 4 {
		t.Errorf("%d automated snapshots were read, want one for each of four databases", automated)
	}
	sound := map[string]any{
		"storage_encrypted": true, "backup_retention_period": 35, "deletion_protection": true, "publicly_accessible": false, "tags_all": map[string]any{"DataClass": "PHI"},
		"db_name": nil, "replicate_source_db": nil,
	}
	set.check(t, map[string]map[string]any{
		"aws_db_instance orders":          sound,
		"aws_db_instance plain":           sound,
		"aws_rds_cluster_instance member": {"cluster_identifier": "charts", "publicly_accessible": true},
		"aws_rds_cluster charts":          {"storage_encrypted": false, "backup_retention_period": 1, "deletion_protection": false, "database_name": nil},
		"aws_db_snapshot kept":            {"encrypted": true, "shared_accounts": []any{}, "db_instance_identifier": "orders"},
		"aws_db_cluster_snapshot shared":  {"storage_encrypted": false, "shared_accounts": []any{"all"}, "db_cluster_identifier": "charts"},
		"aws_db_parameter_group strict": {
			"family": "postgres16", "parameter": []any{map[string]any{"apply_method": "immediate", "name": "rds.force_ssl", "value": "1"}},
		},
		"aws_db_parameter_group default.postgres9.3":         {"parameter": []any{}},
		"aws_db_parameter_group default.aurora-postgresql12": {"parameter": []any{}},
		"aws_rds_cluster_parameter_group default.aurora8.0":  {"parameter": "unknown: rds:DescribeDBClusterParameters: the service refused the request"},
		"aws_dynamodb_table visits": {
			"point_in_time_recovery": []any{map[string]any{"enabled": true, "recovery_period_in_days": 35}}, "tags_all": map[string]any{"DataClass": "PHI"},
			"server_side_encryption": []any{}, "deletion_protection_enabled": false,
		},
		"aws_efs_file_system scans": {"encrypted": true, "kms_key_id": nil, "creation_token": "scans", "name": nil, "tags_all": map[string]any{}},
		"aws_backup_plan " + plan:   {"name": "nightly"},
	})
	if diff := cmp.Diff([]string{
		"eu-west-1 dms:DescribeReplicationInstances: aws_dms_replication_instance",
		"eu-west-1 rds:DescribeDBClusterParameters of default.aurora8.0: settled",
	}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

// seedData makes one of each thing and returns the id of the plan.
func seedData(t *testing.T, endpoint string) string {
	t.Helper()
	ctx, config := t.Context(), seeder(endpoint, ownAccount, "eu-west-1")
	s := func(v string) *string { return &v }
	n := func(v int32) *int32 { return &v }
	yes, no := true, false
	db := rds.NewFromConfig(config)
	made[*rds.CreateDBParameterGroupOutput](t)(db.CreateDBParameterGroup(ctx, &rds.CreateDBParameterGroupInput{DBParameterGroupName: s("strict"), DBParameterGroupFamily: s("postgres16"), Description: s("TLS")}))
	made[*rds.ModifyDBParameterGroupOutput](t)(db.ModifyDBParameterGroup(ctx, &rds.ModifyDBParameterGroupInput{DBParameterGroupName: s("strict"), Parameters: []rdstypes.Parameter{
		{ParameterName: s("rds.force_ssl"), ParameterValue: s("1"), ApplyMethod: rdstypes.ApplyMethodImmediate},
	}}))
	instance := func(name, group string) {
		in := &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: &name, DBInstanceClass: s("db.t3.medium"), Engine: s("postgres"), AllocatedStorage: n(20), MasterUsername: s("root"), MasterUserPassword: s("only-in-the-emulator"),
			StorageEncrypted: &yes, BackupRetentionPeriod: n(35), DeletionProtection: &yes, PubliclyAccessible: &no, Tags: []rdstypes.Tag{{Key: s("DataClass"), Value: s("PHI")}},
		}
		if group != "" {
			in.DBParameterGroupName = &group
		}
		made[*rds.CreateDBInstanceOutput](t)(db.CreateDBInstance(ctx, in))
	}
	instance("orders", "strict")
	instance("plain", "")
	made[*rds.CreateDBClusterOutput](t)(db.CreateDBCluster(ctx, &rds.CreateDBClusterInput{DBClusterIdentifier: s("charts"), Engine: s("aurora-postgresql"), MasterUsername: s("root"), MasterUserPassword: s("only-in-the-emulator")}))
	made[*rds.CreateDBInstanceOutput](t)(db.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{DBInstanceIdentifier: s("member"), DBClusterIdentifier: s("charts"), DBInstanceClass: s("db.r5.large"), Engine: s("aurora-postgresql"), PubliclyAccessible: &yes}))
	made[*rds.CreateDBSnapshotOutput](t)(db.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: s("orders"), DBSnapshotIdentifier: s("kept")}))
	made[*rds.CreateDBClusterSnapshotOutput](t)(db.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{DBClusterIdentifier: s("charts"), DBClusterSnapshotIdentifier: s("shared")}))
	made[*rds.ModifyDBClusterSnapshotAttributeOutput](t)(db.ModifyDBClusterSnapshotAttribute(ctx, &rds.ModifyDBClusterSnapshotAttributeInput{DBClusterSnapshotIdentifier: s("shared"), AttributeName: s("restore"), ValuesToAdd: []string{"all"}}))

	// The emulator makes it, and answers with a time that the SDK cannot read.
	_, _ = dms.NewFromConfig(config).CreateReplicationInstance(ctx, &dms.CreateReplicationInstanceInput{ReplicationInstanceIdentifier: s("copy"), ReplicationInstanceClass: s("dms.t3.micro"), PubliclyAccessible: &no})
	tables := dynamodb.NewFromConfig(config)
	made[*dynamodb.CreateTableOutput](t)(tables.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: s("visits"), KeySchema: []ddbtypes.KeySchemaElement{{AttributeName: s("id"), KeyType: ddbtypes.KeyTypeHash}}, BillingMode: ddbtypes.BillingModePayPerRequest,
		AttributeDefinitions: []ddbtypes.AttributeDefinition{{AttributeName: s("id"), AttributeType: ddbtypes.ScalarAttributeTypeS}}, Tags: []ddbtypes.Tag{{Key: s("DataClass"), Value: s("PHI")}},
	}))
	made[*dynamodb.UpdateContinuousBackupsOutput](t)(tables.UpdateContinuousBackups(ctx, &dynamodb.UpdateContinuousBackupsInput{TableName: s("visits"), PointInTimeRecoverySpecification: &ddbtypes.PointInTimeRecoverySpecification{PointInTimeRecoveryEnabled: &yes}}))
	made[*efs.CreateFileSystemOutput](t)(efs.NewFromConfig(config).CreateFileSystem(ctx, &efs.CreateFileSystemInput{CreationToken: s("scans"), Encrypted: &yes}))
	plans := backup.NewFromConfig(config)
	made[*backup.CreateBackupVaultOutput](t)(plans.CreateBackupVault(ctx, &backup.CreateBackupVaultInput{BackupVaultName: s("vault")}))
	days := int64(35)
	return *made[*backup.CreateBackupPlanOutput](t)(plans.CreateBackupPlan(ctx, &backup.CreateBackupPlanInput{BackupPlan: &backuptypes.BackupPlanInput{
		BackupPlanName: s("nightly"), Rules: []backuptypes.BackupRuleInput{{RuleName: s("long"), TargetBackupVaultName: s("vault"), Lifecycle: &backuptypes.Lifecycle{DeleteAfterDays: &days}}},
	}})).BackupPlanId
}
