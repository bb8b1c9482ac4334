# METADATA
# title: Keys that protect data are usable, and are deleted late
# description: >-
#   What is encrypted with a key that is disabled cannot be read, and once the key is deleted it never can be again. The time
#   between the order and the deletion is all there is to notice a mistake.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
# custom:
#   id: HIPAA-KMS-002
#   severity: {default: high, phi: critical}
#   citations: ["164.312(a)(2)(iv)", "164.312(c)(1)", "164.308(a)(7)(ii)(A)"]
#   resources: {aws_kms_key: {is_enabled: bool, deletion_window_in_days: number}}
#   related:
#     buckets: {type: aws_s3_bucket_server_side_encryption_configuration, on: rule.apply_server_side_encryption_by_default.kms_master_key_id = arn}
#     databases: {type: aws_db_instance, on: kms_key_id = arn}
#     clusters: {type: aws_rds_cluster, on: kms_key_id = arn}
#     tables: {type: aws_dynamodb_table, on: server_side_encryption.kms_key_arn = arn}
#     volumes: {type: aws_ebs_volume, on: kms_key_id = arn}
#     snapshots: {type: aws_ebs_snapshot, on: kms_key_id = arn}
#     file_systems: {type: aws_efs_file_system, on: kms_key_id = arn}
#     vaults: {type: aws_backup_vault, on: kms_key_arn = arn}
#     secrets: {type: aws_secretsmanager_secret, on: kms_key_id = arn}
#     parameters: {type: aws_ssm_parameter, on: key_id = arn}
#     topics: {type: aws_sns_topic, on: kms_master_key_id = arn}
#     queues: {type: aws_sqs_queue, on: kms_master_key_id = arn}
#     trails: {type: aws_cloudtrail, on: kms_key_id = arn}
#     log_groups: {type: aws_cloudwatch_log_group, on: kms_key_id = arn}
#   params:
#     minimum_days: {type: number, default: 30, unit: days, stricter: higher, source: the longest that KMS waits; the Rule names no number}
#   assertions:
#     usable: {title: A key that is in use is neither disabled nor about to be deleted, reads: [is_enabled]}
#     window: {title: KMS waits as long as it can before it deletes the key, severity: info, reads: [deletion_window_in_days]}
#   remediation: Cancel the deletion (aws kms cancel-key-deletion) and enable the key, or move what it protects to another key first; keep deletion_window_in_days = 30.
package hipaactl.aws.kms.key_loss

off if input.is_enabled == false

lists := [
	"buckets", "databases", "clusters", "tables", "volumes", "snapshots", "file_systems", "vaults",
	"secrets", "parameters", "topics", "queues", "trails", "log_groups",
]

# uses are what shows that somebody still needs the key.
uses := [sprintf("_.%s[0]", [list]) | some list in lists; count(input._[list]) > 0]

deny contains {"assertion": "usable", "paths": ["is_enabled", uses[0]], "message": "the key is disabled or about to be deleted, and something is encrypted with it"} if off

deny contains {"assertion": "usable", "paths": ["is_enabled"], "message": "the key protects PHI and is disabled or about to be deleted"} if {
	off
	input._.phi == "yes"
}

not_applicable contains {"assertion": "usable", "paths": array.concat(["is_enabled"], [sprintf("_.%s", [list]) | some list in lists]), "message": "nothing uses the key"} if {
	off
	count(uses) == 0
	input._.phi != "yes"
}

deny contains {"assertion": "window", "paths": ["deletion_window_in_days"], "message": message} if {
	input.deletion_window_in_days < data.params.minimum_days
	message := sprintf("once its deletion is ordered the key is gone in less than %v days", [data.params.minimum_days])
}

not_applicable contains {"assertion": "window", "paths": ["_.source"], "message": "the time to wait is said when the deletion is ordered"} if {
	input._.source == "live"
}
