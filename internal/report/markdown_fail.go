package report

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// mdEvidence bounds the attributes beside a failure, and maxCell the characters of a text in a
// cell; the JSON report has all.
const (
	mdEvidence = 3
	maxCell    = 600
)

// mdFailures lists the unwaived fails, the most severe first, under what they share: the
// severity, the rule and what to do.
func mdFailures(r finding.Report) mdSection {
	all := mostSevere(r.Findings, false)
	slices.SortStableFunc(all, func(a, b finding.Finding) int {
		if c := a.Severity.Rank() - b.Severity.Rank(); c != 0 {
			return c
		}
		return strings.Compare(a.Rule+"\x00"+a.Assertion, b.Rule+"\x00"+b.Assertion)
	})
	if len(all) == 0 {
		return mdSection{title: "Failures", intro: "None.\n", noun: "failure"}
	}
	return mdSection{title: "Failures", items: mdFailureRows(r, all), total: len(all), noun: "failure"}
}

func mdFailureRows(r finding.Report, all []finding.Finding) iter.Seq[string] {
	return func(yield func(string) bool) {
		group := ""
		for i, f := range all {
			row := mdFailure(f)
			if key := string(f.Severity) + "\x00" + f.Rule + "\x00" + f.Assertion; i == 0 || key != group {
				row = strings.Repeat("\n", min(i, 1)) + mdFailureGroup(f, r.Rules[f.Rule]) + row
				group = key
			}
			if !yield(row) {
				return
			}
		}
	}
}

// mdFailureGroup is what failures of one rule share.
func mdFailureGroup(f finding.Finding, rule finding.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s: %s %s\n\n", capital(string(f.Severity)), mdText(f.Rule), mdText(cut(title(f, rule), maxCell)))
	for _, part := range []struct{ label, text string }{
		{"Cites", mdCites(rule)}, {"Why", mdText(cut(rule.Description, maxCell))}, {"How to fix", mdText(cut(rule.Remediation, maxCell))},
	} {
		if part.text != "" {
			b.WriteString("- " + part.label + ": " + part.text + "\n")
		}
	}
	return b.String() + "\n" + mdTable("Resource", "Where", "What was found", "PHI")
}

func mdFailure(f finding.Finding) string {
	what := mdText(cut(f.Message, maxCell))
	if seen := mdSeen(f.Evidence); seen != "" {
		what += " (" + seen + ")"
	}
	if f.Baseline != "" {
		what += "; " + mdText(f.Baseline)
	}
	return mdRow(mdCode(cut(f.Resource.Address, maxCell)), mdWhere(f), what, mdText(f.PHI))
}

// mdWhere is the place that the reader can change, and how it leads to the resource.
func mdWhere(f finding.Finding) string {
	at := entry(f)
	if at.File == "" {
		where := mdCode(cut(f.Resource.Root, maxCell))
		if f.Resource.ARN != "" {
			where = strings.TrimPrefix(where+", "+mdCode(cut(f.Resource.ARN, maxCell)), ", ")
		}
		return where
	}
	s := mdCode(cut(at.String(), maxCell))
	if at.File != f.Location.File {
		return s + ", which calls a downloaded module"
	}
	var from []string
	for _, c := range f.Location.Callers {
		from = append(from, cut(c.String(), maxCell))
	}
	if len(from) > 0 {
		s += ", called from " + mdCodes(from)
	}
	return s
}

func mdSeen(all []finding.Evidence) string {
	var parts []string
	for _, e := range all {
		if e.Value == "" {
			continue
		}
		if len(parts) == mdEvidence {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, mdCode(cut(e.Path+" = "+e.Value, maxCell)))
	}
	return strings.Join(parts, ", ")
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
