package hipaactl.aws.rds.snapshot_encryption_test

import data.hipaactl.aws.rds.snapshot_encryption as policy

failed(resource) := found if {
	found := {d.paths[0] | some d in policy.deny} with input as resource
}

taken(instances) := {"_": {"type": "aws_db_snapshot", "instance": instances}}

copied(snapshots) := {"_": {"type": "aws_db_snapshot_copy", "snapshot": snapshots}}

test_read_back if {
	failed({"encrypted": true, "_": {"type": "aws_db_snapshot", "instance": []}}) == set()
	failed({"encrypted": false, "_": {"type": "aws_db_snapshot", "instance": [{"storage_encrypted": true}]}}) == {"encrypted"}
	failed({"storage_encrypted": false, "_": {"type": "aws_db_cluster_snapshot", "cluster": []}}) == {"storage_encrypted"}
}

test_taken_of_a_database if {
	failed(taken([{"storage_encrypted": true}])) == set()
	failed(taken([{"storage_encrypted": false}])) == {"encrypted"}
	failed(taken([])) == {"encrypted"}
}

test_copied if {
	failed(copied([{"encrypted": true}])) == set()
	failed(copied([{"_": {"instance": [{"storage_encrypted": true}]}}])) == set()
	failed(copied([{"_": {"instance": [{"storage_encrypted": false}]}}])) == {"encrypted"}
	failed(copied([{"encrypted": false, "_": {"instance": [{"storage_encrypted": true}]}}])) == {"encrypted"}
}

test_copied_with_a_key if {
	failed(object.union(copied([{"encrypted": false}]), {"kms_key_id": "alias/records"})) == set()
	failed(object.union(copied([{"encrypted": false}]), {"kms_key_id": ""})) == {"encrypted"}
}

test_replicated_backups if {
	failed({"_": {"type": "aws_db_instance_automated_backups_replication", "replicated": [{"storage_encrypted": false}]}}) == {"kms_key_id"}
	failed({"_": {"type": "aws_db_instance_automated_backups_replication", "replicated": [{"storage_encrypted": true}]}}) == set()
}
