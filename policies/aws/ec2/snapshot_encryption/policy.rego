# METADATA
# title: EBS snapshots are encrypted
# description: >-
#   A snapshot holds the whole disk and outlives it. It is encrypted as its volume is, and a copy of an unencrypted one
#   stays in the clear unless the copy, or the Region's default, asks for encryption.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-examples.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportSnapshot.html
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_EncryptionConfiguration.html
# custom:
#   id: HIPAA-EC2-004
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.310(d)(2)(iv)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_ebs_snapshot: &encrypted {encrypted: bool}
#     aws_ebs_snapshot_copy: *encrypted
#     aws_ebs_snapshot_import: *encrypted
#     aws_dlm_lifecycle_policy:
#       policy_details:
#         - schedule: [{cross_region_copy_rule: [*encrypted]}]
#           action: [{cross_region_copy: [{encryption_configuration: [*encrypted]}]}]
#   related:
#     volume: &volume {type: aws_ebs_volume, on: id = volume_id, more: helps, attributes: *encrypted}
#     default: &default {type: aws_ebs_encryption_by_default, on: region, more: helps, attributes: {enabled: bool}}
#     snapshot:
#       type: aws_ebs_snapshot
#       on: id = source_snapshot_id
#       more: helps
#       attributes: *encrypted
#       related: {volume: *volume, default: *default}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: Copy the snapshot with encryption and delete the one in the clear; set encrypted = true on copies, imports and the copy rules of lifecycle policies.
package hipaactl.aws.ec2.snapshot_encryption

type := input._.type

by_default(thing) if {
	some default_encryption in thing._.default
	default_encryption.enabled
}

# encrypted holds for a snapshot that says so or, where nothing is said, of an encrypted
# volume. The Region's default encrypts volumes that say nothing.
encrypted(snapshot) if snapshot.encrypted

encrypted(snapshot) if {
	not says(snapshot)
	some volume in snapshot._.volume
	volume_encrypted(volume, snapshot)
}

says(snapshot) if is_boolean(snapshot.encrypted)

volume_encrypted(volume, _) if volume.encrypted

volume_encrypted(_, snapshot) if by_default(snapshot)

of_volume := ["encrypted", "_.volume[*].encrypted", "_.default[*].enabled"]

of_snapshot := [
	"encrypted", "_.default[*].enabled",
	"_.snapshot[*].encrypted", "_.snapshot[*]._.volume[*].encrypted", "_.snapshot[*]._.default[*].enabled",
]

# A copy is encrypted if it asks for it, by default, or because its source is: encrypted = false takes that from none.
copy_encrypted if input.encrypted

copy_encrypted if by_default(input)

copy_encrypted if {
	some source in input._.snapshot
	encrypted(source)
}

# read_back holds where the attribute is what AWS says, not what somebody asks for.
read_back if type == "aws_ebs_snapshot"

read_back if input._.source in {"state", "live"}

deny contains {"paths": ["encrypted"], "message": "the snapshot is not encrypted"} if {
	read_back
	input.encrypted == false
}

deny contains {"paths": of_volume, "message": "the volume that it is taken of is not encrypted"} if {
	type == "aws_ebs_snapshot"
	not says(input)
	not encrypted(input)
}

deny contains {"paths": of_snapshot, "message": "the copy does not ask for encryption, and its source is not encrypted"} if {
	type == "aws_ebs_snapshot_copy"
	not copy_encrypted
}

deny contains {"paths": ["encrypted"], "message": "the import does not ask for encryption"} if {
	type == "aws_ebs_snapshot_import"
	not input.encrypted
}

# rules are the copies that a lifecycle policy makes in other Regions, by the path of what decides.
rules[sprintf("policy_details[%d].schedule[%d].cross_region_copy_rule[%d].encrypted", [i, j, k])] := rule if {
	some i, details in input.policy_details
	some j, schedule in details.schedule
	some k, rule in schedule.cross_region_copy_rule
}

rules[sprintf("policy_details[%d].action[%d].cross_region_copy[%d].encryption_configuration[*].encrypted", [i, j, k])] := rule if {
	some i, details in input.policy_details
	some j, action in details.action
	some k, copy in action.cross_region_copy
	rule := {"encrypted": true in {configuration.encrypted | some configuration in copy.encryption_configuration}}
}

deny contains {"paths": [path], "message": "a lifecycle policy copies snapshots to another Region and does not ask for encryption"} if {
	some path, rule in rules
	not rule.encrypted
}

not_applicable contains {"paths": paths, "message": "the lifecycle policy copies nothing to another Region"} if {
	type == "aws_dlm_lifecycle_policy"
	count(rules) == 0
	paths := ["policy_details[*].schedule[*].cross_region_copy_rule", "policy_details[*].action[*].cross_region_copy"]
}
