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
