package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// JSON writes the canonical report, described by docs/schema/report.v1.json: the whole of
// it, sorted, with empty lists written as lists.
func JSON(w io.Writer, r finding.Report) error {
	r = canonical(r)
	return StreamJSON(w, r, Each(r.Findings))
}

// StreamJSON is JSON of a report whose findings come one by one, in order, so that a report
// of any length takes little memory. It ends with the error of the findings, if they have one.
func StreamJSON(w io.Writer, r finding.Report, findings Findings) error {
	r.Findings = nil
	if err := writeReport(w, canonical(r), findings); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// noFindings is what the indented report holds in the place of its findings. No string of
// the report can hold it, since JSON writes no line break inside of one.
const noFindings = "\n  \"findings\": []"

// batch is about how many bytes are written at a time.
const batch = 1 << 16

func writeReport(w io.Writer, r finding.Report, findings Findings) error {
	r.Findings = []finding.Finding{}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return err
	}
	before, after, _ := strings.Cut(b.String(), noFindings)
	b.Reset()
	b.WriteString(before)
	b.WriteString(strings.TrimSuffix(noFindings, "]"))
	between, closing := "\n    ", ""
	e.SetIndent("    ", "  ")
	var one finding.Finding // its address is not a new one for each
	for f, err := range findings {
		if err != nil {
			return err
		}
		b.WriteString(between)
		one = complete(f)
		if err := e.Encode(&one); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // the encoder ends a line
		between, closing = ",\n    ", "\n  "
		if b.Len() < batch {
			continue
		}
		if _, err := b.WriteTo(w); err != nil {
			return err
		}
	}
	b.WriteString(closing + "]" + after)
	_, err := b.WriteTo(w)
	return err
}

// canonical is the report sorted, with no list or map left nil, so that readers of the
// JSON never meet null in a list's place. Findings are completed one by one.
func canonical(r finding.Report) finding.Report {
	r = sorted(r)
	r.Schema = finding.Schema
	r.Sources = list(r.Sources)
	rules := make(map[string]finding.Rule, len(r.Rules))
	for id, rule := range r.Rules {
		rule.Citations, rule.References = list(rule.Citations), list(rule.References)
		rules[id] = rule
	}
	if r.Profile != nil {
		profile := *r.Profile
		profile.Overridden = list(profile.Overridden)
		r.Profile = &profile
	}
	if r.Baseline != nil {
		b := *r.Baseline
		b.Gone = list(b.Gone)
		r.Baseline = &b
	}
	r.Rules = rules
	r.Gaps = list(r.Gaps)
	r.Parameters = list(r.Parameters)
	c := &r.Coverage
	c.Roots, c.Notes = list(c.Roots), list(c.Notes)
	c.UnjudgedTypes, c.UnknownByCause = list(c.UnjudgedTypes), list(c.UnknownByCause)
	c.Citations, c.Unprovable = list(c.Citations), list(c.Unprovable)
	c.Calls, c.Accounts = list(c.Calls), slices.Clone(list(c.Accounts))
	for i := range c.Accounts {
		c.Accounts[i].Regions = list(c.Accounts[i].Regions)
	}
	return r
}

// complete is a finding with no list left nil.
func complete(f finding.Finding) finding.Finding {
	f.Paths, f.Causes, f.Evidence = list(f.Paths), list(f.Causes), list(f.Evidence)
	f.Location.Callers = list(f.Location.Callers)
	return f
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
