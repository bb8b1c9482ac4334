package aws

import (
	"context"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
)

// A group that was deleted after it was listed is absent.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
var (
	describeLogGroups     = operation{service: "logs", name: "DescribeLogGroups"}
	listLogGroupTags      = operation{service: "logs", name: "ListTagsForResource", absent: []string{"ResourceNotFoundException"}}
	describeMetricFilters = operation{service: "logs", name: "DescribeMetricFilters"}
)

func logsParts() []part {
	return []part{
		{types: []string{"aws_cloudwatch_log_group"}, uses: []operation{describeLogGroups, listLogGroupTags}, run: readLogGroups},
		{types: []string{"aws_cloudwatch_log_metric_filter"}, uses: []operation{describeMetricFilters}, run: readMetricFilters},
	}
}

func (p *place) logs() *cloudwatchlogs.Client { return cloudwatchlogs.NewFromConfig(p.config()) }

// logGroup is a group as it is listed.
type logGroup struct {
	types.LogGroup
	name, arn string
	read      read
}

// logGroups lists a Region's groups once; what failed is a gap of the part.
func logGroups(ctx context.Context, p *place) []logGroup {
	all, err := once(p, "log groups", func() (all []logGroup, err error) {
		pages := cloudwatchlogs.NewDescribeLogGroupsPaginator(p.logs(), &cloudwatchlogs.DescribeLogGroupsInput{Limit: sdk.Int32(50)})
		err = listPages(ctx, p, describeLogGroups, "", pages, func(page *cloudwatchlogs.DescribeLogGroupsOutput, r read) {
			for _, g := range page.LogGroups {
				name := or(g.LogGroupName, "")
				all = append(all, logGroup{g, name, p.arn("logs", "log-group:"+name), r})
			}
		})
		return all, err
	})
	p.lost(describeLogGroups, "", err)
	return all
}

// readLogGroups asks for the tags of each group: the listing does not have them.
// A group without retention keeps its events for ever, which Terraform writes as 0.
// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
func readLogGroups(ctx context.Context, p *place) {
	client := p.logs()
	forEach(ctx, logGroups(ctx, p), func(ctx context.Context, g logGroup) {
		out, r, err := get(ctx, p, listLogGroupTags, g.name, client.ListTagsForResource, &cloudwatchlogs.ListTagsForResourceInput{ResourceArn: &g.arn})
		if isAbsent(err) {
			return
		}
		var tags any
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			tags = f
		} else if tags = map[string]string{}; out.Tags != nil {
			tags = out.Tags
		}
		p.emit(item{
			typ: "aws_cloudwatch_log_group", name: g.name, arn: g.arn, read: g.read, reads: map[string]read{"tags_all": r},
			attrs: attrs{
				"id": g.name, "name": g.name, "arn": g.arn, "retention_in_days": or(g.RetentionInDays, 0), "kms_key_id": optional(g.KmsKeyId),
				"log_group_class": string(g.LogGroupClass), "tags_all": tags, "region": p.region,
			},
		})
	})
}

// readMetricFilters needs no name of a group: without one all are listed.
// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html
func readMetricFilters(ctx context.Context, p *place) {
	list(ctx, p, describeMetricFilters, cloudwatchlogs.NewDescribeMetricFiltersPaginator(p.logs(), &cloudwatchlogs.DescribeMetricFiltersInput{Limit: sdk.Int32(50)}),
		func(page *cloudwatchlogs.DescribeMetricFiltersOutput, r read) {
			for _, f := range page.MetricFilters {
				transformations := []attrs{}
				for _, t := range f.MetricTransformations {
					transformations = append(transformations, attrs{"name": t.MetricName, "namespace": t.MetricNamespace, "value": t.MetricValue})
				}
				name, group := or(f.FilterName, ""), or(f.LogGroupName, "")
				p.emit(item{typ: "aws_cloudwatch_log_metric_filter", name: strings.Trim(group+":"+name, ":"), read: r, attrs: attrs{
					"id": f.FilterName, "name": f.FilterName, "log_group_name": f.LogGroupName, "pattern": or(f.FilterPattern, ""),
					"metric_transformation": transformations, "region": p.region,
				}})
			}
		})
}
