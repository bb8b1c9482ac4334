package hipaactl.aws.dynamodb.encryption_test

import data.hipaactl.aws.dynamodb.encryption as policy

table(phi, blocks) := {"_": {"source": "code", "phi": phi}, "server_side_encryption": blocks}

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_kms if {
	denied(table("no", [{"enabled": true}])) == set()
	denied(table("no", [{"enabled": false}])) == {"kms"}
	denied(table("no", [])) == {"kms"}
}

test_customer_key if {
	denied(table("yes", [{"enabled": true, "kms_key_arn": "ref:aws_kms_key.arn"}])) == set()
	denied(table("yes", [{"enabled": true}])) == {"customer_key"}
	denied(table("yes", [{"enabled": true, "kms_key_arn": "alias/aws/dynamodb"}])) == {"customer_key"}
	denied(table("yes", [{"enabled": false, "kms_key_arn": "ref:aws_kms_key.arn"}])) == {"customer_key", "kms"}
}
