package hipaactl.aws.neptune.protection_test

import data.hipaactl.aws.neptune.protection as policy

cluster(more) := object.union(
	{
		"_": {"type": "aws_neptune_cluster"}, "backup_retention_period": 7,
		"enable_cloudwatch_logs_exports": ["audit"], "deletion_protection": true,
	},
	more,
)

denied(resource) := denials if {
	denials := {d.assertion | some d in policy.deny} with input as resource with data.params as {"minimum_days": 7}
}

test_cluster if {
	denied(cluster({})) == set()
	denied(cluster({"backup_retention_period": 6})) == {"kept"}
	denied(cluster({"enable_cloudwatch_logs_exports": ["slowquery"]})) == {"logged"}
	denied(cluster({"deletion_protection": false})) == {"protected"}
	{n.assertion | some n in policy.not_applicable} == {"private"} with input as cluster({})
}

test_instance if {
	every public, denials in {true: {"private"}, false: set()} {
		denied({"_": {"type": "aws_neptune_cluster_instance"}, "publicly_accessible": public}) == denials
	}
	{n.assertion | some n in policy.not_applicable} == {"kept", "logged", "protected"} with input as {"_": {"type": "aws_neptune_cluster_instance"}}
}
