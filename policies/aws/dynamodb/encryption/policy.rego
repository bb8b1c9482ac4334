# METADATA
# title: DynamoDB tables are encrypted with KMS
# description: DynamoDB encrypts all tables, but with a key of its own whose use nobody can see or deny unless a KMS key is named.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
# custom:
#   id: HIPAA-DDB-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   resources:
#     aws_dynamodb_table: {server_side_encryption: [{enabled: bool, kms_key_arn: string}]}
#   related:
#     key: {type: aws_kms_key, on: arn = server_side_encryption.kms_key_arn, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = server_side_encryption.kms_key_arn, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = server_side_encryption.kms_key_arn, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = server_side_encryption.kms_key_arn, attributes: {name: string}}
#   assertions:
#     kms:
#       title: The table is encrypted with a key of KMS
#       reads: ["server_side_encryption[*].enabled"]
#     customer_key:
#       title: A table that holds PHI is encrypted with a customer managed key
#       reads: [server_side_encryption, _.key, _.imported_key, _.replica_key]
#   remediation: Add server_side_encryption with enabled = true, and for PHI a kms_key_arn of your own.
package hipaactl.aws.dynamodb.encryption

import data.hipaactl.lib.kms_key

encrypted if input.server_side_encryption[0].enabled

# A key that is named has no effect unless encryption is enabled.
key := input.server_side_encryption[0].kms_key_arn if {
	encrypted
	input.server_side_encryption[0].kms_key_arn
} else := ""

deny contains {
	"assertion": "kms",
	"paths": ["server_side_encryption[*].enabled"],
	"message": "the table is encrypted with a key that DynamoDB owns",
} if {
	not encrypted
}

deny contains {
	"assertion": "customer_key",
	"paths": array.concat(paths, ["server_side_encryption[*].enabled"]),
	"message": "the table holds PHI and has no customer managed key",
} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(key, "server_side_encryption[*].kms_key_arn")
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only tables that hold PHI need a customer managed key",
} if {
	input._.phi != "yes"
}
