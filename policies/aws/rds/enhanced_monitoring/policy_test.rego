package hipaactl.aws.rds.enhanced_monitoring_test

import data.hipaactl.aws.rds.enhanced_monitoring as policy

of(type, values, clusters) := object.union(values, {"_": {"type": type, "cluster": clusters}})

denied(it) if count(policy.deny) == 1 with input as it

test_instances if {
	denied(of("aws_db_instance", {}, []))
	denied(of("aws_db_instance", {"monitoring_interval": 0}, []))
	not denied(of("aws_db_instance", {"monitoring_interval": 60}, []))
}

test_members if {
	denied(of("aws_rds_cluster_instance", {}, [{"monitoring_interval": 0}]))
	denied(of("aws_rds_cluster_instance", {}, [{}]))
	not denied(of("aws_rds_cluster_instance", {"monitoring_interval": 0}, [{"monitoring_interval": 30}]))
	not denied(of("aws_rds_cluster_instance", {"monitoring_interval": 15}, [{}]))
}

test_clusters if {
	multi := {"db_cluster_instance_class": "db.m6gd.large"}
	denied(of("aws_rds_cluster", multi, []))
	not denied(of("aws_rds_cluster", object.union(multi, {"monitoring_interval": 1}), []))
	count(policy.not_applicable) == 0 with input as of("aws_rds_cluster", multi, [])
	count(policy.not_applicable) == 1 with input as of("aws_rds_cluster", {}, [])
}
