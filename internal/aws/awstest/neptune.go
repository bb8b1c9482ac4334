package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// otherCluster makes a cluster of DocumentDB or Neptune, whose API is that of RDS.
func (e *estate) otherCluster(name, engine, version string, good bool, key *string, tags map[string]string) {
	in := &rds.CreateDBClusterInput{
		DBClusterIdentifier: &name, Engine: &engine, EngineVersion: &version, MasterUsername: str("root"), MasterUserPassword: str("only-in-the-emulator"), Tags: rdsTags(tags),
		StorageEncrypted: &good, KmsKeyId: key, BackupRetentionPeriod: days(good), DeletionProtection: &good, EnableIAMDatabaseAuthentication: &good,
		DBClusterParameterGroupName: &name,
	}
	if good {
		in.EnableCloudwatchLogsExports = []string{"audit"}
	}
	c := rds.NewFromConfig(e.config)
	if engine == "docdb" {
		settings := map[bool]map[string]string{true: {"tls": "enabled", "audit_logs": "enabled"}, false: {"tls": "disabled", "audit_logs": "disabled"}}[good]
		must[*rds.CreateDBClusterParameterGroupOutput](e)(c.CreateDBClusterParameterGroup(e.ctx, &rds.CreateDBClusterParameterGroupInput{DBClusterParameterGroupName: &name, DBParameterGroupFamily: str("docdb5.0"), Description: &name}))
		must[*rds.ModifyDBClusterParameterGroupOutput](e)(c.ModifyDBClusterParameterGroup(e.ctx, &rds.ModifyDBClusterParameterGroupInput{DBClusterParameterGroupName: &name, Parameters: settingsOf(settings)}))
	} else {
		in.DBClusterParameterGroupName, in.MasterUsername, in.MasterUserPassword = nil, nil, nil
	}
	must[*rds.CreateDBClusterOutput](e)(c.CreateDBCluster(e.ctx, in))
}

func settingsOf(all map[string]string) (out []rdstypes.Parameter) {
	for name, value := range all {
		out = append(out, rdstypes.Parameter{ParameterName: str(name), ParameterValue: str(value), ApplyMethod: rdstypes.ApplyMethodPendingReboot})
	}
	return out
}

func soundDocuments(e *estate) {
	key := e.key("documents", e.ownerPolicy(), true)
	phi := map[string]string{"DataClass": "PHI", "HIPAA": "true"}
	e.otherCluster("papers", "docdb", "5.0.0", true, &key, phi)
	e.otherCluster("relations", "neptune", "1.3.2.1", true, &key, phi)
}

func brokenDocuments(e *estate) {
	team := map[string]string{"team": "billing"}
	e.otherCluster("notes", "docdb", "5.0.0", false, nil, team)
	e.otherCluster("graph", "neptune", "1.3.2.1", false, nil, team)
}
