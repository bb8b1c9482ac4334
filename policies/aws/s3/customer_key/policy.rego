# METADATA
# title: S3 buckets that hold PHI are encrypted with a customer managed key
# description: >-
#   With the keys of S3, or the one that AWS manages for the account, no key policy of yours says who may decrypt, and nobody
#   can withdraw it. Elsewhere this is advice. Buckets that receive access logs are left out: S3 and load balancers deliver
#   these only into buckets whose default is SSE-S3.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
# custom:
#   id: HIPAA-S3-002
#   severity: {default: info, phi: high}
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)"]
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
#     sources: {type: aws_s3_bucket_logging, on: target_bucket = id, more: helps}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id, more: helps}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id, more: helps}
#   assertions:
#     customer_key:
#       title: The default encryption names a customer managed key
#       reads:
#         - _.encryption[*].rule
#   remediation: >-
#     In aws_s3_bucket_server_side_encryption_configuration set sse_algorithm = "aws:kms" with the kms_master_key_id of a key
#     whose policy limits kms:Decrypt to the roles that work with PHI, and bucket_key_enabled = true. Re-encrypt older objects.
package hipaactl.aws.s3.customer_key

import data.hipaactl.lib.bucket_key

deliverers := {"sources": "S3", "load_balancers": "a load balancer", "classic_load_balancers": "a load balancer"}

deny contains {"assertion": "customer_key", "paths": array.concat(paths, at), "message": message} if {
	some message, all in bucket_key.lacking
	some paths in all
	at := [sprintf("_.%s", [list]) | some list, _ in deliverers]
}

not_applicable contains {"assertion": "customer_key", "paths": [sprintf("_.%s[0]", [list])], "message": message} if {
	some list, who in deliverers
	count(input._[list]) > 0
	message := sprintf("%s delivers access logs here, which it does only where the default is SSE-S3", [who])
}
