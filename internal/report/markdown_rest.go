package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// lines are the lines of a list, each made when there is room for it.
func lines[T any](all []T, line func(T) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, v := range all {
			if !yield(line(v)) {
				return
			}
		}
	}
}

// mdUnknown lists what could not be judged by what hides it.
func mdUnknown(r finding.Report) mdSection {
	groups := byCause(r)
	if len(groups) == 0 {
		return mdSection{}
	}
	return mdSection{title: "Unknown", items: lines(groups, mdUnseen), total: len(groups), noun: "unknown cause", share: 15}
}

func mdUnseen(g *unseen) string {
	var b strings.Builder
	for i, c := range g.causes {
		b.WriteString([]string{"- ", "  and "}[min(i, 1)] + mdText(cut(causeLine(c), maxCell)))
		if c.Settle != "" {
			b.WriteString("; to settle it: " + mdText(cut(c.Settle, maxCell)))
		}
		b.WriteByte('\n')
	}
	for _, s := range g.subjects[:min(len(g.subjects), shownInstances)] {
		b.WriteString("  - " + mdCode(cut(s, maxCell)) + "\n")
	}
	if more := len(g.subjects) - shownInstances; more > 0 {
		fmt.Fprintf(&b, "  - and %d more\n", more)
	}
	return b.String()
}

// mdGaps lists what was asked for and not read, and what the source has to say.
func mdGaps(r finding.Report) mdSection {
	groups := alikeGaps(r.Gaps)
	if len(groups)+len(r.Coverage.Notes) == 0 {
		return mdSection{}
	}
	section := mdSection{title: "Not read", items: lines(groups, mdGap), total: len(groups), noun: "gap", share: 15}
	for _, n := range r.Coverage.Notes[:min(len(r.Coverage.Notes), shownInstances)] {
		section.outro += "- Note: " + mdText(cut(n, maxCell)) + "\n"
	}
	if more := len(r.Coverage.Notes) - shownInstances; more > 0 {
		section.outro += "- " + Count(more, "more note") + "\n"
	}
	return section
}

func mdGap(same []finding.Gap) string {
	g := same[0]
	text := mdText(cut(gapLine(g), maxCell))
	if len(same) > 1 {
		text = mdText(cut(fmt.Sprintf("%s, %d times: %s", lostCall(g), len(same), g.Why), maxCell))
	}
	if g.Settle != "" {
		text += "; to settle it: " + mdText(cut(g.Settle, maxCell))
	}
	if len(same) > 1 {
		text += "; not read: " + mdText(cut(subjects(same), maxCell))
	}
	return "- " + text + "\n"
}

// mdWaivers lists the accepted findings, and marks a risk accepted where the rule requires.
func mdWaivers(r finding.Report) mdSection {
	var waived []finding.Finding
	for _, f := range r.Findings {
		if f.Waiver != nil {
			waived = append(waived, f)
		}
	}
	if len(waived) == 0 {
		return mdSection{}
	}
	row := func(f finding.Finding) string {
		w := *f.Waiver
		kind := mdText(cut(w.Kind, maxCell))
		switch rule := r.Rules[f.Rule]; {
		case w.Kind != "risk-acceptance":
		case required(rule):
			kind = "**" + kind + " of a required specification**"
		case wouldBe(rule):
			kind = "**" + kind + " of what the proposed rule would require**"
		}
		reason := w.Reason
		if w.Measure != "" {
			reason += "; instead: " + w.Measure
		}
		return mdRow(mdCode(cut(strings.TrimSpace(f.Rule+" "+f.Assertion), maxCell)), mdCode(cut(f.Resource.Address, maxCell)), mdWhere(f),
			kind, mdText(cut(reason, maxCell)), mdCode(cut(w.Approver, maxCell)), mdText(cut(w.Expires, maxCell)))
	}
	return mdSection{
		title: "Waived", intro: mdTable("Rule", "Resource", "Where", "Kind", "Reason", "Approver", "Expires"),
		items: lines(waived, row), total: len(waived), noun: "waived finding", share: 15,
	}
}

// mdThresholds lists the parameters that differ from their default.
func mdThresholds(r finding.Report) mdSection {
	row := func(p finding.Parameter) string {
		laxer := ""
		if p.Laxer {
			laxer = "**laxer**"
		}
		return mdRow(mdCode(cut(p.Rule+"."+p.Name, maxCell)), mdCode(cut(fmt.Sprint(p.Value), maxCell)), mdCode(cut(fmt.Sprint(p.Default), maxCell)), laxer)
	}
	overridden := ""
	if r.Profile != nil && len(r.Profile.Overridden) > 0 {
		overridden = "Set laxer than the profile has it: " + mdCodes(r.Profile.Overridden) + ".\n"
	}
	switch {
	case len(r.Parameters) > 0:
		return mdSection{
			title: "Thresholds", intro: mdTable("Parameter", "Set to", "Default", "Demands"), items: lines(r.Parameters, row), total: len(r.Parameters),
			noun: "parameter", share: 5, outro: strings.Repeat("\n", min(len(overridden), 1)) + overridden,
		}
	case overridden != "":
		return mdSection{title: "Thresholds", intro: overridden, share: 5}
	}
	return mdSection{}
}

