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

// parameters are those of the databases: with audit and without plain connections, or neither.
func parameters(good bool) []rdstypes.Parameter {
	if good {
		return settingsOf(map[string]string{"rds.force_ssl": "1", "shared_preload_libraries": "pg_stat_statements,pgaudit", "pgaudit.log": "all"})
	}
	return settingsOf(map[string]string{"rds.force_ssl": "0"})
}

// password is what the broken databases have; of the others Secrets Manager keeps it.
func password(good bool) *string {
	if good {
		return nil
	}
	return str("only-in-the-emulator")
}

func exports(good bool) []string {
	if good {
		return []string{"postgresql"}
	}
	return nil
}

func (e *estate) instance(name string, good bool, tags map[string]string, key *string) {
	c := rds.NewFromConfig(e.config)
	must[*rds.CreateDBParameterGroupOutput](e)(c.CreateDBParameterGroup(e.ctx, &rds.CreateDBParameterGroupInput{DBParameterGroupName: &name, DBParameterGroupFamily: str("postgres16"), Description: &name}))
	must[*rds.ModifyDBParameterGroupOutput](e)(c.ModifyDBParameterGroup(e.ctx, &rds.ModifyDBParameterGroupInput{DBParameterGroupName: &name, Parameters: parameters(good)}))
	must[*rds.CreateDBInstanceOutput](e)(c.CreateDBInstance(e.ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: &name, DBInstanceClass: str("db.t3.medium"), Engine: str("postgres"), EngineVersion: str("16.3"), AllocatedStorage: i32(20),
		MasterUsername: str("root"), MasterUserPassword: password(good), ManageMasterUserPassword: &good, Tags: rdsTags(tags),
		StorageEncrypted: &good, KmsKeyId: key, BackupRetentionPeriod: days(good), DeletionProtection: &good, PubliclyAccessible: negated(good),
		DBParameterGroupName: &name, EnableCloudwatchLogsExports: exports(good), MultiAZ: &good, EnableIAMDatabaseAuthentication: &good,
		AutoMinorVersionUpgrade: &good, CopyTagsToSnapshot: &good,
	}))
}

func (e *estate) cluster(name string, good bool, tags map[string]string, key *string) {
	c := rds.NewFromConfig(e.config)
	must[*rds.CreateDBClusterParameterGroupOutput](e)(c.CreateDBClusterParameterGroup(e.ctx, &rds.CreateDBClusterParameterGroupInput{DBClusterParameterGroupName: &name, DBParameterGroupFamily: str("aurora-postgresql16"), Description: &name}))
	must[*rds.ModifyDBClusterParameterGroupOutput](e)(c.ModifyDBClusterParameterGroup(e.ctx, &rds.ModifyDBClusterParameterGroupInput{DBClusterParameterGroupName: &name, Parameters: parameters(good)}))
	must[*rds.CreateDBClusterOutput](e)(c.CreateDBCluster(e.ctx, &rds.CreateDBClusterInput{
		DBClusterIdentifier: &name, Engine: str("aurora-postgresql"), EngineVersion: str("16.4"),
		MasterUsername: str("root"), MasterUserPassword: password(good), ManageMasterUserPassword: &good,
		Tags: rdsTags(tags), StorageEncrypted: &good, KmsKeyId: key, BackupRetentionPeriod: days(good), DeletionProtection: &good,
		DBClusterParameterGroupName: &name, EnableCloudwatchLogsExports: exports(good), EnableIAMDatabaseAuthentication: &good, CopyTagsToSnapshot: &good,
	}))
}

// members makes instances of a cluster.
func (e *estate) members(cluster string, names ...string) {
	for _, name := range names {
		must[*rds.CreateDBInstanceOutput](e)(rds.NewFromConfig(e.config).CreateDBInstance(e.ctx, &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: &name, DBClusterIdentifier: &cluster, DBInstanceClass: str("db.r6g.large"), Engine: str("aurora-postgresql"), PubliclyAccessible: no(),
		}))
	}
}

func days(good bool) *int32 {
	if good {
		return i32(35)
	}
	return i32(1)
}

func negated(b bool) *bool { return boolean(!b) }

func boolean(b bool) *bool { return &b }

func (e *estate) soundDatabases(key string) {
	phi := map[string]string{"DataClass": "PHI", "HIPAA": "true"}
	e.instance("orders", true, phi, &key)
	e.cluster("charts", true, phi, &key)
	e.members("charts", "charts-1", "charts-2")
	e.snapshots("orders", "charts", phi, false)
	c := secretsmanager.NewFromConfig(e.config)
	s := must[*secretsmanager.CreateSecretOutput](e)(c.CreateSecret(e.ctx, &secretsmanager.CreateSecretInput{
		Name: str("orders-database"), SecretString: str("only-in-the-emulator"), KmsKeyId: &key,
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
	e.instance("scratch", false, map[string]string{"team": "billing"}, nil)
	e.cluster("reports", false, map[string]string{"team": "billing"}, nil)
	e.snapshots("scratch", "reports", map[string]string{"team": "billing"}, true)
	must[*secretsmanager.CreateSecretOutput](e)(secretsmanager.NewFromConfig(e.config).CreateSecret(e.ctx, &secretsmanager.CreateSecretInput{
		Name: str("scratch-database"), SecretString: str("only-in-the-emulator"),
	}))
	must[*secretsmanager.PutResourcePolicyOutput](e)(secretsmanager.NewFromConfig(e.config).PutResourcePolicy(e.ctx, &secretsmanager.PutResourcePolicyInput{
		SecretId: str("scratch-database"), ResourcePolicy: str(statement(`"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"`)),
	}))
}

func i64(n int64) *int64 { return &n }
