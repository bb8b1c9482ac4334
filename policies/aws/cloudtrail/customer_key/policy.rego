# METADATA
# title: CloudTrail logs are encrypted with a customer key
# description: >-
#   With a KMS key of your own, reading the audit log needs a permission on the key besides one on the bucket, and every
#   decryption is recorded.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html
# custom:
#   id: HIPAA-CTR-004
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(b)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_cloudtrail: &key {kms_key_id: string}
#     aws_cloudtrail_event_data_store: *key
#   remediation: Set kms_key_id to the ARN of a KMS key whose policy lets CloudTrail use it.
package hipaactl.aws.cloudtrail.customer_key

deny contains {"paths": ["kms_key_id"], "message": "no customer key is set"} if {
	object.get(input, "kms_key_id", "") == ""
}
