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

// What the status of a row says beside the verdicts: whoever reads the CSV alone has to see
// what was not looked at too.
const (
	rowRun     = "run"
	rowHidden  = "not shown"
	rowNotRead = "not read"
	rowNoRule  = "no rule for type"
	rowLeftOut = "rule left out"
	rowLaxer   = "laxer parameter"
	rowNothing = "nothing judged"
	rowNoCheck = "no automated check"
	rowSupport = "supporting evidence"
)

// csvRows are the rows in order: the run and what it did not see, the findings, each under
// all that its rule cites, and the citations that have no verdict.
func csvRows(r finding.Report, findings Findings) iter.Seq2[csvRow, error] {
	return func(yield func(csvRow, error) bool) {
		for _, row := range contextRows(r) {
			if !yield(row, nil) {
				return
			}
		}
		judged, listed := map[string]bool{}, 0
		for f, err := range findings {
			rule := r.Rules[f.Rule]
			row := csvRow{status: strings.ReplaceAll(string(f.Status), "_", " "), finding: f, rule: rule}
			listed++
			if (err != nil || len(rule.Citations) == 0) && !yield(row, err) {
				return
			}
			for _, row.citation = range rule.Citations {
				judged[row.citation.ID] = true
				if !yield(row, nil) {
					return
				}
			}
		}
		s := r.Summary
		rest := restRows(r, judged)
		if hidden := s.Fail + s.Unknown + s.Pass + s.NotApplicable + s.Waived - listed; hidden > 0 {
			rest = append(rest, plainRow(rowHidden, finding.Citation{}, Count(hidden, "finding")+" of this run, not listed here"))
		}
		for _, row := range rest {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// restRows are the citations that nothing judged, and those that no check can prove even
// where one gives evidence.
func restRows(r finding.Report, judged map[string]bool) []csvRow {
	unprovable := map[string]bool{}
	for _, c := range r.Coverage.Unprovable {
		unprovable[c.ID] = true
	}
	var rows []csvRow
	for _, known := range hipaa.All() {
		c := finding.Citation{ID: known.ID, Title: known.Title, Kind: string(known.Kind)}
		var row csvRow
		switch {
		case unprovable[c.ID]:
			row = plainRow(rowNoCheck, c, "no check of this run can prove it")
		case !judged[c.ID]:
			row = plainRow(rowNothing, c, "the rules that cite it met nothing to judge")
		default:
			continue
		}
		row.finding.Causes = []finding.Cause{{Settle: known.Provide}}
		rows = append(rows, row)
	}
	return rows
}

// contextRows say what was run, and what was not seen, judged or shown.
func contextRows(r finding.Report) []csvRow {
	rows := []csvRow{plainRow(rowRun, finding.Citation{}, runLine(r))}
	for _, g := range r.Gaps {
		row := plainRow(rowNotRead, finding.Citation{}, gapLine(g))
		row.finding.Resource.Root = g.Root
		row.finding.Location = finding.Location{File: g.File, Line: g.Line}
		row.finding.Causes = []finding.Cause{{What: g.What, Why: g.Why, Settle: g.Settle}}
		rows = append(rows, row)
	}
	for _, t := range r.Coverage.UnjudgedTypes {
		row := plainRow(rowNoRule, finding.Citation{}, Count(t.Count, "resource")+" that no rule judges")
		row.finding.Resource.Type = t.Name
		rows = append(rows, row)
	}
	for _, id := range r.Coverage.RulesSkipped {
		row := plainRow(rowLeftOut, finding.Citation{}, "the rule was left out of this run")
		row.finding.Rule, row.rule = id, r.Rules[id]
		rows = append(rows, row)
	}
	return append(append(rows, laxerRows(r)...), attachedRows(r)...)
}

// laxerRows are the thresholds that ask for less than their default, or than the profile.
func laxerRows(r finding.Report) []csvRow {
	var rows []csvRow
	add := func(rule, text string) {
		row := plainRow(rowLaxer, finding.Citation{}, text)
		row.finding.Rule, row.rule = rule, r.Rules[rule]
		rows = append(rows, row)
	}
	for _, p := range r.Parameters {
		if p.Laxer {
			add(p.Rule, fmt.Sprintf("%s = %v (default %v)", p.Name, p.Value, p.Default))
		}
	}
	if r.Profile != nil {
		for _, key := range r.Profile.Overridden {
			rule, name, _ := strings.Cut(key, ".")
			add(rule, name+" is set laxer than the profile "+r.Profile.Name+" has it")
		}
	}
	return rows
}

// attachedRows are what documents of other tools support, and those that support nothing.
func attachedRows(r finding.Report) []csvRow {
	var rows []csvRow
	for _, a := range r.Attached {
		for _, p := range a.Parts {
			line := attachedLine(a, p, r.Time)
			if !p.Complete || len(p.Supports) == 0 {
				rows = append(rows, plainRow(rowSupport, finding.Citation{}, line))
				continue
			}
			for _, s := range p.Supports {
				rows = append(rows, plainRow(rowSupport, s.Citation, s.Reason+" "+line))
			}
		}
	}
	return rows
}

// plainRow is a row without a verdict.
func plainRow(status string, c finding.Citation, message string) csvRow {
	return csvRow{status: status, citation: c, finding: finding.Finding{Message: message}}
}

// runLine says what made the rows, and of what.
func runLine(r finding.Report) string {
	parts := []string{strings.TrimSpace(cmp.Or(r.Tool.Name, "hipaactl") + " " + r.Tool.Version)}
	if r.Tool.Policies != "" {
		parts = append(parts, "policies SHA-256 "+r.Tool.Policies)
	}
	names := make([]string, len(r.Sources))
	for i, s := range r.Sources {
		names[i] = s.Name
	}
	if slices.Sort(names); len(names) > 0 {
		parts = append(parts, "read "+strings.Join(names, ", "))
	}
	if r.Profile != nil {
		parts = append(parts, "profile "+r.Profile.String())
	}
	if r.Complete {
		return strings.Join(append(parts, "complete"), csvJoin)
	}
	return strings.Join(append(parts, "incomplete"), csvJoin)
}
