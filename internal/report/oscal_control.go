package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// citedControl is a citation with the verdicts that cite it.
type citedControl struct {
	finding.Citation
	known hipaa.Citation
	// at are positions in the report's findings.
	at []int
	finding.Summary
}

// citedControls gathers verdicts by citation, in regulation order.
func citedControls(r finding.Report) []citedControl {
	by := map[string]*citedControl{}
	for i, f := range r.Findings {
		if f.Status == finding.NotApplicable {
			continue
		}
		for _, c := range r.Rules[f.Rule].Citations {
			if by[c.ID] == nil {
				by[c.ID] = &citedControl{Citation: c}
				by[c.ID].known, _ = hipaa.Lookup(c.ID)
			}
			by[c.ID].at = append(by[c.ID].at, i)
			by[c.ID].Add(f)
		}
	}
	out := make([]citedControl, 0, len(by))
	for _, c := range by {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b citedControl) int { return hipaa.Compare(a.ID, b.ID) })
	return out
}

// partly tells that all checks passed, and that a scan shows only a part of the citation.
func (c *citedControl) partly() bool {
	return c.Pass == len(c.at) && c.known.Evidence != hipaa.Automated
}

// state is what the verdicts say of the control. It is satisfied only where every one of
// them is a pass and nothing was missed. What cannot be told is, in the words of NIST SP
// 800-53A, other than satisfied too; the reason tells it from a failure.
func (c *citedControl) state(complete bool) oscalState {
	tally := fmt.Sprintf("%d passed, %d failed, %d could not be given, %d waived.", c.Pass, c.Fail, c.Unknown, c.Waived)
	switch {
	case c.Fail > 0:
		return oscalState{"not-satisfied", "fail", tally}
	case c.Unknown > 0:
		return oscalState{"not-satisfied", "other", "Not determined: some verdicts could not be given. " + tally}
	case c.Waived > 0:
		return oscalState{"not-satisfied", "other", "What failed is waived by a documented decision: see the related risks. " + tally}
	case !complete:
		return oscalState{"not-satisfied", "other", "Not determined: every check passed, but not everything was read. " + tally}
	}
	return oscalState{"satisfied", "pass", tally}
}

// findings yields one for each control, but none where all that a scan can show is good
// and is not all that the citation asks for.
func (a *assessment) findings(yield func(any) bool) {
	for i := range a.controls {
		c := &a.controls[i]
		if c.partly() {
			continue
		}
		if !yield(a.finding(c)) {
			return
		}
	}
}

func (a *assessment) finding(c *citedControl) oscalFinding {
	state := c.state(a.Complete)
	out := oscalFinding{
		UUID: oscalID(a.Time.Started, "finding", c.ID, a.digest), Title: Plain(strings.TrimSpace("45 CFR " + c.ID + " " + c.Title)),
		Description: Plain(c.Title), Props: oscalProps("citation", "45 CFR "+c.ID, "kind", c.Kind, "evidence", string(c.known.Evidence)),
		Target: oscalTarget{Type: "objective-id", ID: controlID(c.ID), Status: state},
	}
	if c.Proposed != "" {
		out.Props = append(out.Props, oscalProps("proposed-kind-not-law", c.Proposed)...)
	}
	if c.known.Meaning != "" {
		out.Description = c.known.Meaning
	}
	for _, id := range c.known.NIST {
		out.Props = append(out.Props, oscalProps("nist-sp-800-53r5", id)...)
	}
	risks := map[string]bool{}
	for _, i := range c.at {
		out.Observations = append(out.Observations, oscalObserved{a.ids[i]})
		if id := a.riskOf(i); id != "" && !risks[id] {
			risks[id] = true
			out.Risks = append(out.Risks, oscalRisked{id})
		}
	}
	if c.Kind == string(hipaa.AddressableSpec) && state.State != "satisfied" {
		out.Remarks = hipaa.Addressable
	}
	return out
}

