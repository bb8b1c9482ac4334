package report

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func seenSection(d *document) g.Node {
	c := d.Coverage
	return d.section("seen",
		h.Dl(h.Class("facts"),
			fact("Read", g.Text(readLine(c))),
			when(callsLine(c.Calls) != "", func() g.Node { return fact("Requests", g.Text(callsLine(c.Calls))) }),
			fact("Judged", g.Textf("%d of %s, by %s", c.Judged, Count(c.Resources, "resource"), Count(c.RulesEvaluated, "rule"))),
			fact("Gaps", g.Text(orNone(len(d.Gaps), "thing", " not read, listed below"))),
			fact("Undecided", g.Text(orNone(d.Summary.Unknown, "verdict", ", by cause below"))),
			each(c.Notes, func(note string) g.Node { return fact("Note", g.Text(note)) }),
		),
		when(len(d.Gaps) > 0, func() g.Node { return gapsTable(d.Gaps) }),
		causesTable(causesOf(d.Report)),
		subheading("unjudged", "Types of resources that no rule judges"),
		unjudged(c.UnjudgedTypes),
	)
}

func orNone(n int, noun, rest string) string {
	if n == 0 {
		return "none"
	}
	return Count(n, noun) + rest
}

func gapsTable(all []finding.Gap) g.Node {
	return g.Group{
		subheading("gaps", "Not read"),
		h.Table(columns("What was not read, and why", "What to do"), h.TBody(each(alikeGaps(all), func(alike []finding.Gap) g.Node {
			one, what := alike[0], g.Node(g.Text(gapLine(alike[0])))
			if len(alike) > 1 {
				what = g.Group{g.Textf("%s, %d times: %s", lostCall(one), len(alike), one.Why), h.Br(), h.Span(h.Class("minor"), g.Text(subjects(alike)))}
			}
			return h.Tr(cell("Not read", what), cell("What to do", g.Text(one.Settle)))
		}))),
	}
}

func causesTable(all []causeRow) g.Node {
	if len(all) == 0 {
		return none()
	}
	return g.Group{
		subheading("causes", "Why verdicts are unknown"),
		h.Table(columns("Cause", "Verdicts", "What settles it"), h.TBody(each(all, func(r causeRow) g.Node {
			return h.Tr(
				cell("Cause", each(r.Causes, func(c finding.Cause) g.Node { return item(g.Text(causeLine(c))) })),
				h.Td(h.Data("label", "Verdicts"), h.Class("n"), g.Text(fmt.Sprint(len(r.Subjects)))),
				cell("What settles it", each(r.Causes, func(c finding.Cause) g.Node { return g.If(c.Settle != "", item(g.Text(c.Settle))) })),
			)
		}))),
	}
}

func unjudged(types []finding.Count) g.Node {
	if len(types) == 0 {
		return h.P(g.Text("Each resource that was read is of a type that some rule judges."))
	}
	return g.Group{
		h.P(g.Text("Nothing in this report is a verdict on these.")),
		h.Details(h.Summary(g.Text(Count(len(types), "type")+" without a rule")),
			h.Ul(h.Class("columns"), each(types, func(c finding.Count) g.Node { return h.Li(codeOf(c.Name), g.Textf(" (%d)", c.Count)) }))),
	}
}
