package aws

import (
	"context"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/configservice"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html
var (
	describeConformancePacks = operation{service: "config", name: "DescribeConformancePacks"}
	listComplianceScores     = operation{service: "config", name: "ListConformancePackComplianceScores"}
)

func conformancePackParts() []part {
	return []part{{
		types: []string{"aws_config_conformance_pack", "aws_config_conformance_pack_status"},
		uses:  []operation{describeConformancePacks, listComplianceScores}, run: readConformancePacks,
	}}
}

// readConformancePacks reads the packs of a Region, those of an organization among them. Of a
// pack's template AWS keeps nothing but the document of Systems Manager that it was made from.
// Source: https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackDetail.html
func readConformancePacks(ctx context.Context, p *place) {
	client := configservice.NewFromConfig(p.config())
	var packs []item
	list(ctx, p, describeConformancePacks, configservice.NewDescribeConformancePacksPaginator(client, &configservice.DescribeConformancePacksInput{}),
		func(page *configservice.DescribeConformancePacksOutput, r read) {
			for _, pack := range page.ConformancePackDetails {
				p.emitWanted(item{typ: "aws_config_conformance_pack", name: or(pack.ConformancePackName, ""), arn: or(pack.ConformancePackArn, ""), read: r, attrs: attrs{
					"id": pack.ConformancePackName, "name": pack.ConformancePackName, "arn": pack.ConformancePackArn, "region": p.region,
					"delivery_s3_bucket": optional(pack.DeliveryS3Bucket), "delivery_s3_key_prefix": optional(pack.DeliveryS3KeyPrefix),
				}})
				status := item{typ: "aws_config_conformance_pack_status", name: or(pack.ConformancePackName, ""), read: r, attrs: attrs{
					"name": pack.ConformancePackName, "template_document": nil, "compliance_score": missing(),
				}}
				if d := pack.TemplateSSMDocumentDetails; d != nil {
					status.attrs["template_document"] = d.DocumentName
				}
				packs = append(packs, status)
			}
		})
	if len(packs) > 0 && p.wants("aws_config_conformance_pack_status") {
		scores, r, f := complianceScores(ctx, p, client)
		for _, pack := range packs {
			if score, ok := scores[pack.name]; ok {
				pack.attrs["compliance_score"], pack.reads = score, map[string]read{"compliance_score": r}
			} else if f != nil {
				pack.attrs["compliance_score"] = f
			}
			p.emit(pack)
		}
	}
}

// complianceScores are the shares in percent, by pack, in which resources comply with its rules, nil where
// nothing was evaluated yet.
// Source: https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackComplianceScore.html
func complianceScores(ctx context.Context, p *place, client *configservice.Client) (scores map[string]any, last read, f *failure) {
	scores = map[string]any{}
	pages := configservice.NewListConformancePackComplianceScoresPaginator(client, &configservice.ListConformancePackComplianceScoresInput{})
	err := listPages(ctx, p, listComplianceScores, "", pages, func(page *configservice.ListConformancePackComplianceScoresOutput, r read) {
		last = r
		for _, s := range page.ConformancePackComplianceScores {
			if or(s.Score, "") == "INSUFFICIENT_DATA" {
				scores[or(s.ConformancePackName, "")] = nil
			} else if percent, err := strconv.ParseFloat(or(s.Score, ""), 64); err == nil {
				scores[or(s.ConformancePackName, "")] = percent
			}
		}
	})
	if f = asFailure(err); f != nil {
		p.run.lose(p, listComplianceScores.String(), f, nil)
	}
	return scores, last, f
}
