# METADATA
# title: The bucket of the audit trail is protected
# description: >-
#   Who can delete, overwrite or read the trail's log files can hide what was done. The bucket must be private, versioned,
#   logged itself, and keep the files for the retention period; where PHI is at stake also locked.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   id: HIPAA-CTR-007
#   severity: critical
#   citations: ["164.312(b)", "164.312(c)(1)", "164.312(a)(1)", "164.316(b)(2)(i)"]
#   resources: {aws_cloudtrail: {}}
#   related:
#     bucket:
#       type: aws_s3_bucket
#       on: id = s3_bucket_name
#       related:
#         block:
#           type: aws_s3_bucket_public_access_block
#           on: bucket = id
#           more: helps
#           attributes: &flags {block_public_acls: bool, block_public_policy: bool, ignore_public_acls: bool, restrict_public_buckets: bool}
#         logging: {type: aws_s3_bucket_logging, on: bucket = id, more: helps, attributes: {target_bucket: string}}
#         versioning:
#           type: aws_s3_bucket_versioning
#           on: bucket = id
#           more: helps
#           attributes: {versioning_configuration: [{status: string}]}
#         lifecycles:
#           type: aws_s3_bucket_lifecycle_configuration
#           on: bucket = id
#           attributes: {rule: [{status: string, expiration: [{days: number, date: string}]}]}
#         lock:
#           type: aws_s3_bucket_object_lock_configuration
#           on: bucket = id
#           more: helps
#           attributes: {rule: [{default_retention: [{mode: string}]}]}
#     account: {type: aws_s3_account_public_access_block, on: account, more: helps, attributes: *flags}
#     stored_objects: {type: aws_s3_bucket, on: account}
#     stored_rows: {type: aws_db_instance, on: account}
#     stored_clusters: {type: aws_rds_cluster, on: account}
#     stored_items: {type: aws_dynamodb_table, on: account}
#     stored_files: {type: aws_efs_file_system, on: account}
#   params:
#     minimum_days: {type: number, default: 2190, unit: days, stricter: higher, source: "164.316(b)(2)(i): six years"}
#   assertions:
#     private: {title: The trail's bucket cannot become public, reads: ["_.bucket[*]._.block", _.account]}
#     logged: {title: Access to the trail's bucket is logged, reads: ["_.bucket[*]._.logging"]}
#     versioned: {title: The trail's bucket is versioned, reads: ["_.bucket[*]._.versioning"]}
#     retained: {title: The trail's files are kept for the retention period, reads: ["_.bucket[*]._.lifecycles"]}
#     locked:
#       title: Where the account holds PHI the trail's files are locked
#       reads: ["_.bucket[*]._.lock", _.stored_objects, _.stored_rows, _.stored_clusters, _.stored_items, _.stored_files]
#   remediation: >-
#     Send the trail to a bucket of its own, best in an account of its own, with a public access block, access logging,
#     versioning, a default retention by Object Lock, and no rule that expires files before the minimum.
package hipaactl.aws.cloudtrail.log_bucket

import data.hipaactl.lib.buckets
import data.hipaactl.lib.phi_stores

deny contains {"assertion": "private", "paths": paths, "message": sprintf("%s is off for the trail's bucket", [flag])} if {
	some i, bucket in input._.bucket
	some flag in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
	not blocked(bucket, flag)
	paths := [sprintf("_.bucket[%d]._.block[*].%s", [i, flag]), sprintf("_.account[*].%s", [flag])]
}

blocked(bucket, flag) if {
	some block in array.concat(bucket._.block, input._.account)
	block[flag]
}

deny contains {"assertion": "logged", "paths": [path], "message": "access to the trail's bucket is not logged"} if {
	some i, bucket in input._.bucket
	not logged(bucket)
	path := sprintf("_.bucket[%d]._.logging[*].target_bucket", [i])
}

logged(bucket) if {
	some logging in bucket._.logging
	logging.target_bucket
}

deny contains {"assertion": "versioned", "paths": [path], "message": "the trail's bucket is not versioned"} if {
	some i, bucket in input._.bucket
	not versioned(bucket)
	path := sprintf("_.bucket[%d]._.versioning[*].versioning_configuration[*].status", [i])
}

versioned(bucket) if {
	some versioning in bucket._.versioning
	some configuration in versioning.versioning_configuration
	configuration.status == "Enabled"
}

deny contains {"assertion": "retained", "paths": early, "message": message} if {
	some i, bucket in input._.bucket
	at := sprintf("_.bucket[%d]._.lifecycles", [i])
	some early in buckets.expiry_before(at, bucket._.lifecycles, data.params.minimum_days)
	message := "a lifecycle rule deletes the trail's files before the minimum retention is over"
}

deny contains {"assertion": "locked", "paths": array.concat(phi, [path]), "message": message} if {
	some phi in phi_paths
	some i, bucket in input._.bucket
	not locked(bucket)
	path := sprintf("_.bucket[%d]._.lock[*].rule[*].default_retention[*].mode", [i])
	message := "the account holds PHI, and no default retention locks the trail's files"
}

locked(bucket) if {
	some lock in bucket._.lock
	some rule in lock.rule
	some retention in rule.default_retention
	retention.mode in {"GOVERNANCE", "COMPLIANCE"}
}

# phi_paths are what shows that the account holds PHI.
phi_paths contains ["_.phi"] if input._.phi == "yes"

phi_paths contains [path] if some path in phi_stores.marked[_]

not_applicable contains {"assertion": "locked", "paths": paths, "message": "nothing that was read is marked as holding PHI"} if {
	count(phi_paths) == 0
	paths := array.concat(["_.phi"], phi_stores.searched)
}
