package hipaactl.aws.rds.multi_az_test

import data.hipaactl.aws.rds.multi_az as policy

instance(more) := object.union({"_": {"type": "aws_db_instance"}}, more)

cluster(members, more) := object.union({"_": {"type": "aws_rds_cluster", "member": members}, "engine_mode": "provisioned"}, more)

test_instances if {
	count(policy.deny) == 0 with input as instance({"multi_az": true})
	count(policy.deny) == 1 with input as instance({"multi_az": false})
	count(policy.deny) == 1 with input as instance({})
}

test_replicas if {
	count(policy.deny) == 0 with input as instance({"replicate_source_db": "orders"})
	count(policy.not_applicable) == 1 with input as instance({"replicate_source_db": "orders"})
}

test_clusters if {
	every case in [[[], 1], [[{}], 1], [[{}, {}], 0]] {
		count(policy.deny) == case[1] with input as cluster(case[0], {})
	}
	count(policy.deny) == 0 with input as cluster([], {"db_cluster_instance_class": "db.m6gd.large"})
	count(policy.deny) == 0 with input as cluster([], {"engine_mode": "serverless"})
	count(policy.not_applicable) == 1 with input as cluster([], {"engine_mode": "serverless"})
}
