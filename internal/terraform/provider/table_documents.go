package provider

import "github.com/zclconf/go-cty/cty"

// documents are the defaults of DocumentDB and Neptune. What is restored, and what joins a
// global cluster, is encrypted as the other one is.
var documents = []entry{
	{"aws_docdb_cluster", "backup_retention_period", number(1), page("docdb_cluster")},
	{"aws_docdb_cluster", "deletion_protection", no, page("docdb_cluster")},
	{"aws_docdb_cluster", "kms_key_id", inherited("kms_key_id", cty.NilVal, "snapshot_identifier", "restore_to_point_in_time[]", "global_cluster_identifier"), page("docdb_cluster")},
	{"aws_docdb_cluster", "storage_encrypted", inherited("storage_encrypted", cty.False, "snapshot_identifier", "restore_to_point_in_time[]", "global_cluster_identifier"), page("docdb_cluster")},
	{"aws_docdb_global_cluster", "storage_encrypted", inherited("storage_encrypted", cty.False, "source_db_cluster_identifier"), page("docdb_global_cluster")},
	{"aws_neptune_cluster", "backup_retention_period", number(1), page("neptune_cluster")},
	{"aws_neptune_cluster", "deletion_protection", no, page("neptune_cluster")},
	{"aws_neptune_cluster", "iam_database_authentication_enabled", no, page("neptune_cluster")},
	{"aws_neptune_cluster", "kms_key_arn", inherited("kms_key_arn", cty.NilVal, "replication_source_identifier", "snapshot_identifier", "global_cluster_identifier"), page("neptune_cluster")},
	{"aws_neptune_cluster", "storage_encrypted", inherited("storage_encrypted", cty.False, "replication_source_identifier", "snapshot_identifier", "global_cluster_identifier"), page("neptune_cluster")},
	{"aws_neptune_cluster_instance", "publicly_accessible", no, page("neptune_cluster_instance")},
}
