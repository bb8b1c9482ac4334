package aws_test

import (
	"fmt"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const dataDenied = "access was denied (AccessDeniedException)"

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
	s := scriptData(t, dataAnswers{"DescribeDBInstances": func(ask url.Values) string { return queryAnswer("DescribeDBInstances", pages[ask.Get("Marker")]) }})
	set := readData(t, s.url, dataRegion, "aws_db_instance", "aws_rds_cluster_instance")
	root := ownAccount + "/eu-west-1 "
	lost := func(attr string) string {
		return "unknown: rds:DescribeDBInstances: the answer does not hold what aws_db_instance." + attr + " is made from"
	}
	checkData(t, set, map[string]map[string]any{
		root + "aws_db_instance.orders": {
			"identifier": "orders", "id": "db-1", "resource_id": "db-1", "arn": "arn:aws:rds:eu-west-1:123456789012:db:orders", "engine": "postgres",
			"storage_encrypted": true, "kms_key_id": "arn:aws:kms:eu-west-1:123456789012:key/1", "publicly_accessible": false,
			"backup_retention_period": 35, "deletion_protection": true, "multi_az": true, "db_name": "orders", "replicate_source_db": nil,
			"parameter_group_name": "strict", "enabled_cloudwatch_logs_exports": []any{"postgresql", "upgrade"}, "manage_master_user_password": true,
			"master_user_secret": []any{map[string]any{"kms_key_id": nil, "secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:m", "secret_status": nil}},
			"tags_all":           map[string]any{"DataClass": "PHI"}, "region": "eu-west-1",
		},
		root + "aws_rds_cluster_instance.member": {"identifier": "member", "id": "member", "cluster_identifier": "charts", "publicly_accessible": true, "storage_encrypted": true},
		root + "aws_db_instance.replica": {
			"replicate_source_db": "orders", "storage_encrypted": true, "kms_key_id": nil, "db_name": nil, "tags_all": map[string]any{},
			"publicly_accessible": lost("publicly_accessible"), "backup_retention_period": lost("backup_retention_period"),
			"deletion_protection": lost("deletion_protection"), "parameter_group_name": lost("parameter_group_name"),
		},
		root + "aws_db_instance.of-cluster": {"replicate_source_db": "multi", "storage_encrypted": false},
	})
	if diff := cmp.Diff([]string{ownAccount + "/eu-west-1 has DocumentDB databases, which are not read", ownAccount + "/eu-west-1 has Neptune databases, which are not read"}, set.Notes); diff != "" {
		t.Error("notes:", diff)
	}
	if got := dataGaps(set); len(got) != 0 {
		t.Error("gaps:", got)
	}
}

