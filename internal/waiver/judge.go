package waiver

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// The demands on a waiver: the assertions of ID.
const (
	demandForm   = "form"
	demandRule   = "rule"
	demandKind   = "kind"
	demandExpiry = "expiry"
	demandWidth  = "width"
	demandUse    = "use"
)

// Rule is the metadata of ID without citations, which the caller adds by Citations.
func Rule() finding.Rule {
	return finding.Rule{
		Title:       "Waivers are documented, dated and in use",
		Description: "A waiver documents a decision about a risk. One that does not say who decided what until when, that is over, or that covers more than was decided is no such document, so it suppresses nothing.",
		Severity:    finding.High,
		Remediation: "Correct the waiver, have it approved anew, or remove it. Each names rule, resource, kind, reason, approver and expires.",
		Assertions: map[string]string{
			demandForm: "the form is right", demandRule: "the rule exists", demandKind: "the kind is one that the rule allows",
			demandExpiry: "the date is near and not over", demandWidth: "it is about something particular", demandUse: "it is about something that was found",
		},
	}
}

// Citations are those of ID: risk management, since an accepted risk is a decision under
// it, and the documentation of such decisions.
func Citations() []string { return []string{"164.308(a)(1)(ii)(B)", "164.316(b)(1)"} }

// The defaults of Limits.
const (
	DefaultDays     = 366
	DefaultFindings = 50
)

// Limits are what a waiver is held to, beside its form.
type Limits struct {
	// Now is the time of the run.
	Now time.Time
	// Days is the maximum lifetime: from created, else from now, to expires.
	Days int
	// Findings is the number of findings that one waiver may cover.
	Findings int
	// Rules are all rules by id, with their citations.
	Rules map[string]finding.Rule
	// Proposed tells that waivers are held to the rule proposed on 6 January 2025, which is not
	// law: to it addressable specifications are required ones, so that no measure is an alternative.
	Proposed bool
}

// Judge says what is wrong with a waiver of right form, whatever it is applied to.
func (l Limits) Judge(w Waiver) []Problem {
	var out []Problem
	add := func(demand string, severity finding.Severity, format string, args ...any) {
		out = append(out, Problem{Demand: demand, Severity: severity, Name: w.Name(), Message: fmt.Sprintf(format, args...), At: w.At})
	}
	covered := l.covered(w)
	switch {
	case len(covered) == 0 && resource.Glob(w.Rule, ID):
		add(demandRule, finding.High, "cannot waive %s: correct the waiver that it is about", ID)
	case len(covered) == 0:
		add(demandRule, finding.High, "names no rule%s", hint(w.Rule, slices.Sorted(maps.Keys(l.Rules))))
	case strings.Contains(w.Rule, "*") && len(covered) == len(l.Rules):
		add(demandWidth, finding.High, "is too wide: it matches every rule")
	}
	if w.Assertion != "" && len(covered) > 0 && !l.asserted(covered, w.Assertion) {
		add(demandRule, finding.High, "names no assertion of the rule%s", hint(w.Assertion, l.assertions(covered)))
	}
	if w.Resource != "" && everything(w.Resource) && w.Block == nil {
		add(demandWidth, finding.High, "is too wide: it matches every resource")
	}
	if w.Kind == AlternativeMeasure && l.Proposed && len(covered) > 0 {
		add(demandKind, finding.High, "is not allowed under this profile: the rule proposed in 90 FR 898 (not law) would make every addressable specification required, and leave no alternative measure")
	} else if w.Kind == AlternativeMeasure {
		for _, id := range covered {
			if c, ok := l.notAddressable(id); ok {
				add(demandKind, finding.High, "is not allowed: an alternative measure is for addressable specifications alone (164.306(d)(3)), and %s cites %s, which is %s", id, c.ID, kindName(c))
				break
			}
		}
	}
	if why := l.overdue(w); why != "" {
		add(demandExpiry, finding.Medium, "%s", why)
	}
	return out
}

func kindName(c finding.Citation) string {
	if c.Kind == "standard" {
		return "a standard"
	}
	return c.Kind
}

// covered are the rules that a waiver names, in order.
func (l Limits) covered(w Waiver) []string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(l.Rules)) {
		if resource.Glob(w.Rule, id) {
			out = append(out, id)
		}
	}
	return out
}

func (l Limits) asserted(rules []string, name string) bool {
	return slices.ContainsFunc(rules, func(id string) bool { _, ok := l.Rules[id].Assertions[name]; return ok })
}

func (l Limits) assertions(rules []string) []string {
	var out []string
	for _, id := range rules {
		out = append(out, slices.Sorted(maps.Keys(l.Rules[id].Assertions))...)
	}
	return out
}

// notAddressable is the first citation of a rule that leaves no choice of measure. A rule
// without citations, which a user may write, leaves none either.
func (l Limits) notAddressable(id string) (finding.Citation, bool) {
	cites := l.Rules[id].Citations
	if len(cites) == 0 {
		return finding.Citation{ID: "no specification", Kind: "required"}, true
	}
	for _, c := range cites {
		if c.Kind != "addressable" {
			return c, true
		}
	}
	return finding.Citation{}, false
}

// overdue says what is wrong with the dates; empty where nothing is.
func (l Limits) overdue(w Waiver) string {
	year, month, day := l.Now.UTC().Date()
	today := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	from := today
	if !w.Created.IsZero() {
		from = w.Created
	}
	switch {
	case w.Expires.Before(today):
		return "expired on " + w.Expires.Format(Layout)
	case w.Created.After(today):
		return "is dated in the future: created " + w.Created.Format(Layout)
	case w.Expires.After(from.AddDate(0, 0, l.Days)):
		return fmt.Sprintf("holds for longer than %d days: let it expire by %s", l.Days, from.AddDate(0, 0, l.Days).Format(Layout))
	}
	return ""
}
