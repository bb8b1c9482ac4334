package hipaactl.aws.rds.cluster_encryption_customer_key_test

import data.hipaactl.aws.rds.cluster_encryption_customer_key as policy

lists := {"key": [], "imported_key": [], "replica_key": [], "alias": []}

resting(key, source, more) := paths if {
	values := {"kms_key_id": key, "_": object.union(object.union(lists, {"source": source}), more)}
	paths := {d.paths | some d in policy.deny} with input as values
}

arn := "arn:aws:kms:us-east-1:111122223333:key/1234abcd"

test_in_code if {
	resting("ref:aws_kms_key.arn", "code", {}) == set()
	resting(arn, "plan", {}) == set()
	resting("", "code", {}) == {["kms_key_id"]}
	resting("alias/aws/rds", "code", {}) == {["kms_key_id"]}
	{d.paths | some d in policy.deny} == {["kms_key_id"]} with input as {"_": {"source": "code"}}
}

test_read_back if {
	resting(arn, "live", {"key": [{}]}) == set()
	resting(arn, "state", {"replica_key": [{}]}) == set()
	resting(arn, "live", {}) == {["kms_key_id", "_.key", "_.imported_key", "_.replica_key"]}
	["kms_key_id", "_.alias[0].name"] in resting(arn, "live", {"alias": [{"name": "alias/aws/rds"}]})
	["kms_key_id"] in resting("", "live", {})
}
