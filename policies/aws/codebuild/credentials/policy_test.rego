package hipaactl.aws.codebuild.credentials_test

import data.hipaactl.aws.codebuild.credentials as policy

denied := {d.assertion | some d in policy.deny}

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

credential(kind, confidence) := [{"class": "credential", "kind": kind, "confidence": confidence, "masked": sprintf("[%s]", [kind])}]

variable(name, type, value) := {"environment": [{"environment_variable": [{"name": name, "type": type, "value": value}]}]}

test_variables if {
	denied == {"variables"} with input as variable("DB_PASSWORD", "PLAINTEXT", credential("password-assignment", "medium")) with data.params as params
	denied == {"variables"} with input as variable("AWS_SECRET_ACCESS_KEY", "PLAINTEXT", []) with data.params as params
	denied == {"variables"} with input as {"environment": [{"environment_variable": [{"name": "AWS_ACCESS_KEY_ID", "type": "PLAINTEXT"}]}]} with data.params as params
	denied == {"variables"} with input as variable("PIN", "PLAINTEXT", credential("generated-secret", "high")) with data.params as params
	denied == set() with input as variable("DB_PASSWORD", "SECRETS_MANAGER", credential("password-assignment", "medium")) with data.params as params
	denied == set() with input as variable("DB_PASSWORD", "PLAINTEXT", credential("password-assignment", "low")) with data.params as params
	denied == set() with input as variable("STAGE", "PLAINTEXT", []) with data.params as params
	denied == set() with input as {} with data.params as params
}

address(found) := {"source": [{"location": found}]}

test_sources if {
	denied == {"sources"} with input as address(credential("url-password", "medium")) with data.params as params
	denied == {"sources"} with input as {"secondary_sources": [{"location": credential("url-token", "high")}]} with data.params as params
	denied == set() with input as address(credential("url-password", "low")) with data.params as params
	denied == set() with input as address([]) with data.params as params
}

test_logs if {
	off := [{"status": "DISABLED"}]
	denied == {"logs"} with input as {"logs_config": [{"cloudwatch_logs": off}]}
	denied == {"logs"} with input as {"logs_config": [{"cloudwatch_logs": off, "s3_logs": off}]}
	denied == set() with input as {"logs_config": [{"cloudwatch_logs": off, "s3_logs": [{"status": "ENABLED", "encryption_disabled": false}]}]}
	denied == set() with input as {"logs_config": [{"cloudwatch_logs": [{"status": "ENABLED"}]}]}
	denied == set() with input as {"logs_config": [{"s3_logs": off}]}
}

test_encryption if {
	denied == {"encryption"} with input as {"logs_config": [{"s3_logs": [{"status": "ENABLED", "encryption_disabled": true}]}]}
	denied == set() with input as {"logs_config": [{"s3_logs": [{"status": "DISABLED", "encryption_disabled": true}]}]}
	denied == {"encryption"} with input as {"artifacts": [{"type": "S3", "encryption_disabled": true}]}
	denied == set() with input as {"artifacts": [{"type": "NO_ARTIFACTS", "encryption_disabled": true}]}
	denied == {"encryption"} with input as {"secondary_artifacts": [{"encryption_disabled": true}]}
}
