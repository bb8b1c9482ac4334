package report

import (
	"fmt"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// Unmarked says what to do where the gate was to look at PHI alone and found none.
const Unmarked = "mark what holds PHI by a tag (DataClass = PHI), or with --phi-tag, --phi-name or --phi-address; hipaactl phi shows what is marked"

// phiOnly says below the verdict what a gate for PHI alone looked at.
func (p *printer) phiOnly(r finding.Report) {
	if r.PHIOnly == nil {
		return
	}
	text := scopeOf(*r.PHIOnly)
	others := 0
	for _, f := range r.Findings {
		if f.Status == finding.Fail && f.Waiver == nil && beyond(r, f) {
			others++
		}
	}
	if others > 0 {
		text += ", not at " + Count(others, "other failure")
	}
	if *r.PHIOnly == (finding.PHIOnly{}) {
		text += ": " + Unmarked
	}
	p.hanging(0, "        ", 8, text)
}

// scopeOf is "--phi-only: the gate looks at 3 resources that hold PHI and 1 that may".
func scopeOf(only finding.PHIOnly) string {
	text := "--phi-only: the gate looks at "
	switch {
	case only.Yes+only.Unknown == 0:
		return text + "nothing"
	case only.Yes == 0:
		return text + Count(only.Unknown, "resource") + " that may hold PHI"
	case only.Yes == 1:
		text += "1 resource that holds PHI"
	default:
		text += fmt.Sprintf("%d resources that hold PHI", only.Yes)
	}
	if only.Unknown > 0 {
		text += fmt.Sprintf(" and %d that may", only.Unknown)
	}
	return text
}

// shownSteps bounds the steps of a way that are shown; the JSON report has all.
const shownSteps = 6

// PHIPath is how PHI got to a resource, empty where no reference carried it: "carried from
// aws_s3_bucket.records (tag DataClass = PHI) -> aws_s3_bucket.replica (objects are copied
// to it)". why is the reason for the mark, which names where the way begins.
func PHIPath(why string, path []finding.PHIStep) string {
	if len(path) == 0 {
		return ""
	}
	text, although, contested := strings.Cut(why, ", although ")
	for i, s := range path {
		switch left := len(path) - shownSteps; {
		case left > 0 && i == shownSteps/2:
			text += fmt.Sprintf(" -> %d more", left)
			continue
		case left > 0 && i > shownSteps/2 && i < shownSteps/2+left:
			continue
		}
		text += " -> " + s.To
		if s.Why != "" {
			text += " (" + s.Why + ")"
		}
	}
	if contested {
		text += ", although " + although
	}
	return text
}
