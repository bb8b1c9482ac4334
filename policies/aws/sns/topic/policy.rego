# METADATA
# title: SNS topics are encrypted and private
# description: >-
#   Messages of a topic without a KMS key are stored in the clear, a policy for Principal "*" lets any AWS account subscribe
#   or publish, and a subscription over http sends every message through the network as plain text.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
#   - https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
# custom:
#   id: HIPAA-SNS-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(a)(1)"]
#   resources: {aws_sns_topic: {kms_master_key_id: string, policy: document}}
#   related:
#     policies: {type: aws_sns_topic_policy, on: arn = arn, attributes: {policy: document}}
#     subscriptions: {type: aws_sns_topic_subscription, on: topic_arn = arn, attributes: {protocol: string}}
#     key: {type: aws_kms_key, on: arn = kms_master_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_master_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_master_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_master_key_id, attributes: {name: string}}
#   assertions:
#     encrypted: {title: The topic is encrypted with a KMS key, reads: [kms_master_key_id]}
#     customer_key:
#       title: A topic that carries PHI is encrypted with a customer managed key
#       reads: [kms_master_key_id, _.key, _.imported_key, _.replica_key]
#     private: {title: The topic's policy does not let everybody in, reads: [policy, "_.policies[*].policy"]}
#     transport: {title: No subscription uses plain http, reads: ["_.subscriptions[*].protocol"]}
#   remediation: >-
#     Set kms_master_key_id, for PHI to a key of your own, name the principals in the topic's policy or confine them with
#     aws:SourceAccount or aws:SourceArn, and subscribe endpoints by https.
package hipaactl.aws.sns.topic

import data.hipaactl.lib.documents
import data.hipaactl.lib.kms_key

key := object.get(input, "kms_master_key_id", "")

deny contains {"assertion": "encrypted", "paths": ["kms_master_key_id"], "message": "no KMS key encrypts the topic"} if key == ""

deny contains {"assertion": "customer_key", "paths": paths, "message": "the topic carries PHI and has no customer managed key"} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(key, "kms_master_key_id")
}

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only topics that carry PHI need a customer managed key"} if {
	input._.phi != "yes"
}

deny contains {"assertion": "private", "paths": paths, "message": "the topic's policy lets everybody in, and no condition confines it"} if {
	some paths in documents.public
}

deny contains {"assertion": "transport", "paths": [path], "message": "a subscription sends messages over http as plain text"} if {
	some i, subscription in input._.subscriptions
	subscription.protocol == "http"
	path := sprintf("_.subscriptions[%d].protocol", [i])
}
