package provider

import (
	"github.com/zclconf/go-cty/cty"
)

// databases are the defaults of RDS, DMS, Redshift and DynamoDB.
var databases = []entry{
	// A replica is created with backups disabled, which is the documented 0 as well:
	// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
	// What is restored keeps most of the source's configuration:
	// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
	{"aws_db_instance", "auto_minor_version_upgrade", yes, page("db_instance")},
	{"aws_db_instance", "backup_retention_period", inherited("backup_retention_period", cty.NumberIntVal(0), "snapshot_identifier", "restore_to_point_in_time[]"), page("db_instance")},
	{"aws_db_instance", "deletion_protection", no, page("db_instance")},
	{"aws_db_instance", "kms_key_id", inherited("kms_key_id", cty.NilVal, "replicate_source_db", "snapshot_identifier", "restore_to_point_in_time[]"), page("db_instance")},
	{"aws_db_instance", "publicly_accessible", no, page("db_instance")},
	{"aws_db_instance", "skip_final_snapshot", no, page("db_instance")},
	{"aws_db_instance", "storage_encrypted", ignored(
		inherited("storage_encrypted", cty.False, "replicate_source_db", "snapshot_identifier", "restore_to_point_in_time[]"),
		"replicate_source_db", "snapshot_identifier", "restore_to_point_in_time[]"), page("db_instance")},

	{"aws_rds_cluster", "backup_retention_period", inherited("backup_retention_period", cty.NumberIntVal(1), "snapshot_identifier", "restore_to_point_in_time[]"), page("rds_cluster")},
	{"aws_rds_cluster", "deletion_protection", no, page("rds_cluster")},
	{"aws_rds_cluster", "engine_mode", word("provisioned"), page("rds_cluster")},
	{"aws_rds_cluster", "kms_key_id", inherited("kms_key_id", cty.NilVal, "replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time[]"), page("rds_cluster")},
	{"aws_rds_cluster", "skip_final_snapshot", no, page("rds_cluster")},
	{"aws_rds_cluster", "storage_encrypted", clusterEncryption, page("rds_cluster")},

	{"aws_rds_cluster_instance", "auto_minor_version_upgrade", yes, page("rds_cluster_instance")},
	{"aws_rds_cluster_instance", "publicly_accessible", no, page("rds_cluster_instance")},

	{"aws_rds_global_cluster", "deletion_protection", no, page("rds_global_cluster")},
	{"aws_rds_global_cluster", "storage_encrypted", inherited("storage_encrypted", cty.False, "source_db_cluster_identifier"), page("rds_global_cluster")},

	{"aws_dms_replication_instance", "publicly_accessible", no, page("dms_replication_instance")},

	{"aws_dms_endpoint", "ssl_mode", word("none"), page("dms_endpoint")},
	{"aws_dms_endpoint", "kafka_settings.security_protocol", word("plaintext"), "https://docs.aws.amazon.com/dms/latest/APIReference/API_KafkaSettings.html"},
	{"aws_dms_endpoint", "redis_settings.ssl_security_protocol", word("ssl-encryption"), "https://docs.aws.amazon.com/dms/latest/APIReference/API_RedisSettings.html"},

	{"aws_msk_cluster", "broker_node_group_info.connectivity_info.public_access.type", word("DISABLED"), page("msk_cluster")},
	{"aws_msk_cluster", "encryption_info.encryption_in_transit.client_broker", word("TLS"), page("msk_cluster")},
	{"aws_msk_cluster", "encryption_info.encryption_in_transit.in_cluster", yes, page("msk_cluster")},

	{"aws_sagemaker_model", "enable_network_isolation", no, page("sagemaker_model")},
	{"aws_sagemaker_notebook_instance", "direct_internet_access", word("Enabled"), page("sagemaker_notebook_instance")},
	{"aws_sagemaker_notebook_instance", "root_access", word("Enabled"), page("sagemaker_notebook_instance")},

	{"aws_athena_workgroup", "configuration.enforce_workgroup_configuration", yes, page("athena_workgroup")},

	{"aws_kinesis_stream", "encryption_type", word("NONE"), page("kinesis_stream")},
	{"aws_kinesis_firehose_delivery_stream", "server_side_encryption.enabled", no, page("kinesis_firehose_delivery_stream")},
	{"aws_kinesis_firehose_delivery_stream", "server_side_encryption.key_type", word("AWS_OWNED_CMK"), page("kinesis_firehose_delivery_stream")},

	{"aws_opensearch_domain", "advanced_security_options.anonymous_auth_enabled", no, "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_AdvancedSecurityOptionsInput.html"},
	{"aws_opensearch_domain", "advanced_security_options.internal_user_database_enabled", no, page("opensearch_domain")},
	{"aws_opensearch_domain", "domain_endpoint_options.enforce_https", yes, page("opensearch_domain")},
	{"aws_opensearch_domain", "log_publishing_options.enabled", yes, page("opensearch_domain")},

	{"aws_redshift_cluster", "allow_version_upgrade", yes, page("redshift_cluster")},
	{"aws_redshift_cluster", "automated_snapshot_retention_period", number(1), page("redshift_cluster")},
	{"aws_redshift_cluster", "encrypted", warehouseEncryption, docs + "guides/version-6-upgrade.html.markdown"},
	{"aws_redshift_cluster", "enhanced_vpc_routing", no, "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html"},
	{"aws_redshift_cluster", "kms_key_id", inherited("kms_key_id", cty.NilVal, "snapshot_identifier", "snapshot_arn"), page("redshift_cluster")},
	{"aws_redshift_cluster", "publicly_accessible", since(6, cty.True, cty.False), docs + "guides/version-6-upgrade.html.markdown"},

	{"aws_redshiftserverless_workgroup", "enhanced_vpc_routing", no, page("redshiftserverless_workgroup")},
	{"aws_redshiftserverless_workgroup", "publicly_accessible", no, page("redshiftserverless_workgroup")},

	{"aws_dynamodb_table", "deletion_protection_enabled", no, page("dynamodb_table")},
	{"aws_dynamodb_table", "point_in_time_recovery.recovery_period_in_days", number(35), page("dynamodb_table")},
}

// clusterEncryption is false for provisioned and true for serverless clusters. A
// cluster that starts from another one, or that joins a global cluster, has what
// that one has.
var clusterEncryption = encryptedBy("storage_encrypted", "engine_mode", "serverless",
	"replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time[]", "global_cluster_identifier")

// encryptedBy is true where the sibling has the value and false otherwise, unless the
// encryption comes from what one of the others names.
func encryptedBy(attr, sibling, value string, from ...string) fallback {
	origin := inherited(attr, cty.False, from...)
	return fallback{needs: append([]string{sibling}, origin.needs...), value: func(s siblings, v Version) cty.Value {
		if inherited := origin.value(s, v); !isKnown(inherited) {
			return inherited
		}
		decides := s(sibling)
		if absent(decides) {
			return cty.False
		}
		name, ok := text(decides)
		if !ok {
			return unknownLike(cty.Bool, decides)
		}
		return cty.BoolVal(name == value)
	}}
}

// warehouseEncryption is true since version 6, which asks for it whatever the cluster starts
// from. Before, what starts from a snapshot was what that one is.
var warehouseEncryption = func() fallback {
	before := inherited("encrypted", cty.False, "snapshot_identifier", "snapshot_arn")
	return fallback{needs: before.needs, value: func(s siblings, v Version) cty.Value {
		if v.major() >= 6 {
			return cty.True
		}
		return before.value(s, v)
	}}
}()
