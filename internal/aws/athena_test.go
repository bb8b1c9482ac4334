package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWorkGroups(t *testing.T) {
	s := &fake{answers: answers{
		"ListWorkGroups": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","WorkGroups":[{"Name":"claims","State":"ENABLED"}]}`
			}
			return `{"WorkGroups":[{"Name":"primary"},{"Name":"managed"},{"Name":"closed"}]}`
		},
		"GetWorkGroup": func(in ask) string {
			return map[string]string{
				"claims":  `{"WorkGroup":{"Configuration":{"EnforceWorkGroupConfiguration":true,"PublishCloudWatchMetricsEnabled":true,"ResultConfiguration":{"OutputLocation":"s3://b/","EncryptionConfiguration":{"EncryptionOption":"SSE_KMS","KmsKey":"k"}}}}}`,
				"primary": `{"WorkGroup":{"Configuration":{"EnforceWorkGroupConfiguration":false,"PublishCloudWatchMetricsEnabled":false,"ResultConfiguration":{}}}}`,
				"managed": `{"WorkGroup":{"Configuration":{"EnforceWorkGroupConfiguration":true,"PublishCloudWatchMetricsEnabled":true,"ManagedQueryResultsConfiguration":{"Enabled":true,"EncryptionConfiguration":{"KmsKey":"k"}}}}}`,
				"closed":  "error AccessDeniedException",
			}[in.Get("WorkGroup")]
		},
		"ListTagsForResource": `{"Tags":[{"Key":"DataClass","Value":"PHI"}]}`,
	}}
	set := s.audit(t, []string{"aws_athena_workgroup"})
	a := "aws_athena_workgroup "
	settings := func(enforced bool, results, managed []any) []any {
		return []any{map[string]any{"enforce_workgroup_configuration": enforced, "publish_cloudwatch_metrics_enabled": enforced, "result_configuration": results, "managed_query_results_configuration": managed}}
	}
	set.check(t, map[string]map[string]any{
		a + "claims": {
			"name": "claims", "arn": "arn:aws:athena:eu-west-1:123456789012:workgroup/claims", "state": "ENABLED", "tags_all": map[string]any{"DataClass": "PHI"},
			"configuration": settings(true, []any{map[string]any{"output_location": "s3://b/", "encryption_configuration": []any{map[string]any{"encryption_option": "SSE_KMS", "kms_key_arn": "k"}}}}, []any{}),
		},
		a + "primary": {"configuration": settings(false, []any{map[string]any{"output_location": nil, "encryption_configuration": []any{}}}, []any{})},
		a + "managed": {"configuration": settings(true, []any{}, []any{map[string]any{"enabled": true, "encryption_configuration": []any{map[string]any{"kms_key": "k"}}}})},
		a + "closed":  {"configuration": "unknown: athena:GetWorkGroup: access was denied"},
	})
	if diff := cmp.Diff([]string{"eu-west-1 athena:GetWorkGroup of closed: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
