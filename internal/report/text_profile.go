package report

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// profilePad is the width of the profile's labels.
const profilePad = 10

// profile opens the report with what it was judged by where that is not the defaults.
func (p *printer) profile(profile *finding.Profile) {
	if profile == nil {
		return
	}
	p.labelled(0, "Profile", profilePad, profile.String())
	if len(profile.Overridden) > 0 {
		p.labelled(0, "laxer", profilePad, "set laxer than the profile has it: "+strings.Join(profile.Overridden, ", "))
	}
	p.blank()
}

// proposed is "164.312(b)(2) as proposed in 90 FR 898 (not law)", empty without any.
func proposed(paragraphs []string) string {
	if len(paragraphs) == 0 {
		return ""
	}
	return strings.Join(paragraphs, ", ") + " as proposed in 90 FR 898 (not law)"
}
