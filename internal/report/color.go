package report

import (
	"github.com/fatih/color"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// palette colours text, or leaves it alone. It belongs to one printer: nothing global
// decides, so one process can write a coloured and a plain report.
type palette struct{ on bool }

func newPalette(on bool) palette { return palette{on: on} }

func (p palette) paint(s string, attrs ...color.Attribute) string {
	if !p.on || s == "" {
		return s
	}
	c := color.New(attrs...)
	c.EnableColor()
	return c.Sprint(s)
}

func (p palette) bold(s string) string  { return p.paint(s, color.Bold) }
func (p palette) dim(s string) string   { return p.paint(s, color.Faint) }
func (p palette) title(s string) string { return p.paint(s, color.Bold, color.Underline) }
func (p palette) phi(s string) string   { return p.paint(s, color.FgMagenta) }
func (p palette) alert(s string) string { return p.paint(s, color.FgRed) }
func (p palette) warn(s string) string  { return p.paint(s, color.FgYellow) }
func (p palette) good(s string) string  { return p.paint(s, color.FgGreen, color.Bold) }
func (p palette) bad(s string) string   { return p.paint(s, color.FgRed, color.Bold) }

func (p palette) severity(s finding.Severity, text string) string {
	switch s {
	case finding.Critical:
		return p.paint(text, color.FgHiWhite, color.BgRed, color.Bold)
	case finding.High:
		return p.paint(text, color.FgRed, color.Bold)
	case finding.Medium:
		return p.paint(text, color.FgYellow, color.Bold)
	case finding.Low:
		return p.paint(text, color.FgCyan, color.Bold)
	default:
		return p.paint(text, color.Bold)
	}
}
