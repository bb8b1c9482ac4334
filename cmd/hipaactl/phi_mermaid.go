package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// chart is a Mermaid flowchart under way: https://mermaid.js.org/syntax/flowchart.html
type chart struct {
	// nodes are in the order of their ids; at finds them, and roots are in the order of their nodes.
	nodes []phiEnd
	at    map[*resource.Resource]int
	roots []string
}

// mermaid draws what holds PHI or may, what a reference leads to or from, and the references.
func (page phiPage) mermaid(w io.Writer) {
	c := chart{at: map[*resource.Resource]int{}}
	for _, r := range page.Resources {
		if r.PHI != string(resource.PHINo) {
			c.node(r.end)
		}
	}
	for _, e := range page.Edges {
		c.node(e.From)
		c.node(e.To)
	}
	for _, e := range page.Open {
		c.node(e.Seen)
	}
	_, _ = fmt.Fprintln(w, "flowchart LR") // into memory, as all of it
	for i, root := range c.roots {
		_, _ = fmt.Fprintf(w, "  subgraph r%d[\"%s\"]\n", i, label(root))
		for j, n := range c.nodes {
			if n.Root == root {
				_, _ = fmt.Fprintf(w, "    n%d[\"%s\"]\n", j, label(n.Address))
			}
		}
		_, _ = fmt.Fprintln(w, "  end")
	}
	for _, e := range page.Edges {
		arrow := "-.->"
		if e.Carried {
			arrow = "-->"
		}
		_, _ = fmt.Fprintf(w, "  n%d %s|\"%s\"| n%d\n", c.node(e.From), arrow, label(e.Kind), c.node(e.To))
	}
	for i, e := range page.Open {
		_, _ = fmt.Fprintf(w, "  o%d([\"%s\"])\n", i, label("not seen: "+e.Cause.What))
		if e.Out {
			_, _ = fmt.Fprintf(w, "  n%d -.->|\"%s\"| o%d\n", c.node(e.Seen), label(e.Kind), i)
		} else {
			_, _ = fmt.Fprintf(w, "  o%d -.->|\"%s\"| n%d\n", i, label(e.Kind), c.node(e.Seen))
		}
	}
	c.classes(w)
}

// node is the number of an end's node, which is made where there is none.
func (c *chart) node(e phiEnd) int {
	if i, ok := c.at[e.of]; ok {
		return i
	}
	if !slices.Contains(c.roots, e.Root) {
		c.roots = append(c.roots, e.Root)
	}
	c.at[e.of] = len(c.nodes)
	c.nodes = append(c.nodes, e)
	return len(c.nodes) - 1
}

// classes colours the nodes by their marks.
func (c *chart) classes(w io.Writer) {
	for _, class := range []struct {
		mark        resource.PHIMark
		name, style string
	}{
		{resource.PHIYes, "phi", "fill:#fdd,stroke:#b00,color:#000"},
		{resource.PHIUnknown, "unknown", "fill:#ffd,stroke:#a80,color:#000,stroke-dasharray:4"},
		{resource.PHINo, "none", "fill:#eee,stroke:#999,color:#000"},
	} {
		var ids []string
		for i, n := range c.nodes {
			if n.of.PHI.Mark == class.mark {
				ids = append(ids, fmt.Sprintf("n%d", i))
			}
		}
		if len(ids) > 0 {
			_, _ = fmt.Fprintf(w, "  classDef %s %s\n  class %s %s\n", class.name, class.style, strings.Join(ids, ","), class.name)
		}
	}
}

// label is text for a label in double quotes: all but letters, digits and a few characters
// stand as numbers, so that no name is read as syntax. A colon is one of them, since Mermaid edits lines in
// which the word style and a colon come before a number.
func label(text string) string {
	var b strings.Builder
	for _, r := range report.Plain(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" _-./*,()[]", r) {
			b.WriteRune(r)
			continue
		}
		_, _ = fmt.Fprintf(&b, "#%d;", r)
	}
	if b.Len() == 0 {
		return " "
	}
	return b.String()
}
