# METADATA
# title: The Region blocks public sharing of EBS snapshots
# description: >-
#   In the mode block-all-sharing nobody can make a snapshot public, and those that are public already are treated as
#   private. In block-new-sharing the old ones stay open.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
# custom:
#   id: HIPAA-EC2-003
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(e)(1)", "164.310(d)(1)"]
#   scope: region
#   resources:
#     aws_ebs_snapshot_block_public_access: {state: string}
#   remediation: Set the state of the Region's public access block for snapshots to block-all-sharing, with aws_ebs_snapshot_block_public_access in code.
package hipaactl.aws.ec2.private_snapshots_region

deny contains {"paths": [path], "message": "public sharing of snapshots is not blocked in the mode block-all-sharing"} if {
	some i, block in input.aws_ebs_snapshot_block_public_access
	object.get(block, "state", "unblocked") != "block-all-sharing"
	path := sprintf("aws_ebs_snapshot_block_public_access[%d].state", [i])
}

deny contains {"paths": ["aws_ebs_snapshot_block_public_access"], "message": "nothing blocks public sharing of snapshots"} if {
	count(input.aws_ebs_snapshot_block_public_access) == 0
}
