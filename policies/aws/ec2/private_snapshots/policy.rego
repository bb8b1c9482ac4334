# METADATA
# title: EBS snapshots stay private
# description: >-
#   Whoever may create volumes of a snapshot has the whole disk. One for the group all is open to every AWS account; one
#   that holds PHI may go to accounts under a business associate agreement only.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html
# custom:
#   id: HIPAA-EC2-003
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(e)(1)", "164.310(d)(1)"]
#   resources:
#     aws_ebs_snapshot: {}
#     aws_ebs_snapshot_copy: {}
#     aws_ebs_snapshot_import: {}
#   related:
#     permissions: {type: aws_snapshot_create_volume_permission, on: snapshot_id = id, attributes: {account_id: string}}
#     volume: &volume {type: aws_ebs_volume, on: id = volume_id}
#     snapshot: {type: aws_ebs_snapshot, on: id = source_snapshot_id, related: {volume: *volume}}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: the accounts that the organisation shares snapshots with PHI with}
#   assertions:
#     public: {title: Not every AWS account may create volumes of the snapshot, reads: [_.permissions]}
#     accounts: {title: A snapshot that holds PHI is shared with listed accounts only, reads: [_.permissions]}
#   remediation: Remove the group all, and for PHI every account that is not on the list, from the permissions of the snapshot.
package hipaactl.aws.ec2.private_snapshots

import data.hipaactl.lib.snapshots

deny contains {"assertion": "public", "paths": [path], "message": "every AWS account may create volumes of the snapshot"} if {
	some i, permission in input._.permissions
	permission.account_id == snapshots.everybody
	path := sprintf("_.permissions[%d].account_id", [i])
}

# shares are the accounts that the snapshot is shared with and that are not listed, by path.
shares[sprintf("_.permissions[%d].account_id", [i])] := stranger if {
	some i, permission in input._.permissions
	stranger := snapshots.stranger(permission.account_id, data.params.accounts)
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

not_applicable contains {"assertion": "accounts", "paths": paths, "message": message} if {
	count(shares) > 0
	count(snapshots.phi_paths) == 0
	paths := array.concat(["_.permissions"], snapshots.all_phi_paths)
	message := "the snapshot is not marked as holding PHI"
}
