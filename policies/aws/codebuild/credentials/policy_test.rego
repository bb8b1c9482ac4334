package hipaactl.aws.codebuild.credentials_test

import data.hipaactl.aws.codebuild.credentials as policy

denied := {d.assertion | some d in policy.deny}

variable(name, type, value) := {"environment": [{"environment_variable": [{"name": name, "type": type, "value": value}]}]}

test_variables if {
	denied == {"variables"} with input as variable("DB_PASSWORD", "PLAINTEXT", "kq3vZ8rw")
	denied == {"variables"} with input as variable("AWS_SECRET_ACCESS_KEY", "PLAINTEXT", "of another stack")
	denied == {"variables"} with input as {"environment": [{"environment_variable": [{"name": "AWS_ACCESS_KEY_ID", "type": "PLAINTEXT"}]}]}
	denied == {"variables"} with input as variable("PIN", "PLAINTEXT", "ref:random_password.result")
	denied == set() with input as variable("DB_PASSWORD", "SECRETS_MANAGER", "prod/db:password")
	denied == set() with input as variable("STAGE", "PLAINTEXT", "production")
	denied == set() with input as {}
}

address(url) := {"source": [{"location": url}]}

test_sources if {
	denied == {"sources"} with input as address("https://builder:kq3vZ8rw@github.com/clinic/portal.git")
	denied == {"sources"} with input as address("https://builder:ref:aws_ssm_parameter.value@github.com/clinic/portal.git")
	denied == {"sources"} with input as address("https://0123456789abcdef0123456789abcdef01234567@github.com/clinic/portal.git")
	denied == {"sources"} with input as address(sprintf("https://ghp_%s@github.com/clinic/portal.git", ["0123456789abcdefghijABCDEFGHIJ012345"]))
	denied == {"sources"} with input as {"secondary_sources": [{"location": "https://u:p@github.com/clinic/portal.git"}]}
	denied == set() with input as address("https://builder@bitbucket.org/clinic/portal.git")
	denied == set() with input as address("https://github.com/clinic/portal.git")
	denied == set() with input as address("https://git.example.org:8443/clinic/portal.git")
	denied == set() with input as address("bucket/path/source.zip")
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
