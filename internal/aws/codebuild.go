package aws

import (
	"context"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/codebuild"
	"github.com/aws/aws-sdk-go-v2/service/codebuild/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodebuild.html
var (
	listBuildProjects     = operation{service: "codebuild", name: "ListProjects"}
	batchGetBuildProjects = operation{service: "codebuild", name: "BatchGetProjects"}
)

func codebuildParts() []part {
	return []part{{types: []string{"aws_codebuild_project"}, uses: []operation{listBuildProjects, batchGetBuildProjects}, run: readBuildProjects}}
}

// readBuildProjects asks for a hundred projects at a time, the most that one call answers.
// Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetProjects.html
func readBuildProjects(ctx context.Context, p *place) {
	const atATime = 100
	client := codebuild.NewFromConfig(p.config())
	var names []string
	list(ctx, p, listBuildProjects, codebuild.NewListProjectsPaginator(client, &codebuild.ListProjectsInput{}), func(page *codebuild.ListProjectsOutput, _ read) {
		names = append(names, page.Projects...)
	})
	forEach(ctx, slices.Collect(slices.Chunk(names, atATime)), func(ctx context.Context, some []string) {
		out, r, err := get(ctx, p, batchGetBuildProjects, some[0], client.BatchGetProjects, &codebuild.BatchGetProjectsInput{Names: some})
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			for _, name := range some {
				arn := p.arn("codebuild", "project/"+name)
				p.emit(item{typ: "aws_codebuild_project", name: name, arn: arn, read: r, unread: f, attrs: attrs{"id": arn, "arn": arn, "name": name, "region": p.region}})
			}
			return
		}
		for _, project := range out.Projects {
			p.emit(item{typ: "aws_codebuild_project", name: or(project.Name, ""), arn: or(project.Arn, ""), read: r, attrs: buildAttrs(project, p.region)})
		}
	})
}

// buildAttrs leaves build specifications out, which may hold anything.
func buildAttrs(b types.Project, region string) attrs {
	source, artifacts, environment := missing(), missing(), missing()
	secondarySources, secondaryArtifacts := []attrs{}, []attrs{}
	if b.Source != nil {
		source = []attrs{sourceAttrs(*b.Source)}
	}
	for _, s := range b.SecondarySources {
		secondarySources = append(secondarySources, sourceAttrs(s))
	}
	if b.Artifacts != nil {
		artifacts = []attrs{artifactAttrs(*b.Artifacts)}
	}
	for _, a := range b.SecondaryArtifacts {
		secondaryArtifacts = append(secondaryArtifacts, artifactAttrs(a))
	}
	if e := b.Environment; e != nil {
		environment = []attrs{{
			"type": e.Type, "image": e.Image, "compute_type": e.ComputeType, "privileged_mode": or(e.PrivilegedMode, false), "environment_variable": always(e.EnvironmentVariables, variableAttrs(e.EnvironmentVariables)),
		}}
	}
	return attrs{
		"id": b.Arn, "arn": b.Arn, "name": b.Name, "description": optional(b.Description), "service_role": optional(b.ServiceRole), "encryption_key": optional(b.EncryptionKey),
		"environment": environment, "source": source, "secondary_sources": secondarySources, "artifacts": artifacts, "secondary_artifacts": secondaryArtifacts,
		"logs_config": buildLogs(b.LogsConfig), "project_visibility": optional(b.ProjectVisibility),
		"tags_all": tagsOf(b.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), "region": region,
	}
}

// variableAttrs examines the values: those that do not name a parameter or secret are often secrets themselves.
// Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
func variableAttrs(all []types.EnvironmentVariable) []attrs {
	out := []attrs{}
	for _, v := range all {
		a := attrs{"name": v.Name, "type": types.EnvironmentVariableTypePlaintext, "value": valueOf(v.Name, v.Value)}
		if v.Type != "" {
			a["type"] = v.Type
		}
		out = append(out, a)
	}
	return out
}

// artifactAttrs takes output as encrypted where nothing else is said.
// Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html
func artifactAttrs(a types.ProjectArtifacts) attrs {
	return attrs{
		"type": a.Type, "location": optional(a.Location), "encryption_disabled": or(a.EncryptionDisabled, false), "artifact_identifier": optional(a.ArtifactIdentifier),
	}
}

// buildLogs says nothing of logs of which AWS says nothing.
// Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
func buildLogs(l *types.LogsConfig) []attrs {
	if l == nil {
		return []attrs{}
	}
	watch, bucket := []attrs{}, []attrs{}
	if c := l.CloudWatchLogs; c != nil {
		watch = append(watch, attrs{"status": c.Status, "group_name": optional(c.GroupName), "stream_name": optional(c.StreamName)})
	}
	if s := l.S3Logs; s != nil {
		bucket = append(bucket, attrs{"status": s.Status, "location": optional(s.Location), "encryption_disabled": or(s.EncryptionDisabled, false)})
	}
	return []attrs{{"cloudwatch_logs": watch, "s3_logs": bucket}}
}

func sourceAttrs(s types.ProjectSource) attrs {
	location := examinedText(s.Location) // a user or a password may stand in it
	if s.Location == nil && s.Type != types.SourceTypeCodepipeline && s.Type != types.SourceTypeNoSource {
		location = missing() // all others come from somewhere
	}
	return attrs{"type": s.Type, "location": location, "insecure_ssl": or(s.InsecureSsl, false)}
}
