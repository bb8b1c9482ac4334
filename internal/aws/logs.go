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

	getDataProtection       = operation{service: "logs", name: "GetDataProtectionPolicy", absent: []string{"ResourceNotFoundException"}}
	describeAccountPolicies = operation{service: "logs", name: "DescribeAccountPolicies"}
)

func logsParts() []part {
	return []part{
		{types: []string{"aws_cloudwatch_log_group"}, uses: []operation{describeLogGroups, listLogGroupTags}, run: readLogGroups},
		{types: []string{"aws_cloudwatch_log_metric_filter"}, uses: []operation{describeMetricFilters}, run: readMetricFilters},
		{types: []string{"aws_cloudwatch_log_data_protection_policy"}, uses: []operation{describeLogGroups, getDataProtection}, run: readProtection},
		{types: []string{"aws_cloudwatch_log_account_policy"}, uses: []operation{describeAccountPolicies}, run: readAccountPolicies},
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

// readProtection asks for the policy of each group that is said to have one.
func readProtection(ctx context.Context, p *place) {
	client := p.logs()
	forEach(ctx, logGroups(ctx, p), func(ctx context.Context, g logGroup) {
		if g.DataProtectionStatus != types.DataProtectionStatusActivated {
			return
		}
		out, r, err := get(ctx, p, getDataProtection, g.name, client.GetDataProtectionPolicy, &cloudwatchlogs.GetDataProtectionPolicyInput{LogGroupIdentifier: &g.name})
		p.companion(item{typ: "aws_cloudwatch_log_data_protection_policy", name: g.name, read: r}, err, attrs{"id": g.name, "log_group_name": g.name}, func() attrs {
			return attrs{"policy_document": out.PolicyDocument}
		})
	})
}

// readAccountPolicies reads those that mask what all groups of the Region hold.
func readAccountPolicies(ctx context.Context, p *place) {
	client := p.logs()
	err := listPages(ctx, p, describeAccountPolicies, "", &tokens[cloudwatchlogs.DescribeAccountPoliciesOutput, cloudwatchlogs.Options]{
		ask: func(ctx context.Context, token *string, opts ...func(*cloudwatchlogs.Options)) (*cloudwatchlogs.DescribeAccountPoliciesOutput, *string, error) {
			out, err := client.DescribeAccountPolicies(ctx, &cloudwatchlogs.DescribeAccountPoliciesInput{PolicyType: types.PolicyTypeDataProtectionPolicy, NextToken: token}, opts...)
			if err != nil {
				return nil, nil, err
			}
			return out, out.NextToken, nil
		},
	}, func(page *cloudwatchlogs.DescribeAccountPoliciesOutput, r read) {
		for _, a := range page.AccountPolicies {
			name := or(a.PolicyName, "")
			p.emit(item{typ: "aws_cloudwatch_log_account_policy", name: name, read: r, attrs: attrs{
				"id": name, "policy_name": name, "policy_type": a.PolicyType, "policy_document": a.PolicyDocument, "region": p.region,
			}})
		}
	})
	p.lost(describeAccountPolicies, "", err)
}
