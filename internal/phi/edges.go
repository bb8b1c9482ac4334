package phi

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/graph"
)

// Edges is the table of the references along which PHI moves, each with the reason. PHI
// moves from the one end to the other and never back: that a log bucket holds PHI says
// nothing about a bucket that writes to it. Where both resources show the same data (a
// cluster and its members) there are two rows.
//
// What is not in the table carries no PHI: roles, policies and security groups say who may
// reach it, networks where it lies, tags what it is called.
//
// Source of the attributes' names and meanings: the pages of each resource in
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs.
func Edges() []graph.Row {
	return slices.Concat(
		bucketEdges(), volumeEdges(), fileEdges(),
		databaseEdges(), clusterEdges(), warehouseEdges(), cacheEdges(), migrationEdges(),
		tableEdges(), streamEdges(), functionEdges(), logEdges(), analysisEdges(),
		backupEdges(), credentialEdges(), keyEdges(), repositoryEdges(),
	)
}

// repositoryEdges lead from what marks a repository of GitHub to the repository.
// Source: https://github.com/integrations/terraform-provider-github/tree/main/docs/resources
func repositoryEdges() []graph.Row {
	const repository = "github_repository"
	return []graph.Row{
		outOf("label", "github_repository_topics", "repository", "its topics are the repository's", repository),
		outOf("label", "github_repository_custom_property", "repository", "it is a property of the repository", repository),
	}
}

// telling are the kinds of edges along which not PHI itself moves but what tells of it:
// names, addresses, excerpts. Someone may know that these hold none.
var telling = []string{"access log", "audit log", "data event", "event", "inventory", "log"}

// into is a row of which the holder names where its PHI comes from.
func into(kind, holder, path, why string, types ...string) graph.Row {
	return graph.Row{Kind: kind, Holder: holder, From: graph.At(path, types...), To: graph.Self(), Why: why}
}

// outOf is a row of which the holder names where its PHI goes.
func outOf(kind, holder, path, why string, types ...string) graph.Row {
	return graph.Row{Kind: kind, Holder: holder, From: graph.Self(), To: graph.At(path, types...), Why: why}
}

// between is a row of which the holder names both ends, or an end that its text mentions.
func between(kind, holder string, from, to graph.End, why string) graph.Row {
	return graph.Row{Kind: kind, Holder: holder, From: from, To: to, Why: why}
}

const (
	bucket   = "aws_s3_bucket"
	function = "aws_lambda_function"
	alias    = "aws_lambda_alias"
	queue    = "aws_sqs_queue"
	topic    = "aws_sns_topic"
	stream   = "aws_kinesis_stream"
	delivery = "aws_kinesis_firehose_delivery_stream"
	logGroup = "aws_cloudwatch_log_group"
	secret   = "aws_secretsmanager_secret"
	instance = "aws_instance"
	table    = "aws_dynamodb_table"
)

func bucketEdges() []graph.Row {
	const (
		named  = "events there name the objects, and a name may hold an identifier"
		logged = "requests are logged there, with the names of objects and who asked for them"
	)
	notify := func(path string, types ...string) graph.Row {
		return between("event", "aws_s3_bucket_notification", graph.At("bucket", bucket), graph.At(path, types...), named)
	}
	return []graph.Row{
		between("replica", "aws_s3_bucket_replication_configuration", graph.At("bucket", bucket), graph.At("rule[].destination[].bucket", bucket), "objects are copied to it"),
		outOf("replica", bucket, "replication_configuration[].rules[].destination[].bucket", "objects are copied to it", bucket),
		between("copy", "aws_s3_object_copy", graph.In("source", bucket), graph.At("bucket", bucket), "an object is copied to it"),
		between("access log", "aws_s3_bucket_logging", graph.At("bucket", bucket), graph.At("target_bucket", bucket), logged),
		between("inventory", "aws_s3_bucket_inventory", graph.At("bucket", bucket), graph.At("destination[].bucket[].bucket_arn", bucket), "the names of all objects are listed there"),
		notify("lambda_function[].lambda_function_arn", function, alias),
		notify("queue[].queue_arn", queue),
		notify("topic[].topic_arn", topic),
		into("access point", "aws_s3_access_point", "bucket", "objects are read through it", bucket),
		between("origin", "aws_cloudfront_distribution", graph.In("origin[].domain_name", bucket), graph.Self(), "it delivers the objects"),
		between("access log", "aws_cloudfront_distribution", graph.Self(), graph.In("logging_config[].bucket", bucket), "requests are logged there, with their addresses and what they ask for"),
		outOf("access log", "aws_lb", "access_logs[].bucket", "requests are logged there, with their addresses and what they ask for", bucket),
		outOf("access log", "aws_lb", "connection_logs[].bucket", "connections are logged there, with the addresses of those who connect", bucket),
		outOf("access log", "aws_elb", "access_logs[].bucket", "requests are logged there, with their addresses and what they ask for", bucket),
	}
}

// images and snapshots are what an image or a snapshot of disks may be.
var (
	images    = []string{"aws_ami", "aws_ami_copy", "aws_ami_from_instance"}
	snapshots = []string{"aws_ebs_snapshot", "aws_ebs_snapshot_copy"}
)

