package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/athena"
	"github.com/aws/aws-sdk-go-v2/service/athena/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html
var (
	listWorkGroups = operation{service: "athena", name: "ListWorkGroups"}
	getWorkGroup   = operation{service: "athena", name: "GetWorkGroup"}
	listAthenaTags = operation{service: "athena", name: "ListTagsForResource"}
)

func athenaParts() []part {
	return []part{{types: []string{"aws_athena_workgroup"}, uses: []operation{listWorkGroups, getWorkGroup, listAthenaTags}, run: readWorkGroups}}
}

func readWorkGroups(ctx context.Context, p *place) {
	client := athena.NewFromConfig(p.config())
	var all []item
	list(ctx, p, listWorkGroups, athena.NewListWorkGroupsPaginator(client, &athena.ListWorkGroupsInput{}), func(page *athena.ListWorkGroupsOutput, r read) {
		for _, g := range page.WorkGroups {
			name := or(g.Name, "")
			all = append(all, item{typ: "aws_athena_workgroup", name: name, arn: p.arn("athena", "workgroup/"+name), read: r, attrs: attrs{"state": optional(g.State)}})
		}
	})
	forEach(ctx, all, func(ctx context.Context, it item) {
		it.attrs["id"], it.attrs["name"], it.attrs["arn"], it.attrs["region"] = it.name, it.name, it.arn, p.region
		out, r, err := get(ctx, p, getWorkGroup, it.name, client.GetWorkGroup, &athena.GetWorkGroupInput{WorkGroup: &it.name})
		it.reads = map[string]read{"configuration": r}
		switch f := asFailure(err); {
		case f != nil:
			p.lostOne(r, f)
			it.attrs["configuration"] = f
		case out.WorkGroup == nil || out.WorkGroup.Configuration == nil:
			it.attrs["configuration"] = missing()
		default:
			it.attrs["configuration"] = workGroupSettings(*out.WorkGroup.Configuration)
		}
		tags, r, err := get(ctx, p, listAthenaTags, it.name, client.ListTagsForResource, &athena.ListTagsForResourceInput{ResourceARN: &it.arn})
		if it.tag(p, r, err, func() map[string]string {
			return tagsOf(tags.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}) {
			p.emit(it)
		}
	})
}

// workGroupSettings has no block for what is not configured.
// Source: https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html
func workGroupSettings(c types.WorkGroupConfiguration) []attrs {
	results, managed := []attrs{}, []attrs{}
	if r := c.ResultConfiguration; r != nil {
		encryption := []attrs{}
		if e := r.EncryptionConfiguration; e != nil {
			encryption = append(encryption, attrs{"encryption_option": e.EncryptionOption, "kms_key_arn": optional(e.KmsKey)})
		}
		results = append(results, attrs{"output_location": optional(r.OutputLocation), "encryption_configuration": encryption})
	}
	if m := c.ManagedQueryResultsConfiguration; m != nil {
		encryption := []attrs{}
		if m.EncryptionConfiguration != nil {
			encryption = append(encryption, attrs{"kms_key": optional(m.EncryptionConfiguration.KmsKey)})
		}
		managed = append(managed, attrs{"enabled": m.Enabled, "encryption_configuration": encryption})
	}
	return []attrs{{
		"enforce_workgroup_configuration": c.EnforceWorkGroupConfiguration, "publish_cloudwatch_metrics_enabled": c.PublishCloudWatchMetricsEnabled,
		"result_configuration": results, "managed_query_results_configuration": managed,
	}}
}
