# METADATA
# title: RDS instances are encrypted with a customer managed key
# description: With the key that AWS manages nobody here decides, and no key policy says, who may decrypt. It is what counts where no key is named.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
# custom:
#   id: HIPAA-RDS-001
#   when: customer_key
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_db_instance: {kms_key_id: string}}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   assertions:
#     customer_key:
#       title: The storage is encrypted with a customer managed key
#       reads:
#         - kms_key_id
#         - _.key
#         - _.imported_key
#         - _.replica_key
#   remediation: Set kms_key_id to the ARN of a key of your own; a database that has another must be rebuilt from a copy of its snapshot under that key.
package hipaactl.aws.rds.instance_encryption_customer_key

import data.hipaactl.lib.kms_key

deny contains {"assertion": "customer_key", "paths": paths, "message": "the instance has no customer managed key"} if {
	some paths in kms_key.unkeyed
}
