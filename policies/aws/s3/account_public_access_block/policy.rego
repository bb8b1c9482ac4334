# METADATA
# title: The account blocks public access to S3
# description: >-
#   A block for the account holds for every bucket and access point, also for those that somebody makes tomorrow and
#   forgets to close.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html
# custom:
#   id: HIPAA-S3-004
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   scope: account
#   resources:
#     aws_s3_account_public_access_block: {block_public_acls: bool, block_public_policy: bool, ignore_public_acls: bool, restrict_public_buckets: bool}
#   remediation: Set all four flags of the account's public access block, with aws_s3_account_public_access_block in code.
package hipaactl.aws.s3.account_public_access_block

flags := {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}

deny contains {"paths": [path], "message": sprintf("%s is off for the account", [flag])} if {
	some i, block in input.aws_s3_account_public_access_block
	some flag in flags
	not block[flag]
	path := sprintf("aws_s3_account_public_access_block[%d].%s", [i, flag])
}

deny contains {"paths": ["aws_s3_account_public_access_block"], "message": "the account has no public access block"} if {
	count(input.aws_s3_account_public_access_block) == 0
}
