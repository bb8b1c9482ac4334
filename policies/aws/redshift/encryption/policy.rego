# METADATA
# title: Redshift is encrypted at rest
# description: >-
#   The blocks, metadata and snapshots of a cluster without encryption lie readable on disk. Serverless namespaces are
#   always encrypted, with a key that AWS owns unless another one is named.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html
# custom:
#   id: HIPAA-RSH-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_redshift_cluster: {encrypted: bool, kms_key_id: string}
#     aws_redshiftserverless_namespace: {kms_key_id: string}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The warehouse is encrypted
#       reads: [encrypted]
#     customer_key:
#       title: A warehouse that holds PHI is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Set encrypted = true, and for PHI kms_key_id to the ARN of a key of your own. A cluster is moved to the new encryption in place.
package hipaactl.aws.redshift.encryption

import data.hipaactl.lib.kms_key

deny contains {"assertion": "encrypted", "paths": ["encrypted"], "message": "the cluster is not encrypted"} if {
	input._.type == "aws_redshift_cluster"
	not input.encrypted
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the warehouse")} if {
	kms_key.demanded
	some paths in kms_key.unkeyed
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only warehouses that hold PHI need a customer managed key",
} if {
	not kms_key.demanded
}
