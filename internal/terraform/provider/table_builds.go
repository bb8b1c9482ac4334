package provider

// builds are the defaults of CodeBuild and Glue.
var builds = []entry{
	{"aws_codebuild_project", "artifacts.encryption_disabled", no, page("codebuild_project")},
	{"aws_codebuild_project", "environment.environment_variable.type", word("PLAINTEXT"), page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.cloudwatch_logs.status", word("ENABLED"), page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.s3_logs.encryption_disabled", no, page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.s3_logs.status", word("DISABLED"), page("codebuild_project")},
	{"aws_codebuild_project", "secondary_artifacts.encryption_disabled", no, page("codebuild_project")},

	{"aws_glue_connection", "connection_type", word("JDBC"), page("glue_connection")},
	{"aws_glue_security_configuration", "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode", word("DISABLED"), page("glue_security_configuration")},
	{"aws_glue_security_configuration", "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode", word("DISABLED"), page("glue_security_configuration")},
	{"aws_glue_security_configuration", "encryption_configuration.s3_encryption.s3_encryption_mode", word("DISABLED"), page("glue_security_configuration")},
}
