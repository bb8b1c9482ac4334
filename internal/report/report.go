// Package report turns a finding.Report into bytes, one file per format, and into an
// exit code (Gate). It decides nothing about findings: every format is a function of the
// report alone, and the same report gives the same bytes.
package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// Format writes a report in one format. Errors are the writer's.
type Format func(io.Writer, finding.Report) error

// formats are the formats by name. Text has options of its own: see NewText.
var formats = map[string]Format{
	"asff":     ASFF,
	"csv":      CSV,
	"github":   GitHub,
	"gitlab":   GitLab,
	"html":     HTML,
	"json":     JSON,
	"junit":    JUnit,
	"markdown": NewMarkdown(MarkdownOptions{}),
	"ocsf":     OCSF,
	"oscal":    OSCAL,
	"sarif":    SARIF,
	"text":     NewText(TextOptions{}),
}

// Names lists the formats in order.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

// Lookup finds a format. The error lists the valid names.
func Lookup(name string) (Format, error) {
	if f, ok := formats[name]; ok {
		return f, nil
	}
	return nil, fmt.Errorf("unknown format %q (want %s)", name, strings.Join(Names(), ", "))
}

// AtLeast is the report without the fails and unknowns milder than floor, for display
// alone: the summary still counts everything, and the gate must be given the whole report.
func AtLeast(r finding.Report, floor finding.Severity) finding.Report {
	kept := make([]finding.Finding, 0, len(r.Findings))
	for _, f := range r.Findings {
		if f.Status == finding.Pass || f.Status == finding.NotApplicable || f.Severity.AtLeast(floor) {
			kept = append(kept, f)
		}
	}
	r.Findings = kept
	return r
}

// sorted is the report with its lists in their one order, whatever order they came in.
// It does not touch the caller's lists, and copies that of findings only where it must.
func sorted(r finding.Report) finding.Report {
	if !finding.IsSorted(r.Findings) {
		r.Findings = slices.Clone(r.Findings)
		finding.Sort(r.Findings)
	}
	r.Gaps = slices.Clone(r.Gaps)
	slices.SortStableFunc(r.Gaps, compareGaps)
	return r
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
