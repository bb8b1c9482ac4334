package phi

import "github.com/hipaactl/hipaactl/internal/graph"

func backupEdges() []graph.Row {
	const plan = "aws_backup_plan"
	vaults := []string{"aws_backup_vault", "aws_backup_logically_air_gapped_vault"}
	kept := []string{
		bucket, table, database, cluster, "aws_rds_cluster_instance", "aws_docdb_cluster", "aws_neptune_cluster", warehouse,
		"aws_ebs_volume", instance, "aws_efs_file_system", "aws_redshiftserverless_namespace", "aws_storagegateway_stored_iscsi_volume",
		"aws_storagegateway_cached_iscsi_volume", "aws_timestreamwrite_table",
	}
	kept = append(kept, fileSystems...)
	return []graph.Row{
		between("backup", "aws_backup_selection", graph.At("resources[]", kept...), graph.At("plan_id", plan), "the plan backs it up"),
		into("backup", "aws_backup_protected_resource", "resource_arn", "it says how backups of it went", kept...),
		outOf("backup", plan, "rule[].target_vault_name", "its backups are kept there", vaults...),
		outOf("backup", plan, "rule[].target_logically_air_gapped_backup_vault_arn", "its backups are kept there", vaults...),
		outOf("backup", plan, "rule[].copy_action[].destination_vault_arn", "its backups are copied there", vaults...),
	}
}

// credentialEdges lead to what opens a database: who reads the password reads the data.
func credentialEdges() []graph.Row {
	const (
		password = "it holds the password"
		version  = "aws_secretsmanager_secret_version"
	)
	rows := []graph.Row{
		outOf("credential", proxy, "auth[].secret_arn", password, secret),
		outOf("credential", "aws_dms_endpoint", "secrets_manager_arn", password, secret),
		outOf("credential", warehouse, "master_password_secret_arn", password, secret),
		outOf("credential", "aws_redshiftserverless_namespace", "admin_password_secret_arn", password, secret),
		between("credential", version, graph.In("secret_string", databases...), graph.At("secret_id", secret), "it says how to reach the database"),
		between("credential", "aws_secretsmanager_secret_rotation", graph.At("secret_id", secret), graph.At("rotation_lambda_arn", function), "it reads and changes the password"),
	}
	for _, typ := range []string{database, cluster, "aws_docdb_cluster"} {
		rows = append(rows, outOf("credential", typ, "master_user_secret[].secret_arn", password, secret))
	}
	return rows
}

// keys are the types that a customer's key may be named as.
var keys = []string{"aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key", "aws_kms_alias"}

// keyAttributes name, by attribute, the key that opens what a resource holds.
var keyAttributes = []struct {
	path  string
	types []string
}{
	{"kms_key_id", []string{
		"aws_ami_copy", logGroup, database, "aws_db_instance_automated_backups_replication", "aws_db_snapshot", "aws_db_snapshot_copy",
		"aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy", cluster, "aws_rds_cluster_instance",
		"aws_docdb_cluster", "aws_docdb_cluster_snapshot", "aws_neptune_cluster_snapshot",
		"aws_ebs_volume", "aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_efs_file_system",
		"aws_elasticache_replication_group", "aws_elasticache_serverless_cache", "aws_fsx_backup",
		"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_windows_file_system",
		stream, warehouse, "aws_redshift_cluster_snapshot", "aws_redshiftserverless_namespace", "aws_redshiftserverless_snapshot", secret,
	}},
	{"kms_key_arn", []string{
		"aws_backup_vault", "aws_dms_endpoint", "aws_dms_replication_instance", "aws_dms_s3_endpoint", "aws_dynamodb_table_replica",
		function, "aws_memorydb_cluster", "aws_memorydb_snapshot", "aws_neptune_cluster",
	}},
	{"encryption_key_arn", []string{"aws_backup_logically_air_gapped_vault"}},
	{"kms_master_key_id", []string{queue, topic}},
	{"server_side_encryption[].kms_key_arn", []string{table}},
	{"replica[].kms_key_arn", []string{table}},
	{"server_side_encryption[].key_arn", []string{delivery}},
	{"extended_s3_configuration[].kms_key_arn", []string{delivery}},
	{"encrypt_at_rest[].kms_key_id", []string{"aws_opensearch_domain"}},
	{"root_block_device[].kms_key_id", []string{instance}},
	{"ebs_block_device[].kms_key_id", []string{instance}},
	{"block_device_mappings[].ebs[].kms_key_id", []string{"aws_launch_template"}},
	{"server_side_encryption_kms_key_id", []string{"aws_dms_s3_endpoint"}},
	{"configuration[].result_configuration[].encryption_configuration[].kms_key_arn", []string{"aws_athena_workgroup"}},
	{"performance_insights_kms_key_id", []string{database, cluster, "aws_rds_cluster_instance"}},
	{"master_user_secret_kms_key_id", []string{database, cluster}},
	{"encryption_info[].encryption_at_rest_kms_key_arn", []string{"aws_msk_cluster"}},
	{"encryption_options[].kms_key_id", []string{"aws_mq_broker"}},
}

func keyEdges() []graph.Row {
	const opens = "the key opens it"
	rows := []graph.Row{
		between("key", "aws_s3_bucket_server_side_encryption_configuration", graph.At("bucket", bucket), graph.At("rule[].apply_server_side_encryption_by_default[].kms_master_key_id", keys...), opens),
		between("key", "aws_s3_bucket_replication_configuration", graph.At("bucket", bucket), graph.At("rule[].destination[].encryption_configuration[].replica_kms_key_id", keys...), "the key opens the copies"),
		between("key", "aws_rds_export_task", graph.At("s3_bucket_name", bucket), graph.At("kms_key_id", keys...), opens),
		between("key", "aws_efs_replication_configuration", graph.At("source_file_system_id", "aws_efs_file_system"), graph.At("destination[].kms_key_id", keys...), "the key opens the copies"),
		outOf("key", "aws_kms_alias", "target_key_id", "it is a name of the key", keys...),
		into("key", "aws_kms_replica_key", "primary_key_arn", "it opens what the first key opens", keys...),
		into("key", "aws_kms_replica_external_key", "primary_key_arn", "it opens what the first key opens", keys...),
	}
	for _, k := range keyAttributes {
		for _, typ := range k.types {
			rows = append(rows, outOf("key", typ, k.path, opens, keys...))
		}
	}
	return rows
}
