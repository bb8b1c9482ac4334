# METADATA
# title: Database snapshots are encrypted
# description: >-
#   A snapshot holds the whole database, outlives it, and can be restored or exported somewhere else. It is encrypted as
#   its source is; only a copy can add a key.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
# custom:
#   id: HIPAA-RDS-011
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_db_snapshot: {encrypted: bool}
#     aws_db_snapshot_copy: {encrypted: bool, kms_key_id: string}
#     aws_db_cluster_snapshot: {storage_encrypted: bool}
#     aws_rds_cluster_snapshot_copy: {storage_encrypted: bool, kms_key_id: string}
#     aws_db_instance_automated_backups_replication: {kms_key_id: string}
#   related:
#     instance: &instance
#       type: aws_db_instance
#       on: identifier = db_instance_identifier
#       more: helps
#       attributes: &storage {storage_encrypted: bool}
#     replicated: {type: aws_db_instance, on: arn = source_db_instance_arn, more: helps, attributes: *storage}
#     cluster: &cluster
#       type: aws_rds_cluster
#       on: cluster_identifier = db_cluster_identifier
#       more: helps
#       attributes: *storage
#     snapshot:
#       type: aws_db_snapshot
#       on: db_snapshot_arn = source_db_snapshot_identifier
#       more: helps
#       attributes: {encrypted: bool}
#       related: {instance: *instance}
#     cluster_snapshot:
#       type: aws_db_cluster_snapshot
#       on: db_cluster_snapshot_arn = source_db_cluster_snapshot_identifier
#       more: helps
#       attributes: *storage
#       related: {cluster: *cluster}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: Copy the snapshot with a KMS key and delete the unencrypted one. Backups of an unencrypted database stay so until it is rebuilt from such a copy.
package hipaactl.aws.rds.snapshot_encryption

# rests_on is what tells of each type, first what AWS itself says of a snapshot that is there.
rests_on := {
	"aws_db_snapshot": ["encrypted", "_.instance[*].storage_encrypted"],
	"aws_db_snapshot_copy": ["encrypted", "kms_key_id", "_.snapshot[*].encrypted", "_.snapshot[*]._.instance[*].storage_encrypted"],
	"aws_db_cluster_snapshot": ["storage_encrypted", "_.cluster[*].storage_encrypted"],
	"aws_rds_cluster_snapshot_copy": [
		"storage_encrypted", "kms_key_id",
		"_.cluster_snapshot[*].storage_encrypted", "_.cluster_snapshot[*]._.cluster[*].storage_encrypted",
	],
	"aws_db_instance_automated_backups_replication": ["kms_key_id", "_.replicated[*].storage_encrypted"],
}[input._.type]

# said is whether a database or snapshot is encrypted, where it says so itself.
said(thing) := thing.encrypted

said(thing) := thing.storage_encrypted

lists := {"instance", "replicated", "cluster", "snapshot", "cluster_snapshot"}

# encrypted holds for a source, or for one that says nothing and whose own source is encrypted.
encrypted(source) if said(source)

encrypted(source) if {
	not says(source)
	some name in lists
	some origin in source._[name]
	said(origin)
}

says(thing) if is_boolean(said(thing))

keyed if input.kms_key_id != ""

from_encrypted if {
	some name in lists
	some source in input._[name]
	encrypted(source)
}

deny contains {"paths": [rests_on[0]], "message": "the snapshot is not encrypted"} if said(input) == false

deny contains {"paths": rests_on, "message": "what it is taken or copied from is not encrypted"} if {
	not says(input)
	not keyed
	not from_encrypted
}
