package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// phiWidth is the number of columns where no terminal says another.
const phiWidth = 100

// phiText prints the page for people.
type phiText struct {
	out   io.Writer
	width int
	// roots is set where there are several, so that each resource has to name its own.
	roots bool
}

func (t phiText) page(page phiPage) {
	for _, r := range page.Resources {
		t.roots = t.roots || r.Root != page.Resources[0].Root
	}
	s := page.Summary
	t.line(0, fmt.Sprintf("%s: %d %s PHI, %d may, %d %s said to hold none, %d %s not marked",
		report.Count(s.Yes+s.Unknown+s.No+s.Unmarked, "resource"), s.Yes, verb(s.Yes, "holds", "hold"), s.Unknown,
		s.No, verb(s.No, "was", "were"), s.Unmarked, verb(s.Unmarked, "is", "are")))
	if s.Yes+s.Unknown == 0 {
		t.line(0, "Nothing is marked as PHI: "+report.Unmarked+".")
	}
	t.resources(page, resource.PHIYes, "Holds PHI")
	t.resources(page, resource.PHIUnknown, "May hold PHI")
	t.resources(page, resource.PHINo, "Said to hold no PHI")
	t.edges(page.Edges)
	t.open(page.Open)
	t.gaps(page.Gaps)
	if len(page.Unmarked) > 0 {
		t.heading("Not marked")
		var all []string
		for _, c := range page.Unmarked {
			all = append(all, fmt.Sprintf("%s (%d)", c.Name, c.Count))
		}
		t.line(2, strings.Join(all, ", "))
	}
}

func (t phiText) resources(page phiPage, mark resource.PHIMark, title string) {
	first := true
	for _, r := range page.Resources {
		if r.PHI != string(mark) {
			continue
		}
		if first {
			t.heading(title)
			first = false
		}
		_, _ = fmt.Fprintf(t.out, "  %s\n", report.Plain(strings.TrimSpace(t.name(r.end)+"  "+r.at()))) // to be copied, so in one line
		if len(r.Path) > 0 {
			t.line(6, report.PHIPath(r.Why, r.Path))
		} else {
			t.line(6, r.Why)
		}
		for _, c := range r.Causes {
			t.cause(6, "?", c)
		}
	}
}

// at is the place of a resource: file:line, or its ARN.
func (r phiResource) at() string {
	if r.File != "" {
		return finding.Place{File: r.File, Line: r.Line}.String()
	}
	return r.ARN
}

func (t phiText) name(e phiEnd) string {
	if t.roots && e.Root != "" {
		return e.Address + ", root " + e.Root
	}
	return e.Address
}

// ends is "A -> B", with the root, once where it is one.
func (t phiText) ends(from, to phiEnd) string {
	if from.Root == to.Root {
		return from.Address + " -> " + t.name(to)
	}
	return t.name(from) + " -> " + t.name(to)
}

func (t phiText) cause(indent int, mark string, c finding.Cause) {
	text := c.What + ": " + c.Why
	if c.File != "" {
		text += " (" + finding.Place{File: c.File, Line: c.Line}.String() + ")"
	}
	t.line(indent, mark+" "+text)
	if c.Settle != "" {
		t.line(indent+2, "to settle it: "+c.Settle)
	}
}

// edges prints the references that carry PHI; the JSON has all.
func (t phiText) edges(all []phiEdge) {
	first := true
	for _, e := range all {
		if !e.Carried {
			continue
		}
		if first {
			t.heading("How it travels")
			first = false
		}
		t.line(2, t.ends(e.From, e.To))
		t.line(6, fmt.Sprintf("%s: %s (%s)", e.Kind, e.Why, e.Via))
	}
}

// open prints the references that may lead PHI out of what was seen, or into it.
func (t phiText) open(all []phiOpen) {
	if len(all) == 0 {
		return
	}
	t.heading("Open ends: the other end was not seen")
	for _, e := range all {
		unseen := phiEnd{Root: e.Seen.Root, Address: "?"}
		ends := t.ends(e.Seen, unseen)
		if !e.Out {
			ends = t.ends(unseen, e.Seen)
		}
		t.line(2, ends)
		t.line(6, fmt.Sprintf("%s: by %s", e.Kind, e.Via))
		t.cause(6, "?", e.Cause)
	}
}

func (t phiText) gaps(all []finding.Gap) {
	if len(all) == 0 {
		return
	}
	t.heading(fmt.Sprintf("Not read: %s, so this is incomplete", report.Count(len(all), "gap")))
	for _, g := range all {
		t.cause(2, "!", finding.Cause{What: string(g.Kind) + " " + g.What, Why: g.Why, File: g.File, Line: g.Line, Settle: g.Settle})
	}
}

func (t phiText) heading(text string) {
	_, _ = fmt.Fprintf(t.out, "\n%s\n\n", text) // into memory
}

// line prints wrapped text; what does not fit in the first line is indented further.
func (t phiText) line(indent int, text string) {
	for i, l := range report.Wrap(text, max(t.width, 40)-indent-2) {
		if i == 1 {
			indent += 2
		}
		_, _ = fmt.Fprintln(t.out, strings.Repeat(" ", indent)+report.Plain(l))
	}
}

func verb(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
