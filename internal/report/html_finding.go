package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// maxRows bounds the verdicts that are listed one by one, once for those that did not pass
// and once for those that did. The JSON report has all.
const maxRows = 10_000

// openRows is how many failures and unknowns may lie open when the document is opened.
const openRows = 40

// part is a citation with the rules that are shown under it. Each rule is shown once, under
// the first paragraph that it cites, and named under the others.
type part struct {
	ID      string
	Heading string
	Verdict verdict
	Meaning string
	Rules   []*ruleBlock
	Also    []*ruleBlock
}

// ruleBlock is one rule and its verdicts.
type ruleBlock struct {
	ID string
	finding.Rule
	Summary  finding.Summary
	Fails    []row
	Unknowns []row
	Passes   []row
	// Omitted count the verdicts that are not listed, of those that failed or are unknown and of those that passed.
	OmittedBad, OmittedPass int
	// Reasons say why the rule did not apply, and how often.
	Reasons []finding.Count
	Open    bool
}

// row is one verdict, beside its rule.
type row struct {
	*finding.Finding
	Of finding.Rule
}

// Check is the title of what was demanded.
func (w row) Check() string {
	if t := w.Of.Assertions[w.Assertion]; t != "" {
		return t
	}
	return cmp.Or(w.Assertion, w.Of.Title)
}

// Place is where it is in the code, empty for what was read from an account.
func (w row) Place() string {
	if w.Location.File == "" {
		return ""
	}
	return place(*w.Finding)
}

// Scope is the root, or the account and region.
func (w row) Scope() string {
	if w.Resource.Source == "live" {
		return strings.TrimSuffix(cmp.Or(w.Resource.Account, w.Resource.Root)+" "+w.Resource.Region, " ")
	}
	return w.Resource.Root
}

// PHIText says whether the resource holds PHI.
func (w row) PHIText() string { return phiText(w.PHI) }

func phiText(mark string) string {
	switch mark {
	case "yes":
		return "holds PHI"
	case "no":
		return "no PHI"
	case "unknown":
		return "may hold PHI"
	}
	return "PHI not marked"
}

// Accepted tells that a risk was accepted where the rule leaves no choice of measure.
func (w row) Accepted() bool { return w.Waiver.Kind == "risk-acceptance" && required(w.Of) }

// Proposed tells that a proposal, which is not law, would leave no choice.
func (w row) Proposed() bool { return wouldBe(w.Of) }

// arranger puts findings under rules and rules under citations.
type arranger struct {
	standings []standing
	blocks    map[string]*ruleBlock
	// bad and good are how many rows may still be listed.
	bad, good int
}

func newArranger(r finding.Report, all []standing) *arranger {
	a := &arranger{standings: all, blocks: map[string]*ruleBlock{}, bad: maxRows, good: maxRows}
	for i := range r.Findings {
		f := &r.Findings[i]
		b := a.blocks[f.Rule]
		if b == nil {
			b = &ruleBlock{ID: f.Rule, Rule: r.Rules[f.Rule]}
			a.blocks[f.Rule] = b
		}
		b.Summary.Add(*f)
		a.file(b, f)
	}
	lying := r.Summary.Fail + r.Summary.Unknown
	for _, b := range a.blocks {
		b.Open = len(b.Fails)+len(b.Unknowns) > 0 && lying <= openRows
		slices.SortStableFunc(b.Fails, func(x, y row) int { return cmp.Compare(x.Severity.Rank(), y.Severity.Rank()) })
		slices.SortFunc(b.Reasons, func(x, y finding.Count) int { return cmp.Or(y.Count-x.Count, cmp.Compare(x.Name, y.Name)) })
	}
	return a
}

// file lists a verdict under its rule.
func (a *arranger) file(b *ruleBlock, f *finding.Finding) {
	one := row{f, b.Rule}
	bad := f.Status == finding.Fail || f.Status == finding.Unknown
	switch {
	case f.Waiver != nil: // in a section of their own
	case f.Status == finding.NotApplicable:
		i := slices.IndexFunc(b.Reasons, func(c finding.Count) bool { return c.Name == f.Message })
		if i < 0 {
			i = len(b.Reasons)
			b.Reasons = append(b.Reasons, finding.Count{Name: f.Message})
		}
		b.Reasons[i].Count++
	case bad && a.bad == 0:
		b.OmittedBad++
	case !bad && a.good == 0:
		b.OmittedPass++
	case f.Status == finding.Fail:
		b.Fails = append(b.Fails, one)
		a.bad--
	case bad:
		b.Unknowns = append(b.Unknowns, one)
		a.bad--
	default:
		b.Passes = append(b.Passes, one)
		a.good--
	}
}

// parts are the citations that any rule with a verdict cites, in regulation order; last
// the rules that cite nothing that is known.
func (a *arranger) parts() []part {
	var out []part
	shown := map[string]bool{}
	for _, s := range a.standings {
		if len(s.Rules) == 0 {
			continue
		}
		p := part{ID: s.ID, Heading: s.ID + " " + s.Title, Verdict: s.Verdict, Meaning: s.Meaning}
		for _, id := range s.Rules {
			if b := a.blocks[id]; filedUnder(b.Rule) == s.ID {
				p.Rules = append(p.Rules, b)
				shown[id] = true
			} else {
				p.Also = append(p.Also, b)
			}
		}
		slices.SortStableFunc(p.Rules, worstFirst)
		out = append(out, p)
	}
	rest := part{ID: "other", Heading: "Rules without a citation"}
	for _, id := range sortedKeys(a.blocks) {
		if !shown[id] {
			rest.Rules = append(rest.Rules, a.blocks[id])
		}
	}
	if len(rest.Rules) > 0 {
		out = append(out, rest)
	}
	return out
}

// filedUnder is the first paragraph that a rule cites of those that are known.
func filedUnder(r finding.Rule) string {
	for _, c := range r.Citations {
		if hipaa.Known(c.ID) {
			return c.ID
		}
	}
	return ""
}

// worstFirst orders rules with failures before those with unknowns before the rest, each by severity.
func worstFirst(a, b *ruleBlock) int {
	return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Severity.Rank(), b.Severity.Rank()), cmp.Compare(a.ID, b.ID))
}

func (b *ruleBlock) rank() int {
	switch {
	case b.Summary.Fail > 0:
		return 0
	case b.Summary.Unknown > 0:
		return 1
	}
	return 2
}

// Word is the verdict on a rule.
func (b *ruleBlock) Word() string {
	switch s := b.Summary; {
	case s.Fail > 0:
		return string(failed)
	case s.Unknown > 0:
		return string(undecided)
	case s.Waived > 0:
		return "Waived"
	case s.Pass > 0:
		return "Passed"
	}
	return "Not applicable"
}

// Tally is "2 failed, 1 unknown, 5 passed, 3 not applicable" without what is 0.
func (b *ruleBlock) Tally() string { return tallyText(b.Summary) }

func tallyText(s finding.Summary) string {
	var parts []string
	for _, c := range []finding.Count{{Name: "failed", Count: s.Fail}, {Name: "unknown", Count: s.Unknown}, {Name: "waived", Count: s.Waived}, {Name: "passed", Count: s.Pass}, {Name: "not applicable", Count: s.NotApplicable}} {
		if c.Count > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", number(c.Count), c.Name))
		}
	}
	return strings.Join(parts, ", ")
}
