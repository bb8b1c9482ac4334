package provider

import "github.com/zclconf/go-cty/cty"

// caches are the defaults of ElastiCache. A group that joins a global datastore has the
// encryption of its primary:
// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
var caches = []entry{
	{"aws_elasticache_replication_group", "at_rest_encryption_enabled", encryptedBy("at_rest_encryption_enabled", "engine", "valkey", "global_replication_group_id"), page("elasticache_replication_group")},
	{"aws_elasticache_replication_group", "automatic_failover_enabled", no, page("elasticache_replication_group")},
	{"aws_elasticache_replication_group", "engine", word("redis"), page("elasticache_replication_group")},
	{"aws_elasticache_replication_group", "kms_key_id", inherited("kms_key_id", cty.NilVal, "global_replication_group_id"), page("elasticache_replication_group")},
	{"aws_elasticache_replication_group", "multi_az_enabled", no, page("elasticache_replication_group")},
	{"aws_elasticache_replication_group", "snapshot_retention_limit", number(0), page("elasticache_replication_group")},
	{
		"aws_elasticache_replication_group", "transit_encryption_enabled",
		inherited("transit_encryption_enabled", cty.False, "global_replication_group_id"), page("elasticache_replication_group"),
	},
	{"aws_elasticache_cluster", "snapshot_retention_limit", number(0), page("elasticache_cluster")},
}
