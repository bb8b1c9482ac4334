# METADATA
# title: ElastiCache keeps snapshots
# description: What is only in a cache, and in no snapshot of it, is gone with its nodes.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/elasticache-redis-cluster-automatic-backup-check.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
# custom:
#   id: HIPAA-ELC-003
#   severity: low
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_elasticache_replication_group: {snapshot_retention_limit: number}
#     aws_elasticache_cluster: {snapshot_retention_limit: number, engine: string, replication_group_id: string}
#   params:
#     minimum_days: {type: number, default: 1, unit: days, stricter: higher, source: the least that ElastiCache keeps; the Rule names no number}
#     phi_minimum_days: {type: number, default: 15, unit: days, stricter: higher, source: the default of the rule of AWS Config; the Rule names no number}
#   remediation: Set snapshot_retention_limit to 1 or more, and to 15 or more for PHI.
package hipaactl.aws.elasticache.snapshots

grouped if input._.type == "aws_elasticache_replication_group"

days := data.params.phi_minimum_days if {
	input._.phi == "yes"
} else := data.params.minimum_days

deny contains {
	"paths": array.concat(["snapshot_retention_limit"], [attribute | some attribute in ["engine", "replication_group_id"]; not grouped]),
	"message": sprintf("snapshots are kept for less than %v days", [days]),
} if {
	not input.snapshot_retention_limit >= days
	not input.replication_group_id
	not input.engine == "memcached"
}

not_applicable contains {"paths": ["replication_group_id"], "message": "its replication group keeps the snapshots"} if {
	not grouped
	input.replication_group_id
}

not_applicable contains {"paths": ["engine"], "message": "Memcached has no snapshots"} if {
	input.engine == "memcached"
}
