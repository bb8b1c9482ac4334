package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// clustersXML are clusters of all three services, as one call shows them.
const clustersXML = `<DBClusters>
	<DBCluster><DBClusterIdentifier>charts</DBClusterIdentifier><Engine>aurora-postgresql</Engine><DBClusterParameterGroup>aurora</DBClusterParameterGroup></DBCluster>
	<DBCluster><DBClusterIdentifier>papers</DBClusterIdentifier><DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:papers</DBClusterArn><Engine>docdb</Engine>
		<StorageEncrypted>true</StorageEncrypted><KmsKeyId>k</KmsKeyId><BackupRetentionPeriod>35</BackupRetentionPeriod><DeletionProtection>true</DeletionProtection>
		<DBClusterParameterGroup>strict</DBClusterParameterGroup><EnabledCloudwatchLogsExports><member>audit</member></EnabledCloudwatchLogsExports>
		<TagList><Tag><Key>DataClass</Key><Value>PHI</Value></Tag></TagList></DBCluster>
	<DBCluster><DBClusterIdentifier>graph</DBClusterIdentifier><Engine>neptune</Engine><StorageEncrypted>false</StorageEncrypted>
		<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled><DBClusterParameterGroup>graphs</DBClusterParameterGroup></DBCluster></DBClusters>`

func TestClustersOfOtherServices(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeDBClusters":               clustersXML,
		"DescribeDBInstances":              "<DBInstances>" + instanceXML("graph-1", "neptune", `<DBClusterIdentifier>graph</DBClusterIdentifier><PubliclyAccessible>true</PubliclyAccessible>`) + instanceXML("orders", "postgres", "") + "</DBInstances>",
		"DescribeDBClusterParameterGroups": `<DBClusterParameterGroups><DBClusterParameterGroup><DBClusterParameterGroupName>strict</DBClusterParameterGroupName><DBParameterGroupFamily>docdb5.0</DBParameterGroupFamily></DBClusterParameterGroup></DBClusterParameterGroups>`,
		"DescribeDBClusterParameters":      "<Parameters><Parameter><ParameterName>tls</ParameterName><ParameterValue>enabled</ParameterValue></Parameter></Parameters>",
		"DescribeGlobalClusters eu-west-1": `<GlobalClusters><GlobalClusterMember><GlobalClusterIdentifier>world</GlobalClusterIdentifier><GlobalClusterArn>arn:aws:rds::123456789012:global-cluster:world</GlobalClusterArn><Engine>docdb</Engine><StorageEncrypted>true</StorageEncrypted></GlobalClusterMember></GlobalClusters>`,
	}}
	types := []string{
		"aws_rds_cluster", "aws_rds_cluster_parameter_group", "aws_docdb_cluster", "aws_docdb_cluster_parameter_group", "aws_docdb_global_cluster",
		"aws_neptune_cluster", "aws_neptune_cluster_instance",
	}
	set := s.audit(t, types)
	set.check(t, map[string]map[string]any{
		"aws_rds_cluster charts":                 {"cluster_identifier": "charts"},
		"aws_rds_cluster_parameter_group aurora": {"name": "aurora"},
		"aws_docdb_cluster papers": {
			"id": "papers", "cluster_identifier": "papers", "arn": "arn:aws:rds:eu-west-1:123456789012:cluster:papers", "storage_encrypted": true, "kms_key_id": "k",
			"backup_retention_period": 35, "deletion_protection": true, "db_cluster_parameter_group_name": "strict", "enabled_cloudwatch_logs_exports": []any{"audit"},
			"tags_all": map[string]any{"DataClass": "PHI"},
		},
		"aws_docdb_cluster_parameter_group strict": {"family": "docdb5.0", "parameter": []any{map[string]any{"apply_method": nil, "name": "tls", "value": "enabled"}}},
		"aws_docdb_global_cluster world":           {"storage_encrypted": true},
		"aws_neptune_cluster graph": {
			"storage_encrypted": false, "kms_key_arn": nil, "iam_database_authentication_enabled": true, "enable_cloudwatch_logs_exports": []any{},
			"backup_retention_period": "unknown: rds:DescribeDBClusters: the answer does not hold what aws_neptune_cluster.backup_retention_period is made from",
		},
		"aws_neptune_cluster_instance graph-1": {"cluster_identifier": "graph", "publicly_accessible": true},
	})
	for op, n := range map[string]int{"DescribeDBClusters": 1, "DescribeDBInstances": 1, "DescribeDBClusterParameterGroups": 1, "DescribeDBClusterParameters": 2} {
		if s.calls[op] != n {
			t.Errorf("%d calls of %s, want %d", s.calls[op], op, n)
		}
	}
	if got := set.gaps(); len(got) != 0 {
		t.Error("gaps:", got)
	}
	denied := (&fake{}).audit(t, []string{"aws_docdb_cluster", "aws_neptune_cluster"})
	if diff := cmp.Diff([]string{"eu-west-1 rds:DescribeDBClusters: aws_docdb_cluster aws_neptune_cluster"}, denied.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
