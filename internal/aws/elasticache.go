package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/elasticache"
	"github.com/aws/aws-sdk-go-v2/service/elasticache/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticache.html
var (
	describeReplicationGroups = operation{service: "elasticache", name: "DescribeReplicationGroups"}
	describeCacheClusters     = operation{service: "elasticache", name: "DescribeCacheClusters"}
	listCacheTags             = operation{service: "elasticache", name: "ListTagsForResource", absent: []string{
		"CacheClusterNotFound", "CacheClusterNotFoundFault", "ReplicationGroupNotFoundFault",
	}}
)

func elasticacheParts() []part {
	return []part{
		{
			types: []string{"aws_elasticache_replication_group", "aws_elasticache_replication_group_status"},
			uses:  []operation{describeReplicationGroups, listCacheTags}, run: readReplicationGroups,
		},
		{types: []string{"aws_elasticache_cluster"}, uses: []operation{describeCacheClusters, listCacheTags}, run: readCacheClusters},
	}
}

func (p *place) elasticache() *elasticache.Client { return elasticache.NewFromConfig(p.config()) }

func readReplicationGroups(ctx context.Context, p *place) {
	var items []item
	list(ctx, p, describeReplicationGroups, elasticache.NewDescribeReplicationGroupsPaginator(p.elasticache(), &elasticache.DescribeReplicationGroupsInput{}),
		func(page *elasticache.DescribeReplicationGroupsOutput, r read) {
			for _, g := range page.ReplicationGroups {
				id := or(g.ReplicationGroupId, "")
				items = append(items, item{
					typ: "aws_elasticache_replication_group", name: id, arn: or(g.ARN, p.arn("elasticache", "replicationgroup:"+id)), read: r, attrs: replicationGroupAttrs(g),
				})
				p.emitWanted(item{typ: "aws_elasticache_replication_group_status", name: id, read: r, attrs: attrs{
					"replication_group_id": g.ReplicationGroupId, "auth_token_enabled": g.AuthTokenEnabled,
				}})
			}
		})
	emitCaches(ctx, p, items)
}

// readCacheClusters enters the nodes of replication groups as well, with their group's name.
func readCacheClusters(ctx context.Context, p *place) {
	var items []item
	list(ctx, p, describeCacheClusters, elasticache.NewDescribeCacheClustersPaginator(p.elasticache(), &elasticache.DescribeCacheClustersInput{}),
		func(page *elasticache.DescribeCacheClustersOutput, r read) {
			for _, c := range page.CacheClusters {
				id := or(c.CacheClusterId, "")
				items = append(items, item{
					typ: "aws_elasticache_cluster", name: id, arn: or(c.ARN, p.arn("elasticache", "cluster:"+id)), read: r, attrs: cacheClusterAttrs(c),
				})
			}
		})
	emitCaches(ctx, p, items)
}

// emitCaches asks for the tags of each: the listings do not have them.
func emitCaches(ctx context.Context, p *place, items []item) {
	client := p.elasticache()
	forEach(ctx, items, func(ctx context.Context, it item) {
		out, r, err := get(ctx, p, listCacheTags, it.name, client.ListTagsForResource, &elasticache.ListTagsForResourceInput{ResourceName: &it.arn})
		if isAbsent(err) {
			return
		}
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			it.attrs["tags_all"] = f
		} else {
			it.attrs["tags_all"] = tagsOf(out.TagList, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		it.attrs["arn"], it.attrs["region"] = it.arn, p.region
		it.reads = map[string]read{"tags_all": r}
		p.emit(it)
	})
}

// replicationGroupAttrs has no auth_token, which AWS never shows; the status says whether there is one.
func replicationGroupAttrs(g types.ReplicationGroup) attrs {
	a := attrs{
		"id": g.ReplicationGroupId, "replication_group_id": g.ReplicationGroupId, "description": optional(g.Description), "engine": optional(g.Engine),
		"at_rest_encryption_enabled": missing(), "kms_key_id": optional(g.KmsKeyId),
		"transit_encryption_enabled": g.TransitEncryptionEnabled, "transit_encryption_mode": optional(g.TransitEncryptionMode),
		"user_group_ids": texts(g.UserGroupIds), "snapshot_retention_limit": or(g.SnapshotRetentionLimit, 0),
		"auto_minor_version_upgrade": boolText(g.AutoMinorVersionUpgrade),
		"cluster_enabled":            optional(g.ClusterEnabled), "node_type": optional(g.CacheNodeType), "member_clusters": texts(g.MemberClusters),
		"global_replication_group_id": nil,
	}
	// At rest a group may be encrypted with a key of ElastiCache although the flag says no.
	// Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
	if by := g.StorageEncryptionType; by == types.StorageEncryptionTypeSseElasticache || by == types.StorageEncryptionTypeSseKms {
		a["at_rest_encryption_enabled"] = "true" // the provider has it as text
	} else if g.AtRestEncryptionEnabled != nil {
		a["at_rest_encryption_enabled"] = boolText(g.AtRestEncryptionEnabled)
	}
	if global := g.GlobalReplicationGroupInfo; global != nil {
		a["global_replication_group_id"] = optional(global.GlobalReplicationGroupId)
	}
	a["automatic_failover_enabled"], a["multi_az_enabled"] = missing(), missing()
	if s := g.AutomaticFailover; s != "" {
		a["automatic_failover_enabled"] = s == types.AutomaticFailoverStatusEnabled || s == types.AutomaticFailoverStatusEnabling
	}
	if s := g.MultiAZ; s != "" {
		a["multi_az_enabled"] = s == types.MultiAZStatusEnabled
	}
	return a
}

func cacheClusterAttrs(c types.CacheCluster) attrs {
	return attrs{
		"id": c.CacheClusterId, "cluster_id": c.CacheClusterId, "replication_group_id": optional(c.ReplicationGroupId), "engine": c.Engine,
		"engine_version": optional(c.EngineVersion), "transit_encryption_enabled": or(c.TransitEncryptionEnabled, false),
		"snapshot_retention_limit": or(c.SnapshotRetentionLimit, 0), "auto_minor_version_upgrade": boolText(c.AutoMinorVersionUpgrade),
		"node_type": optional(c.CacheNodeType), "num_cache_nodes": optional(c.NumCacheNodes), "subnet_group_name": optional(c.CacheSubnetGroupName),
	}
}
