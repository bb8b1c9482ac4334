package phi

import "github.com/hipaactl/hipaactl/internal/graph"

const (
	called = "it is called with the records"
	passed = "records are passed on to it"
	failed = "what could not be handled goes there"
)

// stores are what a program's settings name so that it reads or writes there.
var stores = []string{
	bucket, table, queue, stream, delivery, database, cluster, "aws_rds_cluster_instance", proxy, "aws_docdb_cluster", "aws_neptune_cluster",
	warehouse, "aws_opensearch_domain", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_efs_file_system", "aws_s3_access_point",
}

func tableEdges() []graph.Row {
	return []graph.Row{
		into("replica", "aws_dynamodb_table_replica", "global_table_arn", "it follows the table, change by change", table),
		into("replica", "aws_dynamodb_global_table", "name", "it copies the table to other Regions", table),
		into("restore", table, "restore_source_table_arn", "it is restored from the table", table),
		into("restore", table, "restore_source_name", "it is restored from the table", table),
		into("restore", table, "import_table[].s3_bucket_source[].bucket", "it is filled from the bucket", bucket),
		between("stream", "aws_dynamodb_kinesis_streaming_destination", graph.At("table_name", table), graph.At("stream_arn", stream), "changes of items are written to it"),
		between("export", "aws_dynamodb_table_export", graph.At("table_arn", table), graph.At("s3_bucket", bucket), "its items are written there"),
	}
}

func streamEdges() []graph.Row {
	rows := []graph.Row{
		into("stream", delivery, "kinesis_source_configuration[].kinesis_stream_arn", "it reads the stream", stream),
		into("stream", delivery, "msk_source_configuration[].msk_cluster_arn", "it reads the cluster's topic", "aws_msk_cluster"),
		outOf("delivery", delivery, "elasticsearch_configuration[].domain_arn", "records are delivered there", "aws_opensearch_domain"),
		outOf("delivery", delivery, "opensearch_configuration[].domain_arn", "records are delivered there", "aws_opensearch_domain"),
		between("delivery", delivery, graph.Self(), graph.In("redshift_configuration[].cluster_jdbcurl", warehouse), "records are delivered there"),
		outOf("dead letter", queue, "redrive_policy(json).deadLetterTargetArn", failed, queue),
		between("dead letter", "aws_sqs_queue_redrive_policy", graph.At("queue_url", queue), graph.At("redrive_policy(json).deadLetterTargetArn", queue), failed),
		between("message", "aws_sns_topic_subscription", graph.At("topic_arn", topic), graph.At("endpoint", queue, function, alias, delivery), "messages are passed on to it"),
		between("dead letter", "aws_sns_topic_subscription", graph.At("topic_arn", topic), graph.At("redrive_policy(json).deadLetterTargetArn", queue), failed),
		between("pipe", "aws_pipes_pipe", graph.At("source", table, stream, queue, "aws_msk_cluster"), graph.At("target", queue, topic, stream, delivery, function, alias, logGroup, "aws_sfn_state_machine"), passed),
		between("pipe", "aws_pipes_pipe", graph.At("source", table, stream, queue, "aws_msk_cluster"), graph.At("enrichment", function, alias, "aws_sfn_state_machine"), called),
	}
	for _, path := range []string{
		"extended_s3_configuration[].bucket_arn", "extended_s3_configuration[].s3_backup_configuration[].bucket_arn",
		"elasticsearch_configuration[].s3_configuration[].bucket_arn", "opensearch_configuration[].s3_configuration[].bucket_arn",
		"opensearchserverless_configuration[].s3_configuration[].bucket_arn",
		"redshift_configuration[].s3_configuration[].bucket_arn", "redshift_configuration[].s3_backup_configuration[].bucket_arn",
		"http_endpoint_configuration[].s3_configuration[].bucket_arn", "splunk_configuration[].s3_configuration[].bucket_arn",
		"snowflake_configuration[].s3_configuration[].bucket_arn", "iceberg_configuration[].s3_configuration[].bucket_arn",
	} {
		rows = append(rows, outOf("delivery", delivery, path, "records are delivered there", bucket))
	}
	return rows
}

func functionEdges() []graph.Row {
	const (
		mapping = "aws_lambda_event_source_mapping"
		invoked = "aws_lambda_function_event_invoke_config"
		task    = "aws_ecs_task_definition"
		named   = "its environment names it, so that it reads it"
		mounted = "it mounts the file system"
	)
	sources := []string{table, stream, queue, "aws_msk_cluster", "aws_mq_broker", "aws_docdb_cluster"}
	functions := []string{function, alias}
	results := []string{queue, topic, function, bucket}
	return []graph.Row{
		between("event", mapping, graph.At("event_source_arn", sources...), graph.At("function_name", functions...), called),
		between("dead letter", mapping, graph.At("event_source_arn", sources...), graph.At("destination_config[].on_failure[].destination_arn", queue, topic, bucket), failed),
		into("runs", alias, "function_name", "it is a name of the function", function),
		outOf("runs", alias, "function_name", "it runs the function", function),
		outOf("dead letter", function, "dead_letter_config[].target_arn", failed, queue, topic),
		between("dead letter", invoked, graph.At("function_name", functions...), graph.At("destination_config[].on_failure[].destination", results...), failed),
		between("result", invoked, graph.At("function_name", functions...), graph.At("destination_config[].on_success[].destination", results...), "what it answers goes there"),
		between("reads", function, graph.In("environment[].variables{}", stores...), graph.Self(), named),
		into("reads", function, "file_system_config[].arn", mounted, "aws_efs_access_point"),
		between("reads", task, graph.In("container_definitions(json)[].environment[].value", stores...), graph.Self(), named),
		into("reads", task, "volume[].efs_volume_configuration[].file_system_id", mounted, "aws_efs_file_system"),
		into("reads", task, "volume[].fsx_windows_file_server_volume_configuration[].file_system_id", mounted, "aws_fsx_windows_file_system"),
		into("runs", "aws_ecs_service", "task_definition", "it runs the task", task),
	}
}

