package aws_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func instanceXML(name, engine, more string) string {
	return fmt.Sprintf(`<DBInstance><DBInstanceIdentifier>%s</DBInstanceIdentifier><DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:%s</DBInstanceArn><Engine>%s</Engine>%s</DBInstance>`, name, name, engine, more)
}

func TestDatabaseInstances(t *testing.T) {
	pages := map[string]string{
		"": `<Marker>next</Marker><DBInstances>` +
			instanceXML("orders", "postgres", `<StorageEncrypted>true</StorageEncrypted><KmsKeyId>arn:aws:kms:eu-west-1:123456789012:key/1</KmsKeyId><PubliclyAccessible>false</PubliclyAccessible>
				<BackupRetentionPeriod>35</BackupRetentionPeriod><DeletionProtection>true</DeletionProtection><MultiAZ>true</MultiAZ><DBName>orders</DBName><DbiResourceId>db-1</DbiResourceId>
				<DBParameterGroups><DBParameterGroup><DBParameterGroupName>strict</DBParameterGroupName></DBParameterGroup></DBParameterGroups>
				<EnabledCloudwatchLogsExports><member>upgrade</member><member>postgresql</member></EnabledCloudwatchLogsExports>
				<MasterUserSecret><SecretArn>arn:aws:secretsmanager:eu-west-1:123456789012:secret:m</SecretArn></MasterUserSecret>
				<TagList><Tag><Key>DataClass</Key><Value>PHI</Value></Tag></TagList>`) +
			instanceXML("member", "aurora-postgresql", `<DBClusterIdentifier>charts</DBClusterIdentifier><PubliclyAccessible>true</PubliclyAccessible><StorageEncrypted>true</StorageEncrypted>`) +
			instanceXML("papers", "docdb", `<DBClusterIdentifier>papers</DBClusterIdentifier><PubliclyAccessible>true</PubliclyAccessible>`) + `</DBInstances>`,
		"next": `<DBInstances>` +
			instanceXML("replica", "mysql", `<ReadReplicaSourceDBInstanceIdentifier>orders</ReadReplicaSourceDBInstanceIdentifier><StorageEncrypted>false</StorageEncrypted><StorageEncryptionType>sse-rds</StorageEncryptionType>`) +
			instanceXML("of-cluster", "mysql", `<ReadReplicaSourceDBClusterIdentifier>multi</ReadReplicaSourceDBClusterIdentifier><StorageEncrypted>false</StorageEncrypted><StorageEncryptionType>none</StorageEncryptionType>`) +
			instanceXML("graph", "neptune", "") + `</DBInstances>`,
	}
	s := &fake{answers: answers{"DescribeDBInstances": func(in ask) string { return pages[in.Get("Marker")] }}}
	set := s.audit(t, []string{"aws_db_instance", "aws_rds_cluster_instance"})
	lost := func(attr string) string {
		return "unknown: rds:DescribeDBInstances: the answer does not hold what aws_db_instance." + attr + " is made from"
	}
	set.check(t, map[string]map[string]any{
		"aws_db_instance orders": {
			"identifier": "orders", "id": "db-1", "resource_id": "db-1", "arn": "arn:aws:rds:eu-west-1:123456789012:db:orders", "engine": "postgres",
			"storage_encrypted": true, "kms_key_id": "arn:aws:kms:eu-west-1:123456789012:key/1", "publicly_accessible": false,
			"backup_retention_period": 35, "deletion_protection": true, "multi_az": true, "db_name": "orders", "replicate_source_db": nil,
			"parameter_group_name": "strict", "enabled_cloudwatch_logs_exports": []any{"postgresql", "upgrade"}, "manage_master_user_password": true,
			"master_user_secret": []any{map[string]any{"kms_key_id": nil, "secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:m", "secret_status": nil}},
			"tags_all":           map[string]any{"DataClass": "PHI"}, "region": "eu-west-1",
		},
		"aws_rds_cluster_instance member": {"identifier": "member", "id": "member", "cluster_identifier": "charts", "publicly_accessible": true, "storage_encrypted": true},
		"aws_db_instance replica": {
			"replicate_source_db": "orders", "storage_encrypted": true, "kms_key_id": nil, "db_name": nil, "tags_all": map[string]any{},
			"publicly_accessible": lost("publicly_accessible"), "backup_retention_period": lost("backup_retention_period"),
			"deletion_protection": lost("deletion_protection"), "parameter_group_name": lost("parameter_group_name"),
		},
		"aws_db_instance of-cluster": {"replicate_source_db": "multi", "storage_encrypted": false},
	})
	if got := set.gaps(); len(got) != 0 {
		t.Error("gaps:", got)
	}
}

