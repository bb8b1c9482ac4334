# METADATA
# title: Kinesis streams and Firehose are encrypted at rest
# description: Records of a stream lie in its shards for a day to a year, and those that clients put to Firehose in its buffers. Neither encrypts them unless told to.
# related_resources:
#   - https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html
#   - https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
#   - https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamEncryptionConfigurationInput.html
# custom:
#   id: HIPAA-KIN-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   resources:
#     aws_kinesis_stream: {encryption_type: string, kms_key_id: string}
#     aws_kinesis_firehose_delivery_stream:
#       server_side_encryption: [{enabled: bool, key_type: string}]
#       kinesis_source_configuration: [{}]
#       msk_source_configuration: [{}]
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: The stream is encrypted
#       reads: [encryption_type, kinesis_source_configuration, msk_source_configuration, "server_side_encryption[*].enabled"]
#     customer_key:
#       title: A stream that carries PHI is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key, kinesis_source_configuration, msk_source_configuration, "server_side_encryption[*].key_type"]
#   remediation: >-
#     Set encryption_type = "KMS" and a kms_key_id, for PHI of your own, and server_side_encryption { enabled = true } of
#     Firehose, for PHI with key_type = "CUSTOMER_MANAGED_CMK" and a key_arn.
package hipaactl.aws.kinesis.encryption

import data.hipaactl.lib.kms_key

stream if input._.type == "aws_kinesis_stream"

deny contains {"assertion": "encrypted", "paths": ["encryption_type"], "message": "the stream is not encrypted"} if {
	stream
	object.get(input, "encryption_type", "NONE") == "NONE"
}

# Firehose has to encrypt what it does not read from elsewhere.
sources := ["kinesis_source_configuration", "msk_source_configuration"]

deny contains {"assertion": "encrypted", "paths": array.concat(sources, ["server_side_encryption[*].enabled"]), "message": "what clients put is not encrypted"} if {
	not stream
	count([block | some block in input.server_side_encryption; block.enabled]) == 0
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the stream")} if {
	stream
	kms_key.demanded
	some paths in kms_key.unkeyed
}

# Firehose takes no key that AWS manages for one that the customer does.
deny contains {"assertion": "customer_key", "paths": array.concat(sources, ["server_side_encryption[*].key_type"]), "message": kms_key.lack("the delivery stream")} if {
	not stream
	kms_key.demanded
	count([block | some block in input.server_side_encryption; block.key_type == "CUSTOMER_MANAGED_CMK"]) == 0
}

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only streams that carry PHI need a customer managed key"} if {
	not kms_key.demanded
}

# What Firehose reads elsewhere stays encrypted as it is there, and it stores nothing of it.
not_applicable contains {"paths": [source], "message": "its records rest in the stream or cluster that it reads"} if {
	some source in sources
	count(input[source]) > 0
}
