# METADATA
# title: Database snapshots are encrypted with a customer managed key
# description: With the key that AWS manages nobody here decides, and no key policy says, who may decrypt. It is what counts where no key is named.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
# custom:
#   id: HIPAA-RDS-011
#   when: customer_key
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_db_snapshot: &own {kms_key_id: string}
#     aws_db_snapshot_copy: *own
#     aws_db_cluster_snapshot: *own
#     aws_rds_cluster_snapshot_copy: *own
#     aws_db_instance_automated_backups_replication: *own
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#     instance: &instance {type: aws_db_instance, on: identifier = db_instance_identifier, more: helps, attributes: *own}
#     cluster: &cluster {type: aws_rds_cluster, on: cluster_identifier = db_cluster_identifier, more: helps, attributes: *own}
#     snapshot:
#       type: aws_db_snapshot
#       on: db_snapshot_arn = source_db_snapshot_identifier
#       more: helps
#       attributes: *own
#       related: {instance: *instance}
#     cluster_snapshot:
#       type: aws_db_cluster_snapshot
#       on: db_cluster_snapshot_arn = source_db_cluster_snapshot_identifier
#       more: helps
#       attributes: *own
#       related: {cluster: *cluster}
#   assertions:
#     customer_key:
#       title: The snapshot is encrypted with a customer managed key
#       reads:
#         - kms_key_id
#         - _.key
#         - _.imported_key
#         - _.replica_key
#         - _.instance[*].kms_key_id
#         - _.cluster[*].kms_key_id
#         - _.snapshot[*].kms_key_id
#         - _.snapshot[*]._.instance[*].kms_key_id
#         - _.cluster_snapshot[*].kms_key_id
#         - _.cluster_snapshot[*]._.cluster[*].kms_key_id
#   remediation: Copy the snapshot under a key of your own, and name one for backups that are replicated.
package hipaactl.aws.rds.snapshot_encryption_customer_key

import data.hipaactl.lib.kms_key

# rests_on is what tells of each type beside its own key: a snapshot has the key of its source.
# Backups in another Region cannot, for keys stay in theirs.
rests_on := {
	"aws_db_snapshot": ["_.instance[*].kms_key_id"],
	"aws_db_snapshot_copy": ["_.snapshot[*].kms_key_id", "_.snapshot[*]._.instance[*].kms_key_id"],
	"aws_db_cluster_snapshot": ["_.cluster[*].kms_key_id"],
	"aws_rds_cluster_snapshot_copy": ["_.cluster_snapshot[*].kms_key_id", "_.cluster_snapshot[*]._.cluster[*].kms_key_id"],
	"aws_db_instance_automated_backups_replication": [],
}[input._.type]

lists := {"instance", "cluster", "snapshot", "cluster_snapshot"}

has_key(thing) if object.get(thing, "kms_key_id", "") != ""

# keyed holds for a source with a key of the customer, or that has that of its own source.
keyed(source) if kms_key.customer(source.kms_key_id)

keyed(source) if {
	not has_key(source)
	some name in lists
	some origin in source._[name]
	kms_key.customer(origin.kms_key_id)
}

inherits if {
	not kms_key.read_back
	not has_key(input)
	some name in lists
	some source in input._[name]
	keyed(source)
}

deny contains {"assertion": "customer_key", "paths": array.concat(paths, rests), "message": "the snapshot has no customer managed key"} if {
	some paths in kms_key.unkeyed
	not inherits
	rests := [path | some path in rests_on; not kms_key.read_back; not has_key(input)]
}
