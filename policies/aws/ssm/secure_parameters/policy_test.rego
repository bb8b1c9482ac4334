package hipaactl.aws.ssm.secure_parameters_test

import data.hipaactl.aws.ssm.secure_parameters as policy

failed(source, name, type, value) := assertions if {
	parameter := {"_": {"source": source}, "name": name, "type": type, "value": value, "key_id": "alias/clinic"}
	assertions := {d.assertion | some d in policy.deny} with input as parameter
}

secret := "hunter2-Blue-9931"

test_secure if failed("code", "/clinic/db_password", "SecureString", secret) == set()

test_by_name if {
	every name in ["/clinic/db_password", "API_KEY", "/app/prod/oauth-token", "/app/pwd"] {
		"name" in failed("code", name, "String", "x1")
	}
	failed("code", "/clinic/db_password_policy", "String", "long") == set()
	failed("code", "/clinic/region", "String", "eu-west-1") == set()
	failed("code", "/clinic/db_secret", "String", "ref:aws_secretsmanager_secret.arn") == set()
	failed("code", "/clinic/api-token", "String", "arn:aws:secretsmanager:us-east-1:111122223333:secret:x") == set()
}

test_by_value if {
	failed("code", "/clinic/db", "String", "postgres://app:s3cr3tPw9@db.clinic.example/app") == {"value"}
	failed("code", "/clinic/db", "StringList", "ref:random_password.result") == {"value"}
	failed("code", "/clinic/db_password", "String", secret) == {"name", "value"}
}

test_in_an_account if {
	live := {"_": {"source": "live"}, "name": "/clinic/db_password", "type": "String"}
	{d.assertion | some d in policy.deny} == {"name"} with input as live
	{n.assertion | some n in policy.not_applicable} == {"value", "customer_key"} with input as live
}

test_key if {
	managed := {"_": {"source": "code"}, "name": "/clinic/db_password", "type": "SecureString", "value": secret}
	{d.assertion | some d in policy.deny} == {"customer_key"} with input as managed
	{d.assertion | some d in policy.deny} == {"customer_key"} with input as object.union(managed, {"key_id": "alias/aws/ssm"})
}
