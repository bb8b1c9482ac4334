package aws

import (
	"context"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/emr"
	"github.com/aws/aws-sdk-go-v2/service/emr/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html
var (
	listEMRClusters      = operation{service: "elasticmapreduce", name: "ListClusters"}
	describeEMRCluster   = operation{service: "elasticmapreduce", name: "DescribeCluster"}
	describeEMRSecurity  = operation{service: "elasticmapreduce", name: "DescribeSecurityConfiguration"}
	getEMRBlockingPublic = operation{service: "elasticmapreduce", name: "GetBlockPublicAccessConfiguration"}
)

func emrParts() []part {
	return []part{
		{types: []string{"aws_emr_cluster"}, uses: []operation{listEMRClusters, describeEMRCluster}, run: readEMRClusters},
		{types: []string{"aws_emr_security_configuration"}, uses: []operation{listEMRClusters, describeEMRCluster, describeEMRSecurity}, run: readEMRSecurity},
		{types: []string{"aws_emr_block_public_access_configuration"}, uses: []operation{getEMRBlockingPublic}, run: readEMRBlockingPublic},
	}
}

func (p *place) emr() *emr.Client { return emr.NewFromConfig(p.config()) }

// emrCluster is what the calls told of one cluster: nothing where its own failed.
type emrCluster struct {
	id, arn string
	of      *types.Cluster
	read    read
	lost    *failure
}

// emrClusters are those that run or are about to. EMR lists what has ended for two months more.
// Source: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-overview.html
func emrClusters(ctx context.Context, p *place) ([]emrCluster, error) {
	return once(p, "clusters of EMR", func() ([]emrCluster, error) {
		var all []emrCluster
		pages := emr.NewListClustersPaginator(p.emr(), &emr.ListClustersInput{ClusterStates: []types.ClusterState{
			types.ClusterStateStarting, types.ClusterStateBootstrapping, types.ClusterStateRunning, types.ClusterStateWaiting,
		}})
		err := listPages(ctx, p, listEMRClusters, "", pages, func(page *emr.ListClustersOutput, _ read) {
			for _, c := range page.Clusters {
				all = append(all, emrCluster{id: or(c.Id, ""), arn: or(c.ClusterArn, "")})
			}
		})
		indices := make([]int, len(all))
		for i := range indices {
			indices[i] = i
		}
		forEach(ctx, indices, func(ctx context.Context, i int) {
			c := &all[i]
			out, r, err := get(ctx, p, describeEMRCluster, c.id, p.emr().DescribeCluster, &emr.DescribeClusterInput{ClusterId: &c.id})
			if c.read, c.lost = r, asFailure(err); err != nil {
				return
			}
			if c.of = out.Cluster; c.of == nil {
				c.lost = asFailure(p.end(r, &unreadable{"it holds no cluster"}))
			}
		})
		return all, err
	})
}

func readEMRClusters(ctx context.Context, p *place) {
	all, err := emrClusters(ctx, p)
	p.lost(listEMRClusters, "", err)
	for _, c := range all {
		it := item{typ: "aws_emr_cluster", name: c.id, arn: c.arn, read: c.read, unread: c.lost, attrs: attrs{"id": c.id, "arn": c.arn, "region": p.region}}
		if c.lost != nil {
			p.lostOne(c.read, c.lost)
		} else {
			it.attrs = clusterOfEMR(c.of, p.region)
		}
		p.emit(it)
	}
}

// clusterOfEMR takes of Kerberos the realm alone: the rest are passwords. A cluster that starts has no name yet.
// Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html
func clusterOfEMR(c *types.Cluster, region string) attrs {
	kerberos, placed := []attrs{}, missing()
	if k := c.KerberosAttributes; k != nil && or(k.Realm, "") != "" {
		kerberos = append(kerberos, attrs{"realm": *k.Realm})
	}
	if e := c.Ec2InstanceAttributes; e != nil {
		placed = []attrs{{"subnet_id": optional(e.Ec2SubnetId), "subnet_ids": texts(e.RequestedEc2SubnetIds), "instance_profile": optional(e.IamInstanceProfile)}}
	}
	return attrs{
		"id": c.Id, "arn": c.ClusterArn, "name": c.Name, "release_label": optional(c.ReleaseLabel), "security_configuration": optional(c.SecurityConfiguration),
		"kerberos_attributes": kerberos, "ec2_attributes": placed, "master_public_dns": optional(c.MasterPublicDnsName), "log_uri": optional(c.LogUri),
		"tags_all": tagsOf(c.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), "region": region,
	}
}

// readEMRSecurity reads the security configurations that clusters have: the others say nothing of any.
func readEMRSecurity(ctx context.Context, p *place) {
	all, err := emrClusters(ctx, p)
	p.lost(listEMRClusters, "", err)
	var names []string
	for _, c := range all {
		if c.lost != nil {
			p.lost(describeEMRCluster, c.id, c.lost)
			continue
		}
		if name := or(c.of.SecurityConfiguration, ""); name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	forEach(ctx, slices.Compact(names), func(ctx context.Context, name string) {
		out, r, err := get(ctx, p, describeEMRSecurity, name, p.emr().DescribeSecurityConfiguration, &emr.DescribeSecurityConfigurationInput{Name: &name})
		known := attrs{"id": name, "name": name, "region": p.region}
		p.companion(item{typ: "aws_emr_security_configuration", name: name, read: r}, err, known, func() attrs {
			return attrs{"configuration": out.SecurityConfiguration}
		})
	})
}

func readEMRBlockingPublic(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getEMRBlockingPublic, "", p.emr().GetBlockPublicAccessConfiguration, &emr.GetBlockPublicAccessConfigurationInput{})
	if p.lost(getEMRBlockingPublic, "", err) {
		return
	}
	known := attrs{"id": p.region, "region": p.region, "block_public_security_group_rules": missing(), "permitted_public_security_group_rule_range": missing()}
	if c := out.BlockPublicAccessConfiguration; c != nil {
		ranges := []attrs{}
		for _, r := range c.PermittedPublicSecurityGroupRuleRanges {
			ranges = append(ranges, attrs{"min_range": r.MinRange, "max_range": or(r.MaxRange, or(r.MinRange, 0))}) // a port alone has no end
		}
		known["block_public_security_group_rules"], known["permitted_public_security_group_rule_range"] = c.BlockPublicSecurityGroupRules, ranges
	}
	p.emit(item{typ: "aws_emr_block_public_access_configuration", name: p.region, read: r, attrs: known})
}
