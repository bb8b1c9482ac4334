package phi

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/graph"
)

const (
	database  = "aws_db_instance"
	cluster   = "aws_rds_cluster"
	warehouse = "aws_redshift_cluster"
	proxy     = "aws_db_proxy"
)

var (
	databaseSnapshots = []string{"aws_db_snapshot", "aws_db_snapshot_copy"}
	clusterSnapshots  = []string{"aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"}
	// databases are what answers queries under a name of its own.
	databases = []string{database, cluster, "aws_rds_cluster_instance", "aws_docdb_cluster", "aws_neptune_cluster", warehouse, proxy}
)

func databaseEdges() []graph.Row {
	const (
		copied   = "it is a copy of the database"
		restored = "it is restored from it"
		follows  = "it follows the database, change by change"
		passes   = "queries and their answers pass through it"
	)
	return []graph.Row{
		into("snapshot", "aws_db_snapshot", "db_instance_identifier", copied, database),
		into("copy", "aws_db_snapshot", "source_db_snapshot_identifier", "it is a copy of the snapshot", databaseSnapshots...),
		into("copy", "aws_db_snapshot_copy", "source_db_snapshot_identifier", "it is a copy of the snapshot", databaseSnapshots...),
		into("copy", "aws_db_instance_automated_backups_replication", "source_db_instance_arn", "backups are copied to another Region", database),
		into("replica", database, "replicate_source_db", follows, database, cluster),
		into("restore", database, "snapshot_identifier", restored, slices.Concat(databaseSnapshots, clusterSnapshots)...),
		into("restore", database, "restore_to_point_in_time[].source_db_instance_identifier", restored, database),
		into("restore", database, "restore_to_point_in_time[].source_dbi_resource_id", restored, database),
		into("restore", database, "s3_import[].bucket_name", restored, bucket),
		between("export", "aws_rds_export_task", graph.At("source_arn", slices.Concat([]string{cluster}, databaseSnapshots, clusterSnapshots)...), graph.At("s3_bucket_name", bucket), "its rows are written there"),
		between("proxy", "aws_db_proxy_target", graph.At("db_instance_identifier", database), graph.At("db_proxy_name", proxy), passes),
		between("proxy", "aws_db_proxy_target", graph.At("db_cluster_identifier", cluster), graph.At("db_proxy_name", proxy), passes),
		between("integration", "aws_rds_integration", graph.At("source_arn", database, cluster), graph.At("target_arn", "aws_redshiftserverless_namespace", warehouse), "its tables are copied to it"),
	}
}

func clusterEdges() []graph.Row {
	const restored = "it is restored from it"
	rows := []graph.Row{
		into("copy", "aws_db_cluster_snapshot", "source_db_cluster_snapshot_arn", "it is a copy of the snapshot", clusterSnapshots...),
		into("copy", "aws_rds_cluster_snapshot_copy", "source_db_cluster_snapshot_identifier", "it is a copy of the snapshot", clusterSnapshots...),
		into("restore", cluster, "s3_import[].bucket_name", restored, bucket),
	}
	for _, c := range []struct {
		cluster, member, global, snapshot string
		snapshots, sources                []string
		source, point                     string
	}{
		{cluster, "aws_rds_cluster_instance", "aws_rds_global_cluster", "aws_db_cluster_snapshot", slices.Concat(clusterSnapshots, databaseSnapshots), []string{cluster, database}, "replication_source_identifier", "restore_to_point_in_time[].source_cluster_identifier"},
		{"aws_docdb_cluster", "aws_docdb_cluster_instance", "aws_docdb_global_cluster", "aws_docdb_cluster_snapshot", []string{"aws_docdb_cluster_snapshot"}, nil, "", "restore_to_point_in_time[].source_cluster_identifier"},
		{"aws_neptune_cluster", "aws_neptune_cluster_instance", "aws_neptune_global_cluster", "aws_neptune_cluster_snapshot", []string{"aws_neptune_cluster_snapshot"}, []string{"aws_neptune_cluster"}, "replication_source_identifier", ""},
	} {
		rows = append(rows,
			into("snapshot", c.snapshot, "db_cluster_identifier", "it is a copy of the cluster", c.cluster),
			into("restore", c.cluster, "snapshot_identifier", restored, c.snapshots...),
			into("member", c.member, "cluster_identifier", "it serves the cluster's data", c.cluster),
			outOf("member", c.member, "cluster_identifier", "what it holds is the cluster's", c.cluster),
			into("replica", c.global, "source_db_cluster_identifier", "it is made from the cluster", c.cluster),
			outOf("replica", c.cluster, "global_cluster_identifier", "the global cluster copies it to its members", c.global),
			into("replica", c.cluster, "global_cluster_identifier", "the global cluster's data is copied to it", c.global),
		)
		if c.source != "" {
			rows = append(rows, into("replica", c.cluster, c.source, "it follows the database, change by change", c.sources...))
		}
		if c.point != "" {
			rows = append(rows, into("restore", c.cluster, c.point, restored, c.cluster))
		}
	}
	return rows
}

