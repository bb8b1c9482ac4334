package report

import (
	"fmt"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

func inventorySection(d *document) g.Node {
	v := d.Assets
	if v == nil {
		return d.section("inventory", h.P(g.Text("The result that this report was made from holds no inventory.")))
	}
	return d.section("inventory",
		h.P(g.Textf(`%s, whether or not a rule judges them. %s %s PHI or may. "PHI not marked" means that nothing says; it is not "no PHI".`,
			Count(v.Total, "asset"), Count(len(v.Holders), "asset"), plural(len(v.Holders), "holds", "hold"))),
		v.mapNode(),
		subheading("flows", "Ways of PHI"), flowsNode(v.Flows),
		subheading("holders", "Assets that hold PHI or may"), assetsNode(v.Holders),
		when(len(v.Others) > 0, func() g.Node {
			return g.Group{
				subheading("others", "Other assets"),
				h.Details(h.Summary(g.Text(Count(len(v.Others), "asset")+" not marked as holding PHI")), assetsNode(v.Others)),
			}
		}),
		when(v.Omitted > 0, func() g.Node {
			return h.P(g.Text(Count(v.Omitted, "further asset") + ": only in the JSON result, to keep this document readable."))
		}),
	)
}

func flowsNode(all []flow) g.Node {
	if len(all) == 0 {
		return h.P(g.Text("No reference was seen by which PHI gets from one asset to another."))
	}
	return h.Table(h.Class("rows"), columns("From", "To", "How it is known"), h.TBody(each(all, func(f flow) g.Node {
		return h.Tr(
			rowHead(when(f.Number != 0, func() g.Node {
				return g.Group{h.Span(h.Class("number"), g.Text(strconv.Itoa(f.Number))), g.Text(" ")}
			}), codeOf(f.FromName)),
			cell("To", codeOf(f.ToName)), cell("Known by", codeOf(f.Via), minorText(f.Why)),
		)
	})))
}

func assetsNode(all []*assetRow) g.Node {
	if len(all) == 0 {
		return h.P(g.Text("None."))
	}
	listed := func(word string, names []string) g.Node {
		return when(len(names) > 0, func() g.Node { return minor(g.Text(word + strings.Join(names, ", "))) })
	}
	return h.Table(h.Class("rows"), columns("Asset", "Where", "PHI"), h.TBody(each(all, func(a *assetRow) g.Node {
		return h.Tr(
			rowHead(codeOf(a.Address), minorText(a.ARN)),
			cell("Where", g.Text(a.Scope()), minorText(a.Declared()), listed("in ", a.LiesIn), listed("guarded by ", a.GuardedBy)),
			cell("PHI", h.Span(h.Class("phi "+a.PHI), g.Text(a.PHIText())), minorText(a.PHIWhy)),
		)
	})))
}

func (v *inventoryView) mapNode() g.Node {
	m := v.Map
	if m == nil {
		return h.P(g.Text("Nothing in it holds PHI or lies in a network, so there is no map."))
	}
	left := ""
	if m.Left > 0 {
		left = fmt.Sprintf("; %s left out: %s in the tables below", Count(m.Left, "other"), plural(m.Left, "it stands", "they stand"))
	}
	return g.Group{
		subheading("map", "Map"),
		h.P(g.Textf("Networks and subnets as boxes; an asset that holds PHI has a thick border and the word PHI, one that may has a dashed border and PHI?. An asset that spans several subnets is drawn in the first. A numbered arrow is a way of PHI, listed below. %s drawn%s.", Count(m.Drawn, "asset"), left)),
		h.Div(h.Class("map"), h.Role("region"), h.Aria("labelledby", "map"), h.TabIndex("0"), m.node()),
	}
}

// node is the drawing.
func (m *networkMap) node() g.Node {
	return h.SVG(g.Attr("viewBox", fmt.Sprintf("0 0 %d %d", m.Width, m.Height)), h.Width(strconv.Itoa(m.Width)), h.Height(strconv.Itoa(m.Height)),
		h.Role("img"), h.Aria("label", "Map of networks and of the ways of PHI; the tables below say the same in words"),
		g.Raw(`<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>`),
		each(m.Boxes, func(b box) g.Node {
			class := "network"
			if b.Inner {
				class = "subnet"
			}
			return g.Group{rectangle(class, b.X, b.Y, b.Width, b.Height), words("label", b.X, b.Y, 10, 16, g.Text(b.Label))}
		}),
		each(m.Arrows, func(a arrow) g.Node {
			return g.El("path", h.Class("way"), g.Attr("d", a.Path), g.Attr("marker-end", "url(#tip)"))
		}),
		each(m.Nodes, func(n node) g.Node {
			return g.Group{
				rectangle("asset "+n.PHI, n.X, n.Y, nodeWidth, nodeHeight), words("type", n.X, n.Y, 8, 17, g.Text(n.Type)), words("name", n.X, n.Y, 8, 35, g.Text(n.Name)),
				when(n.Mark() != "", func() g.Node { return words("mark", n.X, n.Y, 172, 17, g.Attr("text-anchor", "end"), g.Text(n.Mark())) }),
			}
		}),
		each(m.Arrows, func(a arrow) g.Node {
			return g.Group{
				g.El("circle", h.Class("way"), at("cx", a.X), at("cy", a.Y), g.Attr("r", "9")),
				g.El("text", at("x", a.X), at("y", a.Y), at("dy", 4), g.Attr("text-anchor", "middle"), g.Text(strconv.Itoa(a.Number))),
			}
		}),
	)
}

func at(name string, n int) g.Node { return g.Attr(name, strconv.Itoa(n)) }

func rectangle(class string, x, y, width, height int) g.Node {
	return g.El("rect", h.Class(class), at("x", x), at("y", y), at("width", width), at("height", height))
}

func words(class string, x, y, dx, dy int, nodes ...g.Node) g.Node {
	return g.El("text", h.Class(class), at("x", x), at("y", y), at("dx", dx), at("dy", dy), g.Group(nodes))
}
