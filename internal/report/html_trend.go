package report

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func trendSection(d *document) g.Node {
	c := d.Comparison
	return d.section("trend",
		h.P(g.Text("Compared with "), codeOf(c.Of), g.Text(", judged as of "), timeOf(c.Time.Started), g.Text(". A failure that is waived counts as none.")),
		h.Dl(h.Class("facts"),
			fact("Then", g.Text(tallyLine(c.Before))), fact("Now", g.Text(tallyLine(c.Now))),
			fact("Failures", g.Textf("%d new, %d in both, %d fixed, %d waived since, %d not judged again", c.New, c.Unchanged, c.Fixed, c.Waived, c.NotJudged)),
		),
		subheading("trend-severity", "Failures by severity"),
		h.Table(h.Class("counts"), columns("Severity", "#Then", "#Now"), h.TBody(each(c.Severities, func(s finding.SeverityTrend) g.Node {
			return h.Tr(rowHead(g.Text(string(s.Severity))), numberCell("Then", s.Before), numberCell("Now", s.Now))
		}))),
		subheading("trend-citation", "Failures and unknowns by citation"),
		h.Details(h.Summary(g.Text(Count(len(c.Citations), "citation")+" with a verdict then or now")),
			h.Table(h.Class("counts"), columns("Citation", "#Failed then", "#Failed now", "#Unknown then", "#Unknown now"), h.TBody(each(c.Citations, func(t finding.CitationTrend) g.Node {
				return h.Tr(rowHead(g.Text(t.ID+" "+t.Title)), numberCell("Failed then", t.Before.Fail), numberCell("Failed now", t.Now.Fail),
					numberCell("Unknown then", t.Before.Unknown), numberCell("Unknown now", t.Now.Unknown))
			})))),
		changesNode("appeared", "New failures", c.Appeared),
		when(len(c.Appeared) < c.New, func() g.Node {
			return h.P(g.Textf("The worst %d of %d; section ", len(c.Appeared), c.New), link("findings", g.Text("Findings and evidence")), g.Text(" has all."))
		}),
		changesNode("gone", "Fixed failures", c.Gone),
		when(len(c.Gone) < c.Fixed, func() g.Node { return h.P(g.Textf("The worst %d of %d.", len(c.Gone), c.Fixed)) }),
	)
}

func changesNode(id, title string, all []finding.Changed) g.Node {
	if len(all) == 0 {
		return none()
	}
	return g.Group{
		subheading(id, title),
		h.Details(h.Summary(g.Text(Count(len(all), "failure"))),
			h.Table(h.Class("rows"), columns("Resource", "Rule", "Severity"), h.TBody(each(all, func(c finding.Changed) g.Node {
				return h.Tr(rowHead(codeOf(c.Address), minorText(c.Root)), cell("Rule", g.Text(ruleAnd(c.Rule, c.Assertion))), cell("Severity", g.Text(string(c.Severity))))
			})))),
	}
}
