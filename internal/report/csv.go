package report

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

const csvJoin = "; "

// csvColumns are the columns, each with what it holds of a row.
var csvColumns = []struct {
	name string
	cell func(csvRow) string
}{
	{"citation", func(r csvRow) string { return r.citation.ID }},
	{"citation_title", func(r csvRow) string { return r.citation.Title }},
	{"specification", func(r csvRow) string { return label(r.citation) }},
	{"status", func(r csvRow) string { return r.status }},
	{"severity", func(r csvRow) string { return string(r.finding.Severity) }},
	{"waived", func(r csvRow) string { return r.waived() }},
	{"rule", func(r csvRow) string { return r.finding.Rule }},
	{"title", func(r csvRow) string { return r.rule.Title }},
	{"assertion", func(r csvRow) string { return r.finding.Assertion }},
	{"assertion_title", func(r csvRow) string { return r.rule.Assertions[r.finding.Assertion] }},
	{"message", func(r csvRow) string { return r.finding.Message }},
	{"address", func(r csvRow) string { return r.finding.Resource.Address }},
	{"type", func(r csvRow) string { return r.finding.Resource.Type }},
	{"root", func(r csvRow) string { return r.finding.Resource.Root }},
	{"source", func(r csvRow) string { return string(r.finding.Resource.Source) }},
	{"account", func(r csvRow) string { return r.finding.Resource.Account }},
	{"region", func(r csvRow) string { return r.finding.Resource.Region }},
	{"arn", func(r csvRow) string { return r.finding.Resource.ARN }},
	{"phi", func(r csvRow) string { return r.finding.PHI }},
	{"phi_why", func(r csvRow) string { return r.finding.PHIWhy }},
	{"file", func(r csvRow) string { return r.finding.Location.File }},
	{"line", func(r csvRow) string { return positive(r.finding.Location.Line) }},
	{"called_from", func(r csvRow) string { return callers(r.finding) }},
	{"evidence", func(r csvRow) string { return evidence(r.finding.Evidence) }},
	{"causes", func(r csvRow) string { return causes(r.finding.Causes) }},
	{"to_settle", func(r csvRow) string { return settles(r.finding.Causes) }},
	{"remediation", func(r csvRow) string { return r.rule.Remediation }},
	{"waiver_kind", func(r csvRow) string { return r.waiver().Kind }},
	{"waiver_reason", func(r csvRow) string { return r.waiver().Reason }},
	{"waiver_measure", func(r csvRow) string { return r.waiver().Measure }},
	{"waiver_approver", func(r csvRow) string { return r.waiver().Approver }},
	{"waiver_expires", func(r csvRow) string { return r.waiver().Expires }},
	{"baseline", func(r csvRow) string { return r.finding.Baseline }},
	{"proposed_not_law", func(r csvRow) string { return r.proposal() }},
	{"time", func(r csvRow) string { return r.time }},
	{"fingerprint", func(r csvRow) string { return r.finding.Fingerprint }},
}

// csvRow is one line: a finding under one citation, or something that has no verdict, told
// in the fields of a finding.
type csvRow struct {
	status   string
	citation finding.Citation
	finding  finding.Finding
	rule     finding.Rule
	time     string
}

func (r csvRow) waiver() finding.Waiver {
	if r.finding.Waiver == nil {
		return finding.Waiver{}
	}
	return *r.finding.Waiver
}

// waived is yes or no for what has a verdict.
func (r csvRow) waived() string {
	switch {
	case r.finding.Waiver != nil:
		return "yes"
	case r.finding.Status != "":
		return "no"
	}
	return ""
}

// proposal is what the proposed rule would make of the citation, and the paragraphs in which
// it asks for the same.
func (r csvRow) proposal() string {
	parts := slices.Clone(r.rule.Proposed)
	if r.citation.Proposed != "" {
		parts = append([]string{"would be " + r.citation.Proposed}, parts...)
	}
	return strings.Join(parts, csvJoin)
}

// CSV writes a row for each rule, resource and citation, as RFC 4180 has it: UTF-8, a header,
// lines that end in CR and LF. No cell is a formula to a spreadsheet: see inert. Each citation
// of the rule has a row, with a verdict or without.
func CSV(w io.Writer, r finding.Report) error {
	r = sorted(r)
	return StreamCSV(w, r, Each(r.Findings))
}

// StreamCSV is CSV of a report whose findings come one by one, in order.
func StreamCSV(w io.Writer, r finding.Report, findings Findings) error {
	r.Findings = nil
	r = sorted(r)
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		cells[i] = c.name
	}
	err := out.Write(cells)
	for row, wrong := range csvRows(r, findings) {
		if err = cmp.Or(err, wrong); err != nil {
			break
		}
		row.time = r.Time.Started
		for i, c := range csvColumns {
			cells[i] = inert(Plain(c.cell(row)))
		}
		err = out.Write(cells)
	}
	if out.Flush(); err == nil {
		err = out.Error()
	}
	if err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// starters begin a formula where a cell begins with one, in half or full width.
const starters = "=+-@\t\r＝＋－＠"

// inert is a cell that no spreadsheet takes for a formula. An apostrophe stands before what
// could begin one, at the start of the cell and, for programs that separate cells by
// semicolons, after each of these; white space and quotes may stand between.
// https://owasp.org/www-community/attacks/CSV_Injection
func inert(cell string) string {
	if !strings.ContainsAny(cell, starters) {
		return cell
	}
	parts := strings.SplitAfter(cell, ";")
	for i, part := range parts {
		lead := strings.TrimLeftFunc(part, func(r rune) bool {
			return !strings.ContainsRune(starters, r) && (unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("\"'`´＂＇", r))
		})
		if first, _ := utf8.DecodeRuneInString(lead); lead != "" && strings.ContainsRune(starters, first) {
			parts[i] = "'" + part
		}
	}
	return strings.Join(parts, "")
}

func label(c finding.Citation) string {
	if known, ok := hipaa.Lookup(c.ID); ok {
		return known.Label()
	}
	return c.Kind
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func callers(f finding.Finding) string {
	all := make([]string, len(f.Location.Callers))
	for i, c := range f.Location.Callers {
		all[i] = c.String()
	}
	return strings.Join(all, csvJoin)
}

func evidence(all []finding.Evidence) string {
	var out []string
	for _, e := range all {
		if e.Value != "" {
			out = append(out, e.Path+" = "+e.Value)
		}
	}
	return strings.Join(out, csvJoin)
}

func causes(all []finding.Cause) string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = causeLine(c)
	}
	return strings.Join(out, csvJoin)
}

func settles(all []finding.Cause) string {
	var out []string
	for _, c := range all {
		if c.Settle != "" && !slices.Contains(out, c.Settle) {
			out = append(out, c.Settle)
		}
	}
	return strings.Join(out, csvJoin)
}
