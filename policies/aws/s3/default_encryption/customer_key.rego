# METADATA
# title: S3 buckets are encrypted with a customer managed key
# description: With the keys of S3 nobody here decides, and no key policy says, who may decrypt. They are what counts where no key is named.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
# custom:
#   id: HIPAA-S3-001
#   when: customer_key
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     encryption:
#       type: aws_s3_bucket_server_side_encryption_configuration
#       on: bucket = id
#       more: helps
#       attributes: {rule: [{apply_server_side_encryption_by_default: [{sse_algorithm: string, kms_master_key_id: string}]}]}
#       related:
#         key: {type: aws_kms_key, on: arn = rule.apply_server_side_encryption_by_default.kms_master_key_id, more: helps}
#         imported_key: {type: aws_kms_external_key, on: arn = rule.apply_server_side_encryption_by_default.kms_master_key_id, more: helps}
#         replica_key: {type: aws_kms_replica_key, on: arn = rule.apply_server_side_encryption_by_default.kms_master_key_id, more: helps}
#         alias: {type: aws_kms_alias, on: target_key_arn = rule.apply_server_side_encryption_by_default.kms_master_key_id, attributes: {name: string}}
#   assertions:
#     customer_key:
#       title: The default encryption names a customer managed key
#       reads:
#         - _.encryption[*].rule
#   remediation: Set sse_algorithm = "aws:kms" and kms_master_key_id to a key of your own; re-encrypt the objects that are there.
package hipaactl.aws.s3.default_encryption_customer_key

import data.hipaactl.lib.bucket_key

deny contains {"assertion": "customer_key", "paths": paths, "message": message} if {
	some message, all in bucket_key.lacking
	some paths in all
}
