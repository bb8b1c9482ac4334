package aws

import (
	"context"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/inspector2"
	"github.com/aws/aws-sdk-go-v2/service/inspector2/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoninspector2.html
var (
	batchGetAccountStatus = operation{service: "inspector2", name: "BatchGetAccountStatus"}
	listInspectorFindings = operation{service: "inspector2", name: "ListFindings"}
)

func inspector2Parts() []part {
	return []part{
		{types: []string{"aws_inspector2_enabler"}, uses: []operation{batchGetAccountStatus}, run: readInspector},
		{types: []string{"aws_inspector2_finding"}, uses: []operation{listInspectorFindings}, run: readInspectorFindings},
	}
}

// readInspector asks for the account's own status. There is no enabler where nothing is scanned.
// Source: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html
func readInspector(ctx context.Context, p *place) {
	client := inspector2.NewFromConfig(p.config())
	out, r, err := get(ctx, p, batchGetAccountStatus, "", client.BatchGetAccountStatus, &inspector2.BatchGetAccountStatusInput{AccountIds: []string{p.account.id}})
	if p.lost(batchGetAccountStatus, "", err) {
		return
	}
	for _, a := range out.Accounts {
		if a.ResourceState == nil {
			p.lost(batchGetAccountStatus, "", &failure{op: batchGetAccountStatus, kind: "unreadable"})
			continue
		}
		var on []string
		for _, of := range []struct {
			name  types.ResourceScanType
			state *types.State
		}{
			{types.ResourceScanTypeEc2, a.ResourceState.Ec2},
			{types.ResourceScanTypeEcr, a.ResourceState.Ecr},
			{types.ResourceScanTypeLambda, a.ResourceState.Lambda},
			{types.ResourceScanTypeLambdaCode, a.ResourceState.LambdaCode},
		} {
			if of.state != nil && of.state.Status == types.StatusEnabled {
				on = append(on, string(of.name))
			}
		}
		if len(on) > 0 {
			p.emit(item{typ: "aws_inspector2_enabler", name: p.account.id, read: r, attrs: attrs{"account_ids": []string{p.account.id}, "resource_types": texts(on), "region": p.region}})
		}
	}
}

// readInspectorFindings reads the account's critical and high findings that are open, without what they
// say. What an instance is called in a finding is its id; here it is named as all others, by ARN.
// Source: https://docs.aws.amazon.com/inspector/v2/APIReference/API_Finding.html
func readInspectorFindings(ctx context.Context, p *place) {
	is := func(values ...string) []types.StringFilter {
		out := make([]types.StringFilter, len(values))
		for i := range values {
			out[i] = types.StringFilter{Comparison: types.StringComparisonEquals, Value: &values[i]}
		}
		return out
	}
	in := &inspector2.ListFindingsInput{MaxResults: sdk.Int32(100), FilterCriteria: &types.FilterCriteria{
		AwsAccountId: is(p.account.id), FindingStatus: is(string(types.FindingStatusActive)), Severity: is(string(types.SeverityCritical), string(types.SeverityHigh)),
	}}
	list(ctx, p, listInspectorFindings, inspector2.NewListFindingsPaginator(inspector2.NewFromConfig(p.config()), in), func(page *inspector2.ListFindingsOutput, r read) {
		for _, f := range page.Findings {
			found := missing()
			if len(f.Resources) > 0 {
				if id := or(f.Resources[0].Id, ""); f.Resources[0].Type == types.ResourceTypeAwsEc2Instance && !strings.HasPrefix(id, "arn:") {
					found = p.arn("ec2", "instance/"+id)
				} else {
					found = optional(id)
				}
			}
			arn := or(f.FindingArn, "")
			p.emit(item{typ: "aws_inspector2_finding", name: arn, arn: arn, read: r, attrs: attrs{
				"arn": arn, "severity": f.Severity, "status": f.Status, "first_observed_at": f.FirstObservedAt, "resource_arn": found,
			}})
		}
	})
}
