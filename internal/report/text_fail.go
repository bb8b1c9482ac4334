package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// fieldPad is the width of the labels under a finding.
const fieldPad = 7

// fail prints one finding in full, so that a reader needs neither another page nor to scroll.
func (p *printer) fail(g *failure, rule finding.Rule) {
	f := g.Finding
	p.line("    " + p.paint.severity(f.Severity, strings.ToUpper(string(f.Severity))) + "  " + p.paint.bold(Plain(f.Rule)) + "  " + Plain(title(f, rule)))
	p.labelled(4, "", 0, f.Message)
	if len(g.addresses) > 0 {
		p.labelled(4, "of", fieldPad, instances(g.addresses))
	}
	places := elsewhere(f)
	if f.Location.File != "" {
		places = append([]string{place(f)}, places...)
	}
	for i, at := range places {
		p.labelled(4, []string{"at", "and"}[min(i, 1)], fieldPad, at)
	}
	p.excerpt(f.Location.Excerpt)
	if len(f.Location.Excerpt) == 0 {
		p.seen(f.Evidence)
	}
	for i, c := range rule.Citations {
		label := "cites"
		if i > 0 {
			label = ""
		}
		p.labelled(4, label, fieldPad, citation(c))
	}
	if text := proposed(rule.Proposed); text != "" {
		p.labelled(4, "", fieldPad, text)
	}
	if rule.Description != "" {
		p.labelled(4, "why", fieldPad, rule.Description)
	}
	if rule.Remediation != "" {
		p.labelled(4, "fix", fieldPad, rule.Remediation)
	}
	if len(rule.References) > 0 {
		p.labelled(4, "see", fieldPad, rule.References[0])
	}
	p.blank()
}

// title is the rule's title, with that of the assertion where the rule has several.
func title(f finding.Finding, rule finding.Rule) string {
	if f.Assertion == "" {
		return rule.Title
	}
	if t := rule.Assertions[f.Assertion]; t != "" {
		return rule.Title + ": " + t
	}
	return rule.Title + ": " + f.Assertion
}

// place is file:line and the module calls that lead there. For a downloaded module it
// begins with the call, which is where the reader can change something.
func place(f finding.Finding) string {
	if at := entry(f); f.Location.Downloaded && at.File != f.Location.File {
		return at.String() + ", which calls the downloaded module; declared at " + f.At()
	}
	s := f.At()
	for _, c := range f.Location.Callers {
		s += ", called from " + c.String()
	}
	return s
}

// elsewhere lists where in other files the finding's attributes are set: a companion often
// stands apart from the resource it belongs to.
func elsewhere(f finding.Finding) []string {
	var out []string
	for _, e := range f.Evidence {
		if e.File == "" || e.File == f.Location.File {
			continue
		}
		if at := (finding.Place{File: e.File, Line: e.Line}).String(); !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// entry is the place that the reader can change: the finding's own or, for one inside a
// downloaded module, the innermost call that stands outside the downloaded ones.
func entry(f finding.Finding) finding.Place {
	if f.Location.Downloaded {
		for _, c := range f.Location.Callers {
			if !strings.Contains("/"+c.File, "/.terraform/") {
				return c
			}
		}
	}
	return finding.Place{File: f.Location.File, Line: f.Location.Line}
}

// citation is "164.312(b) Audit controls (required standard)". What a proposal would make of
// it stands behind what it is.
func citation(c finding.Citation) string {
	label := c.Kind
	if known, ok := hipaa.Lookup(c.ID); ok {
		label = known.Label()
	}
	if c.Proposed != "" {
		label += "; " + c.Proposed + " " + notLaw
	}
	return fmt.Sprintf("%s %s (%s)", c.ID, c.Title, label)
}

// shownEvidence bounds the attributes under a finding; the JSON report has all.
const shownEvidence = 6

// seen prints what the verdict rests on where there is no code to show, as in a plan.
func (p *printer) seen(evidence []finding.Evidence) {
	shown := 0
	for _, e := range evidence {
		if e.Value == "" || shown == shownEvidence {
			continue
		}
		label := "seen"
		if shown > 0 {
			label = ""
		}
		shown++
		call := ""
		if e.Call != "" {
			call = " (" + e.Call + ")"
		}
		p.labelled(4, label, fieldPad, e.Path+" = "+e.Value+call)
	}
}

// excerpt prints code with a gutter; a gap between line numbers is shown as one.
func (p *printer) excerpt(lines []finding.Line) {
	if len(lines) == 0 {
		return
	}
	digits := len(fmt.Sprint(lines[len(lines)-1].Number))
	p.blank()
	last := 0
	for _, l := range lines {
		if last != 0 && l.Number > last+1 {
			p.line(p.paint.dim(fmt.Sprintf("    %s ┊ …", strings.Repeat(" ", digits+2))))
		}
		last = l.Number
		code := cut(Plain(l.Text), p.width-digits-9)
		if l.Offending {
			p.line("    " + p.paint.alert(fmt.Sprintf("> %*d │ %s", digits, l.Number, code)))
			continue
		}
		p.line("    " + p.paint.dim(fmt.Sprintf("  %*d │ ", digits, l.Number)) + code)
	}
	p.blank()
}
