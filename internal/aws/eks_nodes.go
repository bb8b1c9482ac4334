package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/eks"
	"github.com/aws/aws-sdk-go-v2/service/eks/types"
)

var (
	listNodeGroups    = operation{service: "eks", name: "ListNodegroups", absent: []string{"ResourceNotFoundException"}}
	describeNodeGroup = operation{service: "eks", name: "DescribeNodegroup", absent: []string{"ResourceNotFoundException"}}
)

// readNodeGroups reads the groups of nodes that EKS runs: one call a cluster and one a group.
// Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
func readNodeGroups(ctx context.Context, p *place) {
	client := eks.NewFromConfig(p.config())
	forEach(ctx, kubernetesNames(ctx, p), func(ctx context.Context, cluster string) {
		var names []string
		pages := eks.NewListNodegroupsPaginator(client, &eks.ListNodegroupsInput{ClusterName: &cluster})
		err := listPages(ctx, p, listNodeGroups, cluster, pages, func(page *eks.ListNodegroupsOutput, _ read) { names = append(names, page.Nodegroups...) })
		p.lost(listNodeGroups, cluster, err)
		for _, name := range names {
			label := cluster + ":" + name
			out, r, err := get(ctx, p, describeNodeGroup, label, client.DescribeNodegroup, &eks.DescribeNodegroupInput{ClusterName: &cluster, NodegroupName: &name})
			it := item{typ: "aws_eks_node_group", name: label, read: r, attrs: attrs{"id": label, "cluster_name": cluster, "node_group_name": name, "region": p.region}}
			switch failure := asFailure(err); {
			case failure != nil:
				p.lostOne(r, failure)
				it.unread = failure
			case err != nil:
				continue
			case out.Nodegroup == nil:
				p.garbled(describeNodeGroup, label)
				continue
			default:
				it.arn = or(out.Nodegroup.NodegroupArn, "")
				it.attrs = nodeGroupAttrs(out.Nodegroup, label, p.region)
			}
			p.emit(it)
		}
	})
}

func nodeGroupAttrs(g *types.Nodegroup, label, region string) attrs {
	a := attrs{
		"id": label, "arn": g.NodegroupArn, "cluster_name": g.ClusterName, "node_group_name": g.NodegroupName, "node_role_arn": optional(g.NodeRole),
		"subnet_ids": texts(g.Subnets), "launch_template": []attrs{}, "tags_all": g.Tags, "region": region,
	}
	if g.Tags == nil {
		a["tags_all"] = map[string]string{}
	}
	if t := g.LaunchTemplate; t != nil {
		a["launch_template"] = []attrs{{"id": t.Id, "name": optional(t.Name), "version": optional(t.Version)}}
	}
	return a
}