func TestDeniedDatabases(t *testing.T) {
	types := []string{
		"aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster", "aws_rds_global_cluster", "aws_db_snapshot", "aws_db_cluster_snapshot",
		"aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_db_proxy", "aws_db_instance_automated_backups_replication",
		"aws_dms_replication_instance", "aws_dynamodb_table", "aws_efs_file_system", "aws_backup_plan", "aws_backup_selection",
	}
	set := (&fake{}).audit(t, types)
	set.check(t, nil)
	if diff := cmp.Diff([]string{
		"eu-west-1 backup:ListBackupPlans: aws_backup_plan aws_backup_selection",
		"eu-west-1 dms:DescribeReplicationInstances: aws_dms_replication_instance",
		"eu-west-1 dynamodb:ListTables: aws_dynamodb_table",
		"eu-west-1 elasticfilesystem:DescribeFileSystems: aws_efs_file_system",
		"eu-west-1 rds:DescribeDBClusterSnapshots: aws_db_cluster_snapshot",
		"eu-west-1 rds:DescribeDBClusters: aws_rds_cluster aws_rds_cluster_parameter_group",
		"eu-west-1 rds:DescribeDBInstanceAutomatedBackups: aws_db_instance_automated_backups_replication",
		"eu-west-1 rds:DescribeDBInstances: aws_db_instance aws_db_parameter_group aws_rds_cluster_instance",
		"eu-west-1 rds:DescribeDBProxies: aws_db_proxy",
		"eu-west-1 rds:DescribeDBSnapshots: aws_db_snapshot",
		"eu-west-1 rds:DescribeGlobalClusters: aws_docdb_global_cluster aws_neptune_global_cluster aws_rds_global_cluster",
	}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestDatabaseClusters(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeDBClusters": `<DBClusters>
			<DBCluster><DBClusterIdentifier>charts</DBClusterIdentifier><DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:charts</DBClusterArn><Engine>aurora-postgresql</Engine>
				<DatabaseName>charts</DatabaseName><StorageEncrypted>true</StorageEncrypted><BackupRetentionPeriod>7</BackupRetentionPeriod><DeletionProtection>false</DeletionProtection>
				<DBClusterParameterGroup>strict</DBClusterParameterGroup><TagList><Tag><Key>a</Key><Value>b</Value></Tag></TagList></DBCluster>
			<DBCluster><DBClusterIdentifier>bare</DBClusterIdentifier><Engine>mysql</Engine></DBCluster>
			<DBCluster><DBClusterIdentifier>graph</DBClusterIdentifier><Engine>neptune</Engine></DBCluster></DBClusters>`,
		"DescribeGlobalClusters": `<GlobalClusters><GlobalClusterMember><GlobalClusterIdentifier>world</GlobalClusterIdentifier>
			<GlobalClusterArn>arn:aws:rds::123456789012:global-cluster:world</GlobalClusterArn><Engine>aurora-postgresql</Engine><StorageEncrypted>false</StorageEncrypted></GlobalClusterMember></GlobalClusters>`,
		"DescribeDBProxies": `<DBProxies><member><DBProxyName>pool</DBProxyName><DBProxyArn>arn:aws:rds:eu-west-1:123456789012:db-proxy:p</DBProxyArn><RequireTLS>true</RequireTLS>
			<Auth><member><AuthScheme>SECRETS</AuthScheme><SecretArn>arn:aws:secretsmanager:eu-west-1:123456789012:secret:m</SecretArn><UserName>someone</UserName></member></Auth></member></DBProxies>`,
	}}
	set := s.audit(t, []string{"aws_rds_cluster", "aws_rds_global_cluster", "aws_db_proxy"}, "eu-west-1", "us-east-1")
	set.in("").check(t, map[string]map[string]any{"aws_rds_global_cluster world": {"id": "world", "storage_encrypted": false}})
	for _, region := range []string{"eu-west-1", "us-east-1"} {
		set.in(region).check(t, map[string]map[string]any{
			"aws_rds_cluster charts": {
				"cluster_identifier": "charts", "database_name": "charts", "storage_encrypted": true, "backup_retention_period": 7, "deletion_protection": false,
				"db_cluster_parameter_group_name": "strict", "tags_all": map[string]any{"a": "b"}, "kms_key_id": nil, "enabled_cloudwatch_logs_exports": []any{},
			},
			"aws_rds_cluster bare": {
				"database_name": nil, "storage_encrypted": "unknown: rds:DescribeDBClusters: the answer does not hold what aws_rds_cluster.storage_encrypted is made from",
			},
			"aws_db_proxy pool": {
				"require_tls": true, "auth": []any{map[string]any{"auth_scheme": "SECRETS", "iam_auth": nil, "secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:m"}},
			},
		})
	}
}

func snapshotXML(name, kind, more string) string {
	return fmt.Sprintf(`<DBSnapshot><DBSnapshotIdentifier>%s</DBSnapshotIdentifier><DBSnapshotArn>arn:aws:rds:eu-west-1:123456789012:snapshot:%s</DBSnapshotArn><DBInstanceIdentifier>orders</DBInstanceIdentifier><SnapshotType>%s</SnapshotType>%s</DBSnapshot>`, name, name, kind, more)
}

func TestDatabaseSnapshots(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeDBSnapshots": func(in ask) string {
			all := snapshotXML("ours", "manual", `<Encrypted>true</Encrypted>`) + snapshotXML("public", "manual", `<Encrypted>false</Encrypted>`) + snapshotXML("gone", "manual", "") +
				snapshotXML("closed", "manual", "") + snapshotXML("rds:nightly", "automated", `<Encrypted>true</Encrypted>`) + snapshotXML("awsbackup:job-1", "awsbackup", `<Encrypted>true</Encrypted>`)
			if in.Get("SnapshotType") == "awsbackup" {
				all = snapshotXML("awsbackup:job-1", "awsbackup", `<Encrypted>true</Encrypted>`) + snapshotXML("awsbackup:job-2", "awsbackup", `<Encrypted>true</Encrypted>`)
			}
			return "<DBSnapshots>" + all + "</DBSnapshots>"
		},
		"DescribeDBSnapshotAttributes": func(in ask) string {
			accounts, ok := map[string]string{"ours": "", "public": "<AttributeValue>all</AttributeValue><AttributeValue>111122223333</AttributeValue>"}[in.Get("DBSnapshotIdentifier")]
			switch {
			case ok:
				return `<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues>` + accounts + `</AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>`
			case in.Get("DBSnapshotIdentifier") == "closed":
				return "error AccessDenied"
			}
			return "error DBSnapshotNotFound"
		},
		"DescribeDBClusterSnapshots": `<DBClusterSnapshots>
			<DBClusterSnapshot><DBClusterSnapshotIdentifier>c</DBClusterSnapshotIdentifier><Engine>aurora-mysql</Engine><SnapshotType>manual</SnapshotType><StorageEncrypted>false</StorageEncrypted><DBClusterIdentifier>charts</DBClusterIdentifier></DBClusterSnapshot>
			<DBClusterSnapshot><DBClusterSnapshotIdentifier>d</DBClusterSnapshotIdentifier><Engine>docdb</Engine><SnapshotType>manual</SnapshotType></DBClusterSnapshot></DBClusterSnapshots>`,
		"DescribeDBClusterSnapshotAttributes": `<DBClusterSnapshotAttributesResult><DBClusterSnapshotAttributes></DBClusterSnapshotAttributes></DBClusterSnapshotAttributesResult>`,
		"DescribeDBInstanceAutomatedBackups": `<DBInstanceAutomatedBackups>
			<DBInstanceAutomatedBackup><DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:orders</DBInstanceArn><DBInstanceAutomatedBackupsArn>arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-1</DBInstanceAutomatedBackupsArn></DBInstanceAutomatedBackup>
			<DBInstanceAutomatedBackup><DBInstanceArn>arn:aws:rds:us-east-1:123456789012:db:far</DBInstanceArn><DBInstanceAutomatedBackupsArn>arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-2</DBInstanceAutomatedBackupsArn><KmsKeyId>k</KmsKeyId><BackupRetentionPeriod>7</BackupRetentionPeriod></DBInstanceAutomatedBackup></DBInstanceAutomatedBackups>`,
	}}
	set := s.audit(t, []string{"aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_instance_automated_backups_replication"})
	set.check(t, map[string]map[string]any{
		"aws_db_snapshot ours":            {"db_snapshot_identifier": "ours", "db_instance_identifier": "orders", "encrypted": true, "shared_accounts": []any{}},
		"aws_db_snapshot public":          {"encrypted": false, "shared_accounts": []any{"111122223333", "all"}},
		"aws_db_snapshot closed":          {"shared_accounts": "unknown: rds:DescribeDBSnapshotAttributes: access was denied", "snapshot_type": "manual"},
		"aws_db_snapshot rds:nightly":     {"shared_accounts": []any{}, "snapshot_type": "automated"},
		"aws_db_snapshot awsbackup:job-1": {"shared_accounts": []any{}},
		"aws_db_snapshot awsbackup:job-2": {"shared_accounts": []any{}},
		"aws_db_cluster_snapshot c": {
			"storage_encrypted": false, "db_cluster_identifier": "charts",
			"shared_accounts": "unknown: rds:DescribeDBClusterSnapshotAttributes: the answer does not hold what aws_db_cluster_snapshot.shared_accounts is made from",
		},
		"aws_db_instance_automated_backups_replication arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-2": {
			"kms_key_id": "k", "source_db_instance_arn": "arn:aws:rds:us-east-1:123456789012:db:far", "retention_period": 7,
		},
	})
	if diff := cmp.Diff([]string{ownAccount + "/eu-west-1 has DocumentDB snapshots, which are not read"}, set.Notes); diff != "" {
		t.Error("notes:", diff)
	}
	if n := s.calls["DescribeDBSnapshotAttributes"]; n != 4 {
		t.Errorf("%d calls for attributes, want one for each of the four manual snapshots", n)
	}
	if diff := cmp.Diff([]string{"eu-west-1 rds:DescribeDBSnapshotAttributes of closed: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestDatabaseParameterGroups(t *testing.T) {
	uses := func(group string) string {
		return "<DBParameterGroups><DBParameterGroup><DBParameterGroupName>" + group + "</DBParameterGroupName></DBParameterGroup></DBParameterGroups>"
	}
	parameter := func(name, value string) string {
		return "<Parameter><ParameterName>" + name + "</ParameterName>" + value + "<ApplyMethod>pending-reboot</ApplyMethod></Parameter>"
	}
	s := &fake{answers: answers{
		"DescribeDBInstances": "<DBInstances>" +
			instanceXML("a", "postgres", uses("strict")) + instanceXML("b", "postgres", uses("strict")) + instanceXML("c", "postgres", uses("closed")) + "</DBInstances>",
		"DescribeDBParameterGroups": `<DBParameterGroups>
			<DBParameterGroup><DBParameterGroupName>strict</DBParameterGroupName><DBParameterGroupFamily>postgres16</DBParameterGroupFamily></DBParameterGroup>
			<DBParameterGroup><DBParameterGroupName>idle</DBParameterGroupName></DBParameterGroup></DBParameterGroups>`,
		"DescribeDBParameters": func(in ask) string {
			switch in.Get("DBParameterGroupName") + in.Get("Marker") {
			case "strict":
				return "<Marker>2</Marker><Parameters>" + parameter("ssl", "<ParameterValue>1</ParameterValue>") + parameter("unset", "") + "</Parameters>"
			case "strict2":
				return "<Parameters>" + parameter("rds.force_ssl", "<ParameterValue>1</ParameterValue>") + "</Parameters>"
			}
			return "error AccessDenied"
		},
		"DescribeDBClusters":          `<DBClusters><DBCluster><DBClusterIdentifier>charts</DBClusterIdentifier><DBClusterParameterGroup>default.aurora</DBClusterParameterGroup></DBCluster></DBClusters>`,
		"DescribeDBClusterParameters": "<Parameters>" + parameter("require_secure_transport", "<ParameterValue>OFF</ParameterValue>") + "</Parameters>",
	}}
	set := s.audit(t, []string{"aws_db_parameter_group", "aws_rds_cluster_parameter_group"})
	on := func(name, value string) any {
		return map[string]any{"apply_method": "pending-reboot", "name": name, "value": value}
	}
	set.check(t, map[string]map[string]any{
		"aws_db_parameter_group strict": {"name": "strict", "family": "postgres16", "arn": "arn:aws:rds:eu-west-1:123456789012:pg:strict", "parameter": []any{on("rds.force_ssl", "1"), on("ssl", "1")}},
		"aws_db_parameter_group closed": {
			"family":    "unknown: rds:DescribeDBInstances: the answer does not hold what aws_db_parameter_group.family is made from",
			"parameter": "unknown: rds:DescribeDBParameters: access was denied",
		},
		"aws_rds_cluster_parameter_group default.aurora": {
			"family": "unknown: rds:DescribeDBClusterParameterGroups: access was denied", "parameter": []any{on("require_secure_transport", "OFF")},
		},
	})
	if n := s.calls["DescribeDBParameters"]; n != 3 {
		t.Errorf("%d calls for parameters, want two pages of one group and one of another", n)
	}
	if diff := cmp.Diff([]string{
		"eu-west-1 rds:DescribeDBClusterParameterGroups: settled", "eu-west-1 rds:DescribeDBParameters of closed: settled",
	}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
