# METADATA
# title: OpenSearch domains are encrypted at rest
# description: Indices, logs, swap files and automated snapshots of a domain without encryption lie readable on disk, and without a word in the configuration there is none.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
# custom:
#   id: HIPAA-OSS-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_opensearch_domain: {encrypt_at_rest: [{enabled: bool, kms_key_id: string}]}}
#   related:
#     key: {type: aws_kms_key, on: arn = encrypt_at_rest.kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = encrypt_at_rest.kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = encrypt_at_rest.kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = encrypt_at_rest.kms_key_id, attributes: {name: string}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The domain is encrypted
#       reads: ["encrypt_at_rest[*].enabled"]
#     customer_key:
#       title: A domain that holds PHI is encrypted with a customer managed key
#       reads: ["encrypt_at_rest[*].kms_key_id", _.key, _.imported_key, _.replica_key]
#   remediation: Add encrypt_at_rest { enabled = true }, and for PHI a kms_key_id of your own. The key cannot be changed once the domain is encrypted.
package hipaactl.aws.opensearch.encryption

import data.hipaactl.lib.kms_key

encrypted if {
	some block in input.encrypt_at_rest
	block.enabled
}

deny contains {"assertion": "encrypted", "paths": ["encrypt_at_rest[*].enabled"], "message": "the domain is not encrypted"} if {
	not encrypted
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the domain")} if {
	kms_key.demanded
	some i, block in input.encrypt_at_rest
	is_object(block) # null is not known
	some paths in kms_key.unkeyed_at(object.get(block, "kms_key_id", ""), sprintf("encrypt_at_rest[%d].kms_key_id", [i]))
}

deny contains {"assertion": "customer_key", "paths": ["encrypt_at_rest"], "message": kms_key.lack("the domain")} if {
	kms_key.demanded
	count(object.get(input, "encrypt_at_rest", [])) == 0
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only domains that hold PHI need a customer managed key",
} if {
	not kms_key.demanded
}
