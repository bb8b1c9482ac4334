package hipaactl.aws.rds.master_password_test

import data.hipaactl.aws.rds.master_password as policy

database(source, more) := object.union({"_": {"type": "aws_db_instance", "source": source}}, more)

cluster(source, more) := object.union({"_": {"type": "aws_rds_cluster", "source": source}}, more)

ruled(resource) := "fail" if {
	count(policy.deny) > 0 with input as resource
} else := "not applicable" if {
	count(policy.not_applicable) > 1 with input as resource
} else := "pass"

test_kept_by_secrets_manager if {
	every source in ["code", "plan", "state", "live"] {
		ruled(database(source, {"manage_master_user_password": true})) == "pass"
		ruled(cluster(source, {"manage_master_user_password": true})) == "pass"
		ruled(database(source, {})) == "fail"
		ruled(cluster(source, {"manage_master_user_password": false})) == "fail"
	}
}

test_written_only if {
	ruled(database("code", {"password_wo": "x"})) == "pass"
	ruled(database("state", {"password_wo_version": 1})) == "pass"
	ruled(cluster("state", {"master_password_wo_version": 1})) == "pass"
	ruled(cluster("code", {"password_wo": "x"})) == "fail"
}

test_plain if {
	ruled(database("code", {"password": "x"})) == "fail"
	ruled(cluster("plan", {"master_password": "x"})) == "fail"
}

test_copies if {
	every origin in [{"replicate_source_db": "a"}, {"snapshot_identifier": "a"}, {"restore_to_point_in_time": [{}]}] {
		ruled(database("code", origin)) == "pass"
		ruled(database("code", object.union(origin, {"password": "x"}))) == "fail"
	}
	ruled(database("code", {"restore_to_point_in_time": []})) == "fail"
	ruled(cluster("code", {"global_cluster_identifier": "a"})) == "pass"
	ruled(database("live", {"replicate_source_db": "a"})) == "not applicable"
	ruled(cluster("live", {"replication_source_identifier": "a"})) == "not applicable"
}
