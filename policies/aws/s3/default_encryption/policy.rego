# METADATA
# title: S3 buckets declare their encryption at rest
# description: >-
#   Since January 2023 S3 encrypts every new object with keys of its own, but objects that are older may be in the clear,
#   and a default that nobody declared is no evidence of a decision.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
# custom:
#   id: HIPAA-S3-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     encryption:
#       type: aws_s3_bucket_server_side_encryption_configuration
#       on: bucket = id
#       more: helps
#       attributes: {rule: [{apply_server_side_encryption_by_default: [{sse_algorithm: string}]}]}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: >-
#     Declare aws_s3_bucket_server_side_encryption_configuration for the bucket, with aws:kms and bucket_key_enabled = true
#     for PHI, else at least AES256.
package hipaactl.aws.s3.default_encryption

encrypted if {
	some encryption in input._.encryption
	some rule in encryption.rule
	some standard in rule.apply_server_side_encryption_by_default
	standard.sse_algorithm in {"AES256", "aws:kms", "aws:kms:dsse"}
}

deny contains {
	"paths": ["_.encryption[*].rule[*].apply_server_side_encryption_by_default[*].sse_algorithm"],
	"message": message,
} if {
	not encrypted
}

# Of an account, what S3 answers decides: since 2023 it has a rule for every bucket.
message := "the bucket has no rule for default encryption" if {
	input._.source == "live"
} else := "no rule declares the encryption; S3 itself encrypts new objects since 2023, which is not in the code"
