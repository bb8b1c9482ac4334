package hipaactl.aws.secretsmanager.customer_key_test

import data.hipaactl.aws.secretsmanager.customer_key as policy

said(rules) := {s.assertion | some s in rules}

secret(source, attributes) := object.union(
	{"_": {"source": source, "key": [{}], "imported_key": [], "replica_key": [], "alias": []}},
	attributes,
)

test_own_key if {
	said(policy.deny) == set() with input as secret("code", {"kms_key_id": "ref:aws_kms_key.arn"})
	said(policy.not_applicable) == {"replicas"} with input as secret("code", {"kms_key_id": "ref:aws_kms_key.arn"})
	said(policy.deny) == set() with input as secret("live", {"kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/1234abcd"})
	said(policy.not_applicable) == {"replicas"} with input as secret("live", {})
}

test_key_of_aws if {
	said(policy.deny) == {"customer_key"} with input as secret("code", {})
	said(policy.deny) == {"customer_key"} with input as secret("code", {"kms_key_id": "alias/aws/secretsmanager"})
	said(policy.deny) == {"customer_key"} with input as secret("live", {})
}

test_replicas if {
	own := {"kms_key_id": "ref:aws_kms_key.arn"}
	said(policy.deny) == set() with input as secret("code", object.union(own, {"replica": [own]}))
	said(policy.deny) == {"replicas"} with input as secret("code", object.union(own, {"replica": [own, {}]}))
}
