package provider

// builds are the defaults of CodeBuild.
var builds = []entry{
	{"aws_codebuild_project", "artifacts.encryption_disabled", no, page("codebuild_project")},
	{"aws_codebuild_project", "environment.environment_variable.type", word("PLAINTEXT"), page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.cloudwatch_logs.status", word("ENABLED"), page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.s3_logs.encryption_disabled", no, page("codebuild_project")},
	{"aws_codebuild_project", "logs_config.s3_logs.status", word("DISABLED"), page("codebuild_project")},
	{"aws_codebuild_project", "secondary_artifacts.encryption_disabled", no, page("codebuild_project")},
}
