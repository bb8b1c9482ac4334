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
	for _, s := range slacks(r) {
		out = append(out, s.rule+"."+s.text)
	}
	return out
}

// laxerOf are those of one rule, without its name.
func laxerOf(r finding.Report, rule string) []string {
	var out []string
	for _, s := range slacks(r) {
		if s.rule == rule {
			out = append(out, s.text)
		}
	}
	return out
}

// slack is a threshold of a rule that asks for less than it could: "min_days = 3 (default 7)",
// "min_days (than the profile strict)".
type slack struct{ rule, name, text string }

func slacks(r finding.Report) []slack {
	var out []slack
	for _, p := range r.Parameters {
		if p.Laxer {
			out = append(out, slack{p.Rule, p.Name, fmt.Sprintf("%s = %v (default %v)", p.Name, p.Value, p.Default)})
		}
	}
	if r.Profile != nil {
		for _, key := range r.Profile.Overridden {
			rule, name, _ := strings.Cut(key, ".")
			out = append(out, slack{rule, name, name + " (than the profile " + r.Profile.Name + ")"})
		}
	}
	return out
}
