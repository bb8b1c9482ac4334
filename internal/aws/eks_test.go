package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKubernetes(t *testing.T) {
	f := &fake{answers: answers{
		"ListClusters": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"clusters":["records"],"nextToken":"2"}`
			}
			return `{"clusters":["denied","gone","going"]}`
		},
		"DescribeCluster /clusters/records": `{"cluster":{"name":"records","arn":"arn:aws:eks:eu-west-1:123456789012:cluster/records","version":"1.34","status":"ACTIVE","tags":{"DataClass":"PHI"},
			"logging":{"clusterLogging":[{"enabled":true,"types":["audit","api"]},{"enabled":false,"types":["scheduler"]}]},
			"resourcesVpcConfig":{"endpointPublicAccess":true,"endpointPrivateAccess":false,"publicAccessCidrs":["0.0.0.0/0"]},
			"encryptionConfig":[{"resources":["secrets"],"provider":{"keyArn":"arn:aws:kms:eu-west-1:123456789012:key/1"}}]}}`,
		"DescribeCluster /clusters/denied": "error AccessDeniedException",
		"DescribeCluster /clusters/gone":   "error ResourceNotFoundException",
		"DescribeCluster /clusters/going":  `{"cluster":{"name":"going","status":"DELETING"}}`,
	}}
	set := f.audit(t, []string{"aws_eks_cluster"})
	holds(t, set.one(t, "aws_eks_cluster", "records"), map[string]any{
		"version": "1.34", "tags_all": map[string]any{"DataClass": "PHI"}, "enabled_cluster_log_types": []any{"api", "audit"},
		"encryption_config": []any{map[string]any{"provider": []any{map[string]any{"key_arn": "arn:aws:kms:eu-west-1:123456789012:key/1"}}}},
	})
	if got := firstOf(t, set.one(t, "aws_eks_cluster", "records"), "vpc_config", "endpoint_public_access", "public_access_cidrs"); !cmp.Equal(got, map[string]any{"endpoint_public_access": true, "public_access_cidrs": []any{"0.0.0.0/0"}}) {
		t.Errorf("vpc_config is %v", got)
	}
	if diff := cmp.Diff([]string{"denied", "records"}, set.names("aws_eks_cluster")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 eks:DescribeCluster of denied: settled"}, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
