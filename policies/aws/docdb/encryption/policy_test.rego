package hipaactl.aws.docdb.encryption_test

import data.hipaactl.aws.docdb.encryption as policy

cluster(phi, attributes) := object.union({"_": {"type": "aws_docdb_cluster", "source": "code", "phi": phi, "group": []}}, attributes)

tls(value) := {"_": {"group": [{"parameter": [{"name": "audit_logs", "value": "disabled"}, {"name": "tls", "value": value}]}]}}

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_at_rest if {
	denied(cluster("no", {"storage_encrypted": true})) == set()
	denied(cluster("no", {})) == {"encrypted"}
}

test_in_transit if {
	every value, denials in {"enabled": set(), "tls1.3+": set(), "fips-140-3": set(), "disabled": {"tls"}} {
		denied(cluster("no", object.union({"storage_encrypted": true}, tls(value)))) == denials
	}
}

test_key if {
	denied(cluster("yes", {"storage_encrypted": true})) == {"customer_key"}
	denied(cluster("yes", {"storage_encrypted": true, "kms_key_id": "ref:aws_kms_key.arn"})) == set()
	{n.assertion | some n in policy.not_applicable} == {"customer_key"} with input as cluster("no", {})
}

test_global if {
	world := cluster("yes", {"_": {"type": "aws_docdb_global_cluster"}})
	"encrypted" in denied(world)
	{n.assertion | some n in policy.not_applicable} == {"customer_key", "tls"} with input as world
}
