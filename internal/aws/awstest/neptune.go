package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// neptune makes a cluster of Neptune, whose API is that of RDS. The emulator has none
// of DocumentDB, and takes Neptune's for Multi-AZ clusters, which do not authenticate with IAM.
func (e *estate) neptune(name string, good bool, key *string, tags map[string]string) {
	in := &rds.CreateDBClusterInput{
		DBClusterIdentifier: &name, Engine: str("neptune"), EngineVersion: str("1.3.2.1"), Tags: rdsTags(tags),
		StorageEncrypted: &good, KmsKeyId: key, BackupRetentionPeriod: days(good), DeletionProtection: &good,
	}
	if good {
		in.EnableCloudwatchLogsExports = []string{"audit"}
	}
	must[*rds.CreateDBClusterOutput](e)(rds.NewFromConfig(e.config).CreateDBCluster(e.ctx, in))
}

func settingsOf(all map[string]string) (out []rdstypes.Parameter) {
	for name, value := range all {
		out = append(out, rdstypes.Parameter{ParameterName: str(name), ParameterValue: str(value), ApplyMethod: rdstypes.ApplyMethodPendingReboot})
	}
	return out
}

func soundNeptune(e *estate) {
	key := e.key("graphs", e.ownerPolicy(), true)
	e.neptune("relations", true, &key, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
}

func brokenNeptune(e *estate) { e.neptune("graph", false, nil, map[string]string{"team": "billing"}) }
