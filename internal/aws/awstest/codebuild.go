package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/codebuild"
	"github.com/aws/aws-sdk-go-v2/service/codebuild/types"
)

// builds makes a project that builds from an address.
func (e *estate) builds(name, address string, unencrypted *bool, logs types.LogsConfigStatusType, variable types.EnvironmentVariable) {
	c := codebuild.NewFromConfig(e.config)
	must[*codebuild.CreateProjectOutput](e)(c.CreateProject(e.ctx, &codebuild.CreateProjectInput{
		Name: &name, ServiceRole: str("arn:aws:iam::" + e.account + ":role/build"),
		Source:    &types.ProjectSource{Type: types.SourceTypeGithub, Location: &address},
		Artifacts: &types.ProjectArtifacts{Type: types.ArtifactsTypeS3, Location: str("clinic-artifacts"), EncryptionDisabled: unencrypted},
		Environment: &types.ProjectEnvironment{
			Type: types.EnvironmentTypeLinuxContainer, ComputeType: types.ComputeTypeBuildGeneral1Small, Image: str("aws/codebuild/amazonlinux-x86_64-standard:5.0"),
			EnvironmentVariables: []types.EnvironmentVariable{variable},
		},
		LogsConfig: &types.LogsConfig{CloudWatchLogs: &types.CloudWatchLogsConfig{Status: logs}},
	}))
}

func soundCodeBuild(e *estate) {
	e.builds("portal", "https://github.com/clinic/portal.git", no(), types.LogsConfigStatusTypeEnabled,
		types.EnvironmentVariable{Name: str("DB_PASSWORD"), Type: types.EnvironmentVariableTypeSecretsManager, Value: str("prod/db:password")})
}

func brokenCodeBuild(e *estate) {
	e.builds("intake", "https://builder:kq3vZ8rw@github.com/clinic/intake.git", yes(), types.LogsConfigStatusTypeDisabled,
		types.EnvironmentVariable{Name: str("AWS_SECRET_ACCESS_KEY"), Type: types.EnvironmentVariableTypePlaintext, Value: str("kq3vZ8rw")})
}