// riskOf is the UUID of the risk that a verdict stands for, empty without one. Waived
// verdicts have one each; failures share that of their rule.
func (a *assessment) riskOf(i int) string {
	f := a.Findings[i]
	switch {
	case f.Waiver != nil:
		return oscalID("waived", a.ids[i])
	case f.Status == finding.Fail:
		return oscalID(a.Time.Started, "risk", f.Rule)
	}
	return ""
}

// risks yields one for each rule that fails, and one for each waived verdict, so that
// who accepted what until when stands by itself.
func (a *assessment) risks(yield func(any) bool) {
	failed := map[string][]int{}
	for i, f := range a.Findings {
		if f.Status == finding.Fail && f.Waiver == nil {
			failed[f.Rule] = append(failed[f.Rule], i)
		}
	}
	for _, rule := range sortedKeys(failed) {
		if !yield(a.open(rule, failed[rule])) {
			return
		}
	}
	for i, f := range a.Findings {
		if f.Waiver != nil && !yield(a.deviation(i)) {
			return
		}
	}
}

// open is the risk that a rule fails.
func (a *assessment) open(id string, at []int) oscalRisk {
	rule, worst := a.Rules[id], a.Findings[at[0]].Severity
	out := oscalRisk{
		UUID: a.riskOf(at[0]), Title: oscalTitle(id, rule.Title), Status: "open",
		Description: fmt.Sprintf("Failures of the rule: %d.", len(at)), Statement: oscalStatement(id, rule),
	}
	for _, i := range at {
		if s := a.Findings[i].Severity; s.Rank() < worst.Rank() {
			worst = s
		}
		out.Related = append(out.Related, oscalObserved{a.ids[i]})
	}
	out.Props = oscalProps("rule", id, "severity", string(worst))
	if rule.Remediation == "" {
		return out
	}
	fix := oscalResponse{UUID: oscalID(out.UUID, "remediation"), Lifecycle: "recommendation", Title: "How to fix", Description: Plain(rule.Remediation)}
	for _, ref := range rule.References {
		if clean(ref) && !strings.Contains(ref, " ") {
			fix.Links = append(fix.Links, oscalLink{Href: ref, Rel: "reference"})
		}
	}
	out.Remediations = []oscalResponse{fix}
	return out
}

// deviation is the risk of a waived verdict, with the decision.
func (a *assessment) deviation(i int) oscalRisk {
	f := a.Findings[i]
	rule, w := a.Rules[f.Rule], *f.Waiver
	place := ""
	if w.File != "" {
		place = finding.Place{File: w.File, Line: w.Line}.String()
	}
	out := oscalRisk{
		UUID: a.riskOf(i), Title: oscalTitle(f.Rule, title(f, rule)), Status: "deviation-approved",
		Description: judged(f) + ": " + verdictText(f, rule) + " Waived: " + sentence(w.Reason), Statement: oscalStatement(f.Rule, rule),
		Props: oscalProps("rule", f.Rule, "severity", string(f.Severity), "waiver-kind", w.Kind, "waiver-approver", w.Approver,
			"waiver-reason", w.Reason, "waiver-expires", w.Expires, "waiver-place", place),
		Related: []oscalObserved{{a.ids[i]}},
	}
	if w.Measure != "" {
		out.Mitigating = []oscalFactor{{UUID: oscalID(out.UUID, "measure"), Description: Plain(w.Measure)}}
	}
	if isoDate.MatchString(w.Expires) {
		out.Deadline = w.Expires + "T23:59:59Z" // the last day on which it holds
	}
	return out
}

// oscalStatement is why the rule matters.
func oscalStatement(id string, rule finding.Rule) string {
	for _, text := range []string{rule.Description, rule.Title} {
		if s := sentence(text); s != "" {
			return s
		}
	}
	return Plain(id)
}

// oscalTitle is "HIPAA-S3-003: S3 buckets block public access".
func oscalTitle(id, title string) string { return Plain(strings.TrimSuffix(id+": "+title, ": ")) }
