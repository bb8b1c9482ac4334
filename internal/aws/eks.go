package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/eks"
	"github.com/aws/aws-sdk-go-v2/service/eks/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
var (
	listKubernetes     = operation{service: "eks", name: "ListClusters"}
	describeKubernetes = operation{service: "eks", name: "DescribeCluster", absent: []string{"ResourceNotFoundException"}}
)

func eksParts() []part {
	return []part{
		{types: []string{"aws_eks_cluster"}, uses: []operation{listKubernetes, describeKubernetes}, run: readKubernetes},
		{types: []string{"aws_eks_node_group"}, uses: []operation{listKubernetes, listNodeGroups, describeNodeGroup}, run: readNodeGroups},
	}
}

// kubernetesNames are the names of a Region's clusters, listed once; what failed is a gap of the part.
func kubernetesNames(ctx context.Context, p *place) []string {
	names, err := once(p, "clusters of EKS", func() (names []string, err error) {
		pages := eks.NewListClustersPaginator(eks.NewFromConfig(p.config()), &eks.ListClustersInput{})
		err = listPages(ctx, p, listKubernetes, "", pages, func(page *eks.ListClustersOutput, _ read) { names = append(names, page.Clusters...) })
		return names, err
	})
	p.lost(listKubernetes, "", err)
	return names
}

// readKubernetes reads the clusters that EKS runs. Those that are only registered, and
// run elsewhere, are not listed unless one asks for them.
func readKubernetes(ctx context.Context, p *place) {
	client := eks.NewFromConfig(p.config())
	forEach(ctx, kubernetesNames(ctx, p), func(ctx context.Context, name string) {
		out, r, err := get(ctx, p, describeKubernetes, name, client.DescribeCluster, &eks.DescribeClusterInput{Name: &name})
		it := item{typ: "aws_eks_cluster", name: name, arn: p.arn("eks", "cluster/"+name), read: r, attrs: attrs{"id": name, "name": name}}
		switch failure := asFailure(err); {
		case failure != nil:
			p.lostOne(r, failure)
			it.unread = failure
		case err != nil:
			return
		case out.Cluster == nil:
			p.garbled(describeKubernetes, name)
			return
		case out.Cluster.Status == types.ClusterStatusDeleting:
			return
		default:
			it.attrs = kubernetesAttrs(out.Cluster)
		}
		p.emit(it)
	})
}

func kubernetesAttrs(c *types.Cluster) attrs {
	a := attrs{
		"id": c.Name, "name": c.Name, "arn": c.Arn, "version": c.Version, "role_arn": c.RoleArn, "status": c.Status, "tags_all": c.Tags,
		"enabled_cluster_log_types": missing(), "vpc_config": missing(), "encryption_config": []attrs{}, "upgrade_policy": []attrs{},
		"deletion_protection": optional(c.DeletionProtection),
	}
	if c.Tags == nil {
		a["tags_all"] = map[string]string{}
	}
	if l := c.Logging; l != nil {
		on := []types.LogType{}
		for _, setup := range l.ClusterLogging {
			if or(setup.Enabled, false) {
				on = append(on, setup.Types...)
			}
		}
		a["enabled_cluster_log_types"] = texts(on)
	}
	if v := c.ResourcesVpcConfig; v != nil {
		from := any(texts(v.PublicAccessCidrs))
		if v.EndpointPublicAccess {
			from = always(v.PublicAccessCidrs, from)
		}
		a["vpc_config"] = []attrs{{
			"endpoint_public_access": v.EndpointPublicAccess, "endpoint_private_access": v.EndpointPrivateAccess, "public_access_cidrs": from,
			"vpc_id": optional(v.VpcId), "subnet_ids": texts(v.SubnetIds), "security_group_ids": texts(v.SecurityGroupIds), "cluster_security_group_id": optional(v.ClusterSecurityGroupId),
		}}
	}
	var encryption []attrs
	for _, e := range c.EncryptionConfig {
		provider := []attrs{}
		if e.Provider != nil {
			provider = append(provider, attrs{"key_arn": e.Provider.KeyArn})
		}
		encryption = append(encryption, attrs{"provider": provider}) // what it encrypts is all there is, whatever AWS lists
	}
	if len(encryption) > 0 {
		a["encryption_config"] = encryption
	}
	if u := c.UpgradePolicy; u != nil {
		a["upgrade_policy"] = []attrs{{"support_type": u.SupportType}}
	}
	return a
}
