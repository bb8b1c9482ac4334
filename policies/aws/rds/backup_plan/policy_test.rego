package hipaactl.aws.rds.backup_plan_test

import data.hipaactl.aws.rds.backup_plan as policy

database(more) := object.union({"identifier": "orders", "_": {"type": "aws_db_instance", "nearby": [], "settings": []}}, more)

selections(all) := {"_": {"nearby": all}}

test_named if {
	covered := database(selections([{"resources": ["ref:self.arn"]}]))
	count(policy.deny) + count(policy.unknown) == 0 with input as covered
}

test_tagged if {
	covered := database(object.union(selections([{"selection_tag": [{"key": "Backup", "value": "daily"}]}]), {"tags_all": {"Backup": "daily"}}))
	count(policy.deny) + count(policy.unknown) == 0 with input as covered
}

test_nowhere if {
	count(policy.deny) == 1 with input as database({})
	count(policy.deny) == 1 with input as database(selections([{"resources": ["arn:aws:rds:*:*:cluster:*"]}]))
}

test_nobody_can_tell if {
	count(policy.unknown) == 1 with input as database(selections([{"resources": ["arn:aws:rds:eu-west-1:*:db:*"]}]))
	count(policy.deny) == 0 with input as database(selections([{"resources": ["arn:aws:rds:eu-west-1:*:db:*"]}]))
}

test_replica if {
	replica := database({"replicate_source_db": "orders"})
	count(policy.not_applicable) == 1 with input as replica
	count(policy.deny) == 0 with input as replica
}

test_cluster if {
	every pattern, denials in {"arn:aws:rds:*:*:cluster:*": 0, "arn:aws:rds:*:*:db:*": 1} {
		charts := {"cluster_identifier": "charts", "_": {"type": "aws_rds_cluster", "nearby": [{"resources": [pattern]}], "settings": []}}
		count(policy.deny) == denials with input as charts
	}
}
