# METADATA
# title: ElastiCache fails over by itself
# description: Without automatic failover into another Availability Zone, what depends on the cache stands still until somebody repairs it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
# custom:
#   id: HIPAA-ELC-004
#   severity: low
#   citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   resources:
#     aws_elasticache_replication_group: {automatic_failover_enabled: bool, multi_az_enabled: bool}
#   remediation: Set automatic_failover_enabled = true and multi_az_enabled = true, with at least one replica.
package hipaactl.aws.elasticache.failover

lacks := {
	"automatic_failover_enabled": "no replica takes over by itself",
	"multi_az_enabled": "its replicas may all be in one Availability Zone",
}

deny contains {"paths": [attribute], "message": message} if {
	some attribute, message in lacks
	not input[attribute]
}
