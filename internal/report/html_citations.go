package report

import (
	"fmt"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// maxNamed bounds the rules that are named beside a citation.
const maxNamed = 8

func citationsSection(d *document) g.Node {
	return d.section("citations",
		h.P(g.Textf("All %d standards and implementation specifications of the Security Rule as in force (45 CFR 164.308 to 164.316, as amended by 78 FR 5694), each with what this run can say of it and what else an auditor should be shown. A check is one demand of a rule on one resource.", len(d.Standings))),
		h.Dl(h.Class("legend"), each(verdicts(), func(v verdict) g.Node { return g.Group{h.Dt(badge(string(v))), h.Dd(g.Text(v.Meaning()))} })),
		subheading("by-safeguard", "By safeguard"),
		safeguardTable(d.Safeguards),
		subheading("by-severity", "Verdicts by severity"),
		severityTable(d.Severities),
		each(d.Safeguards, func(s safeguard) g.Node {
			return g.Group{
				subheading(anchor("s", s.ID), s.ID+" "+s.Name),
				h.Table(h.Class("rule"), columns("Citation", "Verdict and what it rests on", "What to provide", "NIST SP 800-53r5"), h.TBody(each(s.Rows, d.citationRow))),
			}
		}),
		h.P(h.Class("minor"), g.Text(hipaa.Addressable+" The controls are those that NIST maps to each paragraph for SP 800-66 revision 2; they overlap with it and are not equal to it.")),
	)
}

func safeguardTable(all []safeguard) g.Node {
	names := []string{"Safeguard", "#Citations"}
	for _, v := range verdicts() {
		names = append(names, "#"+string(v))
	}
	return h.Table(h.Class("counts"), columns(append(names, "~Chart")...), h.TBody(each(all, func(s safeguard) g.Node {
		var cells g.Group
		for i, n := range s.Counts {
			cells = append(cells, numberCell(string(verdicts()[i]), n))
		}
		return h.Tr(rowHead(link(anchor("s", s.ID), g.Text(s.Name))), numberCell("Citations", s.Total), cells, h.Td(h.Class("chart"), s.Bar.node()))
	})))
}

func severityTable(all []severityRow) g.Node {
	return h.Table(h.Class("counts"), columns("Severity", "#Failed", "#Unknown", "#Waived", "#Passed", "~Chart"), h.TBody(each(all, func(r severityRow) g.Node {
		return h.Tr(rowHead(g.Text(string(r.Severity))), numberCell("Failed", r.Fail), numberCell("Unknown", r.Unknown), numberCell("Waived", r.Waived),
			numberCell("Passed", r.Pass), h.Td(h.Class("chart"), r.Bar.node()))
	})))
}

func (d *document) citationRow(s standing) g.Node {
	id := g.Node(g.Text(s.ID))
	if len(s.Rules) > 0 {
		id = link(anchor("c", s.ID), id)
	}
	kind := s.Label()
	if s.Would != "" {
		kind += "; " + s.Would + " " + notLaw
	}
	return h.Tr(g.If(s.Parent != "", h.Class("below")),
		rowHead(id, g.Text(" "+s.Title), h.Span(h.Class("kind"), g.Text(kind))),
		cell("Verdict", badge(string(s.Verdict)), items(s.Why), when(len(s.Rules) > 0, func() g.Node { return rulesNamed(s) })),
		cell("Provide", g.Text(s.Provide), each(attachedLines(d.Report, s.ID), func(line string) g.Node { return minor(g.Text("Attached: " + line)) })),
		cell("NIST", g.Text(strings.Join(s.NIST, ", "))),
	)
}

func rulesNamed(s standing) g.Node {
	var out g.Group
	for i, id := range first(s.Rules, maxNamed) {
		out = append(out, g.If(i > 0, g.Text(", ")), link(anchor("r", id), g.Text(id)))
	}
	if more := len(s.Rules) - maxNamed; more > 0 {
		out = append(out, g.Text(" and "), link(anchor("c", s.ID), g.Textf("%d more", more)))
	}
	return h.Span(h.Class("item minor ids"), out)
}

// node is the bar as a drawing, with its text for who does not see it.
func (b bar) node() g.Node {
	size := fmt.Sprintf("0 0 %d %d", b.Width, b.Height)
	return h.SVG(h.Class("bar"), g.Attr("viewBox", size), h.Role("img"), h.Aria("label", b.Text), each(b.Segments, func(s segment) g.Node {
		return g.Group{
			g.El("rect", h.Class(s.Class), g.Attr("x", decimal(s.X)), g.Attr("y", "0"), h.Width(decimal(s.Width)), h.Height(strconv.Itoa(b.Height))),
			when(s.Fits, func() g.Node {
				return g.El("text", h.Class(s.Class), g.Attr("x", decimal(s.Middle)), g.Attr("y", "15.5"), g.Attr("text-anchor", "middle"), g.Text(number(s.Count)))
			}),
		}
	}))
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
