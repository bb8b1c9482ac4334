package report

import (
	"fmt"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// barWidth and barHeight are the measures of a chart's bar; charWidth is about that of a
// digit in it.
const (
	barWidth  = 320
	barHeight = 22
	charWidth = 9
)

// bar is a stacked bar in units of barWidth.
type bar struct {
	Width, Height int
	Segments      []segment
	// Text says in words what the bar shows.
	Text string
}

// segment is one piece: X and Width are units, Middle where its number stands.
type segment struct {
	Class            string
	X, Width, Middle float64
	Count            int
	// Fits tells that the number has room in it.
	Fits bool
}

// share is a name, its count, and the class that paints it.
type share struct {
	name, class string
	n           int
}

// newBar draws counts so that whole fills the width.
func newBar(shares []share, whole int) bar {
	b := bar{Width: barWidth, Height: barHeight}
	var words []string
	x := 0.0
	for _, s := range shares {
		if s.n == 0 {
			continue
		}
		width := float64(s.n) / float64(max(whole, 1)) * barWidth
		b.Segments = append(b.Segments, segment{
			Class: s.class, X: round(x), Width: round(width), Middle: round(x + width/2), Count: s.n,
			Fits: width >= float64(charWidth*len(number(s.n))+4),
		})
		words = append(words, fmt.Sprintf("%s %s", number(s.n), s.name))
		x += width
	}
	b.Text = strings.Join(words, ", ")
	if b.Text == "" {
		b.Text = "none"
	}
	return b
}

// round keeps coordinates short.
func round(x float64) float64 { return float64(int(x*10+0.5)) / 10 }

// safeguard is one section of the rule: its citations and how many stand how.
type safeguard struct {
	ID, Name string
	Counts   []int
	Total    int
	Bar      bar
	Rows     []standing
}

func safeguardRows(all []standing) []safeguard {
	var out []safeguard
	for _, s := range safeguards() {
		row := safeguard{ID: s.ID, Name: s.Name}
		by := map[verdict]int{}
		for _, c := range all {
			if strings.HasPrefix(c.ID, s.ID) {
				by[c.Verdict]++
				row.Rows = append(row.Rows, c)
			}
		}
		row.Total = len(row.Rows)
		var parts []share
		for _, v := range verdicts() {
			row.Counts = append(row.Counts, by[v])
			parts = append(parts, share{strings.ToLower(string(v)), icon(string(v)), by[v]})
		}
		row.Bar = newBar(parts, row.Total)
		out = append(out, row)
	}
	return out
}

// severityRow counts the verdicts of one severity.
type severityRow struct {
	Severity finding.Severity
	finding.Summary
	Bar bar
}

func severityRows(all []finding.Finding) []severityRow {
	by := map[finding.Severity]finding.Summary{}
	for i := range all {
		s := by[all[i].Severity]
		s.Add(all[i])
		by[all[i].Severity] = s
	}
	whole := 0
	for _, s := range by {
		whole = max(whole, s.Fail+s.Unknown+s.Waived+s.Pass)
	}
	var out []severityRow
	for _, severity := range finding.Severities() {
		s := by[severity]
		out = append(out, severityRow{severity, s, newBar([]share{
			{"failed", "cross", s.Fail}, {"unknown", "question", s.Unknown}, {"waived", "paper", s.Waived}, {"passed", "check", s.Pass},
		}, whole)})
	}
	return out
}
