package hipaactl.aws.elasticache.snapshots_test

import data.hipaactl.aws.elasticache.snapshots as policy

params := {"minimum_days": 1, "phi_minimum_days": 15}

group(phi, days) := {"_": {"type": "aws_elasticache_replication_group", "phi": phi}, "snapshot_retention_limit": days}

node(more) := object.union({"_": {"type": "aws_elasticache_cluster", "phi": "no"}, "snapshot_retention_limit": 0}, more)

test_groups if {
	every case in [["no", 0, 1], ["no", 1, 0], ["yes", 14, 1], ["yes", 15, 0]] {
		count(policy.deny) == case[2] with input as group(case[0], case[1]) with data.params as params
	}
}

test_nodes if {
	count(policy.deny) == 1 with input as node({"engine": "redis"}) with data.params as params
	every more in [{"engine": "memcached"}, {"engine": "redis", "replication_group_id": "sessions"}] {
		count(policy.deny) == 0 with input as node(more) with data.params as params
		count(policy.not_applicable) == 1 with input as node(more) with data.params as params
	}
}
