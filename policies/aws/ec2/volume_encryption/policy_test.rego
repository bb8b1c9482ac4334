package hipaactl.aws.ec2.volume_encryption_test

import data.hipaactl.aws.ec2.volume_encryption as policy

resource(type, attributes) := object.union({"_": {"type": type, "phi": "unmarked", "default": [], "default_key": []}}, attributes)

with_phi(attributes) := object.union(attributes, {"_": object.union(attributes._, {"phi": "yes"})})

with_default(attributes, lists) := object.union(attributes, {"_": object.union(attributes._, lists)})

denied := {d.assertion | some d in policy.deny}

own := {"encrypted": true, "kms_key_id": "ref:aws_kms_key.arn"}

plain := {"encrypted": true}

every_type(disk) := [
	resource("aws_ebs_volume", disk),
	resource("aws_instance", {"root_block_device": [disk]}),
	resource("aws_instance", {"root_block_device": [own], "ebs_block_device": [own, disk]}),
	resource("aws_launch_template", {"block_device_mappings": [{}, {"ebs": [disk]}]}),
	resource("aws_launch_configuration", {"root_block_device": [disk]}),
]

test_encrypted if {
	every r in every_type(plain) {
		denied == set() with input as r
	}
}

test_not_encrypted if {
	every r in every_type({"encrypted": false}) {
		denied == {"encrypted"} with input as r
	}
	every r in every_type({}) {
		denied == {"encrypted"} with input as r
	}
}

test_encrypted_by_default if {
	every r in every_type({}) {
		denied == set() with input as with_default(r, {"default": [{"enabled": true}]})
		denied == {"encrypted"} with input as with_default(r, {"default": [{"enabled": false}]})
	}
}

test_paths_name_the_disk if {
	r := resource("aws_instance", {"root_block_device": [own], "ebs_block_device": [own, {}]})
	{d.paths | some d in policy.deny} == {["ebs_block_device[1].encrypted", "_.default[*].enabled"]} with input as r
}

test_nothing_said_about_the_root_volume if {
	every type in ["aws_instance", "aws_launch_template", "aws_launch_configuration"] {
		denied == {"encrypted"} with input as resource(type, {})
		denied == {"encrypted", "customer_key"} with input as with_phi(resource(type, {}))
		denied == set() with input as with_default(resource(type, {}), {"default": [{"enabled": true}]})
	}
}

test_instance_of_a_launch_template if {
	bare := resource("aws_instance", {"launch_template": [{}]})
	denied == set() with input as bare
	"its launch template describes its disks" in {n.message | some n in policy.not_applicable} with input as bare
	denied == {"encrypted"} with input as resource("aws_instance", {"launch_template": [{}], "ebs_block_device": [{}]})
}

test_phi_needs_a_customer_key if {
	every r in every_type(plain) {
		denied == {"customer_key"} with input as with_phi(r)
	}
	every r in every_type(own) {
		denied == set() with input as with_phi(r)
	}
	every r in every_type({"encrypted": true, "kms_key_id": "alias/aws/ebs"}) {
		denied == {"customer_key"} with input as with_phi(r)
	}
}

test_default_key_of_the_region if {
	every r in every_type(plain) {
		denied == set() with input as with_phi(with_default(r, {"default_key": [{"key_arn": "ref:aws_kms_key.arn"}]}))
		denied == {"customer_key"} with input as with_phi(with_default(r, {"default_key": [{"key_arn": "alias/aws/ebs"}]}))
	}
}

live(type, attributes) := with_default(resource(type, attributes), {
	"source": "live",
	"default": [{"enabled": true}],
	"default_key": [{"key_arn": "ref:aws_kms_key.arn"}],
})

test_what_was_read_back_has_what_it_has if {
	every r in [live("aws_ebs_volume", {"encrypted": false}), live("aws_instance", {"root_block_device": [{"encrypted": false}]})] {
		denied == {"encrypted"} with input as r
		denied == {"encrypted", "customer_key"} with input as with_phi(r)
	}
	denied == set() with input as with_phi(with_default(live("aws_ebs_volume", own), {"key": [{"arn": own.kms_key_id}]}))
	denied == {"customer_key"} with input as with_phi(live("aws_ebs_volume", {"encrypted": true, "kms_key_id": "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"}))
}

test_a_key_that_was_read_back_is_the_customers_if_it_was_seen if {
	every list in ["key", "imported_key", "replica_key"] {
		every block, beginning in {"root_block_device": "root_", "ebs_block_device": "device_"} {
			instance := with_phi(live("aws_instance", {block: [own]}))
			denied == set() with input as with_default(instance, {concat("", [beginning, list]): [{"arn": own.kms_key_id}]})
			denied == {"customer_key"} with input as with_default(instance, {concat("", [beginning, list]): [{"arn": "ref:another.arn"}]})
			denied == {"customer_key"} with input as with_default(instance, {list: [{"arn": own.kms_key_id}]})
		}
	}
}

test_a_key_that_was_not_seen_rests_on_its_lists if {
	said := {d.paths | some d in policy.deny} with input as with_phi(live("aws_instance", {"ebs_block_device": [own]}))
	said == {["ebs_block_device[0].kms_key_id", "_.device_key", "_.device_imported_key", "_.device_replica_key"]}
	volume := with_default(live("aws_ebs_volume", own), {"key": [{"arn": own.kms_key_id}], "alias": [{"name": "alias/disks"}, {"name": "alias/aws/ebs"}]})
	reserved := {d.paths | some d in policy.deny} with input as with_phi(volume)
	reserved == {["kms_key_id", "_.alias[1].name"]}
}

test_an_instance_without_volumes if {
	denied == set() with input as live("aws_instance", {"root_block_device": [], "ebs_block_device": []})
	"it has no EBS volumes" in {n.message | some n in policy.not_applicable} with input as live("aws_instance", {"root_block_device": []})
}

test_templates_are_not_what_is_there if {
	denied == set() with input as live("aws_launch_template", {})
}

test_everywhere if {
	every r in every_type(plain) {
		denied == {"customer_key"} with input as r with data.params.customer_key as true
		count(policy.not_applicable) == 0 with input as r with data.params.customer_key as true
	}
	denied == set() with input as resource("aws_ebs_volume", own) with data.params.customer_key as true
	denied == {"encrypted", "customer_key"} with input as resource("aws_instance", {}) with data.params.customer_key as true
	said := {d.message | some d in policy.deny} with input as resource("aws_ebs_volume", plain) with data.params.customer_key as true
	said == {"a disk has no customer managed key"}
}
