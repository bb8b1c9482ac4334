package hipaactl.aws.lambda.environment_test

import data.hipaactl.aws.lambda.environment as policy

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

denied := {d.assertion | some d in policy.deny}

password := [{"class": "credential", "kind": "password-assignment", "confidence": "medium", "masked": "[password-assignment]"}]

function(phi, variables) := {"_": {"phi": phi}, "environment": [{"variables": variables}]}

test_secrets if {
	denied == {"secrets"} with input as function("no", {"DB_PASSWORD": password, "TABLE": []}) with data.params as params
	denied == {"secrets"} with input as function("no", {"X": [{"class": "phi", "kind": "ssn", "confidence": "high", "masked": "***-**-****"}]}) with data.params as params
	denied == set() with input as function("no", {"DB_SECRET_ARN": [{"class": "reference", "kind": "arn", "confidence": "high", "masked": ""}], "TABLE": []}) with data.params as params
	denied == set() with input as {"_": {"phi": "no"}} with data.params as params
}

test_paths if {
	{d.paths[0] | some d in policy.deny} == {`environment[0].variables["DB_PASSWORD"][0]`} with input as function("no", {"DB_PASSWORD": password, "A": []}) with data.params as params
}

test_key if {
	denied == {"key"} with input as {"_": {"phi": "yes"}}
	denied == set() with input as {"_": {"phi": "yes"}, "kms_key_arn": "ref:aws_kms_key.arn"}
}
