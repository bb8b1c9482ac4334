package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dax"
	"github.com/aws/aws-sdk-go-v2/service/dax/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodbacceleratordax.html
var (
	describeDAXClusters = operation{service: "dax", name: "DescribeClusters"}
	listDAXTags         = operation{service: "dax", name: "ListTags", absent: []string{"ClusterNotFoundFault"}}
)

func daxParts() []part {
	return []part{{types: []string{"aws_dax_cluster"}, uses: []operation{describeDAXClusters, listDAXTags}, run: readDAXClusters}}
}

func readDAXClusters(ctx context.Context, p *place) {
	client := dax.NewFromConfig(p.config())
	pages := &tokens[dax.DescribeClustersOutput, dax.Options]{
		ask: func(ctx context.Context, token *string, opts ...func(*dax.Options)) (*dax.DescribeClustersOutput, *string, error) {
			out, err := client.DescribeClusters(ctx, &dax.DescribeClustersInput{NextToken: token}, opts...)
			return nextToken(out, err, func(o *dax.DescribeClustersOutput) *string { return o.NextToken })
		},
	}
	list(ctx, p, describeDAXClusters, pages, func(page *dax.DescribeClustersOutput, r read) {
		forEach(ctx, page.Clusters, func(ctx context.Context, c types.Cluster) { readDAXCluster(ctx, p, client, c, r) })
	})
}

// readDAXCluster asks for the tags, which the listing does not have.
func readDAXCluster(ctx context.Context, p *place, client *dax.Client, c types.Cluster, listed read) {
	name := or(c.ClusterName, "")
	it := item{typ: "aws_dax_cluster", name: name, arn: or(c.ClusterArn, p.arn("dax", "cache/"+name)), read: listed, attrs: attrs{
		"id": c.ClusterName, "cluster_name": c.ClusterName, "arn": c.ClusterArn, "node_type": optional(c.NodeType), "iam_role_arn": optional(c.IamRoleArn),
		"cluster_endpoint_encryption_type": c.ClusterEndpointEncryptionType, "server_side_encryption": []attrs{{"enabled": missing()}}, "region": p.region,
	}}
	if e := c.SSEDescription; e != nil && e.Status != "" {
		it.attrs["server_side_encryption"] = []attrs{{"enabled": e.Status == types.SSEStatusEnabled || e.Status == types.SSEStatusEnabling}}
	}
	out, r, err := get(ctx, p, listDAXTags, name, client.ListTags, &dax.ListTagsInput{ResourceName: &it.arn})
	if isAbsent(err) {
		return
	}
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.attrs["tags_all"] = f
	} else {
		it.attrs["tags_all"] = tagsOf(out.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
	}
	it.reads = map[string]read{"tags_all": r}
	p.emit(it)
}
