package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// DocumentDB and Neptune are read through the API of RDS, of which theirs are a part: the
// actions are those of RDS, and each call is made once for all three.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
func docdbParts() []part {
	clusters := []operation{describeDBClusters}
	return []part{
		{types: []string{"aws_docdb_cluster"}, uses: clusters, run: func(ctx context.Context, p *place) {
			emitClusters(ctx, p, "docdb", "aws_docdb_cluster", docdbAttrs)
		}},
		{types: []string{"aws_neptune_cluster"}, uses: clusters, run: func(ctx context.Context, p *place) {
			emitClusters(ctx, p, "neptune", "aws_neptune_cluster", neptuneAttrs)
		}},
		{
			types: []string{"aws_docdb_cluster_parameter_group"}, uses: []operation{describeDBClusters, describeDBClusterParameterGroups, describeDBClusterParameters},
			run: func(ctx context.Context, p *place) {
				emitClusterGroups(ctx, p, "docdb", "aws_docdb_cluster_parameter_group")
			},
		},
		{types: []string{"aws_neptune_cluster_instance"}, uses: []operation{describeDBInstances}, run: readNeptuneInstances},
	}
}

func docdbAttrs(c types.DBCluster) attrs {
	return attrs{
		"kms_key_id": optional(c.KmsKeyId), "enabled_cloudwatch_logs_exports": texts(c.EnabledCloudwatchLogsExports),
		"db_cluster_parameter_group_name": c.DBClusterParameterGroup, "db_subnet_group_name": optional(c.DBSubnetGroup),
	}
}

func neptuneAttrs(c types.DBCluster) attrs {
	return attrs{
		"kms_key_arn": optional(c.KmsKeyId), "enable_cloudwatch_logs_exports": texts(c.EnabledCloudwatchLogsExports),
		"iam_database_authentication_enabled": c.IAMDatabaseAuthenticationEnabled, "copy_tags_to_snapshot": c.CopyTagsToSnapshot,
		"neptune_cluster_parameter_group_name": c.DBClusterParameterGroup, "neptune_subnet_group_name": optional(c.DBSubnetGroup),
		"replication_source_identifier": optional(c.ReplicationSourceIdentifier),
	}
}

func readNeptuneInstances(ctx context.Context, p *place) {
	all, err := dbInstances(ctx, p, "neptune")
	p.lost(describeDBInstances, "", err)
	for _, i := range all {
		p.emit(item{typ: "aws_neptune_cluster_instance", name: or(i.DBInstanceIdentifier, ""), arn: or(i.DBInstanceArn, ""), read: i.read, attrs: attrs{
			"id": i.DBInstanceIdentifier, "identifier": i.DBInstanceIdentifier, "arn": i.DBInstanceArn, "dbi_resource_id": i.DbiResourceId,
			"cluster_identifier": i.DBClusterIdentifier, "engine": i.Engine, "publicly_accessible": i.PubliclyAccessible,
			"storage_encrypted": encryptedAtRest(i.StorageEncrypted, i.StorageEncryptionType), "kms_key_arn": optional(i.KmsKeyId),
			"auto_minor_version_upgrade": i.AutoMinorVersionUpgrade, "tags_all": rdsTags(i.TagList), "region": p.region,
		}})
	}
}