// mdBaseline says what changed since what the run was compared with.
func mdBaseline(r finding.Report) mdSection {
	if r.Baseline == nil {
		return mdSection{}
	}
	b := *r.Baseline
	s := mdSection{
		title: "Compared with an earlier state", noun: "baseline finding", share: 5,
		intro: fmt.Sprintf("Compared with the %s %s: %d new, %d unchanged, %d fixed.\n", mdText(b.Kind), mdCode(cut(b.Of, maxCell)), b.New, b.Unchanged, b.Fixed),
	}
	if len(b.Gone) > 0 {
		s.intro += "\n" + mdTable("Rule", "Resource", "Root", "Why it is not matched")
		s.total, s.items = len(b.Gone), lines(b.Gone, func(g finding.Gone) string {
			return mdRow(mdCode(cut(strings.TrimSpace(g.Rule+" "+g.Assertion), maxCell)), mdCode(cut(g.Address, maxCell)), mdCode(cut(g.Root, maxCell)), mdText(g.Why))
		})
	}
	return s
}

// mdResults lists the reports that this one was merged from.
func mdResults(r finding.Report) mdSection {
	if len(r.Results) == 0 {
		return mdSection{}
	}
	return mdSection{
		title: "Merged from", intro: mdTable("Result", "Time", "Version", "Profile", "Findings counted:", "State", "SHA-256"),
		items: lines(r.Results, mdResult), total: len(r.Results), noun: "result", share: 10,
	}
}

func mdResult(m finding.Result) string {
	state := "complete"
	switch {
	case m.Problem != "":
		state = "**not read**: " + mdText(cut(m.Problem, maxCell))
	case !m.Complete:
		state = "**incomplete**"
	}
	return mdRow(mdCode(cut(m.Name, maxCell)), mdText(m.Time.Started), mdText(m.Tool.Version), mdText(m.Profile), fmt.Sprint(m.Counted), state, mdCode(m.Digest))
}

// mdAttached lists the documents of other tools, and what they support.
func mdAttached(r finding.Report) mdSection {
	var rows []string
	for _, a := range r.Attached {
		for _, p := range a.Parts {
			supports := make([]string, 0, len(p.Supports))
			for _, s := range p.Supports {
				supports = append(supports, mdText(s.ID))
			}
			text := strings.Join(supports, ", ")
			if !p.Complete {
				text = "**nothing**: " + mdText(cut(p.Why, maxCell))
			}
			rows = append(rows, mdRow(mdCode(cut(a.Name, maxCell)), mdText(cut(attachedTool(p), maxCell)), mdText(attachedTime(p, r.Time)),
				mdText(cut(attachedCounts(p), maxCell)), text, mdCode(a.Digest)))
		}
	}
	if len(rows) == 0 {
		return mdSection{}
	}
	return mdSection{
		title: "Evidence of other tools", intro: attachedNote + "\n\n" + mdTable("Document", "Tool", "Time", "Found", "Supports", "SHA-256"),
		items: slices.Values(rows), total: len(rows), noun: "document part", share: 10,
	}
}

// mdPassed counts what was examined and holds: that is evidence too.
func mdPassed(r finding.Report) mdSection {
	passes := map[string]int{}
	for _, f := range r.Findings {
		if f.Status == finding.Pass && f.Waiver == nil {
			passes[f.Rule]++
		}
	}
	if len(passes) == 0 {
		return mdSection{}
	}
	row := func(id string) string {
		return mdRow(mdText(id), mdText(cut(r.Rules[id].Title, maxCell)), fmt.Sprint(passes[id]))
	}
	return mdSection{
		title: "Passed", intro: "A pass is evidence, not proof of compliance. The JSON and the CSV list each one.\n\n" + mdTable("Rule", "Title", "Passed:"),
		items: lines(sortedKeys(passes), row), total: len(passes), noun: "passing rule", share: 10,
	}
}

// mdUnprovable lists the citations that no check of the run proves, with what to show instead.
func mdUnprovable(r finding.Report) mdSection {
	all := slices.Clone(r.Coverage.Unprovable)
	slices.SortStableFunc(all, func(a, b finding.Citation) int { return hipaa.Compare(a.ID, b.ID) })
	if len(all) == 0 {
		return mdSection{}
	}
	row := func(c finding.Citation) string {
		known, _ := hipaa.Lookup(c.ID)
		return mdRow(mdText(c.ID), mdText(cut(c.Title, maxCell)), mdText(label(c)), mdText(known.Provide))
	}
	return mdSection{
		title: "What no check of this run can prove",
		intro: fmt.Sprintf("%d of the rule's %d citations: what proves them are documents, contracts, people and buildings, other kinds of scan, or rules that were not part of this run.\n\n", len(all), len(hipaa.All())) +
			mdTable("Citation", "Title", "Specification", "What to show an auditor instead"),
		items: lines(all, row), total: len(all), noun: "unprovable citation", share: 20,
	}
}

// mdTool says what made the report.
func mdTool(r finding.Report) mdSection {
	text := "- Made by: " + mdText(strings.TrimSpace(cmp.Or(r.Tool.Name, "hipaactl")+" "+cut(r.Tool.Version, maxCell))) + "\n"
	if r.Tool.Policies != "" {
		text += "- Policies, SHA-256: " + mdCode(r.Tool.Policies) + "\n"
	}
	return mdSection{title: "Method", intro: text + "- Each verdict is that of one rule on one resource. The policies say what they read and when they deny.\n", share: 5}
}
