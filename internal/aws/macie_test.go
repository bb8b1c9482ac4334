package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var macieTypes = []string{"aws_macie2_account", "aws_macie2_automated_discovery"}

// The emulator does not have GetAutomatedDiscoveryConfiguration, and Macie is never off there.
func TestMacie(t *testing.T) {
	s := &fake{answers: answers{
		"GetMacieSession":                    `{"status":"PAUSED","findingPublishingFrequency":"SIX_HOURS","serviceRole":"r"}`,
		"GetAutomatedDiscoveryConfiguration": `{"status":"DISABLED"}`,
	}}
	set := s.audit(t, macieTypes)
	set.check(t, map[string]map[string]any{
		"aws_macie2_account 123456789012":             {"status": "PAUSED", "finding_publishing_frequency": "SIX_HOURS", "service_role": "r"},
		"aws_macie2_automated_discovery 123456789012": {"status": "DISABLED"},
	})
	set = (&fake{answers: answers{"GetMacieSession": `{}`, "GetAutomatedDiscoveryConfiguration": `{}`}}).audit(t, macieTypes)
	set.check(t, map[string]map[string]any{
		"aws_macie2_account 123456789012":             {"status": "unknown: macie2:GetMacieSession: the answer does not hold what aws_macie2_account.status is made from"},
		"aws_macie2_automated_discovery 123456789012": {"status": "unknown: macie2:GetAutomatedDiscoveryConfiguration: the answer does not hold what aws_macie2_automated_discovery.status is made from"},
	})
}

// TestMacieOff tells an account that has it off from one that may not be asked: both are denied.
func TestMacieOff(t *testing.T) {
	answer := func(message string) sight {
		text := "error AccessDeniedException: " + message
		return (&fake{answers: answers{"GetMacieSession": text, "GetAutomatedDiscoveryConfiguration": text}}).audit(t, macieTypes)
	}
	off := answer("Macie is not enabled.")
	if off.check(t, map[string]map[string]any{}); len(off.gaps()) > 0 {
		t.Errorf("gaps %v: it is off", off.gaps())
	}
	want := []string{
		"eu-west-1 macie2:GetAutomatedDiscoveryConfiguration: aws_macie2_automated_discovery",
		"eu-west-1 macie2:GetMacieSession: aws_macie2_account",
	}
	for _, message := range []string{"User: arn:aws:iam::123456789012:user/auditor is not authorized to perform: macie2:GetMacieSession", "", "no"} {
		if diff := cmp.Diff(want, answer(message).gaps()); diff != "" {
			t.Errorf("%q: %s", message, diff)
		}
	}
}
