package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// JSON writes the canonical report, described by docs/schema/report.v1.json: the whole of
// it, sorted, with empty lists written as lists.
func JSON(w io.Writer, r finding.Report) error {
	r = canonical(r)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// canonical is the report sorted, with no list or map left nil, so that readers of the
// JSON never meet null in a list's place.
func canonical(r finding.Report) finding.Report {
	r = sorted(r)
	r.Schema = finding.Schema
	r.Sources = list(r.Sources)
	r.Findings = list(r.Findings)
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Paths, f.Causes, f.Evidence = list(f.Paths), list(f.Causes), list(f.Evidence)
		f.Location.Callers = list(f.Location.Callers)
	}
	rules := make(map[string]finding.Rule, len(r.Rules))
	for id, rule := range r.Rules {
		rule.Citations, rule.References = list(rule.Citations), list(rule.References)
		rules[id] = rule
	}
	r.Rules = rules
	r.Gaps = list(r.Gaps)
	r.Parameters = list(r.Parameters)
	c := &r.Coverage
	c.Roots, c.Notes = list(c.Roots), list(c.Notes)
	c.UnjudgedTypes, c.UnknownByCause = list(c.UnjudgedTypes), list(c.UnknownByCause)
	c.Citations, c.Unprovable = list(c.Citations), list(c.Unprovable)
	return r
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func compareGaps(a, b finding.Gap) int {
	return cmp.Or(
		cmp.Compare(a.Root, b.Root), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.What, b.What), cmp.Compare(a.Why, b.Why), cmp.Compare(a.Settle, b.Settle),
	)
}
