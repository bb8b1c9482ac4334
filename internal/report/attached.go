package report

import (
	"fmt"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// attachedNote stands wherever documents of other tools are shown.
const attachedNote = "Documents of other tools support citations and prove none: hipaactl counted what they say and checked nothing of it."

// attachedTool is "Trivy 0.58.1 (container-scan)".
func attachedTool(p finding.AttachedPart) string {
	tool := strings.TrimSpace(p.Tool + " " + p.Version)
	if tool == "" {
		tool = "a tool that the document does not name"
	}
	return tool + " (" + p.Kind + ")"
}

// attachedTime is when the tool ran and how long before the report that was: an old scan
// says little about what is there now.
func attachedTime(p finding.AttachedPart, report finding.Time) string {
	if p.Time == "" {
		return "the document does not tell when"
	}
	zone := ""
	if !strings.HasSuffix(p.Time, "Z") {
		zone = "Z"
	}
	then, err := time.Parse(time.RFC3339, p.Time+zone)
	if err != nil {
		return p.Time
	}
	at := p.Time
	if zone != "" {
		at += " (of no stated zone)"
	}
	now, err := time.Parse(time.RFC3339, report.Finished)
	if err != nil {
		return at
	}
	const day = 24 * time.Hour
	switch age := now.Sub(then); {
	case age <= -day:
		return at + ", which is after this report"
	case age < day:
		return at + ", within a day of this report"
	default:
		return at + ", " + Count(int(age/day), "day") + " before this report"
	}
}

// attachedCounts is "3 results: 1 error, 2 warning; 1 critical, 2 medium; 1 suppressed".
func attachedCounts(p finding.AttachedPart) string {
	var parts []string
	if r := p.Results; r != nil {
		parts = append(parts, Count(r.Total, "result"))
		if l := r.Levels; l != nil && r.Total > 0 {
			parts[0] += ": " + tallied([]finding.Count{{Name: "error", Count: l.Error}, {Name: "warning", Count: l.Warning}, {Name: "note", Count: l.Note}, {Name: "of no level", Count: l.None}})
		}
		s := r.Severities
		if r.Total > s.Other {
			parts = append(parts, tallied([]finding.Count{
				{Name: "critical", Count: s.Critical}, {Name: "high", Count: s.High}, {Name: "medium", Count: s.Medium}, {Name: "low", Count: s.Low}, {Name: "of no severity", Count: s.Other},
			}))
		}
		if r.Suppressed > 0 {
			parts = append(parts, fmt.Sprintf("%d more suppressed", r.Suppressed))
		}
	}
	if t := p.Tests; t != nil {
		s := Count(t.Total, "test")
		if t.Total > 0 {
			passed := t.Total - t.Failures - t.Errors - t.Skipped
			s += ": " + tallied([]finding.Count{{Name: "passed", Count: passed}, {Name: "failed", Count: t.Failures}, {Name: "ended with an error", Count: t.Errors}, {Name: "skipped", Count: t.Skipped}})
		}
		parts = append(parts, s)
	}
	if p.Components > 0 {
		parts = append(parts, Count(p.Components, "component"))
	}
	return strings.Join(parts, "; ")
}

// tallied is "1 error, 2 warning", without what there is none of.
func tallied(all []finding.Count) string {
	var parts []string
	for _, c := range all {
		if c.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.Count, c.Name))
		}
	}
	return strings.Join(parts, ", ")
}

// attachedFile is "trivy.sarif (SARIF 2.1.0, 1389 bytes, SHA-256 0123...)".
func attachedFile(a finding.Attached) string {
	return fmt.Sprintf("%s (%s, %d bytes, SHA-256 %s)", a.Name, a.Format, a.Bytes, a.Digest)
}

// attachedLine is one part of a document on one line, for formats that have place for no more.
func attachedLine(a finding.Attached, p finding.AttachedPart, report finding.Time) string {
	parts := []string{attachedTool(p), attachedTime(p, report)}
	if s := attachedCounts(p); s != "" {
		parts = append(parts, s)
	}
	if !p.Complete {
		parts = append(parts, "supports nothing: "+p.Why)
	}
	return strings.Join(append(parts, "from "+attachedFile(a)), "; ")
}

// attachedTo lists what supports a citation, a line for each, in order.
func attachedTo(r finding.Report, citation string) []string {
	var out []string
	for _, a := range r.Attached {
		for _, p := range a.Parts {
			for _, s := range p.Supports {
				if s.ID == citation {
					out = append(out, s.Reason+" "+attachedLine(a, p, r.Time))
				}
			}
		}
	}
	return out
}

// attachedAll is a line for each part and what it supports, and what that means.
func attachedAll(r finding.Report) string {
	var out []string
	for _, a := range r.Attached {
		for _, p := range a.Parts {
			line := attachedLine(a, p, r.Time)
			var ids []string
			for _, s := range p.Supports {
				ids = append(ids, "45 CFR "+s.ID)
			}
			if ids != nil {
				line += "; supports " + strings.Join(ids, ", ")
			}
			out = append(out, Plain(line))
		}
	}
	return strings.Join(append(out, attachedNote), "\n")
}

// attached prints what other tools found, and what that supports.
func (p *printer) attached(r finding.Report) {
	if len(r.Attached) == 0 {
		return
	}
	p.blank()
	p.heading("Evidence of other tools")
	for _, a := range r.Attached {
		p.blank()
		p.line("  " + p.paint.bold(Plain(a.Name)))
		p.field("file", fmt.Sprintf("%s, %d bytes, SHA-256 %s", a.Format, a.Bytes, a.Digest))
		for _, part := range a.Parts {
			p.field("by", attachedTool(part))
			p.field("time", attachedTime(part, r.Time))
			p.field("found", attachedCounts(part))
			if !part.Complete {
				p.hanging(2, p.paint.warn(fmt.Sprintf("%-*s", coveragePad, "supports")), coveragePad, "nothing: "+part.Why)
			}
			for i, s := range part.Supports {
				label := "supports"
				if i > 0 {
					label = ""
				}
				p.field(label, citation(s.Citation)+": "+s.Reason)
			}
		}
	}
	p.blank()
	p.field("", attachedNote)
}
