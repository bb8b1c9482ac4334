package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCodeBuild(t *testing.T) {
	project := func(name, rest string) string {
		return `{"name":"` + name + `","arn":"arn:` + name + `"` + rest + `}`
	}
	s := &fake{answers: answers{
		"ListProjects": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"projects":["portal"],"nextToken":"2"}`
			}
			return `{"projects":["silent","mirror"]}`
		},
		"BatchGetProjects": `{"projects":[` + project("portal", `,
			"environment":{"type":"LINUX_CONTAINER","image":"i","computeType":"BUILD_GENERAL1_SMALL","privilegedMode":true,"environmentVariables":[
				{"name":"STAGE","value":"secret"},{"name":"DB_PASSWORD","value":"sec-ret","type":"PLAINTEXT"},{"name":"DB","value":"prod/db","type":"SECRETS_MANAGER"}]},
			"source":{"type":"GITHUB","location":"https://builder:sec:ret@github.com/clinic/portal.git"},
			"secondarySources":[{"type":"BITBUCKET","location":"https://secret@bitbucket.org/clinic/theme.git","sourceIdentifier":"theme"},{"type":"S3","location":"b/@key"}],
			"artifacts":{"type":"S3","location":"b","encryptionDisabled":true},"secondaryArtifacts":[{"type":"S3","artifactIdentifier":"more"}],
			"logsConfig":{"cloudWatchLogs":{"status":"DISABLED"},"s3Logs":{"status":"ENABLED","location":"b","encryptionDisabled":true}},
			"tags":[{"key":"team","value":"web"}]`) + "," + project("silent", "") + "," + project("mirror", `,"logsConfig":{}`) + `]}`,
	}}
	set := s.audit(t, []string{"aws_codebuild_project"})
	set.check(t, map[string]map[string]any{
		"aws_codebuild_project portal": {
			"id": "arn:portal", "name": "portal", "tags_all": map[string]any{"team": "web"},
			"environment": []any{map[string]any{"type": "LINUX_CONTAINER", "image": "i", "compute_type": "BUILD_GENERAL1_SMALL", "privileged_mode": true, "environment_variable": []any{
				map[string]any{"name": "STAGE", "type": "PLAINTEXT", "value": []any{}},
				map[string]any{"name": "DB_PASSWORD", "type": "PLAINTEXT", "value": []any{map[string]any{"class": "credential", "kind": "password-assignment", "confidence": "medium", "masked": "[password-assignment]"}}},
				map[string]any{"name": "DB", "type": "SECRETS_MANAGER", "value": []any{}},
			}}},
			"source": []any{map[string]any{"type": "GITHUB", "location": []any{map[string]any{"class": "credential", "kind": "url-password", "confidence": "medium", "masked": "[url-password]"}}, "insecure_ssl": false}},
			"secondary_sources": []any{
				map[string]any{"type": "BITBUCKET", "location": []any{}, "insecure_ssl": false},
				map[string]any{"type": "S3", "location": []any{}, "insecure_ssl": false},
			},
			"artifacts":           []any{map[string]any{"type": "S3", "location": "b", "encryption_disabled": true, "artifact_identifier": nil}},
			"secondary_artifacts": []any{map[string]any{"type": "S3", "location": nil, "encryption_disabled": false, "artifact_identifier": "more"}},
			"logs_config": []any{map[string]any{
				"cloudwatch_logs": []any{map[string]any{"status": "DISABLED", "group_name": nil, "stream_name": nil}},
				"s3_logs":         []any{map[string]any{"status": "ENABLED", "location": "b", "encryption_disabled": true}},
			}},
		},
		"aws_codebuild_project silent": {
			"logs_config": []any{}, "source": "unknown: codebuild:BatchGetProjects: the answer does not hold what aws_codebuild_project.source is made from",
			"artifacts":   "unknown: codebuild:BatchGetProjects: the answer does not hold what aws_codebuild_project.artifacts is made from",
			"environment": "unknown: codebuild:BatchGetProjects: the answer does not hold what aws_codebuild_project.environment is made from",
		},
		"aws_codebuild_project mirror": {"logs_config": []any{map[string]any{"cloudwatch_logs": []any{}, "s3_logs": []any{}}}},
	})
	if s.calls["BatchGetProjects"] != 1 {
		t.Errorf("%d calls for three projects", s.calls["BatchGetProjects"])
	}
}

func TestCodeBuildDenied(t *testing.T) {
	set := (&fake{answers: answers{"ListProjects": `{"projects":["portal"]}`}}).audit(t, []string{"aws_codebuild_project"})
	set.check(t, map[string]map[string]any{
		"aws_codebuild_project portal": {"id": "arn:aws:codebuild:eu-west-1:123456789012:project/portal", "unread": "codebuild:BatchGetProjects"},
	})
	want := []string{"eu-west-1 codebuild:BatchGetProjects of portal: settled"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error(diff)
	}
	want = []string{"eu-west-1 codebuild:ListProjects: aws_codebuild_project"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, []string{"aws_codebuild_project"}).gaps()); diff != "" {
		t.Error(diff)
	}
}