func TestDeniedDatabases(t *testing.T) {
	types := []string{
		"aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster", "aws_rds_global_cluster", "aws_db_snapshot", "aws_db_cluster_snapshot",
		"aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_db_proxy", "aws_db_instance_automated_backups_replication",
		"aws_dms_replication_instance", "aws_dynamodb_table", "aws_efs_file_system", "aws_backup_plan", "aws_backup_selection",
	}
	set := readData(t, scriptData(t, nil).url, dataRegion, types...)
	checkData(t, set, nil)
	if diff := cmp.Diff([]string{
		"backup:ListBackupPlans: " + dataDenied + ": aws_backup_plan aws_backup_selection",
		"dms:DescribeReplicationInstances: " + dataDenied + ": aws_dms_replication_instance",
		"dynamodb:ListTables: " + dataDenied + ": aws_dynamodb_table",
		"elasticfilesystem:DescribeFileSystems: " + dataDenied + ": aws_efs_file_system",
		"rds:DescribeDBClusterSnapshots: " + dataDenied + ": aws_db_cluster_snapshot",
		"rds:DescribeDBClusters: " + dataDenied + ": aws_rds_cluster aws_rds_cluster_parameter_group",
		"rds:DescribeDBInstanceAutomatedBackups: " + dataDenied + ": aws_db_instance_automated_backups_replication",
		"rds:DescribeDBInstances: " + dataDenied + ": aws_db_instance aws_db_parameter_group aws_rds_cluster_instance",
		"rds:DescribeDBProxies: " + dataDenied + ": aws_db_proxy",
		"rds:DescribeDBSnapshots: " + dataDenied + ": aws_db_snapshot",
		"rds:DescribeGlobalClusters: " + dataDenied + ": aws_rds_global_cluster",
	}, dataGaps(set)); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestDatabaseClusters(t *testing.T) {
	s := scriptData(t, dataAnswers{
		"DescribeDBClusters": saying(queryAnswer("DescribeDBClusters", `<DBClusters>
			<DBCluster><DBClusterIdentifier>charts</DBClusterIdentifier><DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:charts</DBClusterArn><Engine>aurora-postgresql</Engine>
				<DatabaseName>charts</DatabaseName><StorageEncrypted>true</StorageEncrypted><BackupRetentionPeriod>7</BackupRetentionPeriod><DeletionProtection>false</DeletionProtection>
				<DBClusterParameterGroup>strict</DBClusterParameterGroup><TagList><Tag><Key>a</Key><Value>b</Value></Tag></TagList></DBCluster>
			<DBCluster><DBClusterIdentifier>bare</DBClusterIdentifier><Engine>mysql</Engine></DBCluster>
			<DBCluster><DBClusterIdentifier>graph</DBClusterIdentifier><Engine>neptune</Engine></DBCluster></DBClusters>`)),
		"DescribeGlobalClusters": saying(queryAnswer("DescribeGlobalClusters", `<GlobalClusters><GlobalClusterMember><GlobalClusterIdentifier>world</GlobalClusterIdentifier>
			<GlobalClusterArn>arn:aws:rds::123456789012:global-cluster:world</GlobalClusterArn><Engine>aurora-postgresql</Engine><StorageEncrypted>false</StorageEncrypted></GlobalClusterMember></GlobalClusters>`)),
		"DescribeDBProxies": saying(queryAnswer("DescribeDBProxies", `<DBProxies><member><DBProxyName>pool</DBProxyName><DBProxyArn>arn:aws:rds:eu-west-1:123456789012:db-proxy:p</DBProxyArn><RequireTLS>true</RequireTLS>
			<Auth><member><AuthScheme>SECRETS</AuthScheme><SecretArn>arn:aws:secretsmanager:eu-west-1:123456789012:secret:m</SecretArn><UserName>someone</UserName></member></Auth></member></DBProxies>`)),
	})
	set := readData(t, s.url, []string{"eu-west-1", "us-east-1"}, "aws_rds_cluster", "aws_rds_global_cluster", "aws_db_proxy")
	want := map[string]map[string]any{ownAccount + "/global aws_rds_global_cluster.world": {"id": "world", "storage_encrypted": false}}
	for _, region := range []string{"eu-west-1", "us-east-1"} {
		root := ownAccount + "/" + region + " "
		want[root+"aws_rds_cluster.charts"] = map[string]any{
			"cluster_identifier": "charts", "database_name": "charts", "storage_encrypted": true, "backup_retention_period": 7, "deletion_protection": false,
			"db_cluster_parameter_group_name": "strict", "tags_all": map[string]any{"a": "b"}, "kms_key_id": nil, "enabled_cloudwatch_logs_exports": []any{},
		}
		want[root+"aws_rds_cluster.bare"] = map[string]any{
			"database_name": nil, "storage_encrypted": "unknown: rds:DescribeDBClusters: the answer does not hold what aws_rds_cluster.storage_encrypted is made from",
		}
		want[root+"aws_db_proxy.pool"] = map[string]any{
			"require_tls": true, "auth": []any{map[string]any{"auth_scheme": "SECRETS", "iam_auth": nil, "secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:m"}},
		}
	}
	checkData(t, set, want)
}

func snapshotXML(name, kind, more string) string {
	return fmt.Sprintf(`<DBSnapshot><DBSnapshotIdentifier>%s</DBSnapshotIdentifier><DBSnapshotArn>arn:aws:rds:eu-west-1:123456789012:snapshot:%s</DBSnapshotArn><DBInstanceIdentifier>orders</DBInstanceIdentifier><SnapshotType>%s</SnapshotType>%s</DBSnapshot>`, name, name, kind, more)
}

func TestDatabaseSnapshots(t *testing.T) {
	s := scriptData(t, dataAnswers{
		"DescribeDBSnapshots": func(ask url.Values) string {
			all := snapshotXML("ours", "manual", `<Encrypted>true</Encrypted>`) + snapshotXML("public", "manual", `<Encrypted>false</Encrypted>`) + snapshotXML("gone", "manual", "") +
				snapshotXML("closed", "manual", "") + snapshotXML("rds:nightly", "automated", `<Encrypted>true</Encrypted>`) + snapshotXML("awsbackup:job-1", "awsbackup", `<Encrypted>true</Encrypted>`)
			if ask.Get("SnapshotType") == "awsbackup" {
				all = snapshotXML("awsbackup:job-1", "awsbackup", `<Encrypted>true</Encrypted>`) + snapshotXML("awsbackup:job-2", "awsbackup", `<Encrypted>true</Encrypted>`)
			}
			return queryAnswer("DescribeDBSnapshots", "<DBSnapshots>"+all+"</DBSnapshots>")
		},
		"DescribeDBSnapshotAttributes": func(ask url.Values) string {
			accounts, ok := map[string]string{"ours": "", "public": "<AttributeValue>all</AttributeValue><AttributeValue>111122223333</AttributeValue>"}[ask.Get("DBSnapshotIdentifier")]
			switch {
			case ok:
				return queryAnswer("DescribeDBSnapshotAttributes", `<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues>`+accounts+`</AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>`)
			case ask.Get("DBSnapshotIdentifier") == "closed":
				return "error AccessDenied"
			}
			return "error DBSnapshotNotFound"
		},
		"DescribeDBClusterSnapshots": saying(queryAnswer("DescribeDBClusterSnapshots", `<DBClusterSnapshots>
			<DBClusterSnapshot><DBClusterSnapshotIdentifier>c</DBClusterSnapshotIdentifier><Engine>aurora-mysql</Engine><SnapshotType>manual</SnapshotType><StorageEncrypted>false</StorageEncrypted><DBClusterIdentifier>charts</DBClusterIdentifier></DBClusterSnapshot>
			<DBClusterSnapshot><DBClusterSnapshotIdentifier>d</DBClusterSnapshotIdentifier><Engine>docdb</Engine><SnapshotType>manual</SnapshotType></DBClusterSnapshot></DBClusterSnapshots>`)),
		"DescribeDBClusterSnapshotAttributes": saying(queryAnswer("DescribeDBClusterSnapshotAttributes", `<DBClusterSnapshotAttributesResult><DBClusterSnapshotAttributes></DBClusterSnapshotAttributes></DBClusterSnapshotAttributesResult>`)),
		"DescribeDBInstanceAutomatedBackups": saying(queryAnswer("DescribeDBInstanceAutomatedBackups", `<DBInstanceAutomatedBackups>
			<DBInstanceAutomatedBackup><DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:orders</DBInstanceArn><DBInstanceAutomatedBackupsArn>arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-1</DBInstanceAutomatedBackupsArn></DBInstanceAutomatedBackup>
			<DBInstanceAutomatedBackup><DBInstanceArn>arn:aws:rds:us-east-1:123456789012:db:far</DBInstanceArn><DBInstanceAutomatedBackupsArn>arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-2</DBInstanceAutomatedBackupsArn><KmsKeyId>k</KmsKeyId><BackupRetentionPeriod>7</BackupRetentionPeriod></DBInstanceAutomatedBackup></DBInstanceAutomatedBackups>`)),
	})
	set := readData(t, s.url, dataRegion, "aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_instance_automated_backups_replication")
	root := ownAccount + "/eu-west-1 "
	checkData(t, set, map[string]map[string]any{
		root + "aws_db_snapshot.ours":            {"db_snapshot_identifier": "ours", "db_instance_identifier": "orders", "encrypted": true, "shared_accounts": []any{}},
		root + "aws_db_snapshot.public":          {"encrypted": false, "shared_accounts": []any{"111122223333", "all"}},
		root + "aws_db_snapshot.closed":          {"shared_accounts": "unknown: rds:DescribeDBSnapshotAttributes: access was denied (AccessDenied)", "snapshot_type": "manual"},
		root + "aws_db_snapshot.rds:nightly":     {"shared_accounts": []any{}, "snapshot_type": "automated"},
		root + "aws_db_snapshot.awsbackup:job-1": {"shared_accounts": []any{}},
		root + "aws_db_snapshot.awsbackup:job-2": {"shared_accounts": []any{}},
		root + "aws_db_cluster_snapshot.c": {
			"storage_encrypted": false, "db_cluster_identifier": "charts",
			"shared_accounts": "unknown: rds:DescribeDBClusterSnapshotAttributes: the answer does not hold what aws_db_cluster_snapshot.shared_accounts is made from",
		},
		root + "aws_db_instance_automated_backups_replication.arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-2": {
			"kms_key_id": "k", "source_db_instance_arn": "arn:aws:rds:us-east-1:123456789012:db:far", "retention_period": 7,
		},
	})
	if n := s.calls["DescribeDBSnapshotAttributes"]; n != 4 {
		t.Errorf("%d calls for attributes, want one for each of the four manual snapshots", n)
	}
	if diff := cmp.Diff([]string{"rds:DescribeDBSnapshotAttributes of closed: access was denied (AccessDenied): settled"}, dataGaps(set)); diff != "" {
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
	s := scriptData(t, dataAnswers{
		"DescribeDBInstances": saying(queryAnswer("DescribeDBInstances", "<DBInstances>"+
			instanceXML("a", "postgres", uses("strict"))+instanceXML("b", "postgres", uses("strict"))+instanceXML("c", "postgres", uses("closed"))+"</DBInstances>")),
		"DescribeDBParameterGroups": saying(queryAnswer("DescribeDBParameterGroups", `<DBParameterGroups>
			<DBParameterGroup><DBParameterGroupName>strict</DBParameterGroupName><DBParameterGroupFamily>postgres16</DBParameterGroupFamily></DBParameterGroup>
			<DBParameterGroup><DBParameterGroupName>idle</DBParameterGroupName></DBParameterGroup></DBParameterGroups>`)),
		"DescribeDBParameters": func(ask url.Values) string {
			switch ask.Get("DBParameterGroupName") + ask.Get("Marker") {
			case "strict":
				return queryAnswer("DescribeDBParameters", "<Marker>2</Marker><Parameters>"+parameter("ssl", "<ParameterValue>1</ParameterValue>")+parameter("unset", "")+"</Parameters>")
			case "strict2":
				return queryAnswer("DescribeDBParameters", "<Parameters>"+parameter("rds.force_ssl", "<ParameterValue>1</ParameterValue>")+"</Parameters>")
			}
			return "error AccessDenied"
		},
		"DescribeDBClusters":          saying(queryAnswer("DescribeDBClusters", `<DBClusters><DBCluster><DBClusterIdentifier>charts</DBClusterIdentifier><DBClusterParameterGroup>default.aurora</DBClusterParameterGroup></DBCluster></DBClusters>`)),
		"DescribeDBClusterParameters": saying(queryAnswer("DescribeDBClusterParameters", "<Parameters>"+parameter("require_secure_transport", "<ParameterValue>OFF</ParameterValue>")+"</Parameters>")),
	})
	set := readData(t, s.url, dataRegion, "aws_db_parameter_group", "aws_rds_cluster_parameter_group")
	root := ownAccount + "/eu-west-1 "
	on := func(name, value string) any {
		return map[string]any{"apply_method": "pending-reboot", "name": name, "value": value}
	}
	checkData(t, set, map[string]map[string]any{
		root + "aws_db_parameter_group.strict": {"name": "strict", "family": "postgres16", "arn": "arn:aws:rds:eu-west-1:123456789012:pg:strict", "parameter": []any{on("rds.force_ssl", "1"), on("ssl", "1")}},
		root + "aws_db_parameter_group.closed": {
			"family":    "unknown: rds:DescribeDBInstances: the answer does not hold what aws_db_parameter_group.family is made from",
			"parameter": "unknown: rds:DescribeDBParameters: access was denied (AccessDenied)",
		},
		root + "aws_rds_cluster_parameter_group.default.aurora": {
			"family": "unknown: rds:DescribeDBClusterParameterGroups: " + dataDenied, "parameter": []any{on("require_secure_transport", "OFF")},
		},
	})
	if n := s.calls["DescribeDBParameters"]; n != 3 {
		t.Errorf("%d calls for parameters, want two pages of one group and one of another", n)
	}
	if diff := cmp.Diff([]string{
		"rds:DescribeDBClusterParameterGroups: " + dataDenied + ": settled", "rds:DescribeDBParameters of closed: access was denied (AccessDenied): settled",
	}, dataGaps(set)); diff != "" {
		t.Error("gaps:", diff)
	}
}
