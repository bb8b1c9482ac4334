# METADATA
# title: EBS snapshots are encrypted with a customer managed key
# description: With the key that AWS manages nobody here decides, and no key policy says, who may decrypt. It is what counts where no key is named.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
# custom:
#   id: HIPAA-EC2-004
#   when: customer_key
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.310(d)(2)(iv)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_ebs_snapshot: &own {kms_key_id: string}
#     aws_ebs_snapshot_copy: *own
#     aws_ebs_snapshot_import: *own
#     aws_dlm_lifecycle_policy:
#       policy_details:
#         - schedule: [{cross_region_copy_rule: [&copy {cmk_arn: string}]}]
#           action: [{cross_region_copy: [{encryption_configuration: [*copy]}]}]
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#     volume: {type: aws_ebs_volume, on: id = volume_id, more: helps, attributes: *own}
#     default_key: {type: aws_ebs_default_kms_key, on: region, more: helps, attributes: {key_arn: string}}
#   assertions:
#     customer_key:
#       title: The snapshot is encrypted with a customer managed key
#       reads:
#         - kms_key_id
#         - _.key
#         - _.imported_key
#         - _.replica_key
#         - _.volume[*].kms_key_id
#         - _.default_key[*].key_arn
#         - policy_details
#   remediation: Copy the snapshot under a key of your own; name one for copies, imports and the copy rules of lifecycle policies.
package hipaactl.aws.ec2.snapshot_encryption_customer_key

import data.hipaactl.lib.kms_key

type := input._.type

says(thing) if object.get(thing, "kms_key_id", "") != ""

by_default if {
	some default_key in input._.default_key
	kms_key.customer(default_key.key_arn)
}

# inherits holds where the key is not named but follows: a snapshot has that of its volume,
# and what names none, a volume too, that of the Region.
inherits if {
	asks
	type != "aws_ebs_snapshot"
	by_default
}

inherits if {
	asks
	some volume in input._.volume
	volume_keyed(volume)
}

volume_keyed(volume) if kms_key.customer(volume.kms_key_id)

volume_keyed(volume) if {
	not says(volume)
	by_default
}

# asks holds for a snapshot in code that names no key.
asks if {
	not kms_key.read_back
	not says(input)
}

rests contains "_.default_key[*].key_arn" if asks

rests contains "_.volume[*].kms_key_id" if {
	asks
	type == "aws_ebs_snapshot"
}

deny contains {"assertion": "customer_key", "paths": array.concat(paths, [p | some p in rests]), "message": "the snapshot has no customer managed key"} if {
	type != "aws_dlm_lifecycle_policy"
	some paths in kms_key.unkeyed
	not inherits
}

named(copy) := copy.cmk_arn

named(copy) := "" if not copy.cmk_arn

# keys are those of the copies that a lifecycle policy makes in other Regions, by their path.
# Where none is named, the default of a Region counts that is not this one.
keys[sprintf("policy_details[%d].schedule[%d].cross_region_copy_rule[%d].cmk_arn", [i, j, k])] := named(rule) if {
	some i, details in input.policy_details
	some j, schedule in details.schedule
	some k, rule in schedule.cross_region_copy_rule
}

keys[sprintf("policy_details[%d].action[%d].cross_region_copy[%d].encryption_configuration[%d].cmk_arn", [i, j, k, l])] := named(one) if {
	some i, details in input.policy_details
	some j, action in details.action
	some k, copy in action.cross_region_copy
	some l, one in copy.encryption_configuration
}

deny contains {"assertion": "customer_key", "paths": [path], "message": "a lifecycle policy copies snapshots to another Region and names no customer managed key"} if {
	some path, key in keys
	not kms_key.customer(key)
}

not_applicable contains {"assertion": "customer_key", "paths": paths, "message": "the lifecycle policy copies nothing to another Region"} if {
	type == "aws_dlm_lifecycle_policy"
	count(keys) == 0
	paths := ["policy_details[*].schedule[*].cross_region_copy_rule", "policy_details[*].action[*].cross_region_copy[*].encryption_configuration"]
}
