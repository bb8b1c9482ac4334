package aws

import (
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/guardduty/types"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonguardduty.html
var (
	listDetectors         = operation{service: "guardduty", name: "ListDetectors"}
	getDetector           = operation{service: "guardduty", name: "GetDetector"}
	listGuardDutyFindings = operation{service: "guardduty", name: "ListFindings"}
	getGuardDutyFindings  = operation{service: "guardduty", name: "GetFindings"}
)

// findingBatch is how many findings one GetFindings call may name.
// Source: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetFindings.html
const findingBatch = 50

func guarddutyParts() []part {
	return []part{
		{types: []string{"aws_guardduty_detector", "aws_guardduty_detector_feature"}, uses: []operation{listDetectors, getDetector}, run: readDetectors},
		{types: []string{"aws_guardduty_finding"}, uses: []operation{listDetectors, listGuardDutyFindings, getGuardDutyFindings}, run: readGuardDutyFindings},
	}
}

func (p *place) guardduty() *guardduty.Client { return guardduty.NewFromConfig(p.config()) }

type detector struct {
	id   string
	read read
}

// detectors lists a Region's detectors once; there is one or none. What failed is a gap of the part.
func detectors(ctx context.Context, p *place) []detector {
	all, err := once(p, "detectors", func() (all []detector, err error) {
		err = listPages(ctx, p, listDetectors, "", guardduty.NewListDetectorsPaginator(p.guardduty(), &guardduty.ListDetectorsInput{}), func(page *guardduty.ListDetectorsOutput, r read) {
			for _, id := range page.DetectorIds {
				all = append(all, detector{id, r})
			}
		})
		return all, err
	})
	p.lost(listDetectors, "", err)
	return all
}

func readDetectors(ctx context.Context, p *place) {
	for _, d := range detectors(ctx, p) {
		out, r, err := get(ctx, p, getDetector, d.id, p.guardduty().GetDetector, &guardduty.GetDetectorInput{DetectorId: &d.id})
		it := item{typ: "aws_guardduty_detector", name: d.id, arn: p.arn("guardduty", "detector/"+d.id), read: d.read, unread: asFailure(err), attrs: attrs{}}
		if err != nil {
			p.lost(getDetector, d.id, err) // the features are lost with it
		} else {
			it.read = r
			tags := out.Tags
			if tags == nil {
				tags = map[string]string{}
			}
			it.attrs = attrs{"enable": missing(), "finding_publishing_frequency": optional(out.FindingPublishingFrequency), "tags_all": tags}
			if out.Status != "" {
				it.attrs["enable"] = out.Status == types.DetectorStatusEnabled
			}
			for _, f := range out.Features {
				p.emitWanted(featureItem(d.id, f, r))
			}
		}
		it.attrs["id"], it.attrs["arn"], it.attrs["account_id"], it.attrs["region"] = d.id, it.arn, p.account.id, p.region
		p.emitWanted(it)
	}
}

func featureItem(id string, f types.DetectorFeatureConfigurationResult, r read) item {
	additional := []attrs{}
	for _, a := range f.AdditionalConfiguration {
		additional = append(additional, attrs{"name": a.Name, "status": a.Status})
	}
	return item{typ: "aws_guardduty_detector_feature", name: id + "/" + string(f.Name), read: r, attrs: attrs{
		"detector_id": id, "name": f.Name, "status": f.Status, "additional_configuration": additional,
	}}
}

// readGuardDutyFindings reads those of medium and higher severity that are not archived. It
// leaves out what they say: names, addresses and keys stand in it.
// Source: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
func readGuardDutyFindings(ctx context.Context, p *place) {
	const medium = 4
	client := p.guardduty()
	criteria := &types.FindingCriteria{Criterion: map[string]types.Condition{"service.archived": {Equals: []string{"false"}}, "severity": {GreaterThanOrEqual: sdk.Int64(medium)}}}
	for _, d := range detectors(ctx, p) {
		var ids []string
		pages := guardduty.NewListFindingsPaginator(client, &guardduty.ListFindingsInput{DetectorId: &d.id, FindingCriteria: criteria, MaxResults: sdk.Int32(findingBatch)})
		err := listPages(ctx, p, listGuardDutyFindings, d.id, pages, func(page *guardduty.ListFindingsOutput, _ read) { ids = append(ids, page.FindingIds...) })
		p.lost(listGuardDutyFindings, d.id, err)
		forEach(ctx, slices.Collect(slices.Chunk(ids, findingBatch)), func(ctx context.Context, batch []string) {
			out, r, err := get(ctx, p, getGuardDutyFindings, d.id, client.GetFindings, &guardduty.GetFindingsInput{DetectorId: &d.id, FindingIds: batch})
			if p.lost(getGuardDutyFindings, d.id, err) {
				return
			}
			for _, f := range out.Findings {
				p.emit(findingItem(d.id, f, r))
			}
		})
	}
}

func findingItem(detector string, f types.Finding, r read) item {
	archived := missing()
	if f.Service != nil {
		archived = f.Service.Archived
	}
	return item{typ: "aws_guardduty_finding", name: or(f.Id, ""), arn: or(f.Arn, ""), read: r, attrs: attrs{
		"id": f.Id, "arn": f.Arn, "detector_id": detector, "type": f.Type, "severity": f.Severity, "archived": archived,
		"created_at": f.CreatedAt, "updated_at": f.UpdatedAt,
	}}
}
