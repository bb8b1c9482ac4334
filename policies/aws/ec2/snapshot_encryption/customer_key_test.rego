package hipaactl.aws.ec2.snapshot_encryption_customer_key_test

import data.hipaactl.aws.ec2.snapshot_encryption_customer_key as policy

denied(values) := found if {
	found := {d.paths | some d in policy.deny} with input as values
}

made(type, own, more) := object.union(own, {"_": object.union(
	{"type": type, "source": "code", "key": [], "imported_key": [], "replica_key": [], "alias": [], "volume": [], "default_key": []},
	more,
)})

ours := {"kms_key_id": "ref:aws_kms_key.arn"}

theirs := {"kms_key_id": "alias/aws/ebs"}

by_default(key) := {"default_key": [{"key_arn": key}]}

test_key_of_the_volume if {
	denied(made("aws_ebs_snapshot", {}, {"volume": [ours]})) == set()
	count(denied(made("aws_ebs_snapshot", {}, {"volume": [theirs]}))) == 1
	count(denied(made("aws_ebs_snapshot", {}, object.union(by_default("ref:aws_kms_key.arn"), {"volume": [theirs]})))) == 1
	count(denied(made("aws_ebs_snapshot", {}, {}))) == 1
}

test_default_key if {
	denied(made("aws_ebs_snapshot", {}, object.union(by_default("ref:aws_kms_key.arn"), {"volume": [{}]}))) == set()
	count(denied(made("aws_ebs_snapshot", {}, object.union(by_default("alias/aws/ebs"), {"volume": [{}]})))) == 1
	denied(made("aws_ebs_snapshot_copy", {}, by_default("ref:aws_kms_key.arn"))) == set()
	count(denied(made("aws_ebs_snapshot_copy", theirs, by_default("ref:aws_kms_key.arn")))) == 1
	count(denied(made("aws_ebs_snapshot_import", {}, by_default("alias/aws/ebs")))) == 1
}

# A snapshot without its volume has no key of the Region's default that anybody saw.
test_default_key_alone if count(denied(made("aws_ebs_snapshot", {}, by_default("ref:aws_kms_key.arn")))) == 1

test_read_back if {
	count(denied(made("aws_ebs_snapshot", {}, {"source": "live", "volume": [ours]}))) > 0
	denied(made("aws_ebs_snapshot", ours, {"source": "live", "key": [{}]})) == set()
}

lifecycle(details) := made("aws_dlm_lifecycle_policy", {"policy_details": [details]}, by_default("ref:aws_kms_key.arn"))

test_copy_rules if {
	denied(lifecycle({"schedule": [{"cross_region_copy_rule": [{"cmk_arn": "ref:aws_kms_key.arn"}]}]})) == set()
	denied(lifecycle({"schedule": [{"cross_region_copy_rule": [{}]}]})) == {["policy_details[0].schedule[0].cross_region_copy_rule[0].cmk_arn"]}
	count(denied(lifecycle({"action": [{"cross_region_copy": [{"encryption_configuration": [{"cmk_arn": "alias/aws/ebs"}]}]}]}))) == 1
	count(denied(lifecycle({"schedule": [{"cross_region_copy_rule": [null]}]}))) == 1
}

test_without_copies if {
	count(policy.not_applicable) == 1 with input as lifecycle({"schedule": [{}]})
	count(policy.deny) == 0 with input as lifecycle({"schedule": [{}]})
}
