package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// What GitHub shows of one step: 10 errors, 10 warnings and 10 notices. A job shows 50
// annotations. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
const (
	maxAnnotations = 10
	maxTitle       = 255
	// shownThresholds keeps a notice short enough to be read.
	shownThresholds = 20
)

// GitHub writes workflow commands, which the runner shows as annotations of a commit's files:
// unwaived fails, the most severe first and as many as GitHub shows, what was not read, which
// thresholds are laxer, and at last one notice that counts everything.
func GitHub(w io.Writer, r finding.Report) error {
	r = sorted(r)
	var b strings.Builder
	shown, all := 0, mostSevere(anchored(r.Findings), r.Baseline != nil)
	left := map[string]int{"error": maxAnnotations, "warning": maxAnnotations, "notice": maxAnnotations - 1} // one is for the count
	if len(r.Gaps) > 0 {
		left["warning"]--
		b.WriteString(notRead(r.Gaps).String())
	}
	if lax := laxer(r); len(lax) > 0 {
		left["notice"]--
		b.WriteString(askedLess(lax).String())
	}
	for _, f := range all {
		level := annotationLevel(f.Severity)
		if left[level] == 0 {
			continue
		}
		left[level]--
		shown++
		b.WriteString(annotate(level, f, r.Rules[f.Rule]).String())
	}
	b.WriteString(tally(r, max(r.Summary.Fail, len(all))-shown).String())
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write GitHub annotations: %w", err)
	}
	return nil
}

// mostSevere are the unwaived fails, the most severe first and among those of one severity
// the new ones, where that is known.
func mostSevere(findings []finding.Finding, compared bool) []finding.Finding {
	var out []finding.Finding
	for _, f := range findings {
		if f.Status == finding.Fail && f.Waiver == nil {
			out = append(out, f)
		}
	}
	age := func(f finding.Finding) int {
		if compared && f.Baseline != "new" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.Severity.Rank(), b.Severity.Rank()), cmp.Compare(age(a), age(b)))
	})
	return out
}

func annotationLevel(s finding.Severity) string {
	switch s {
	case finding.Critical, finding.High:
		return "error"
	case finding.Medium:
		return "warning"
	default:
		return "notice"
	}
}

// annotation is one workflow command. Its lines are made plain before they are joined, so that
// nothing from outside can end the command and begin another.
type annotation struct {
	level     string
	file      string
	line, end int
	title     string
	lines     []string
}

func annotate(level string, f finding.Finding, rule finding.Rule) annotation {
	at := entry(f)
	a := annotation{
		level: level, file: at.File, line: at.Line,
		title: string(f.Severity) + ": " + strings.TrimSpace(f.Rule+" "+title(f, rule)), lines: []string{named(f) + ": " + f.Message},
	}
	if at.File == f.Location.File && f.Location.EndLine > at.Line {
		a.end = f.Location.EndLine
	}
	if f.Baseline == "unchanged" {
		a.lines = append(a.lines, "It was there before.")
	}
	if rule.Remediation != "" {
		a.lines = append(a.lines, "How to fix: "+strings.Join(strings.Fields(rule.Remediation), " "))
	}
	for _, c := range rule.Citations {
		a.lines = append(a.lines, "45 CFR "+citation(c))
	}
	return a
}

// notRead warns of what was not read: annotations alone must not look like a clean result.
func notRead(gaps []finding.Gap) annotation {
	a := annotation{level: "warning", title: fmt.Sprintf("hipaactl: %s, so this result is incomplete", Count(len(gaps), "gap"))}
	groups := alikeGaps(gaps)
	for _, same := range groups[:min(len(groups), shownInstances)] {
		line := gapLine(same[0])
		if len(same) > 1 {
			line = fmt.Sprintf("%s, %d times: %s", lostCall(same[0]), len(same), same[0].Why)
		}
		a.lines = append(a.lines, line)
	}
	if more := len(groups) - shownInstances; more > 0 {
		a.lines = append(a.lines, fmt.Sprintf("and %d more", more))
	}
	return a
}

// askedLess names the thresholds that ask for less: what passes by them is no clean result.
func askedLess(lax []string) annotation {
	a := annotation{level: "notice", title: "hipaactl: " + Count(len(lax), "laxer threshold")}
	for _, text := range lax[:min(len(lax), shownThresholds)] {
		a.lines = append(a.lines, cut(text, maxTitle))
	}
	if more := len(lax) - shownThresholds; more > 0 {
		a.lines = append(a.lines, fmt.Sprintf("and %d more", more))
	}
	return a
}

// tally counts everything, what is shown nowhere else included.
func tally(r finding.Report, hidden int) annotation {
	s := r.Summary
	text := fmt.Sprintf("%d failed%s, %d unknown, %d passed, %d not applicable", s.Fail, severities(r), s.Unknown, s.Pass, s.NotApplicable)
	if s.Waived > 0 {
		text += fmt.Sprintf(", %d waived", s.Waived)
	}
	a := annotation{level: "notice", title: "hipaactl", lines: []string{text}}
	if hidden > 0 {
		a.lines = append(a.lines, fmt.Sprintf("%s not annotated, the mildest: GitHub shows %d of a kind.", Count(hidden, "failure"), maxAnnotations))
	}
	if r.Profile != nil {
		a.lines = append(a.lines, "Profile "+r.Profile.String())
	}
	return a
}

// String is "::error file=db.tf,line=12,endLine=14,title=...::message", with a line's end.
// Escapes are those of the toolkit, packages/core/src/command.ts in actions/toolkit.
func (a annotation) String() string {
	var properties []string
	if a.file != "" {
		properties = append(properties, "file="+property(Plain(a.file)), fmt.Sprintf("line=%d", max(a.line, 1)))
	}
	if a.end > 0 {
		properties = append(properties, fmt.Sprintf("endLine=%d", a.end))
	}
	properties = append(properties, "title="+property(cut(Plain(a.title), maxTitle)))
	lines := make([]string, len(a.lines))
	for i, l := range a.lines {
		lines[i] = Plain(l)
	}
	return "::" + a.level + " " + strings.Join(properties, ",") + "::" + data(strings.Join(lines, "\n")) + "\n"
}

// data escapes a command's message, property what stands before it.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
