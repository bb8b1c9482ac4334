package hipaactl.aws.lambda.environment_test

import data.hipaactl.aws.lambda.environment as policy

denied := {d.assertion | some d in policy.deny}

function(phi, variables) := {"_": {"phi": phi}, "environment": [{"variables": variables}]}

test_secrets if {
	denied == {"secrets"} with input as function("no", {"DB_PASSWORD": "hunter"})
	denied == {"secrets"} with input as function("no", {"URL": "postgres://app:hunter@db/records"})
	denied == set() with input as function("no", {"DB_SECRET_ARN": "ref:aws_secretsmanager_secret.arn", "TABLE": "patients"})
	denied == set() with input as {"_": {"phi": "no"}}
}

test_paths if {
	{d.paths[0] | some d in policy.deny} == {`environment[0].variables["DB_PASSWORD"]`} with input as function("no", {"DB_PASSWORD": "hunter", "A": "b"})
}

test_key if {
	denied == {"key"} with input as {"_": {"phi": "yes"}}
	denied == set() with input as {"_": {"phi": "yes"}, "kms_key_arn": "ref:aws_kms_key.arn"}
}
