# METADATA
# title: EFS file systems are encrypted at rest
# description: Files on an unencrypted file system lie readable on disk, and encryption can only be turned on when the file system is made.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
# custom:
#   id: HIPAA-EFS-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_efs_file_system: {encrypted: bool, kms_key_id: string}}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The file system is encrypted
#       reads: [encrypted]
#     customer_key:
#       title: A file system that holds PHI is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Set encrypted = true when the file system is made, and for PHI a kms_key_id of your own.
package hipaactl.aws.efs.encryption

import data.hipaactl.lib.kms_key

deny contains {
	"assertion": "encrypted",
	"paths": ["encrypted"],
	"message": "the file system is not encrypted",
} if {
	not input.encrypted
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the file system")} if {
	kms_key.demanded
	some paths in kms_key.unkeyed
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only file systems that hold PHI need a customer managed key",
} if {
	not kms_key.demanded
}