func logEdges() []graph.Row {
	const written = "what it logs may hold what it handles"
	trail := "aws_cloudtrail"
	watched := []graph.End{
		graph.At("event_selector[].data_resource[].values[]", bucket, table),
		// Fields of other names hold other things: "Data" is no bucket that was not seen.
		graph.In("advanced_event_selector[].field_selector[].equals[]", bucket, table),
		graph.In("advanced_event_selector[].field_selector[].starts_with[]", bucket, table),
	}
	rows := []graph.Row{
		outOf("log", function, "logging_config[].log_group", written, logGroup),
		between("log", logGroup, graph.In("name", function, database, cluster, "aws_docdb_cluster", "aws_ecs_task_definition"), graph.Self(), written),
		// the names that AWS gives the log groups of its services
		between("log", logGroup, graph.After("name", "/aws/lambda/", function), graph.Self(), written),
		between("log", logGroup, graph.After("name", "/aws/rds/instance/", database), graph.Self(), written),
		between("log", logGroup, graph.After("name", "/aws/rds/cluster/", cluster), graph.Self(), written),
		between("log", logGroup, graph.After("name", "/aws/docdb/", "aws_docdb_cluster"), graph.Self(), written),
		outOf("log", "aws_ecs_task_definition", "container_definitions(json)[].logConfiguration.options.awslogs-group", written, logGroup),
		outOf("log", "aws_ecs_service", "service_connect_configuration[].log_configuration[].options{}", written, logGroup),
		between("subscription", "aws_cloudwatch_log_subscription_filter", graph.At("log_group_name", logGroup), graph.At("destination_arn", function, alias, stream, delivery), "log lines are passed on to it"),
	}
	for _, from := range watched {
		for _, to := range []graph.End{graph.At("s3_bucket_name", bucket), graph.At("cloud_watch_logs_group_arn", logGroup)} {
			rows = append(rows, between("data event", trail, from, to, "each use is recorded there, with the name of the object or the key of the item"))
		}
	}
	return rows
}

func analysisEdges() []graph.Row {
	const (
		crawler    = "aws_glue_crawler"
		catalog    = "aws_glue_catalog_database"
		connection = "aws_glue_connection"
		job        = "aws_glue_job"
		base       = "aws_bedrockagent_knowledge_base"
		reads      = "it reads it"
		described  = "the catalogue describes it, with values of its partitions"
		indexed    = "what it was given is indexed there"
	)
	return []graph.Row{
		between("query", "aws_athena_workgroup", graph.Self(), graph.In("configuration[].result_configuration[].output_location", bucket), "results of queries are kept there"),
		into("query", "aws_athena_database", "bucket", "it keeps its tables and results there", bucket),
		between("catalogue", catalog, graph.In("location_uri", bucket), graph.Self(), described),
		between("catalogue", "aws_glue_catalog_table", graph.In("storage_descriptor[].location", bucket), graph.At("database_name", catalog), described),
		between("reads", crawler, graph.In("s3_target[].path", bucket), graph.Self(), reads),
		between("reads", crawler, graph.In("dynamodb_target[].path", table), graph.Self(), reads),
		into("reads", crawler, "jdbc_target[].connection_name", reads, connection),
		between("reads", connection, graph.In("connection_properties{}", databases...), graph.Self(), "it leads to the database"),
		outOf("catalogue", crawler, "database_name", described, catalog),
		into("reads", job, "connections[]", reads, connection),
		between("reads", job, graph.In("default_arguments{}", stores...), graph.Self(), "its arguments name it, so that it reads it"),
		between("export", "aws_sagemaker_feature_group", graph.Self(), graph.In("offline_store_config[].s3_storage_config[].s3_uri", bucket), "features are kept there"),
		between("reads", "aws_bedrockagent_data_source", graph.At("data_source_configuration[].s3_configuration[].bucket_arn", bucket), graph.At("knowledge_base_id", base), "it answers from the objects"),
		outOf("index", base, "storage_configuration[].opensearch_managed_cluster_configuration[].domain_arn", indexed, "aws_opensearch_domain"),
		outOf("index", base, "storage_configuration[].opensearch_serverless_configuration[].collection_arn", indexed, "aws_opensearchserverless_collection"),
		outOf("index", base, "storage_configuration[].rds_configuration[].resource_arn", indexed, cluster),
		between("log", "aws_emr_cluster", graph.Self(), graph.In("log_uri", bucket), "what it logs may hold what it handles"),
	}
}
