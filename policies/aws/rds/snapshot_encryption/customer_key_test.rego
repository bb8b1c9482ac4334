package hipaactl.aws.rds.snapshot_encryption_customer_key_test

import data.hipaactl.aws.rds.snapshot_encryption_customer_key as policy

denied(values) := found if {
	found := {d.paths | some d in policy.deny} with input as values
}

none := {"key": [], "imported_key": [], "replica_key": [], "alias": []}

taken(own, source, instances) := object.union(own, {"_": object.union(none, {"type": "aws_db_snapshot", "source": source, "instance": instances})})

copied(own, snapshots) := object.union(own, {"_": object.union(none, {"type": "aws_db_snapshot_copy", "source": "code", "snapshot": snapshots})})

ours := {"kms_key_id": "ref:aws_kms_key.arn"}

theirs := {"kms_key_id": "alias/aws/rds"}

test_key_of_the_database if {
	denied(taken({}, "code", [ours])) == set()
	denied(taken({}, "code", [theirs])) == {["kms_key_id", "_.instance[*].kms_key_id"]}
	denied(taken({}, "code", [{}])) == {["kms_key_id", "_.instance[*].kms_key_id"]}
	denied(taken({}, "code", [])) == {["kms_key_id", "_.instance[*].kms_key_id"]}
}

# What AWS says of a snapshot counts, whatever its database has by now.
test_read_back if {
	["kms_key_id"] in denied(taken({}, "live", [ours]))
	["kms_key_id"] in denied(taken(theirs, "live", [ours]))
}

test_copy if {
	denied(copied(ours, [])) == set()
	denied(copied({}, [ours])) == set()
	denied(copied({}, [{"_": {"instance": [ours]}}])) == set()
	denied(copied(theirs, [ours])) == {["kms_key_id"]}
	count(denied(copied({}, [object.union(theirs, {"_": {"instance": [ours]}})]))) == 1
	count(denied(copied({}, [{"_": {"instance": [theirs]}}]))) == 1
}

test_backups_in_another_region if {
	replication := {"_": object.union(none, {"type": "aws_db_instance_automated_backups_replication", "source": "code"})}
	denied(replication) == {["kms_key_id"]}
	denied(object.union(replication, ours)) == set()
}
