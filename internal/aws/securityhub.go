package aws

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"
)

// An account that has not turned it on is told so by an error.
// Source: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html
var (
	describeHub         = operation{service: "securityhub", name: "DescribeHub", absent: []string{"InvalidAccessException", "ResourceNotFoundException"}}
	getEnabledStandards = operation{service: "securityhub", name: "GetEnabledStandards", absent: []string{"InvalidAccessException", "ResourceNotFoundException"}}
	listAggregators     = operation{service: "securityhub", name: "ListFindingAggregators", absent: []string{"InvalidAccessException", "ResourceNotFoundException"}}
	getAggregator       = operation{service: "securityhub", name: "GetFindingAggregator", absent: []string{"InvalidAccessException", "ResourceNotFoundException"}}
)

func securityhubParts() []part {
	return []part{
		{types: []string{"aws_securityhub_account"}, uses: []operation{describeHub}, run: readHub},
		{types: []string{"aws_securityhub_standards_subscription"}, uses: []operation{getEnabledStandards}, run: readStandards},
		{types: []string{"aws_securityhub_finding_aggregator"}, uses: []operation{listAggregators, getAggregator}, run: readAggregators},
	}
}

// readHub says null for enable_default_standards: it is an argument of turning it on, and
// the standards that came of it are read.
func readHub(ctx context.Context, p *place) {
	client := securityhub.NewFromConfig(p.config())
	out, r, err := get(ctx, p, describeHub, "", client.DescribeHub, &securityhub.DescribeHubInput{})
	if isAbsent(err) || p.lost(describeHub, "", err) {
		return
	}
	p.emit(item{typ: "aws_securityhub_account", name: p.account.id, arn: or(out.HubArn, ""), read: r, attrs: attrs{
		"id": p.account.id, "arn": out.HubArn, "enable_default_standards": nil, "auto_enable_controls": optional(out.AutoEnableControls),
		"control_finding_generator": optional(out.ControlFindingGenerator), "region": p.region,
	}})
}

func readStandards(ctx context.Context, p *place) {
	pages := securityhub.NewGetEnabledStandardsPaginator(securityhub.NewFromConfig(p.config()), &securityhub.GetEnabledStandardsInput{})
	err := listPages(ctx, p, getEnabledStandards, "", pages, func(page *securityhub.GetEnabledStandardsOutput, r read) {
		for _, s := range page.StandardsSubscriptions {
			if s.StandardsStatus == types.StandardsStatusDeleting || s.StandardsStatus == types.StandardsStatusFailed {
				continue
			}
			arn := or(s.StandardsSubscriptionArn, "")
			p.emit(item{typ: "aws_securityhub_standards_subscription", name: arn, arn: arn, read: r, attrs: attrs{"id": arn, "arn": arn, "standards_arn": s.StandardsArn, "region": p.region}})
		}
	})
	if !isAbsent(err) {
		p.lost(getEnabledStandards, "", err)
	}
}

// readAggregators asks, in its own Region, for what gathers the findings of others: they list it, too.
func readAggregators(ctx context.Context, p *place) {
	client := securityhub.NewFromConfig(p.config())
	pages := securityhub.NewListFindingAggregatorsPaginator(client, &securityhub.ListFindingAggregatorsInput{})
	var own []string
	err := listPages(ctx, p, listAggregators, "", pages, func(page *securityhub.ListFindingAggregatorsOutput, _ read) {
		for _, a := range page.FindingAggregators {
			if arn := or(a.FindingAggregatorArn, ""); strings.Contains(arn, ":securityhub:"+p.region+":") {
				own = append(own, arn)
			}
		}
	})
	if !isAbsent(err) {
		p.lost(listAggregators, "", err)
	}
	for _, arn := range own {
		out, r, err := get(ctx, p, getAggregator, arn, client.GetFindingAggregator, &securityhub.GetFindingAggregatorInput{FindingAggregatorArn: &arn})
		if isAbsent(err) || p.lost(getAggregator, arn, err) {
			continue
		}
		p.emit(item{typ: "aws_securityhub_finding_aggregator", name: arn, arn: arn, read: r, attrs: attrs{
			"id": arn, "linking_mode": out.RegionLinkingMode, "specified_regions": out.Regions, "region": p.region,
		}})
	}
}