func volumeEdges() []graph.Row {
	const (
		volume   = "aws_ebs_volume"
		template = "aws_launch_template"
		made     = "it is made from the snapshot"
		starts   = "it starts with what the image holds"
		reads    = "the instance reads the volume"
		writes   = "what the instance keeps is on its volumes"
	)
	return []graph.Row{
		into("snapshot", "aws_ebs_snapshot", "volume_id", "it is a copy of the volume", volume),
		into("copy", "aws_ebs_snapshot_copy", "source_snapshot_id", "it is a copy of the snapshot", snapshots...),
		into("restore", volume, "snapshot_id", made, snapshots...),
		into("image", "aws_ami", "ebs_block_device[].snapshot_id", made, snapshots...),
		into("image", "aws_ami_from_instance", "source_instance_id", "it holds copies of the instance's volumes", instance),
		into("copy", "aws_ami_copy", "source_ami_id", "it is a copy of the image", images...),
		into("start", instance, "ami", starts, images...),
		into("start", template, "image_id", starts, images...),
		into("start", "aws_launch_configuration", "image_id", starts, images...),
		into("restore", instance, "ebs_block_device[].snapshot_id", made, snapshots...),
		into("restore", template, "block_device_mappings[].ebs[].snapshot_id", made, snapshots...),
		into("start", instance, "launch_template[].id", "it starts as the template says", template),
		into("start", "aws_autoscaling_group", "launch_template[].id", "its instances start as the template says", template),
		into("start", "aws_autoscaling_group", "launch_configuration", "its instances start as the configuration says", "aws_launch_configuration"),
		between("disk", "aws_volume_attachment", graph.At("volume_id", volume), graph.At("instance_id", instance), reads),
		between("disk", "aws_volume_attachment", graph.At("instance_id", instance), graph.At("volume_id", volume), writes),
		into("disk", instance, "ebs_block_device[].volume_id", reads, volume),
		outOf("disk", instance, "ebs_block_device[].volume_id", writes, volume),
		into("disk", instance, "root_block_device[].volume_id", reads, volume),
		outOf("disk", instance, "root_block_device[].volume_id", writes, volume),
	}
}

// fileSystems are those of FSx.
var fileSystems = []string{"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_windows_file_system"}

func fileEdges() []graph.Row {
	const (
		efs    = "aws_efs_file_system"
		files  = "files are read through it"
		filled = "it is filled with the files"
		kept   = "files are written there"
	)
	rows := []graph.Row{
		into("access point", "aws_efs_access_point", "file_system_id", files, efs),
		into("access point", "aws_efs_mount_target", "file_system_id", files, efs),
		between("replica", "aws_efs_replication_configuration", graph.At("source_file_system_id", efs), graph.At("destination[].file_system_id", efs), "files are copied to it"),
		into("snapshot", "aws_fsx_backup", "file_system_id", "it is a copy of the file system", fileSystems...),
		into("snapshot", "aws_fsx_openzfs_snapshot", "volume_id", "it is a copy of the volume", "aws_fsx_openzfs_file_system"),
		between("files", "aws_fsx_lustre_file_system", graph.In("import_path", bucket), graph.Self(), filled),
		between("files", "aws_fsx_lustre_file_system", graph.Self(), graph.In("export_path", bucket), kept),
		between("files", "aws_fsx_data_repository_association", graph.In("data_repository_path", bucket), graph.At("file_system_id", fileSystems...), filled),
		between("files", "aws_fsx_data_repository_association", graph.At("file_system_id", fileSystems...), graph.In("data_repository_path", bucket), kept),
		between("transfer", "aws_transfer_user", graph.In("home_directory", bucket, efs), graph.At("server_id", "aws_transfer_server"), files),
		between("transfer", "aws_transfer_user", graph.In("home_directory_mappings[].target", bucket, efs), graph.At("server_id", "aws_transfer_server"), files),
		between("transfer", "aws_datasync_task", graph.At("source_location_arn", locations...), graph.At("destination_location_arn", locations...), "it copies the files"),
	}
	for _, typ := range []string{"aws_fsx_lustre_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_windows_file_system"} {
		rows = append(rows, into("restore", typ, "backup_id", "it is made from the backup", "aws_fsx_backup"))
	}
	for _, typ := range []string{"aws_storagegateway_nfs_file_share", "aws_storagegateway_smb_file_share"} {
		rows = append(rows, into("files", typ, "location_arn", files, bucket), outOf("files", typ, "location_arn", kept, bucket))
	}
	for i, path := range []string{"s3_bucket_arn", "efs_file_system_arn", "fsx_filesystem_arn"} {
		target := [][]string{{bucket}, {efs}, {"aws_fsx_windows_file_system"}}[i]
		rows = append(rows, into("transfer", locations[i], path, "the location is what it holds", target...), outOf("transfer", locations[i], path, "what is copied to the location is kept there", target...))
	}
	return rows
}

// locations are what DataSync copies from and to.
var locations = []string{"aws_datasync_location_s3", "aws_datasync_location_efs", "aws_datasync_location_fsx_windows_file_system"}
