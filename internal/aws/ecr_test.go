package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRepositories(t *testing.T) {
	f := &fake{answers: answers{
		"DescribeRepositories": `{"repositories":[{"repositoryName":"app","repositoryArn":"arn:aws:ecr:eu-west-1:123456789012:repository/app","imageTagMutability":"IMMUTABLE",
			"imageScanningConfiguration":{"scanOnPush":true},"encryptionConfiguration":{"encryptionType":"KMS"}},{"repositoryName":"bare","repositoryArn":"arn:bare"}]}`,
		"ListTagsForResource":              `{"tags":[{"Key":"DataClass","Value":"PHI"}]}`,
		"GetRepositoryPolicy":              "error RepositoryPolicyNotFoundException",
		"GetRegistryScanningConfiguration": `{"registryId":"123456789012","scanningConfiguration":{"scanType":"ENHANCED","rules":[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]}}`,
	}}
	types := []string{"aws_ecr_repository", "aws_ecr_repository_policy", "aws_ecr_registry_scanning_configuration"}
	set := f.audit(t, types)
	holds(t, set.one(t, "aws_ecr_repository", "app"), map[string]any{
		"image_tag_mutability": "IMMUTABLE", "image_scanning_configuration": []any{map[string]any{"scan_on_push": true}},
		"encryption_configuration": []any{map[string]any{"encryption_type": "KMS", "kms_key": nil}}, "tags_all": map[string]any{"DataClass": "PHI"},
	})
	unsaid := "unknown: ecr:DescribeRepositories"
	holds(t, set.one(t, "aws_ecr_repository", "bare"), map[string]any{"image_tag_mutability": unsaid, "image_scanning_configuration": unsaid, "encryption_configuration": unsaid})
	holds(t, set.one(t, "aws_ecr_registry_scanning_configuration", ownAccount), map[string]any{
		"scan_type": "ENHANCED", "rule": []any{map[string]any{"scan_frequency": "CONTINUOUS_SCAN", "repository_filter": []any{map[string]any{"filter": "*", "filter_type": "WILDCARD"}}}},
	})
	if len(set.names("aws_ecr_repository_policy")) > 0 || len(set.gaps()) > 0 {
		t.Errorf("a policy, or a gap: %v", set.gaps())
	}

	f.answers["GetRepositoryPolicy"] = "error AccessDeniedException"
	f.answers["GetRegistryScanningConfiguration"] = `{}`
	want := []string{
		"eu-west-1 ecr:GetRegistryScanningConfiguration: aws_ecr_registry_scanning_configuration",
		"eu-west-1 ecr:GetRepositoryPolicy of app: aws_ecr_repository_policy", "eu-west-1 ecr:GetRepositoryPolicy of bare: aws_ecr_repository_policy",
	}
	if diff := cmp.Diff(want, f.audit(t, types).gaps()); diff != "" {
		t.Error(diff)
	}
}
