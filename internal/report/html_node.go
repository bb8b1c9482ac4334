package report

import (
	"io"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// These are the pieces that sections are made of. Text reaches the document by g.Text and
// attributes alone, which escape it.

// each are the nodes of a list. Each is made when its turn comes, so that a long document
// is never in memory as a whole.
func each[T any](all []T, node func(T) g.Node) g.Node {
	return g.NodeFunc(func(w io.Writer) error {
		for _, one := range all {
			if n := node(one); n != nil {
				if err := n.Render(w); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// when is a node that is made only if it is wanted.
func when(wanted bool, node func() g.Node) g.Node {
	if !wanted {
		return none()
	}
	return node()
}

// none is no node.
func none() g.Node { return g.Group{} }

func textOf(parts ...string) g.Node { return g.Text(strings.Join(parts, "")) }

func codeOf(text string) g.Node { return h.Code(g.Text(text)) }

func hashOf(text string) g.Node { return h.Code(h.Class("hash"), g.Text(text)) }

func item(nodes ...g.Node) g.Node { return h.Span(h.Class("item"), g.Group(nodes)) }

func minor(nodes ...g.Node) g.Node { return h.Span(h.Class("item minor"), g.Group(nodes)) }

// minorText is a line below the main one, nothing for an empty text.
func minorText(text string) g.Node {
	if text == "" {
		return none()
	}
	return minor(g.Text(text))
}

func items(all []string) g.Node {
	return each(all, func(s string) g.Node { return item(g.Text(s)) })
}

func link(to string, nodes ...g.Node) g.Node { return h.A(h.Href("#"+to), g.Group(nodes)) }

// fact is a row of a list of facts.
func fact(name string, nodes ...g.Node) g.Node {
	return g.Group{h.Dt(g.Text(name)), h.Dd(g.Group(nodes))}
}

// part of a document, with its heading.
func (d *document) section(id string, nodes ...g.Node) g.Node {
	return h.Section(h.Aria("labelledby", id), h.H2(h.ID(id), g.Text(d.Heading(id))), g.Group(nodes))
}

func subheading(id, title string) g.Node { return h.H3(h.ID(id), g.Text(title)) }

func notice(title string, nodes ...g.Node) g.Node {
	return h.P(h.Class("notice"), h.Role("note"), h.Strong(g.Text(title)), g.Text(" "), g.Group(nodes))
}

// columns is the head of a table; one that begins with # holds numbers, one that begins with ~ a chart.
func columns(names ...string) g.Node {
	return h.THead(h.Tr(g.Map(names, func(name string) g.Node {
		switch name[0] {
		case '#':
			return h.Th(h.Scope("col"), h.Class("n"), g.Text(name[1:]))
		case '~':
			return h.Th(h.Scope("col"), h.Class("chart"), g.Text(name[1:]))
		}
		return h.Th(h.Scope("col"), g.Text(name))
	})))
}

func rowHead(nodes ...g.Node) g.Node { return h.Th(h.Scope("row"), g.Group(nodes)) }

// cell shows its label where the table is too narrow for columns.
func cell(label string, nodes ...g.Node) g.Node {
	return h.Td(h.Data("label", label), g.Group(nodes))
}

func numberCell(label string, n int) g.Node {
	return h.Td(h.Class("n"), h.Data("label", label), g.Text(number(n)))
}

func iconOf(name string) g.Node {
	return h.SVG(h.Class("icon"), h.Width("16"), h.Height("16"), h.Aria("hidden", "true"), g.El("use", h.Href("#i-"+name)))
}

func badge(word string) g.Node {
	return h.Span(h.Class("badge "+icon(word)), iconOf(icon(word)), g.Text(word))
}

// referenceNode is a link where it may be followed.
func referenceNode(text string) g.Node {
	if url := webLink(text); url != "" {
		return h.A(h.Href(url), h.Rel("noreferrer"), g.Text(url))
	}
	return g.Text(text)
}

func timeOf(text string) g.Node {
	if text == "" {
		return g.Text("not recorded")
	}
	return h.Time(h.DateTime(text), g.Text(text))
}

// plural is one word for one and another for any other number.
func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
