package hipaactl.lib.kms_key_test

import data.hipaactl.lib.kms_key

test_by_name if {
	kms_key.customer("alias/clinic")
	kms_key.customer("ref:aws_kms_key.arn")
	not kms_key.customer("alias/aws/ebs")
	not kms_key.customer("arn:aws:kms:us-east-1:111122223333:alias/aws/ebs")
	not kms_key.customer("")
}

arn := "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

volume(keys, aliases) := {"kms_key_id": arn, "_": {"source": "live", "key": keys, "imported_key": [], "replica_key": [], "alias": aliases}}

test_read_back if {
	kms_key.read_back with input as volume([], [])
	not kms_key.read_back with input as {"_": {"source": "code"}}
	not kms_key.read_back with input as {"_": {"source": "plan"}}
}

test_nothing_wanting if {
	count(kms_key.wanting) == 0 with input as volume([{}], [])
	count(kms_key.wanting) == 0 with input as volume([{}], [{"name": "alias/disks"}])
}

test_without_a_key if {
	["kms_key_id"] in kms_key.wanting with input as object.remove(volume([], []), ["kms_key_id"])
}

test_managed_by_aws if {
	named := object.union(volume([], []), {"kms_key_id": "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"})
	["kms_key_id"] in kms_key.wanting with input as named
	["kms_key_id", "_.alias[0].name"] in kms_key.wanting with input as volume([], [{"name": "alias/aws/ebs"}])
}

test_not_seen if {
	kms_key.wanting == {["kms_key_id", "_.key", "_.imported_key", "_.replica_key"]} with input as volume([], [])
}

test_owned_by_aws if {
	not kms_key.customer("AWS_OWNED_KMS_KEY")
}

test_own_alias if {
	count(kms_key.wanting) == 0 with input as object.union(volume([], []), {"kms_key_id": "alias/disks"})
	count(kms_key.wanting) == 0 with input as object.union(volume([], []), {"kms_key_id": "arn:aws:kms:us-east-1:111122223333:alias/disks"})
}

test_at_another_path if {
	kms_key.unkeyed_at("", "encrypt_at_rest[0].kms_key_id") == {["encrypt_at_rest[0].kms_key_id"]} with input as {"_": {"source": "code"}}
	kms_key.unkeyed_at(arn, "encrypt_at_rest[0].kms_key_id") == set() with input as {"_": {"source": "code"}}
	kms_key.unkeyed_at(arn, "key") == {["key", "_.key", "_.imported_key", "_.replica_key"]} with input as volume([], [])
}
