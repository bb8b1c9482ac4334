package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// mdHead is the verdict, which is never cut.
func mdHead(r finding.Report, gate Gate, hidden int) string {
	out := gate.Judge(r)
	word := map[int]string{ExitTripped: "failed", ExitIncomplete: "incomplete"}[out.Code]
	s := r.Summary
	line := fmt.Sprintf("%d failed%s, %d unknown, %d passed, %d not applicable", s.Fail, severities(r), s.Unknown, s.Pass, s.NotApplicable)
	if s.Waived > 0 {
		line += fmt.Sprintf(", %d waived", s.Waived)
	}
	var b strings.Builder
	b.WriteString(MarkdownMarker + "\n\n# HIPAA Security Rule: " + cmp.Or(word, "passed") + "\n\n**" + line + "**; " + out.String() + ".\n")
	if !r.Complete {
		b.WriteString("\n**Not complete:** " + Count(len(r.Gaps), "gap") + ", see below" + allowed(r) + ".\n")
	}
	if hidden > 0 {
		b.WriteString("\n" + Count(hidden, "finding") + " below the severity to display.\n")
	}
	if r.Profile != nil {
		b.WriteString("\n**Profile:** " + mdText(cut(r.Profile.String(), maxField)) + ".")
		if r.Profile.NotLaw {
			b.WriteString(" It asks for what is proposed and is not law.")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// mdScope says what was asked for and what was seen, and when.
func mdScope(r finding.Report) mdSection {
	var b strings.Builder
	c := r.Coverage
	complete := "everything that was asked for was read"
	if !r.Complete {
		complete = "**no**, something that was asked for was not read"
	}
	for _, item := range [][2]string{
		{"Time", mdTime(r.Time)},
		{"Asked for", mdSources(r.Sources)},
		{"Repository", mdRepository(r.Repository)},
		{"Read", mdText(readLine(c))},
		{"Calls", mdText(callsLine(c.Calls))},
		{"Complete", complete},
		{"Judged", fmt.Sprintf("%d of %s by %s", c.Judged, Count(c.Resources, "resource"), Count(c.RulesEvaluated, "rule"))},
		{"Rules left out", mdCodes(c.RulesSkipped)},
		{"No rule for", mdText(cut(counts(c.UnjudgedTypes, "type"), 2*maxField))},
		{"Unknown by", mdText(cut(counts(c.UnknownByCause, "cause"), 2*maxField))},
		{"PHI", mdPHI(r)},
	} {
		if item[1] != "" {
			b.WriteString("- " + item[0] + ": " + item[1] + "\n")
		}
	}
	return mdSection{title: "Scope", intro: b.String(), share: 20}
}

// maxField bounds a text, in characters.
const maxField = 300

func mdTime(t finding.Time) string {
	if t.Started == t.Finished {
		return mdText(t.Started)
	}
	return mdText(t.Started + " to " + t.Finished)
}

func mdSources(all []finding.Source) string {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = cut(s.Name, maxField)
	}
	return mdCodes(names)
}

func mdRepository(r *finding.Repository) string {
	if r == nil {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(mdCode(cut(r.URL, maxField))+" at "+mdCode(r.Revision), " at "), " at ")
}

func mdPHI(r finding.Report) string {
	var parts []string
	if r.PHIOnly != nil {
		parts = append(parts, scopeOf(*r.PHIOnly))
	}
	if r.Inventory != nil {
		holding := 0
		for _, a := range r.Inventory.Assets {
			if a.PHI == "yes" {
				holding++
			}
		}
		parts = append(parts, fmt.Sprintf("%d of %s hold PHI", holding, Count(len(r.Inventory.Assets), "asset")))
	}
	return strings.Join(parts, "; ")
}

// mdCitations is the rule's own view: how its safeguards and citations stand.
func mdCitations(r finding.Report) mdSection {
	all := standings(r)
	var b strings.Builder
	columns := []string{"Safeguards"}
	for _, v := range verdicts() {
		columns = append(columns, string(v)+":")
	}
	b.WriteString(mdTable(columns...))
	for _, s := range safeguards() {
		by := map[verdict]int{}
		for _, c := range all {
			if strings.HasPrefix(c.ID, s.ID) {
				by[c.Verdict]++
			}
		}
		cells := []string{s.ID + " " + s.Name}
		for _, v := range verdicts() {
			cells = append(cells, fmt.Sprint(by[v]))
		}
		b.WriteString(mdRow(cells...))
	}
	b.WriteString("\nThe numbers above are citations, those below are verdicts of checks.\n\n")
	b.WriteString(mdTable("Citation", "Title", "Specification", "Verdict", "Failed:", "Unknown:", "Passed:", "Waived:"))
	section := mdSection{title: "By safeguard and citation", noun: "citation", share: 20}
	listed := map[string]bool{}
	for _, c := range r.Coverage.Unprovable {
		listed[c.ID] = true // in a section of their own
	}
	all = slices.DeleteFunc(all, func(c standing) bool {
		n := c.Summary
		return listed[c.ID] && n.Fail+n.Unknown+n.Pass+n.Waived == 0
	})
	section.intro, section.total, section.items = b.String(), len(all), lines(all, func(c standing) string {
		n := c.Summary
		return mdRow(c.ID, c.Title, c.Label(), string(c.Verdict), fmt.Sprint(n.Fail), fmt.Sprint(n.Unknown), fmt.Sprint(n.Pass), fmt.Sprint(n.Waived))
	})
	if citesAddressable(r) {
		section.outro = "\n" + hipaa.Addressable + "\n"
	}
	return section
}
