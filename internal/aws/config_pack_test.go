package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

func TestConformancePacks(t *testing.T) {
	types := []string{"aws_config_conformance_pack", "aws_config_conformance_pack_status"}
	pack, status := types[0]+" ", types[1]+" "
	packs := func(in ask) string {
		if in.Get("NextToken") == "" {
			return `{"NextToken":"2","ConformancePackDetails":[{"ConformancePackName":"hipaa","ConformancePackArn":"arn:hipaa","ConformancePackId":"i","DeliveryS3Bucket":"results"},
				{"ConformancePackName":"baseline","TemplateSSMDocumentDetails":{"DocumentName":"AWSConformancePacks-OperationalBestPracticesforHIPAASecurity"}}]}`
		}
		return `{"ConformancePackDetails":[{"ConformancePackName":"new"},{"ConformancePackName":"lost"}]}`
	}
	s := &fake{answers: answers{
		"DescribeConformancePacks":            packs,
		"ListConformancePackComplianceScores": `{"ConformancePackComplianceScores":[{"ConformancePackName":"hipaa","Score":"71.43"},{"ConformancePackName":"baseline","Score":"100"},{"ConformancePackName":"new","Score":"INSUFFICIENT_DATA"}]}`,
	}}
	unheld := "unknown: config:DescribeConformancePacks: the answer does not hold what aws_config_conformance_pack_status.compliance_score is made from"
	set := s.audit(t, types)
	set.check(t, map[string]map[string]any{
		pack + "hipaa":      {"id": "hipaa", "name": "hipaa", "arn": "arn:hipaa", "delivery_s3_bucket": "results", "delivery_s3_key_prefix": nil, "template_body": "not read", "template_s3_uri": "not read"},
		pack + "baseline":   {},
		pack + "new":        {},
		pack + "lost":       {},
		status + "hipaa":    {"name": "hipaa", "template_document": nil, "compliance_score": 71},
		status + "baseline": {"template_document": "AWSConformancePacks-OperationalBestPracticesforHIPAASecurity", "compliance_score": 100},
		status + "new":      {"compliance_score": nil},
		status + "lost":     {"compliance_score": unheld},
	})
	if gaps := set.gaps(); len(gaps) > 0 {
		t.Error(gaps)
	}
	if score, _ := set.one(t, types[1], "hipaa").Values.GetAttr("compliance_score").UnmarkDeep(); !score.RawEquals(cty.NumberFloatVal(71.43)) {
		t.Errorf("the score is %#v", score)
	}
	delete(s.answers, "ListConformancePackComplianceScores")
	set = s.audit(t, types[1:])
	denied := map[string]any{"compliance_score": "unknown: config:ListConformancePackComplianceScores: access was denied"}
	set.check(t, map[string]map[string]any{status + "hipaa": denied, status + "baseline": denied, status + "new": denied, status + "lost": denied})
	if diff := cmp.Diff([]string{"eu-west-1 config:ListConformancePackComplianceScores: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	want := []string{"eu-west-1 config:DescribeConformancePacks: aws_config_conformance_pack aws_config_conformance_pack_status"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, types).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
