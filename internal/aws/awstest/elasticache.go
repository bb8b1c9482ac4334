package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/elasticache"
	cachetypes "github.com/aws/aws-sdk-go-v2/service/elasticache/types"
)

func soundElastiCache(e *estate) {
	key := e.key("caches", e.ownerPolicy(), true)
	must[*elasticache.CreateReplicationGroupOutput](e)(elasticache.NewFromConfig(e.config).CreateReplicationGroup(e.ctx, &elasticache.CreateReplicationGroupInput{
		ReplicationGroupId: str("sessions"), ReplicationGroupDescription: str("Sessions"), Engine: str("redis"), CacheNodeType: str("cache.t4g.small"), NumCacheClusters: i32(2),
		AtRestEncryptionEnabled: yes(), KmsKeyId: &key, TransitEncryptionEnabled: yes(), TransitEncryptionMode: cachetypes.TransitEncryptionModeRequired, UserGroupIds: []string{"clinic"},
		AutomaticFailoverEnabled: yes(), MultiAZEnabled: yes(), SnapshotRetentionLimit: i32(15),
		Tags: []cachetypes.Tag{{Key: str("DataClass"), Value: str("PHI")}, {Key: str("HIPAA"), Value: str("true")}},
	}))
}

func brokenElastiCache(e *estate) {
	must[*elasticache.CreateReplicationGroupOutput](e)(elasticache.NewFromConfig(e.config).CreateReplicationGroup(e.ctx, &elasticache.CreateReplicationGroupInput{
		ReplicationGroupId: str("scratch"), ReplicationGroupDescription: str("Scratch"), Engine: str("redis"), CacheNodeType: str("cache.t4g.small"), NumCacheClusters: i32(1),
	}))
}
