package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sagemaker"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
var (
	listNotebooks          = operation{service: "sagemaker", name: "ListNotebookInstances"}
	describeNotebook       = operation{service: "sagemaker", name: "DescribeNotebookInstance"}
	listEndpointConfigs    = operation{service: "sagemaker", name: "ListEndpointConfigs"}
	describeEndpointConfig = operation{service: "sagemaker", name: "DescribeEndpointConfig"}
	listModels             = operation{service: "sagemaker", name: "ListModels"}
	describeModel          = operation{service: "sagemaker", name: "DescribeModel"}
	listSageMakerTags      = operation{service: "sagemaker", name: "ListTags"}
)

func sagemakerParts() []part {
	return []part{
		{types: []string{"aws_sagemaker_notebook_instance"}, uses: []operation{listNotebooks, describeNotebook, listSageMakerTags}, run: readNotebooks},
		{types: []string{"aws_sagemaker_endpoint_configuration"}, uses: []operation{listEndpointConfigs, describeEndpointConfig, listSageMakerTags}, run: readEndpointConfigs},
		{types: []string{"aws_sagemaker_model"}, uses: []operation{listModels, describeModel, listSageMakerTags}, run: readModels},
	}
}

func (p *place) sagemaker() *sagemaker.Client { return sagemaker.NewFromConfig(p.config()) }

func readNotebooks(ctx context.Context, p *place) {
	client := p.sagemaker()
	var all []item
	list(ctx, p, listNotebooks, sagemaker.NewListNotebookInstancesPaginator(client, &sagemaker.ListNotebookInstancesInput{}), func(page *sagemaker.ListNotebookInstancesOutput, r read) {
		for _, n := range page.NotebookInstances {
			all = append(all, item{typ: "aws_sagemaker_notebook_instance", name: or(n.NotebookInstanceName, ""), arn: or(n.NotebookInstanceArn, ""), read: r})
		}
	})
	p.described(ctx, client, all, func(ctx context.Context, name string) (attrs, read, error) {
		out, r, err := get(ctx, p, describeNotebook, name, client.DescribeNotebookInstance, &sagemaker.DescribeNotebookInstanceInput{NotebookInstanceName: &name})
		if err != nil {
			return attrs{}, r, err
		}
		return attrs{
			"direct_internet_access": out.DirectInternetAccess, "root_access": out.RootAccess, "subnet_id": optional(out.SubnetId),
			"kms_key_id": optional(out.KmsKeyId), "security_groups": texts(out.SecurityGroups),
		}, r, nil
	})
}

func readEndpointConfigs(ctx context.Context, p *place) {
	client := p.sagemaker()
	var all []item
	list(ctx, p, listEndpointConfigs, sagemaker.NewListEndpointConfigsPaginator(client, &sagemaker.ListEndpointConfigsInput{}), func(page *sagemaker.ListEndpointConfigsOutput, r read) {
		for _, c := range page.EndpointConfigs {
			all = append(all, item{typ: "aws_sagemaker_endpoint_configuration", name: or(c.EndpointConfigName, ""), arn: or(c.EndpointConfigArn, ""), read: r})
		}
	})
	p.described(ctx, client, all, func(ctx context.Context, name string) (attrs, read, error) {
		out, r, err := get(ctx, p, describeEndpointConfig, name, client.DescribeEndpointConfig, &sagemaker.DescribeEndpointConfigInput{EndpointConfigName: &name})
		if err != nil {
			return attrs{}, r, err
		}
		return attrs{"kms_key_arn": optional(out.KmsKeyId)}, r, nil
	})
}

func readModels(ctx context.Context, p *place) {
	client := p.sagemaker()
	var all []item
	list(ctx, p, listModels, sagemaker.NewListModelsPaginator(client, &sagemaker.ListModelsInput{}), func(page *sagemaker.ListModelsOutput, r read) {
		for _, m := range page.Models {
			all = append(all, item{typ: "aws_sagemaker_model", name: or(m.ModelName, ""), arn: or(m.ModelArn, ""), read: r})
		}
	})
	p.described(ctx, client, all, func(ctx context.Context, name string) (attrs, read, error) {
		out, r, err := get(ctx, p, describeModel, name, client.DescribeModel, &sagemaker.DescribeModelInput{ModelName: &name})
		if err != nil {
			return attrs{}, r, err
		}
		// A model that nobody asked to isolate is not.
		// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
		return attrs{"enable_network_isolation": or(out.EnableNetworkIsolation, false), "execution_role_arn": optional(out.ExecutionRoleArn)}, r, nil
	})
}

// described enters what a listing showed with what a call for each tells of it, and its tags.
func (p *place) described(ctx context.Context, client *sagemaker.Client, all []item, describe func(context.Context, string) (attrs, read, error)) {
	forEach(ctx, all, func(ctx context.Context, it item) {
		known, r, err := describe(ctx, it.name)
		if p.lostOne(r, err); err == nil {
			it.read = r
		}
		it.attrs, it.unread = known, asFailure(err)
		it.attrs["id"], it.attrs["name"], it.attrs["arn"], it.attrs["region"] = it.name, it.name, it.arn, p.region
		var tags []types.Tag
		r = p.begin(listSageMakerTags, it.name)
		err = listPages(ctx, p, listSageMakerTags, it.name, sagemaker.NewListTagsPaginator(client, &sagemaker.ListTagsInput{ResourceArn: &it.arn}),
			func(page *sagemaker.ListTagsOutput, of read) { tags, r = append(tags, page.Tags...), of })
		if it.tag(p, r, err, func() map[string]string {
			return tagsOf(tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}) {
			p.emit(it)
		}
	})
}
