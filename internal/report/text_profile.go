package report

import (
	"fmt"
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

// notLaw is said of all that is in the proposal alone.
const notLaw = "as proposed in 90 FR 898 (not law)"

// proposed is "164.312(b)(2) as proposed in 90 FR 898 (not law)", empty without any.
func proposed(paragraphs []string) string {
	if len(paragraphs) == 0 {
		return ""
	}
	return strings.Join(paragraphs, ", ") + " " + notLaw
}

// laxer lists the thresholds that ask for less than their default, or than the profile.
func laxer(r finding.Report) []string {
	var out []string
	for _, p := range r.Parameters {
		if p.Laxer {
			out = append(out, fmt.Sprintf("%s.%s = %v (default %v)", p.Rule, p.Name, p.Value, p.Default))
		}
	}
	if r.Profile != nil {
		for _, key := range r.Profile.Overridden {
			out = append(out, key+" (than the profile "+r.Profile.Name+")")
		}
	}
	return out
}
