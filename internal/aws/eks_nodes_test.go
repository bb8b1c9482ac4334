package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNodeGroups(t *testing.T) {
	f := &fake{answers: answers{
		"ListClusters": `{"clusters":["records","gone","denied"]}`,
		"ListNodegroups /clusters/records/node-groups": `{"nodegroups":["own","plain","secret","going"]}`,
		"ListNodegroups /clusters/gone/node-groups":    "error ResourceNotFoundException",
		"ListNodegroups /clusters/denied/node-groups":  "error AccessDeniedException",
		"DescribeNodegroup /clusters/records/node-groups/own": `{"nodegroup":{"nodegroupName":"own","clusterName":"records","nodegroupArn":"arn:aws:eks:eu-west-1:123456789012:nodegroup/records/own/1",
			"nodeRole":"arn:aws:iam::123456789012:role/nodes","subnets":["subnet-1"],"launchTemplate":{"id":"lt-1","name":"nodes","version":"3"}}}`,
		"DescribeNodegroup /clusters/records/node-groups/plain":  `{"nodegroup":{"nodegroupName":"plain","clusterName":"records","nodegroupArn":"arn:aws:eks:eu-west-1:123456789012:nodegroup/records/plain/2"}}`,
		"DescribeNodegroup /clusters/records/node-groups/secret": "error AccessDeniedException",
		"DescribeNodegroup /clusters/records/node-groups/going":  "error ResourceNotFoundException",
	}}
	set := f.audit(t, []string{"aws_eks_node_group"})
	holds(t, set.one(t, "aws_eks_node_group", "records:own"), map[string]any{
		"cluster_name": "records", "node_role_arn": "arn:aws:iam::123456789012:role/nodes",
		"launch_template": []any{map[string]any{"id": "lt-1", "name": "nodes", "version": "3"}},
	})
	holds(t, set.one(t, "aws_eks_node_group", "records:plain"), map[string]any{"launch_template": []any{}, "tags_all": map[string]any{}})
	if diff := cmp.Diff([]string{"records:own", "records:plain", "records:secret"}, set.names("aws_eks_node_group")); diff != "" {
		t.Error(diff)
	}
	want := []string{"eu-west-1 eks:DescribeNodegroup of records:secret: settled", "eu-west-1 eks:ListNodegroups of denied: aws_eks_node_group"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
