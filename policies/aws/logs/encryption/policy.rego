# METADATA
# title: Log groups are encrypted with a key of your own
# description: >-
#   CloudWatch encrypts every log group with a key that it owns itself. Only a key of your own lets a key policy say who may read the
#   events, shows each use of it in the audit trail, and can be withdrawn.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
# custom:
#   id: HIPAA-CWL-002
#   severity: {default: medium, phi: high}
#   citations: ["164.312(a)(2)(iv)", "164.312(b)"]
#   resources: {aws_cloudwatch_log_group: {kms_key_id: string}}
#   remediation: Set kms_key_id to the ARN of a KMS key whose policy lets the service logs.REGION.amazonaws.com use it.
package hipaactl.aws.logs.encryption

deny contains {"paths": ["kms_key_id"], "message": "the log group is not encrypted with a KMS key"} if {
	object.get(input, "kms_key_id", "") == ""
}
