package hipaactl.aws.rds.customer_key_test

import data.hipaactl.aws.rds.customer_key as policy

database(source, more) := object.union(
	{
		"_": {
			"phi": "yes", "source": source, "key": [], "imported_key": [], "replica_key": [], "alias": [],
			"insights_key": [], "insights_imported_key": [], "insights_replica_key": [], "insights_alias": [],
		},
		"kms_key_id": "arn:aws:kms:eu-west-1:111122223333:key/k",
	},
	more,
)

insights(key) := {"performance_insights_enabled": true, "performance_insights_kms_key_id": key}

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_storage if {
	denied(database("code", {})) == set()
	denied(database("code", {"kms_key_id": "alias/aws/rds"})) == {"storage"}
	denied(object.remove(database("code", {}), ["kms_key_id"])) == {"storage"}
	denied(database("live", {})) == {"storage"}
	denied(database("live", {"_": {"key": [{}]}})) == set()
	denied(database("live", {"_": {"key": [{}], "alias": [{"name": "alias/aws/rds"}]}})) == {"storage"}
}

test_insights if {
	denied(database("code", insights("ref:aws_kms_key.arn"))) == set()
	denied(database("code", insights("alias/aws/rds"))) == {"insights"}
	denied(database("code", {"performance_insights_enabled": true})) == {"insights"}
	seen := object.union(insights("arn:aws:kms:eu-west-1:111122223333:key/k"), {"_": {"key": [{}]}})
	{d.paths | some d in policy.deny} == {["performance_insights_enabled", "performance_insights_kms_key_id", "_.insights_key", "_.insights_imported_key", "_.insights_replica_key"]} with input as database("live", seen)
	denied(database("live", object.union(seen, {"_": {"key": [{}], "insights_key": [{}]}}))) == set()
}

test_not_applicable if {
	{n.assertion | some n in policy.not_applicable} == {"insights"} with input as database("code", {})
	{n.assertion | some n in policy.not_applicable} == {"insights", "storage"} with input as {"_": {"phi": "no"}}
}
