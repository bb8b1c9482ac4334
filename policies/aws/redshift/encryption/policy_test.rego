package hipaactl.aws.redshift.encryption_test

import data.hipaactl.aws.redshift.encryption as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

cluster(phi, more) := object.union({"_": {"type": "aws_redshift_cluster", "phi": phi, "source": "code"}}, more)

namespace(phi, more) := object.union({"_": {"type": "aws_redshiftserverless_namespace", "phi": phi, "source": "code"}}, more)

test_encrypted if {
	denied == set() with input as cluster("unmarked", {"encrypted": true})
	not_judged == {"customer_key"} with input as cluster("no", {"encrypted": true})
}

test_not_encrypted if {
	denied == {"encrypted"} with input as cluster("no", {"encrypted": false})
	denied == {"encrypted"} with input as cluster("no", {})
}

test_namespaces_are_encrypted if {
	denied == set() with input as namespace("no", {})
}

test_phi if {
	denied == {"customer_key"} with input as cluster("yes", {"encrypted": true})
	denied == set() with input as cluster("yes", {"encrypted": true, "kms_key_id": "ref:aws_kms_key.arn"})
	denied == {"customer_key"} with input as namespace("yes", {})
	denied == {"customer_key"} with input as namespace("yes", {"kms_key_id": "AWS_OWNED_KMS_KEY"})
}

test_everywhere if {
	denied == {"customer_key"} with input as namespace("unmarked", {}) with data.params.customer_key as true
	not_judged == set() with input as namespace("unmarked", {}) with data.params.customer_key as true
}
