package hipaactl.aws.elasticache.encryption_test

import data.hipaactl.aws.elasticache.encryption as policy

group(phi, attributes) := object.union({"_": {"type": "aws_elasticache_replication_group", "source": "code", "phi": phi, "group": []}}, attributes)

node(phi, attributes) := object.union({"_": {"type": "aws_elasticache_cluster", "source": "code", "phi": phi, "group": []}}, attributes)

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

excused(resource) := assertions if assertions := {n.assertion | some n in policy.not_applicable} with input as resource

test_group if {
	denied(group("no", {"at_rest_encryption_enabled": true})) == set()
	denied(group("no", {"at_rest_encryption_enabled": false})) == {"encrypted"}
	denied(group("no", {})) == {"encrypted"}
	excused(group("no", {})) == {"customer_key"}
}

test_phi if {
	denied(group("yes", {"at_rest_encryption_enabled": true})) == {"customer_key"}
	denied(group("yes", {"at_rest_encryption_enabled": true, "kms_key_id": "alias/aws/elasticache"})) == {"customer_key"}
	denied(group("yes", {"at_rest_encryption_enabled": true, "kms_key_id": "ref:aws_kms_key.arn"})) == set()
	excused(group("yes", {})) == set()
}

test_nodes if {
	denied(node("yes", {})) == {"encrypted"}
	denied(node("no", {})) == set()
	excused(node("yes", {})) == {"customer_key"}
	excused(node("no", {})) == {"customer_key", "encrypted"}
	every encrypted, denials in {true: set(), false: {"encrypted"}} {
		member := object.union(node("yes", {"replication_group_id": "x"}), {"_": {"group": [{"at_rest_encryption_enabled": encrypted}]}})
		excused(member) == {"customer_key"}
		denied(member) == denials
	}
}
