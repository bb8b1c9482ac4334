# METADATA
# title: DocumentDB is encrypted at rest and in transit
# description: A cluster's storage, backups and connections lie open to whoever gets at them unless they are encrypted. Storage can only be encrypted when the cluster is made.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster
# custom:
#   id: HIPAA-DOC-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.312(e)(1)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_docdb_cluster: {storage_encrypted: bool, kms_key_id: string}
#     aws_docdb_global_cluster: {storage_encrypted: bool}
#   related:
#     group:
#       type: aws_docdb_cluster_parameter_group
#       on: name = db_cluster_parameter_group_name
#       attributes: {parameter: [{name: string, value: string}]}
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The cluster's storage is encrypted
#       reads: [storage_encrypted]
#     tls:
#       title: Clients have to use TLS
#       reads: [_.group]
#     customer_key:
#       title: A cluster that holds PHI is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Make the cluster with storage_encrypted = true, and for PHI a kms_key_id of your own, and leave the parameter tls enabled.
package hipaactl.aws.docdb.encryption

import data.hipaactl.lib.kms_key

deny contains {
	"assertion": "encrypted",
	"paths": ["storage_encrypted"],
	"message": "the cluster's storage is not encrypted",
} if {
	not input.storage_encrypted
}

# TLS is on unless a parameter group turns it off.
deny contains {
	"assertion": "tls",
	"paths": [sprintf("_.group[%d].parameter[%d]", [i, j])],
	"message": "the parameter tls is disabled",
} if {
	some i, j
	parameter := input._.group[i].parameter[j]
	parameter.name == "tls"
	parameter.value == "disabled"
}

deny contains {
	"assertion": "customer_key",
	"paths": paths,
	"message": kms_key.lack("the cluster"),
} if {
	kms_key.demanded
	some paths in kms_key.unkeyed
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only clusters that hold PHI need a customer managed key",
} if {
	not kms_key.demanded
}

not_applicable contains {
	"assertion": assertion,
	"paths": ["_.type"],
	"message": "the clusters of a global one have keys and parameters, it has none",
} if {
	input._.type == "aws_docdb_global_cluster"
	some assertion in ["tls", "customer_key"]
}
