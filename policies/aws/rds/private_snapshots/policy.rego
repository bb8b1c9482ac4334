# METADATA
# title: Database snapshots stay private
# description: >-
#   Whoever may restore a snapshot has the whole database. One that is shared with "all" can be restored by every AWS
#   account; one that holds PHI may go to accounts under a business associate agreement only.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshotAttribute.html
# custom:
#   id: HIPAA-RDS-012
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(b)(1)", "164.310(d)(1)"]
#   resources:
#     aws_db_snapshot: &shared {shared_accounts: [string]}
#     aws_db_snapshot_copy: *shared
#     aws_db_cluster_snapshot: *shared
#     aws_rds_cluster_snapshot_copy: *shared
#   related:
#     instance: &instance {type: aws_db_instance, on: identifier = db_instance_identifier}
#     cluster: &cluster {type: aws_rds_cluster, on: cluster_identifier = db_cluster_identifier}
#     snapshot: {type: aws_db_snapshot, on: db_snapshot_arn = source_db_snapshot_identifier, related: {instance: *instance}}
#     cluster_snapshot:
#       type: aws_db_cluster_snapshot
#       on: db_cluster_snapshot_arn = source_db_cluster_snapshot_identifier
#       related: {cluster: *cluster}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: the accounts that the organisation shares snapshots with PHI with}
#   assertions:
#     public: {title: Not every AWS account may restore the snapshot, reads: [shared_accounts]}
#     accounts: {title: A snapshot that holds PHI is shared with listed accounts only, reads: [shared_accounts]}
#   remediation: Remove all, and for PHI every account that is not on the list, from the snapshot's restore attribute (shared_accounts).
package hipaactl.aws.rds.private_snapshots

import data.hipaactl.lib.snapshots

deny contains {"assertion": "public", "paths": [path], "message": "every AWS account may restore the snapshot"} if {
	some i, account in input.shared_accounts
	account == snapshots.everybody
	path := sprintf("shared_accounts[%d]", [i])
}

# shares are the accounts that the snapshot is shared with and that are not listed, by path.
shares[sprintf("shared_accounts[%d]", [i])] := stranger if {
	some i, account in input.shared_accounts
	is_string(account) # null is not known
	stranger := snapshots.stranger(account, data.params.accounts)
	stranger != "no"
}

deny contains {"assertion": "accounts", "paths": [path, phi], "message": message} if {
	some phi in snapshots.phi_paths
	some path, "yes" in shares
	message := "the snapshot holds PHI and is shared with an account that is not on the list"
}

unknown contains {"assertion": "accounts", "paths": [path, phi], "message": message} if {
	some phi in snapshots.phi_paths
	some path, "perhaps" in shares
	message := "whether the account that this snapshot with PHI is shared with is on the list"
}

not_applicable contains {"assertion": "accounts", "paths": snapshots.all_phi_paths, "message": message} if {
	count(shares) > 0
	count(snapshots.phi_paths) == 0
	message := "the snapshot is not marked as holding PHI"
}
