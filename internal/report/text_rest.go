package report

import (
	"fmt"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// shownSubjects bounds the list under one cause; the JSON report has all.
const shownSubjects = 4

// unseen is a set of causes and the verdicts that hang on it.
type unseen struct {
	causes   []finding.Cause
	subjects []string
}

// unknowns prints what could not be judged, gathered by cause: one missing variable often
// hides many verdicts, and naming it once is what helps.
func (p *printer) unknowns(r finding.Report) {
	groups := byCause(r)
	if len(groups) == 0 {
		return
	}
	total := 0
	for _, g := range groups {
		total += len(g.subjects)
	}
	p.heading(fmt.Sprintf("Unknown: %s could not be given", Count(total, "verdict")))
	p.blank()
	for _, g := range groups {
		for i, c := range g.causes {
			mark := p.paint.warn("?") + " "
			if i > 0 {
				mark = "+ "
			}
			p.hanging(2, mark, 2, causeLine(c))
			if c.Settle != "" {
				p.labelled(6, "to settle it:", 14, c.Settle)
			}
		}
		p.subjects(g.subjects)
	}
	p.blank()
}

func (p *printer) subjects(all []string) {
	for _, s := range all[:min(len(all), shownSubjects)] {
		p.line(p.paint.dim("      " + cut(Plain(s), p.width-6)))
	}
	if more := len(all) - shownSubjects; more > 0 {
		p.line(p.paint.dim(fmt.Sprintf("      and %d more", more)))
	}
}

func causeLine(c finding.Cause) string {
	s := c.What
	if c.Why != "" {
		s += ": " + c.Why
	}
	if c.File != "" {
		s += " (" + finding.Place{File: c.File, Line: c.Line}.String() + ")"
	}
	return s
}

// byCause groups unwaived unknowns by their causes, those that hide most first.
func byCause(r finding.Report) []*unseen {
	groups := map[string]*unseen{}
	var order []*unseen
	for _, f := range r.Findings {
		if f.Status != finding.Unknown || f.Waiver != nil {
			continue
		}
		causes := f.Causes // sorted
		if len(causes) == 0 {
			causes = []finding.Cause{{What: "the policy cannot tell", Why: f.Message}}
		}
		key := fmt.Sprintf("%+v", causes)
		g, ok := groups[key]
		if !ok {
			g = &unseen{causes: causes}
			groups[key] = g
			order = append(order, g)
		}
		g.subjects = append(g.subjects, subject(f))
	}
	slices.SortStableFunc(order, func(a, b *unseen) int { return len(b.subjects) - len(a.subjects) })
	return order
}

// subject is "HIPAA-EC2-002 aws_ebs_volume.a at main.tf:3".
func subject(f finding.Finding) string {
	rule := f.Rule
	if f.Assertion != "" {
		rule += "/" + f.Assertion
	}
	s := rule + "  " + f.Resource.Address
	switch {
	case f.Location.File != "":
		s += "  " + f.At()
	case live(f):
		s += "  " + f.Resource.Root
	}
	return s
}

// waived prints the accepted findings: an exception that nobody sees is not documented.
func (p *printer) waived(r finding.Report) {
	first := true
	for _, f := range r.Findings {
		if f.Waiver == nil {
			continue
		}
		if first {
			p.heading("Waived")
			p.blank()
			first = false
		}
		p.line("  " + cut(Plain(subject(f)), p.width-2))
		text := decision(*f.Waiver)
		if f.Waiver.Kind != "risk-acceptance" || !required(r.Rules[f.Rule]) && !wouldBe(r.Rules[f.Rule]) {
			p.labelled(6, "", 0, text)
			continue
		}
		for _, l := range Wrap(text, p.width-6) {
			p.line("      " + p.paint.alert(Plain(l)))
		}
	}
	if !first {
		p.blank()
	}
}

// decision is what a waiver says: kind, approver, date, reason, and the measure taken instead.
func decision(w finding.Waiver) string {
	s := fmt.Sprintf("%s by %s until %s: %s", w.Kind, w.Approver, w.Expires, w.Reason)
	if w.Measure != "" {
		s += "; instead: " + w.Measure
	}
	return s
}

// wouldBe tells whether a rule cites what a proposal would make required.
func wouldBe(rule finding.Rule) bool {
	return slices.ContainsFunc(rule.Citations, func(c finding.Citation) bool { return c.Proposed == string(hipaa.Required) })
}

// required tells whether a rule cites what leaves no choice of measure: a risk accepted
// there is shown as one.
func required(rule finding.Rule) bool {
	return slices.ContainsFunc(rule.Citations, func(c finding.Citation) bool {
		known, _ := hipaa.Lookup(c.ID)
		return c.Kind == string(hipaa.Required) || known.Mandatory
	})
}
