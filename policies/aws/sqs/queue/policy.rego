# METADATA
# title: SQS queues are encrypted and private
# description: >-
#   SQS encrypts new queues with keys of its own unless that is switched off. A policy for Principal "*" lets any AWS account
#   send or receive, and one that allows every action lets whoever it names delete the queue and change its policy.
# related_resources:
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
# custom:
#   id: HIPAA-SQS-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(a)(1)"]
#   resources: {aws_sqs_queue: {sqs_managed_sse_enabled: bool, kms_master_key_id: string, policy: document}}
#   related:
#     policies: {type: aws_sqs_queue_policy, on: queue_url = url, attributes: {policy: document}}
#     key: {type: aws_kms_key, on: arn = kms_master_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_master_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_master_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_master_key_id, attributes: {name: string}}
#   assertions:
#     encrypted: {title: Encryption of the queue is not switched off, reads: [sqs_managed_sse_enabled, kms_master_key_id]}
#     customer_key:
#       title: A queue that carries PHI is encrypted with a customer managed key
#       reads: [kms_master_key_id, _.key, _.imported_key, _.replica_key]
#     private: {title: The queue's policy does not let everybody in, reads: &policies [policy, "_.policies[*].policy"]}
#     actions: {title: The queue's policy does not allow every action, reads: *policies}
#   remediation: >-
#     Leave sqs_managed_sse_enabled on or set kms_master_key_id, for PHI to a key of your own. Name the principals and the
#     actions in the queue's policy, and deny what comes without TLS (aws:SecureTransport = false).
package hipaactl.aws.sqs.queue

import data.hipaactl.lib.documents
import data.hipaactl.lib.iam
import data.hipaactl.lib.kms_key

key := object.get(input, "kms_master_key_id", "")

# What nobody says is on: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/creating-sse-queues.html
deny contains {"assertion": "encrypted", "paths": ["sqs_managed_sse_enabled", "kms_master_key_id"], "message": "encryption of the queue is switched off"} if {
	input.sqs_managed_sse_enabled == false
	key == ""
}

deny contains {"assertion": "customer_key", "paths": paths, "message": "the queue carries PHI and has no customer managed key"} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(key, "kms_master_key_id")
}

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only queues that carry PHI need a customer managed key"} if {
	input._.phi != "yes"
}

deny contains {"assertion": "private", "paths": paths, "message": "the queue's policy lets everybody in, and no condition confines it"} if {
	some paths in documents.public
}

deny contains {"assertion": "actions", "paths": [iam.path(at, n)], "message": "the queue's policy allows every action without a condition"} if {
	some at, document in documents.all
	some n, statement in document.Statement
	statement.Effect == "Allow"
	"*" in statement.Action
	count(object.get(statement, "Condition", {})) == 0
}
