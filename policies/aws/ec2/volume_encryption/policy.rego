# METADATA
# title: EBS volumes and instance disks are encrypted
# description: Whoever gets hold of an unencrypted volume, or of a snapshot of it, can read what is on it.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
# custom:
#   id: HIPAA-EC2-002
#   severity: critical
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_ebs_volume: &disk {encrypted: bool, kms_key_id: string}
#     aws_instance:
#       root_block_device: &disks [*disk]
#       ebs_block_device: *disks
#       launch_template: [{}]
#     aws_launch_configuration:
#       root_block_device: &keyless [{encrypted: bool}]
#       ebs_block_device: *keyless
#     aws_launch_template: {block_device_mappings: [{ebs: *disks}]}
#   related:
#     default:
#       type: aws_ebs_encryption_by_default
#       on: region
#       more: helps
#       attributes: {enabled: bool}
#     default_key:
#       type: aws_ebs_default_kms_key
#       on: region
#       more: helps
#       attributes: {key_arn: string}
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps, attributes: &key {arn: string}}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps, attributes: *key}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps, attributes: *key}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: &alias {name: string}}
#     root_key: {type: aws_kms_key, on: arn = root_block_device.kms_key_id, more: helps, attributes: *key}
#     root_imported_key: {type: aws_kms_external_key, on: arn = root_block_device.kms_key_id, more: helps, attributes: *key}
#     root_replica_key: {type: aws_kms_replica_key, on: arn = root_block_device.kms_key_id, more: helps, attributes: *key}
#     root_alias: {type: aws_kms_alias, on: target_key_arn = root_block_device.kms_key_id, attributes: *alias}
#     device_key: {type: aws_kms_key, on: arn = ebs_block_device.kms_key_id, more: helps, attributes: *key}
#     device_imported_key: {type: aws_kms_external_key, on: arn = ebs_block_device.kms_key_id, more: helps, attributes: *key}
#     device_replica_key: {type: aws_kms_replica_key, on: arn = ebs_block_device.kms_key_id, more: helps, attributes: *key}
#     device_alias: {type: aws_kms_alias, on: target_key_arn = ebs_block_device.kms_key_id, attributes: *alias}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   assertions:
#     encrypted:
#       title: Every disk is encrypted
#       reads:
#         - encrypted
#         - root_block_device[*].encrypted
#         - ebs_block_device[*].encrypted
#         - block_device_mappings[*].ebs[*].encrypted
#         - launch_template
#     customer_key:
#       title: Disks that hold PHI are encrypted with a customer managed key
#       reads:
#         - kms_key_id
#         - root_block_device[*].kms_key_id
#         - ebs_block_device[*].kms_key_id
#         - block_device_mappings[*].ebs[*].kms_key_id
#         - launch_template
#         - _.key
#         - _.imported_key
#         - _.replica_key
#         - _.root_key
#         - _.root_imported_key
#         - _.root_replica_key
#         - _.device_key
#         - _.device_imported_key
#         - _.device_replica_key
#   remediation: Set encrypted = true on every volume and block device, or aws_ebs_encryption_by_default for the region, and for PHI a kms_key_id of your own.
package hipaactl.aws.ec2.volume_encryption

import data.hipaactl.lib.kms_key

# disks are what the resource says about its disks, by the path before their attributes.
disks[""] := input if input._.type == "aws_ebs_volume"

disks[sprintf("%s[%d].", [name, i])] := disk if {
	some name in {"root_block_device", "ebs_block_device"}
	some i, disk in input[name]
}

disks[sprintf("block_device_mappings[%d].ebs[%d].", [i, j])] := disk if {
	some i, mapping in input.block_device_mappings
	some j, disk in mapping.ebs
}

# roots are the blocks that would describe the root volume.
roots := {
	"aws_instance": "root_block_device",
	"aws_launch_configuration": "root_block_device",
	"aws_launch_template": "block_device_mappings",
}

# silent names the block that is missing where nothing is said about the root
# volume. An instance made from a launch template may leave it to that, and one that was
# read back shows the disks that it has.
silent := block if {
	not read_back
	block := roots[input._.type]
	count(object.get(input, block, [])) == 0
	not input.launch_template
}

