package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var hubTypes = []string{"aws_securityhub_account", "aws_securityhub_standards_subscription"}

func TestSecurityHub(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeHub": `{"HubArn":"arn:aws:securityhub:eu-west-1:123456789012:hub/default","AutoEnableControls":true,"ControlFindingGenerator":"SECURITY_CONTROL"}`,
		"GetEnabledStandards": func(in ask) string {
			one := func(name, status string) string {
				return `{"StandardsArn":"arn:aws:securityhub:eu-west-1::standards/` + name + `","StandardsInput":{},"StandardsStatus":"` + status + `","StandardsSubscriptionArn":"` + name + `"}`
			}
			if in.n == 0 {
				return `{"NextToken":"2","StandardsSubscriptions":[` + one("fsbp", "READY") + `]}`
			}
			return `{"StandardsSubscriptions":[` + one("cis", "DELETING") + "," + one("nist", "INCOMPLETE") + `]}`
		},
	}}
	s.audit(t, hubTypes).check(t, map[string]map[string]any{
		"aws_securityhub_account 123456789012":        {"arn": "arn:aws:securityhub:eu-west-1:123456789012:hub/default", "auto_enable_controls": true, "enable_default_standards": nil},
		"aws_securityhub_standards_subscription fsbp": {"standards_arn": "arn:aws:securityhub:eu-west-1::standards/fsbp"},
		"aws_securityhub_standards_subscription nist": {"standards_arn": "arn:aws:securityhub:eu-west-1::standards/nist"},
	})
}

// TestFindingAggregators: the linked Regions name the one that gathers their findings.
func TestFindingAggregators(t *testing.T) {
	const arn = "arn:aws:securityhub:eu-west-1:123456789012:finding-aggregator/1"
	list := `{"FindingAggregators":[{"FindingAggregatorArn":"` + arn + `"}]}`
	s := &fake{answers: answers{
		"ListFindingAggregators": func(in ask) string {
			if in.n == 0 && in.region == "us-west-1" {
				return `{"NextToken":"2","FindingAggregators":[]}`
			}
			return list
		},
		"GetFindingAggregator": `{"FindingAggregatorArn":"` + arn + `","FindingAggregationRegion":"eu-west-1","RegionLinkingMode":"SPECIFIED_REGIONS","Regions":["us-west-1"]}`,
	}}
	types := []string{"aws_securityhub_finding_aggregator"}
	s.audit(t, types).check(t, map[string]map[string]any{
		"aws_securityhub_finding_aggregator " + arn: {"linking_mode": "SPECIFIED_REGIONS", "specified_regions": []any{"us-west-1"}},
	})
	s = &fake{answers: answers{"ListFindingAggregators": list}}
	if diff := cmp.Diff([]string{"eu-west-1 securityhub:GetFindingAggregator of " + arn + ": aws_securityhub_finding_aggregator"}, s.audit(t, types).gaps()); diff != "" {
		t.Error(diff)
	}
	off := &fake{answers: answers{"ListFindingAggregators": "error InvalidAccessException"}}
	if gaps := off.audit(t, types).gaps(); len(gaps) > 0 {
		t.Errorf("gaps %v: it is off", gaps)
	}
}

func TestSecurityHubOff(t *testing.T) {
	s := &fake{answers: answers{"DescribeHub": "error InvalidAccessException", "GetEnabledStandards": "error InvalidAccessException"}}
	off := s.audit(t, hubTypes)
	if off.check(t, map[string]map[string]any{}); len(off.gaps()) > 0 {
		t.Errorf("gaps %v: it is off", off.gaps())
	}
	want := []string{
		"eu-west-1 securityhub:DescribeHub: aws_securityhub_account",
		"eu-west-1 securityhub:GetEnabledStandards: aws_securityhub_standards_subscription",
	}
	if diff := cmp.Diff(want, (&fake{}).audit(t, hubTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
