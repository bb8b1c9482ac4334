package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var glueTypes = []string{"aws_glue_connection", "aws_glue_crawler", "aws_glue_data_catalog_encryption_settings", "aws_glue_job", "aws_glue_security_configuration"}

func TestGlue(t *testing.T) {
	s := &fake{answers: answers{
		"GetJobs": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Jobs":[{"Name":"outcomes","Role":"r","SecurityConfiguration":"strict"}]}`
			}
			return `{"Jobs":[{"Name":"bare"}]}`
		},
		"GetCrawlers": `{"Crawlers":[{"Name":"charts","CrawlerSecurityConfiguration":"strict"},{"Name":"gone"}]}`,
		"GetConnections": `{"ConnectionList":[{"Name":"warehouse","ConnectionType":"JDBC","ConnectionProperties":{"JDBC_ENFORCE_SSL":"true","JDBC_CONNECTION_URL":"jdbc:x?password=secret","PASSWORD":"secret"}},
			{"Name":"odd"}]}`,
		"GetSecurityConfigurations": `{"SecurityConfigurations":[{"Name":"strict","EncryptionConfiguration":{"S3Encryption":[{"S3EncryptionMode":"SSE-KMS","KmsKeyArn":"k"}],
			"CloudWatchEncryption":{"CloudWatchEncryptionMode":"DISABLED"}}},{"Name":"odd"}]}`,
		"GetDataCatalogEncryptionSettings": `{"DataCatalogEncryptionSettings":{"EncryptionAtRest":{"CatalogEncryptionMode":"SSE-KMS"},"ConnectionPasswordEncryption":{"ReturnConnectionPasswordEncrypted":true}}}`,
		"GetTags": func(in ask) string {
			switch arn := in.Get("ResourceArn"); {
			case strings.HasSuffix(arn, ":job/outcomes"):
				return `{"Tags":{"DataClass":"PHI"}}`
			case strings.HasSuffix(arn, ":job/bare"):
				return "error AccessDeniedException"
			case strings.HasSuffix(arn, ":crawler/gone"):
				return "error EntityNotFoundException"
			}
			return `{}`
		},
	}}
	set := s.audit(t, glueTypes)
	set.check(t, map[string]map[string]any{
		"aws_glue_job outcomes":         {"id": "outcomes", "arn": "arn:aws:glue:eu-west-1:123456789012:job/outcomes", "security_configuration": "strict", "tags_all": map[string]any{"DataClass": "PHI"}},
		"aws_glue_job bare":             {"security_configuration": nil, "tags_all": "unknown: glue:GetTags: access was denied"},
		"aws_glue_crawler charts":       {"security_configuration": "strict", "tags_all": map[string]any{}},
		"aws_glue_connection warehouse": {"id": "123456789012:warehouse", "connection_type": "JDBC", "connection_properties": map[string]any{"JDBC_ENFORCE_SSL": "true"}},
		"aws_glue_connection odd":       {"connection_type": "unknown: glue:GetConnections: the answer does not hold what aws_glue_connection.connection_type is made from", "connection_properties": map[string]any{}},
		"aws_glue_security_configuration strict": {"encryption_configuration": []any{map[string]any{
			"s3_encryption":            []any{map[string]any{"s3_encryption_mode": "SSE-KMS", "kms_key_arn": "k"}},
			"cloudwatch_encryption":    []any{map[string]any{"cloudwatch_encryption_mode": "DISABLED", "kms_key_arn": nil}},
			"job_bookmarks_encryption": []any{},
		}}},
		"aws_glue_security_configuration odd": {
			"encryption_configuration": "unknown: glue:GetSecurityConfigurations: the answer does not hold what aws_glue_security_configuration.encryption_configuration is made from",
		},
		"aws_glue_data_catalog_encryption_settings 123456789012": {"catalog_id": "123456789012", "data_catalog_encryption_settings": []any{map[string]any{
			"encryption_at_rest":             []any{map[string]any{"catalog_encryption_mode": "SSE-KMS", "sse_aws_kms_key_id": nil}},
			"connection_password_encryption": []any{map[string]any{"return_connection_password_encrypted": true, "aws_kms_key_id": nil}},
		}}},
	})
	if diff := cmp.Diff([]string{"eu-west-1 glue:GetTags of bare: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	if !strings.Contains(s.sent["GetConnections"], `"HidePassword":true`) {
		t.Errorf("connections were asked for with their passwords: %s", s.sent["GetConnections"])
	}
}

func TestGlueDenied(t *testing.T) {
	set := (&fake{}).audit(t, glueTypes)
	set.check(t, map[string]map[string]any{})
	want := []string{
		"eu-west-1 glue:GetConnections: aws_glue_connection",
		"eu-west-1 glue:GetCrawlers: aws_glue_crawler",
		"eu-west-1 glue:GetDataCatalogEncryptionSettings: aws_glue_data_catalog_encryption_settings",
		"eu-west-1 glue:GetJobs: aws_glue_job",
		"eu-west-1 glue:GetSecurityConfigurations: aws_glue_security_configuration",
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
