package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TextOptions are what a text report depends on beside the report itself.
type TextOptions struct {
	// Color turns terminal colours on. The caller decides: a package has no terminal.
	Color bool
	// Width is the number of columns; 0 means 100.
	Width int
	// Gate is the one whose outcome the verdict names; nil means DefaultGate.
	Gate *Gate
	// MinSeverity hides milder fails and unknowns; empty shows all. What is counted and
	// what trips the gate does not depend on it.
	MinSeverity finding.Severity
	// Brief leaves the gaps and the verdict: what a person needs who gets the rest as a document.
	Brief bool
}

const (
	defaultWidth = 100
	// minWidth keeps a tiny or misreported terminal readable.
	minWidth = 40
)

// NewText makes the format for people: every fail with its code, citation, reason and
// remedy; unknowns and gaps with what would settle them; a verdict; and what was looked at.
func NewText(o TextOptions) Format {
	return func(w io.Writer, r finding.Report) error {
		p := printer{paint: newPalette(o.Color), width: max(o.Width, minWidth), gate: DefaultGate()}
		if o.Width == 0 {
			p.width = defaultWidth
		}
		if o.Gate != nil {
			p.gate = *o.Gate
		}
		if r = sorted(r); o.Brief {
			p.profile(r.Profile)
			p.gaps(r.Gaps)
			p.verdict(r, 0)
		} else {
			p.report(r, o.MinSeverity)
		}
		if _, err := w.Write(p.out.Bytes()); err != nil {
			return fmt.Errorf("write text: %w", err)
		}
		return nil
	}
}

// printer collects the text. Everything that comes from outside goes through Plain.
type printer struct {
	out   bytes.Buffer
	paint palette
	width int
	gate  Gate
	// wrapped are texts that were wrapped before.
	wrapped map[paragraph][]string
	// roots is set where a report spans several, so that each resource has to name its own.
	roots bool
}

func (p *printer) report(r finding.Report, floor finding.Severity) {
	shown := r
	if floor != "" {
		shown = AtLeast(r, floor)
	}
	p.roots = len(r.Coverage.Roots) > 1
	p.profile(r.Profile)
	p.fails(fresh(shown))
	p.unknowns(fresh(shown))
	p.waived(shown)
	p.unchanged(shown)
	p.gone(r.Baseline)
	p.gaps(r.Gaps)
	p.tallies(r.Coverage.Citations)
	p.verdict(r, len(r.Findings)-len(shown.Findings))
	p.blank()
	p.coverage(r)
	p.comparison(r.Comparison)
	p.attached(r)
}

func (p *printer) line(s string) {
	p.out.WriteString(powerless(strings.TrimRight(s, " ")))
	p.out.WriteByte('\n')
}

// powerless is a line that no runner of GitHub takes for a command: those begin a line with
// two colons or, as older ones do, hold ##[ anywhere (ActionCommand.cs in actions/runner).
func powerless(s string) string {
	if text := strings.TrimLeft(s, " "); strings.HasPrefix(text, "::") {
		s = s[:len(s)-len(text)] + `:\x3a` + text[2:]
	}
	return strings.ReplaceAll(s, "##[", `#\x23[`)
}

func (p *printer) blank() { p.out.WriteByte('\n') }

// heading starts a section.
func (p *printer) heading(s string) { p.line(p.paint.bold(s)) }

// labelled prints text wrapped beside a label: the label in the first line, the rest
// aligned below it. Text is made plain here; the label is ours.
func (p *printer) labelled(indent int, label string, pad int, text string) {
	p.hanging(indent, p.paint.dim(label)+strings.Repeat(" ", max(pad-utf8.RuneCountInString(label), 0)), pad, text)
}

// hanging prints text wrapped beside a prefix of pad columns.
func (p *printer) hanging(indent int, prefix string, pad int, text string) {
	for i, l := range p.wrap(text, p.width-indent-pad) {
		if i > 0 {
			prefix = strings.Repeat(" ", pad)
		}
		p.line(strings.Repeat(" ", indent) + prefix + l)
	}
}

// paragraph is a text and the width to which it is wrapped.
type paragraph struct {
	text  string
	width int
}

// manyWrapped bounds how many wrapped texts are remembered: those of all rules are fewer.
const manyWrapped = 2000

// wrap breaks text into plain lines. A rule says why and how to mend it at each of its
// failures: what was wrapped once is remembered.
func (p *printer) wrap(text string, width int) []string {
	key := paragraph{text, width}
	if lines, ok := p.wrapped[key]; ok {
		return lines
	}
	lines := Wrap(text, width)
	for i, l := range lines {
		lines[i] = Plain(l)
	}
	if len(p.wrapped) >= manyWrapped || p.wrapped == nil {
		p.wrapped = map[paragraph][]string{}
	}
	p.wrapped[key] = lines
	return lines
}

// fails prints the unwaived fails below the file to change and the resource, or the block
// where several of its instances fail.
func (p *printer) fails(r finding.Report) {
	all := failures(r.Findings)
	one, several := map[string]string{}, map[string]bool{} // whether a block fails in several instances
	for _, f := range all {
		for _, address := range f.addresses {
			several[f.owner] = several[f.owner] || one[f.owner] != "" && one[f.owner] != address
			one[f.owner] = address
		}
	}
	var file, id string
	for i, f := range all {
		if at := group(f.Finding); i == 0 || at != file {
			p.line(p.paint.title(Plain(at)))
			p.blank()
			file, id = at, ""
		}
		if f.owner != id {
			id = f.owner
			p.resource(f.Finding, several[id])
		}
		if !several[id] {
			f.addresses = nil
		}
		p.fail(f, r.Rules[f.Rule])
	}
}

// group is what findings are grouped under: the file to change, else the account and
// region that were read, else the account that the roots stand for.
func group(f finding.Finding) string {
	switch at := entry(f); {
	case at.File != "":
		return at.File
	case live(f):
		account, region, _ := strings.Cut(f.Resource.Root, "/")
		if !awsAccount(account) { // of GitHub the root is the owner or the repository
			return f.Resource.Root
		}
		return strings.TrimSuffix("Account "+account+", "+region, ", ")
	}
	return "The " + cmp.Or(plainType(f.Resource.Type), "account") + " as a whole"
}

// plainType is a type of ours in words: people know a repository, not a hipaactl_repository.
func plainType(typ string) string {
	if own, ok := strings.CutPrefix(typ, "hipaactl_"); ok {
		return strings.ReplaceAll(own, "_", " ")
	}
	return typ
}

// resource prints what failed: an instance, or the block of several.
func (p *printer) resource(f finding.Finding, several bool) {
	name := f.Resource.Address
	switch {
	case live(f) && name == f.Resource.Type:
		name = "the " + name + " as a whole"
	case live(f) && several:
		name = f.Resource.Type
	case several:
		name = block(name)
	}
	line := "  " + p.paint.bold(Plain(name))
	if live(f) && !several {
		line += "  " + p.paint.dim(Plain(f.Resource.ARN))
	}
	if p.roots && !live(f) && f.Resource.Root != "" {
		line += p.paint.dim("  root " + Plain(f.Resource.Root))
	}
	switch f.PHI {
	case "yes":
		line += "  " + p.paint.phi("holds PHI")
	case "unknown":
		line += "  " + p.paint.dim("may hold PHI")
	}
	p.line(line)
	if way := PHIPath(f.PHIWhy, f.PHIPath); way != "" && !(live(f) && several) {
		if several {
			way = block(way)
		}
		p.labelled(4, "PHI", fieldPad, way)
	}
	p.blank()
}
