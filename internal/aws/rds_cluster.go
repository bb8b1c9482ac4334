package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// dbCluster is a cluster and the call that showed it.
type dbCluster struct {
	types.DBCluster
	read read
}

// dbClusters lists a Region's clusters once and gives those of one service.
func dbClusters(ctx context.Context, p *place, service string) ([]dbCluster, error) {
	all, err := once(p, "rds clusters", func() (all []dbCluster, err error) {
		err = listPages(ctx, p, describeDBClusters, "", rds.NewDescribeDBClustersPaginator(p.rds(), &rds.DescribeDBClustersInput{}),
			func(page *rds.DescribeDBClustersOutput, r read) {
				for _, c := range page.DBClusters {
					all = append(all, dbCluster{c, r})
				}
			})
		return all, err
	})
	var own []dbCluster
	for _, c := range all {
		if serviceOf(c.Engine) == service {
			own = append(own, c)
		}
	}
	return own, err
}

func readClusters(ctx context.Context, p *place) {
	emitClusters(ctx, p, "rds", "aws_rds_cluster", clusterAttrs)
}

// emitClusters enters the clusters of a service as a type with what only they have.
func emitClusters(ctx context.Context, p *place, service, typ string, more func(types.DBCluster) attrs) {
	all, err := dbClusters(ctx, p, service)
	p.lost(describeDBClusters, "", err)
	for _, c := range all {
		a := more(c.DBCluster)
		for name, v := range anyClusterAttrs(c.DBCluster) {
			a[name] = v
		}
		a["region"] = p.region
		p.emit(item{typ: typ, name: or(c.DBClusterIdentifier, ""), arn: or(c.DBClusterArn, ""), read: c.read, attrs: a})
	}
}

// anyClusterAttrs are what the clusters of all services have.
func anyClusterAttrs(c types.DBCluster) attrs {
	members := make([]string, 0, len(c.DBClusterMembers))
	for _, m := range c.DBClusterMembers {
		if m.DBInstanceIdentifier != nil {
			members = append(members, *m.DBInstanceIdentifier)
		}
	}
	return attrs{
		"id": c.DBClusterIdentifier, "cluster_identifier": c.DBClusterIdentifier, "arn": c.DBClusterArn, "cluster_resource_id": c.DbClusterResourceId,
		"engine": c.Engine, "engine_version": optional(c.EngineVersion), "storage_encrypted": encryptedAtRest(c.StorageEncrypted, c.StorageEncryptionType),
		"backup_retention_period": c.BackupRetentionPeriod, "deletion_protection": c.DeletionProtection, "global_cluster_identifier": optional(c.GlobalClusterIdentifier),
		"cluster_members": texts(members), "vpc_security_group_ids": rdsGroups(c.VpcSecurityGroups), "storage_type": optional(c.StorageType), "tags_all": rdsTags(c.TagList),
	}
}

func clusterAttrs(c types.DBCluster) attrs {
	a := attrs{
		"database_name": optional(c.DatabaseName), "engine_mode": optional(c.EngineMode), "kms_key_id": optional(c.KmsKeyId),
		"db_cluster_instance_class":    optional(c.DBClusterInstanceClass), // that of Multi-AZ clusters, which are not of Aurora
		"performance_insights_enabled": or(c.PerformanceInsightsEnabled, false), "performance_insights_kms_key_id": optional(c.PerformanceInsightsKMSKeyId),
		"monitoring_interval":   or(c.MonitoringInterval, 0),                                        // Aurora's clusters may leave it to their instances
		"copy_tags_to_snapshot": c.CopyTagsToSnapshot, "backtrack_window": or(c.BacktrackWindow, 0), // Aurora PostgreSQL and RDS have none
		"iam_database_authentication_enabled": c.IAMDatabaseAuthenticationEnabled,
		"enabled_cloudwatch_logs_exports":     texts(c.EnabledCloudwatchLogsExports),
		"db_cluster_parameter_group_name":     c.DBClusterParameterGroup, "db_subnet_group_name": optional(c.DBSubnetGroup),
		"enable_http_endpoint":          or(c.HttpEndpointEnabled, false), // Multi-AZ clusters have none
		"replication_source_identifier": optional(c.ReplicationSourceIdentifier), "network_type": optional(c.NetworkType),
	}
	a.masterSecret(c.MasterUserSecret)
	return a
}

// readGlobalClusters enters a global cluster once in the account, whichever of
// its Regions shows it first: it is in none of them, as its ARN says.
func readGlobalClusters(ctx context.Context, p *place) {
	list(ctx, p, describeGlobalClusters, rds.NewDescribeGlobalClustersPaginator(p.rds(), &rds.DescribeGlobalClustersInput{}),
		func(page *rds.DescribeGlobalClustersOutput, r read) {
			for _, c := range page.GlobalClusters {
				arn := or(c.GlobalClusterArn, "")
				typ := map[string]string{"rds": "aws_rds_global_cluster", "docdb": "aws_docdb_global_cluster", "neptune": "aws_neptune_global_cluster"}[serviceOf(c.Engine)]
				_, _ = once(p.in(""), "global cluster "+arn, func() (bool, error) {
					p.in("").emitWanted(item{typ: typ, name: or(c.GlobalClusterIdentifier, ""), arn: arn, read: r, attrs: globalAttrs(c)})
					return true, nil
				})
			}
		})
}

func globalAttrs(c types.GlobalCluster) attrs {
	members := []attrs{}
	for _, m := range c.GlobalClusterMembers {
		members = append(members, attrs{"db_cluster_arn": m.DBClusterArn, "is_writer": m.IsWriter})
	}
	return attrs{
		"id": c.GlobalClusterIdentifier, "global_cluster_identifier": c.GlobalClusterIdentifier, "arn": c.GlobalClusterArn,
		"global_cluster_resource_id": optional(c.GlobalClusterResourceId), "database_name": optional(c.DatabaseName),
		"engine": optional(c.Engine), "engine_version": optional(c.EngineVersion), "deletion_protection": c.DeletionProtection,
		"storage_encrypted": encryptedAtRest(c.StorageEncrypted, c.StorageEncryptionType), "global_cluster_members": members, "tags_all": rdsTags(c.TagList),
	}
}
