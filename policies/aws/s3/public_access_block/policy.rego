# METADATA
# title: S3 buckets block public access
# description: A bucket that can be made public can leak every record in it with one wrong ACL or policy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   id: HIPAA-S3-003
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     block:
#       type: aws_s3_bucket_public_access_block
#       on: bucket = id
#       more: helps
#       attributes: &flags {block_public_acls: bool, block_public_policy: bool, ignore_public_acls: bool, restrict_public_buckets: bool}
#     account:
#       type: aws_s3_account_public_access_block
#       on: account
#       more: helps
#       attributes: *flags
#   remediation: Declare aws_s3_bucket_public_access_block for the bucket with all four arguments true.
package hipaactl.aws.s3.public_access_block

flags := {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}

blocked(flag) if {
	some block in input._.block
	block[flag]
}

blocked(flag) if {
	input._.phi != "yes" # a PHI bucket needs a block of its own
	some block in input._.account
	block[flag]
}

deny contains {"paths": paths, "message": sprintf("%s is off", [flag])} if {
	some flag in flags
	not blocked(flag)
	paths := [sprintf("_.block[*].%s", [flag]), sprintf("_.account[*].%s", [flag])]
}