# A disk that was read back has what it has, whatever the region's default is by now.
encrypted_by_default if {
	not read_back
	some default_encryption in input._.default
	default_encryption.enabled
}

customer_key_by_default if {
	not read_back
	some default_key in input._.default_key
	kms_key.customer(default_key.key_arn)
}

# read_back holds where the resource says what it has, not what somebody asked for.
read_back if {
	input._.source in {"state", "live"}
	input._.type in {"aws_ebs_volume", "aws_instance"}
}

# default_paths are what a denial rests on besides the disk itself.
default_paths(_) := [] if read_back

default_paths(path) := [path] if not read_back

# demanded holds where keys have to be the customer's: of PHI, or of everything.
demanded if input._.phi == "yes"

demanded if data.params.customer_key

# holding is said of what is denied only where that is the reason.
holding(with_phi, _) := with_phi if input._.phi == "yes"

holding(_, any_disk) := any_disk if input._.phi != "yes"

own_key(disk) if kms_key.customer(disk.kms_key_id)

# named is the key that a disk names, empty without one.
named(disk) := disk.kms_key_id

named(disk) := "" if not disk.kms_key_id

# beginning is how the names of the lists of keys begin, by the block that has the disks.
beginning := {"": "_.", "root_block_device": "_.root_", "ebs_block_device": "_.device_"}

# seen are the members of the lists for a disk's key, by their place: keys are its own,
# since another disk of the block may have another; an alias that AWS reserves is wrong of any.
seen(at, key) := object.union({"alias": listed(at, "alias")}, {name: members |
	some name in ["key", "imported_key", "replica_key"]
	members := {i: member | some i, member in listed(at, name); member.arn == key}
})

listed(at, name) := object.get(input._, trim_prefix(concat("", [at, name]), "_."), [])

# keyless are the paths that show that a disk has no key of the customer, whether it says what
# it has or somebody asks for it.
keyless(prefix, disk) := {array.concat([concat("", [prefix, "kms_key_id"])], default_paths("_.default_key[*].key_arn"))} if {
	not read_back
	not own_key(disk)
}

keyless(prefix, disk) := kms_key.lacking(key, concat("", [prefix, "kms_key_id"]), seen(at, key), at) if {
	read_back
	key := named(disk)
	at := beginning[split(prefix, "[")[0]]
}

deny contains {
	"assertion": "encrypted",
	"paths": array.concat([concat("", [prefix, "encrypted"])], default_paths("_.default[*].enabled")),
	"message": "a disk is not encrypted",
} if {
	some prefix, disk in disks
	not disk.encrypted
	not encrypted_by_default
}

deny contains {
	"assertion": "encrypted",
	"paths": array.concat([silent, "launch_template"], default_paths("_.default[*].enabled")),
	"message": "nothing says that the root volume is encrypted",
} if {
	not encrypted_by_default
}

deny contains {
	"assertion": "customer_key",
	"paths": paths,
	"message": holding("a disk that holds PHI has no customer managed key", "a disk has no customer managed key"),
} if {
	demanded
	some prefix, disk in disks
	some paths in keyless(prefix, disk)
	not customer_key_by_default
}

deny contains {
	"assertion": "customer_key",
	"paths": array.concat([silent, "launch_template"], default_paths("_.default_key[*].key_arn")),
	"message": holding("nothing gives the root volume, which holds PHI, a customer managed key", "nothing gives the root volume a customer managed key"),
} if {
	demanded
	not customer_key_by_default
}

not_applicable contains {
	"assertion": "customer_key",
	"paths": ["_.phi"],
	"message": "only disks that hold PHI need a customer managed key",
} if {
	not demanded
}

not_applicable contains {
	"paths": ["root_block_device", "ebs_block_device", "launch_template"],
	"message": "its launch template describes its disks",
} if {
	input.launch_template
	count(disks) == 0
}

not_applicable contains {
	"paths": ["root_block_device", "ebs_block_device"],
	"message": "it has no EBS volumes",
} if {
	read_back
	count(disks) == 0
}
