package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	smtypes "github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
)

func rdsTags(tags map[string]string) []rdstypes.Tag {
	var out []rdstypes.Tag
	for k, v := range tags {
		out = append(out, rdstypes.Tag{Key: str(k), Value: str(v)})
	}
	return out
}

func (e *estate) instance(name string, good bool, tags map[string]string) {
	days := int32(1)
	if good {
		days = 35
	}
	must[*rds.CreateDBInstanceOutput](e)(rds.NewFromConfig(e.config).CreateDBInstance(e.ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: &name, DBInstanceClass: str("db.t3.medium"), Engine: str("postgres"), AllocatedStorage: i32(20),
		MasterUsername: str("root"), MasterUserPassword: str("only-in-the-emulator"), Tags: rdsTags(tags),
		StorageEncrypted: &good, BackupRetentionPeriod: &days, DeletionProtection: &good, PubliclyAccessible: negated(good),
	}))
}

func (e *estate) cluster(name string, good bool, tags map[string]string) {
	days := int32(1)
	if good {
		days = 35
	}
	must[*rds.CreateDBClusterOutput](e)(rds.NewFromConfig(e.config).CreateDBCluster(e.ctx, &rds.CreateDBClusterInput{
		DBClusterIdentifier: &name, Engine: str("aurora-postgresql"), MasterUsername: str("root"), MasterUserPassword: str("only-in-the-emulator"),
		Tags: rdsTags(tags), StorageEncrypted: &good, BackupRetentionPeriod: &days, DeletionProtection: &good,
	}))
}

func negated(b bool) *bool { return boolean(!b) }

func boolean(b bool) *bool { return &b }

func (e *estate) soundDatabases() {
	phi := map[string]string{"DataClass": "PHI", "HIPAA": "true"}
	e.instance("orders", true, phi)
	e.cluster("charts", true, phi)
	e.snapshots("orders", "charts", phi, false)
	c := secretsmanager.NewFromConfig(e.config)
	s := must[*secretsmanager.CreateSecretOutput](e)(c.CreateSecret(e.ctx, &secretsmanager.CreateSecretInput{
		Name: str("orders-database"), SecretString: str("only-in-the-emulator"),
		Tags: []smtypes.Tag{{Key: str("DataClass"), Value: str("internal")}, {Key: str("HIPAA"), Value: str("false")}},
	}))
	must[*secretsmanager.RotateSecretOutput](e)(c.RotateSecret(e.ctx, &secretsmanager.RotateSecretInput{
		SecretId: s.ARN, RotationRules: &smtypes.RotationRulesType{AutomaticallyAfterDays: i64(30)}, RotateImmediately: no(),
	}))
}

func (e *estate) snapshots(instance, cluster string, tags map[string]string, shared bool) {
	c := rds.NewFromConfig(e.config)
	must[*rds.CreateDBSnapshotOutput](e)(c.CreateDBSnapshot(e.ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: &instance, DBSnapshotIdentifier: str(instance + "-manual"), Tags: rdsTags(tags)}))
	must[*rds.CreateDBClusterSnapshotOutput](e)(c.CreateDBClusterSnapshot(e.ctx, &rds.CreateDBClusterSnapshotInput{DBClusterIdentifier: &cluster, DBClusterSnapshotIdentifier: str(cluster + "-manual"), Tags: rdsTags(tags)}))
	if shared {
		must[*rds.ModifyDBSnapshotAttributeOutput](e)(c.ModifyDBSnapshotAttribute(e.ctx, &rds.ModifyDBSnapshotAttributeInput{DBSnapshotIdentifier: str(instance + "-manual"), AttributeName: str("restore"), ValuesToAdd: []string{"all"}}))
		must[*rds.ModifyDBClusterSnapshotAttributeOutput](e)(c.ModifyDBClusterSnapshotAttribute(e.ctx, &rds.ModifyDBClusterSnapshotAttributeInput{DBClusterSnapshotIdentifier: str(cluster + "-manual"), AttributeName: str("restore"), ValuesToAdd: []string{"all"}}))
	}
}

func (e *estate) brokenDatabases() {
	e.instance("scratch", false, map[string]string{"team": "billing"})
	e.cluster("reports", false, map[string]string{"team": "billing"})
	e.snapshots("scratch", "reports", map[string]string{"team": "billing"}, true)
	must[*secretsmanager.CreateSecretOutput](e)(secretsmanager.NewFromConfig(e.config).CreateSecret(e.ctx, &secretsmanager.CreateSecretInput{
		Name: str("scratch-database"), SecretString: str("only-in-the-emulator"),
	}))
}

func i64(n int64) *int64 { return &n }
