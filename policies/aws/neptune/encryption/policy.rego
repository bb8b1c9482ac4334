# METADATA
# title: Neptune is encrypted at rest and authenticates with IAM
# description: A graph's storage lies readable on disk unless the cluster is made encrypted, and without IAM whoever reaches its port may query it.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html
#   - https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster
# custom:
#   id: HIPAA-NEP-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.312(d)"]
#   resources:
#     aws_neptune_cluster: {storage_encrypted: bool, kms_key_arn: string, iam_database_authentication_enabled: bool}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_arn, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_arn, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_arn, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_arn, attributes: {name: string}}
#   assertions:
#     encrypted:
#       title: The cluster's storage is encrypted
#       reads: [storage_encrypted]
#     authenticated:
#       title: Clients authenticate with IAM
#       reads: [iam_database_authentication_enabled]
#     customer_key:
#       title: A cluster that holds PHI is encrypted with a customer managed key
#       reads: [kms_key_arn, _.key, _.imported_key, _.replica_key]
#   remediation: Set iam_database_authentication_enabled = true, and make the cluster with storage_encrypted = true and for PHI a kms_key_arn of your own.
package hipaactl.aws.neptune.encryption

import data.hipaactl.lib.kms_key

demands := {
	"encrypted": {"attribute": "storage_encrypted", "message": "the cluster's storage is not encrypted"},
	"authenticated": {"attribute": "iam_database_authentication_enabled", "message": "clients do not authenticate with IAM"},
}

deny contains {"assertion": assertion, "paths": [demand.attribute], "message": demand.message} if {
	some assertion, demand in demands
	not input[demand.attribute]
}

deny contains {
	"assertion": "customer_key",
	"paths": paths,
	"message": "the cluster holds PHI and has no customer managed key",
} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(object.get(input, "kms_key_arn", ""), "kms_key_arn")
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only clusters that hold PHI need a customer managed key",
} if {
	input._.phi != "yes"
}
