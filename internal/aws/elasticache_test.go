package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCaches(t *testing.T) {
	arn := "arn:aws:elasticache:eu-west-1:123456789012:"
	s := &fake{answers: answers{
		"DescribeReplicationGroups": `<ReplicationGroups>
			<ReplicationGroup><ReplicationGroupId>sessions</ReplicationGroupId><ARN>` + arn + `replicationgroup:sessions</ARN><Engine>valkey</Engine>
				<AtRestEncryptionEnabled>true</AtRestEncryptionEnabled><KmsKeyId>k</KmsKeyId><TransitEncryptionEnabled>true</TransitEncryptionEnabled><TransitEncryptionMode>required</TransitEncryptionMode>
				<AuthTokenEnabled>false</AuthTokenEnabled><UserGroupIds><member>clinic</member></UserGroupIds><SnapshotRetentionLimit>15</SnapshotRetentionLimit>
				<AutomaticFailover>enabling</AutomaticFailover><MultiAZ>enabled</MultiAZ></ReplicationGroup>
			<ReplicationGroup><ReplicationGroupId>plain</ReplicationGroupId><ARN>` + arn + `replicationgroup:plain</ARN><AtRestEncryptionEnabled>false</AtRestEncryptionEnabled>
				<TransitEncryptionEnabled>false</TransitEncryptionEnabled><AuthTokenEnabled>true</AuthTokenEnabled><AutomaticFailover>disabled</AutomaticFailover>
				<GlobalReplicationGroupInfo><GlobalReplicationGroupId>everywhere</GlobalReplicationGroupId></GlobalReplicationGroupInfo></ReplicationGroup>
			<ReplicationGroup><ReplicationGroupId>of-aws</ReplicationGroupId><AtRestEncryptionEnabled>false</AtRestEncryptionEnabled><StorageEncryptionType>sse-elasticache</StorageEncryptionType></ReplicationGroup></ReplicationGroups>`,
		"DescribeCacheClusters": `<CacheClusters>
			<CacheCluster><CacheClusterId>sessions-001</CacheClusterId><ARN>` + arn + `cluster:sessions-001</ARN><ReplicationGroupId>sessions</ReplicationGroupId><Engine>valkey</Engine></CacheCluster>
			<CacheCluster><CacheClusterId>pages</CacheClusterId><ARN>` + arn + `cluster:pages</ARN><Engine>memcached</Engine><TransitEncryptionEnabled>true</TransitEncryptionEnabled></CacheCluster></CacheClusters>`,
		"ListTagsForResource": func(in ask) string {
			switch in.Get("ResourceName") {
			case arn + "replicationgroup:sessions":
				return `<TagList><Tag><Key>DataClass</Key><Value>PHI</Value></Tag></TagList>`
			case arn + "cluster:pages":
				return "error AccessDenied"
			case arn + "replicationgroup:of-aws":
				return `<TagList></TagList>`
			case arn + "cluster:sessions-001":
				return `<TagList></TagList>`
			}
			return "error ReplicationGroupNotFoundFault"
		},
	}}
	set := s.audit(t, []string{"aws_elasticache_replication_group", "aws_elasticache_replication_group_status", "aws_elasticache_cluster"})
	group, cluster := "aws_elasticache_replication_group ", "aws_elasticache_cluster "
	none := "unknown: elasticache:DescribeReplicationGroups: the answer does not hold what aws_elasticache_replication_group."
	set.check(t, map[string]map[string]any{
		group + "sessions": {
			"id": "sessions", "arn": arn + "replicationgroup:sessions", "engine": "valkey", "at_rest_encryption_enabled": "true", "kms_key_id": "k",
			"transit_encryption_enabled": true, "transit_encryption_mode": "required", "user_group_ids": []any{"clinic"}, "snapshot_retention_limit": 15,
			"automatic_failover_enabled": true, "multi_az_enabled": true, "global_replication_group_id": nil, "tags_all": map[string]any{"DataClass": "PHI"},
		},
		group + "of-aws": {
			"at_rest_encryption_enabled": "true", "engine": nil, "kms_key_id": nil, "snapshot_retention_limit": 0,
			"automatic_failover_enabled": none + "automatic_failover_enabled is made from", "multi_az_enabled": none + "multi_az_enabled is made from",
		},
		"aws_elasticache_replication_group_status sessions": {"replication_group_id": "sessions", "auth_token_enabled": false},
		"aws_elasticache_replication_group_status plain":    {"auth_token_enabled": true},
		"aws_elasticache_replication_group_status of-aws":   {"auth_token_enabled": "unknown: elasticache:DescribeReplicationGroups: the answer does not hold what aws_elasticache_replication_group_status.auth_token_enabled is made from"},
		cluster + "sessions-001":                            {"replication_group_id": "sessions", "engine": "valkey", "tags_all": map[string]any{}},
		cluster + "pages":                                   {"replication_group_id": nil, "engine": "memcached", "transit_encryption_enabled": true, "tags_all": "unknown: elasticache:ListTagsForResource: access was denied"},
	})
	if diff := cmp.Diff([]string{"eu-west-1 elasticache:ListTagsForResource of pages: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
