package hipaactl.aws.neptune.encryption_test

import data.hipaactl.aws.neptune.encryption as policy

cluster(phi, more) := object.union({"storage_encrypted": true, "iam_database_authentication_enabled": true, "_": {"source": "code", "phi": phi}}, more)

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_demands if {
	denied(cluster("no", {})) == set()
	denied(cluster("no", {"storage_encrypted": false})) == {"encrypted"}
	denied(cluster("no", {"iam_database_authentication_enabled": false})) == {"authenticated"}
}

test_key if {
	denied(cluster("yes", {})) == {"customer_key"}
	denied(cluster("yes", {"kms_key_arn": "arn:aws:kms:eu-west-1:111122223333:alias/aws/rds"})) == {"customer_key"}
	denied(cluster("yes", {"kms_key_arn": "ref:aws_kms_key.arn"})) == set()
	count(policy.not_applicable) == 1 with input as cluster("unmarked", {})
}
