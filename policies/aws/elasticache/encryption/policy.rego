# METADATA
# title: ElastiCache is encrypted at rest
# description: Caches write what they hold to disk when they synchronise, swap and back up. Encryption can only be turned on when a group is made.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
# custom:
#   id: HIPAA-ELC-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_elasticache_replication_group: {at_rest_encryption_enabled: bool, kms_key_id: string}
#     aws_elasticache_cluster: {replication_group_id: string}
#   related:
#     group:
#       type: aws_elasticache_replication_group
#       on: replication_group_id = replication_group_id
#       attributes: {at_rest_encryption_enabled: bool}
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   params:
#     assume_phi: {type: bool, default: false, stricter: true, source: 'the rule proposed in January 2025 makes no exception for what nobody marked'}
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The cache is encrypted
#       reads: [at_rest_encryption_enabled, replication_group_id, _.group]
#     customer_key:
#       title: A cache that holds PHI is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Make a replication group with at_rest_encryption_enabled = true, and for PHI with a kms_key_id of your own.
package hipaactl.aws.elasticache.encryption

import data.hipaactl.lib.kms_key

# held holds for caches of which more is asked: those with PHI, or all.
held if input._.phi == "yes"

held if data.params.assume_phi

grouped if input._.type == "aws_elasticache_replication_group"

deny contains {
	"assertion": "encrypted",
	"paths": ["at_rest_encryption_enabled"],
	"message": "the replication group is not encrypted",
} if {
	grouped
	not input.at_rest_encryption_enabled
}

deny contains {
	"assertion": "encrypted",
	"paths": ["replication_group_id"],
	"message": "outside of a replication group the cache cannot be encrypted",
} if {
	not grouped
	not input.replication_group_id
	held
}

deny contains {
	"assertion": "customer_key",
	"paths": paths,
	"message": kms_key.lack("the replication group"),
} if {
	grouped
	kms_key.demanded
	some paths in kms_key.unkeyed
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only replication groups that hold PHI need a customer managed key",
} if {
	not kms_key.demanded
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.type"],
	"message": "only replication groups have keys",
} if {
	not grouped
}

deny contains {
	"assertion": "encrypted",
	"paths": ["_.group[*].at_rest_encryption_enabled"],
	"message": "the replication group that the node is of is not encrypted",
} if {
	not grouped
	count(input._.group) > 0
	every group in input._.group { not group.at_rest_encryption_enabled }
}

not_applicable contains {
	"assertion": "encrypted",
	"paths": ["_.phi", "replication_group_id"],
	"message": "a cache without PHI may be outside of a replication group, where it cannot be encrypted",
} if {
	not grouped
	not input.replication_group_id
	not held
}
