package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDAXClusters(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeClusters": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Clusters":[{"ClusterName":"visits","ClusterArn":"arn:aws:dax:eu-west-1:123456789012:cache/visits","ClusterEndpointEncryptionType":"TLS","SSEDescription":{"Status":"ENABLED"}}]}`
			}
			return `{"Clusters":[{"ClusterName":"scratch","ClusterArn":"arn:aws:dax:eu-west-1:123456789012:cache/scratch","ClusterEndpointEncryptionType":"NONE","SSEDescription":{"Status":"DISABLED"}},{"ClusterName":"bare"}]}`
		},
		"ListTags": func(in ask) string {
			if in.Get("ResourceName") == "arn:aws:dax:eu-west-1:123456789012:cache/scratch" {
				return "error AccessDeniedException"
			}
			return `{"Tags":[{"Key":"a","Value":"b"}]}`
		},
	}}
	set := s.audit(t, []string{"aws_dax_cluster"})
	none := func(attr string) string {
		return "unknown: dax:DescribeClusters: the answer does not hold what aws_dax_cluster." + attr + " is made from"
	}
	set.check(t, map[string]map[string]any{
		"aws_dax_cluster visits": {
			"id": "visits", "cluster_name": "visits", "cluster_endpoint_encryption_type": "TLS", "server_side_encryption": []any{map[string]any{"enabled": true}}, "tags_all": map[string]any{"a": "b"},
		},
		"aws_dax_cluster scratch": {
			"cluster_endpoint_encryption_type": "NONE", "server_side_encryption": []any{map[string]any{"enabled": false}}, "tags_all": "unknown: dax:ListTags: access was denied",
		},
		"aws_dax_cluster bare": {
			"cluster_endpoint_encryption_type": none("cluster_endpoint_encryption_type"), "server_side_encryption": []any{map[string]any{"enabled": none("server_side_encryption.enabled")}},
		},
	})
	if diff := cmp.Diff([]string{"eu-west-1 dax:ListTags of scratch: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 dax:DescribeClusters: aws_dax_cluster"}, (&fake{}).audit(t, []string{"aws_dax_cluster"}).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
