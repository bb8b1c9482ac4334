package hipaactl.aws.efs.encryption_test

import data.hipaactl.aws.efs.encryption as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

test_encrypted if {
	denied == set() with input as {"_": {"phi": "unmarked"}, "encrypted": true}
	not_judged == {"customer_key"} with input as {"_": {"phi": "unmarked"}, "encrypted": true}
}

test_not_encrypted if {
	denied == {"encrypted"} with input as {"_": {"phi": "no"}, "encrypted": false}
}

test_phi_with_key if {
	own := {"_": {"phi": "yes"}, "encrypted": true, "kms_key_id": "ref:aws_kms_key.arn"}
	denied == set() with input as own
	not_judged == set() with input as own
}

test_phi_without_key if {
	denied == {"customer_key"} with input as {"_": {"phi": "yes"}, "encrypted": true}
}

test_phi_with_the_key_of_aws if {
	aws := {"_": {"phi": "yes"}, "encrypted": true, "kms_key_id": "arn:aws:kms:us-east-1:111122223333:alias/aws/elasticfilesystem"}
	denied == {"customer_key"} with input as aws
}

live(keys, aliases) := {
	"encrypted": true,
	"kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
	"_": {"phi": "yes", "source": "live", "key": keys, "imported_key": [], "replica_key": [], "alias": aliases},
}

test_phi_in_an_account if {
	denied == set() with input as live([{}], [{"name": "alias/files"}])
	denied == {"customer_key"} with input as live([], [{"name": "alias/aws/elasticfilesystem"}])
}

test_everywhere if {
	off := {"_": {"phi": "unmarked", "source": "code"}, "encrypted": true}
	denied == {"customer_key"} with input as off with data.params.customer_key as true
	not_judged == set() with input as off with data.params.customer_key as true
	denied == set() with input as object.union(off, {"kms_key_id": "ref:aws_kms_key.arn"}) with data.params.customer_key as true
	said := {d.message | some d in policy.deny} with input as off with data.params.customer_key as true
	said == {"the file system has no customer managed key"}
}
