package aws

import (
	"context"

	serverless "github.com/aws/aws-sdk-go-v2/service/redshiftserverless"
	"github.com/aws/aws-sdk-go-v2/service/redshiftserverless/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftserverless.html
var (
	listNamespaces     = operation{service: "redshift-serverless", name: "ListNamespaces"}
	listWorkgroups     = operation{service: "redshift-serverless", name: "ListWorkgroups"}
	listServerlessTags = operation{service: "redshift-serverless", name: "ListTagsForResource"}
)

func redshiftServerlessParts() []part {
	return []part{
		{types: []string{"aws_redshiftserverless_namespace"}, uses: []operation{listNamespaces, listServerlessTags}, run: readNamespaces},
		{types: []string{"aws_redshiftserverless_workgroup"}, uses: []operation{listWorkgroups, listServerlessTags}, run: readWorkgroups},
	}
}

func readNamespaces(ctx context.Context, p *place) {
	client := serverless.NewFromConfig(p.config())
	var all []item
	list(ctx, p, listNamespaces, serverless.NewListNamespacesPaginator(client, &serverless.ListNamespacesInput{}), func(page *serverless.ListNamespacesOutput, r read) {
		for _, n := range page.Namespaces {
			all = append(all, item{typ: "aws_redshiftserverless_namespace", name: or(n.NamespaceName, ""), arn: or(n.NamespaceArn, ""), read: r, attrs: attrs{
				"id": n.NamespaceName, "namespace_name": n.NamespaceName, "namespace_id": n.NamespaceId, "arn": n.NamespaceArn, "db_name": optional(n.DbName),
				// Without a key of the customer it is the text AWS_OWNED_KMS_KEY.
				"kms_key_id": n.KmsKeyId, "log_exports": texts(n.LogExports), "region": p.region,
			}})
		}
	})
	emitServerless(ctx, p, client, all)
}

func readWorkgroups(ctx context.Context, p *place) {
	client := serverless.NewFromConfig(p.config())
	var all []item
	list(ctx, p, listWorkgroups, serverless.NewListWorkgroupsPaginator(client, &serverless.ListWorkgroupsInput{}), func(page *serverless.ListWorkgroupsOutput, r read) {
		for _, w := range page.Workgroups {
			all = append(all, item{typ: "aws_redshiftserverless_workgroup", name: or(w.WorkgroupName, ""), arn: or(w.WorkgroupArn, ""), read: r, attrs: attrs{
				"id": w.WorkgroupName, "workgroup_name": w.WorkgroupName, "workgroup_id": w.WorkgroupId, "arn": w.WorkgroupArn, "namespace_name": w.NamespaceName,
				"publicly_accessible": w.PubliclyAccessible, "enhanced_vpc_routing": w.EnhancedVpcRouting, "config_parameter": workgroupParameters(w.ConfigParameters),
				"subnet_ids": texts(w.SubnetIds), "security_group_ids": texts(w.SecurityGroupIds), "region": p.region,
			}})
		}
	})
	emitServerless(ctx, p, client, all)
}

func workgroupParameters(all []types.ConfigParameter) []attrs {
	out := make([]attrs, len(all))
	for i, x := range all {
		out[i] = attrs{"parameter_key": x.ParameterKey, "parameter_value": x.ParameterValue}
	}
	return out
}

// emitServerless enters what a listing showed with its tags, for which each has to be asked.
func emitServerless(ctx context.Context, p *place, client *serverless.Client, all []item) {
	forEach(ctx, all, func(ctx context.Context, it item) {
		out, r, err := get(ctx, p, listServerlessTags, it.name, client.ListTagsForResource, &serverless.ListTagsForResourceInput{ResourceArn: &it.arn})
		if it.tag(p, r, err, func() map[string]string {
			return tagsOf(out.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}) {
			p.emit(it)
		}
	})
}
