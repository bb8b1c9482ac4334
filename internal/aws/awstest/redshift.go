package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/redshift"
	"github.com/aws/aws-sdk-go-v2/service/redshift/types"
)

func (e *estate) warehouse(in *redshift.CreateClusterInput, tags map[string]string) {
	in.NodeType, in.MasterUsername, in.MasterUserPassword = str("ra3.large"), str("root"), str("Only-in-the-emulator-1")
	for k, v := range tags {
		in.Tags = append(in.Tags, types.Tag{Key: str(k), Value: str(v)})
	}
	must[*redshift.CreateClusterOutput](e)(redshift.NewFromConfig(e.config).CreateCluster(e.ctx, in))
}

func soundRedshift(e *estate) {
	c := redshift.NewFromConfig(e.config)
	must[*redshift.CreateClusterParameterGroupOutput](e)(c.CreateClusterParameterGroup(e.ctx, &redshift.CreateClusterParameterGroupInput{
		ParameterGroupName: str("claims"), ParameterGroupFamily: str("redshift-1.0"), Description: str("claims"),
	}))
	e.warehouse(&redshift.CreateClusterInput{
		ClusterIdentifier: str("claims"), ClusterParameterGroupName: str("claims"), Encrypted: yes(), KmsKeyId: &e.phiKey, PubliclyAccessible: no(),
		EnhancedVpcRouting: yes(), AllowVersionUpgrade: yes(), AutomatedSnapshotRetentionPeriod: i32(35),
	}, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
	must[*redshift.EnableLoggingOutput](e)(c.EnableLogging(e.ctx, &redshift.EnableLoggingInput{
		ClusterIdentifier: str("claims"), LogDestinationType: types.LogDestinationTypeCloudwatch, LogExports: []string{"connectionlog", "userlog", "useractivitylog"},
	}))
}

func brokenRedshift(e *estate) {
	e.warehouse(&redshift.CreateClusterInput{
		ClusterIdentifier: str("phi-reports"), ClusterParameterGroupName: str("default.redshift-1.0"), Encrypted: no(), PubliclyAccessible: yes(), EnhancedVpcRouting: no(), AllowVersionUpgrade: no(),
	}, map[string]string{"team": "billing"})
}
