package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// shownGone bounds the entries of a baseline that are listed; the JSON report has all.
const shownGone = 12

// fresh is the report without what was there before, so that what is new is not lost in it.
func fresh(r finding.Report) finding.Report {
	if r.Baseline == nil {
		return r
	}
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f finding.Finding) bool { return known(r, f) })
	return r
}

// unchanged counts by rule what was there before.
func (p *printer) unchanged(r finding.Report) {
	if r.Baseline == nil {
		return
	}
	fails, unknowns := 0, 0
	by := map[string]int{}
	for _, f := range r.Findings {
		switch {
		case !known(r, f):
			continue
		case f.Status == finding.Fail:
			fails++
		default:
			unknowns++
		}
		by[f.Rule]++
	}
	if len(by) == 0 {
		return
	}
	p.heading("Unchanged since " + Plain(r.Baseline.Of) + ": " + amount(fails, unknowns))
	p.blank()
	rules := sortedKeys(by)
	slices.SortStableFunc(rules, func(a, b string) int { return cmp.Compare(by[b], by[a]) })
	for _, id := range rules {
		row := fmt.Sprintf("  %5d  ", by[id])
		p.line(p.paint.dim(row) + cut(Plain(id+"  "+r.Rules[id].Title), p.width-len(row)))
	}
	p.blank()
}

// amount is "2 failures and 1 unknown verdict", without what there is none of.
func amount(fails, unknowns int) string {
	var parts []string
	if fails > 0 {
		parts = append(parts, Count(fails, "failure"))
	}
	if unknowns > 0 {
		parts = append(parts, Count(unknowns, "unknown verdict"))
	}
	return strings.Join(parts, " and ")
}

// gone lists the entries of a baseline file that stand for nothing any more. Those that the
// run cannot tell about are counted: they stay in the file.
func (p *printer) gone(b *finding.Baseline) {
	if b == nil || len(b.Gone) == 0 {
		return
	}
	var stale []finding.Gone
	unseen := 0
	for _, g := range b.Gone {
		if g.Why == "not read" || g.Why == "unknown" {
			unseen++
			continue
		}
		stale = append(stale, g)
	}
	if len(stale) > 0 {
		p.heading("No longer as in " + Plain(b.Of) + ": " + Count(len(stale), "finding"))
		p.blank()
		for _, g := range stale[:min(len(stale), shownGone)] {
			p.line("  " + p.paint.dim(fmt.Sprintf("%-8s", g.Why)) + cut(Plain(goneSubject(g)), p.width-10))
		}
		if more := len(stale) - shownGone; more > 0 {
			p.line(p.paint.dim(fmt.Sprintf("  and %d more", more)))
		}
		if b.Kind == "file" {
			p.labelled(2, "", 0, "hipaactl baseline --prune takes them out of the file.")
		}
		p.blank()
	}
	if unseen > 0 {
		p.labelled(0, "", 0, fmt.Sprintf("%s of %s could not be looked for: the run did not read, or could not judge, what was found there.", Count(unseen, "finding"), b.Of))
		p.blank()
	}
}

func goneSubject(g finding.Gone) string {
	rule := g.Rule
	if g.Assertion != "" {
		rule += "/" + g.Assertion
	}
	s := rule + "  " + g.Address
	if g.Root != "" && g.Root != "." {
		s += "  " + g.Root
	}
	return s
}

// compared says below the verdict what the gate did not look at.
func (p *printer) compared(b *finding.Baseline) {
	if b == nil {
		return
	}
	name := "since " + b.Of
	if b.Kind == "file" {
		name = "baseline " + b.Of
	}
	p.hanging(0, "        ", 8, fmt.Sprintf("%d new, %d unchanged, %d fixed (%s)", b.New, b.Unchanged, b.Fixed, name))
}