func warehouseEdges() []graph.Row {
	const (
		namespace = "aws_redshiftserverless_namespace"
		snapshot  = "aws_redshift_cluster_snapshot"
		restored  = "it is restored from it"
		domain    = "aws_opensearch_domain"
	)
	return []graph.Row{
		into("snapshot", snapshot, "cluster_identifier", "it is a copy of the cluster", warehouse),
		into("restore", warehouse, "snapshot_identifier", restored, snapshot),
		into("restore", warehouse, "snapshot_arn", restored, snapshot),
		between("audit log", "aws_redshift_logging", graph.At("cluster_identifier", warehouse), graph.At("bucket_name", bucket), "queries are logged there, with the values in them"),
		into("member", "aws_redshiftserverless_workgroup", "namespace_name", "it serves the namespace's data", namespace),
		into("snapshot", "aws_redshiftserverless_snapshot", "namespace_name", "it is a copy of the namespace", namespace),
		between("integration", "aws_redshift_integration", graph.At("source_arn", table), graph.At("target_arn", namespace, warehouse), "its tables are copied to it"),
		outOf("log", domain, "log_publishing_options[].cloudwatch_log_group_arn", "slow queries are logged there, with the values in them", logGroup),
	}
}

func cacheEdges() []graph.Row {
	const (
		group    = "aws_elasticache_replication_group"
		global   = "aws_elasticache_global_replication_group"
		single   = "aws_elasticache_cluster"
		memory   = "aws_memorydb_cluster"
		restored = "it is restored from it"
		slow     = "slow commands are logged there, with the values in them"
	)
	rows := []graph.Row{
		into("member", single, "replication_group_id", "it serves the group's data", group),
		outOf("member", single, "replication_group_id", "what it holds is the group's", group),
		into("replica", global, "primary_replication_group_id", "it is made from the group", group),
		into("replica", group, "global_replication_group_id", "the global group's data is copied to it", global),
		into("snapshot", "aws_memorydb_snapshot", "cluster_name", "it is a copy of the cluster", memory),
		into("restore", memory, "snapshot_name", restored, "aws_memorydb_snapshot"),
		between("restore", memory, graph.In("snapshot_arns[]", bucket), graph.Self(), restored),
	}
	for _, typ := range []string{single, group} {
		rows = append(rows,
			between("restore", typ, graph.In("snapshot_arns[]", bucket), graph.Self(), restored),
			outOf("log", typ, "log_delivery_configuration[].destination", slow, logGroup, delivery),
		)
	}
	return rows
}

func migrationEdges() []graph.Row {
	const (
		endpoint = "aws_dms_endpoint"
		files    = "aws_dms_s3_endpoint"
		reads    = "the endpoint reads it"
		writes   = "the endpoint writes to it"
		copies   = "what the one endpoint reads, the other writes"
	)
	ends := []string{endpoint, files}
	return []graph.Row{
		between("migration", endpoint, graph.In("server_name", databases...), graph.Self(), reads),
		between("migration", endpoint, graph.Self(), graph.In("server_name", databases...), writes),
		into("migration", endpoint, "kinesis_settings[].stream_arn", reads, stream),
		outOf("migration", endpoint, "kinesis_settings[].stream_arn", writes, stream),
		between("migration", endpoint, graph.Self(), graph.In("elasticsearch_settings[].endpoint_uri", "aws_opensearch_domain"), writes),
		into("migration", files, "bucket_name", reads, bucket),
		outOf("migration", files, "bucket_name", writes, bucket),
		between("migration", "aws_dms_replication_task", graph.At("source_endpoint_arn", ends...), graph.At("target_endpoint_arn", ends...), copies),
		between("migration", "aws_dms_replication_task", graph.At("source_endpoint_arn", ends...), graph.At("replication_instance_arn", "aws_dms_replication_instance"), "the data passes through it"),
		between("migration", "aws_dms_replication_config", graph.At("source_endpoint_arn", ends...), graph.At("target_endpoint_arn", ends...), copies),
	}
}
