package report

import (
	"fmt"
	"maps"
	"slices"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func findingsSection(d *document) g.Node {
	said := "By citation, then by rule. Each rule stands once, under the first paragraph that it cites, and is named under the others."
	if len(d.Parts) == 0 {
		said = "No rule gave a verdict."
	}
	return d.section("findings", h.P(g.Text(said)), each(d.Parts, func(p part) g.Node {
		id := anchor("c", p.ID)
		return h.Section(h.Class("part"), h.Aria("labelledby", id),
			h.H3(h.ID(id), g.Text(p.Heading), when(p.Verdict != "", func() g.Node { return g.Group{g.Text(" "), badge(string(p.Verdict))} })),
			g.If(p.Meaning != "", h.P(h.Class("minor"), g.Text(p.Meaning))),
			each(p.Rules, ruleNode),
			when(len(p.Also) > 0, func() g.Node { return alsoJudged(p.Also) }),
		)
	}))
}

func alsoJudged(all []*ruleBlock) g.Node {
	return g.Group{
		h.P(h.Class("also"), g.Text("Also judged by "+plural(len(all), "a rule that is", "rules that are")+" shown under another paragraph:")),
		h.Ul(h.Class("also"), each(all, func(b *ruleBlock) g.Node {
			return h.Li(link(anchor("r", b.ID), g.Text(b.ID)), g.Textf(" %s (%s)", b.Title, b.Tally()))
		})),
	}
}

func ruleNode(b *ruleBlock) g.Node {
	return h.Details(h.Class("rule"), h.ID(anchor("r", b.ID)), g.If(b.Open, g.Attr("open")),
		h.Summary(
			h.H4(badge(b.Word()), g.Text(" "), h.Span(h.Class("id"), g.Text(b.ID)), g.Text(" "+b.Title)), g.Text(" "),
			h.Span(h.Class("tally"), g.Textf("%s; %s", b.Severity, b.Tally())),
		),
		h.Div(h.Class("body"),
			g.If(b.Description != "", h.P(g.Text(b.Description))),
			ruleFacts(b),
			verdictTable("cross", "Failed", "What was found", "Evidence", b.Fails, func(w row) g.Node {
				return g.Group{cell("Found", foundNode(w)), cell("Evidence", evidenceNode(w))}
			}),
			verdictTable("question", "Unknown", "What could not be decided", "Why, and what settles it", b.Unknowns, func(w row) g.Node {
				return g.Group{cell("Undecided", foundNode(w)), cell("Why", orText(w.Causes, "the policy cannot tell", causeNode))}
			}),
			when(b.OmittedBad > 0, func() g.Node {
				return h.P(h.Class("notice"), g.Text(Count(b.OmittedBad, "further failure or unknown")+" of this rule: only in the JSON result, to keep this document readable."))
			}),
			when(b.Summary.Waived > 0, func() g.Node {
				return h.P(link("waivers", g.Text(Count(b.Summary.Waived, "verdict")+" of this rule waived.")))
			}),
			passesNode(b),
			when(len(b.Reasons) > 0, func() g.Node {
				return h.Details(h.Class("passes"), h.Summary(iconOf("dash"), g.Text("Not applicable: "+number(b.Summary.NotApplicable))),
					h.Ul(each(b.Reasons, func(c finding.Count) g.Node { return h.Li(g.Text(number(c.Count) + ": " + c.Name)) })))
			}),
		),
	)
}

func ruleFacts(b *ruleBlock) g.Node {
	return h.Dl(h.Class("facts"),
		fact("Cites", each(b.Citations, func(c finding.Citation) g.Node { return item(g.Text(citation(c))) }),
			when(proposed(b.Proposed) != "", func() g.Node { return item(g.Text(proposed(b.Proposed))) })),
		when(len(b.Params) > 0, func() g.Node {
			return fact("Parameters", each(slices.Sorted(maps.Keys(b.Params)), func(name string) g.Node {
				return item(codeOf(name), g.Text(" = "+valueText(b.Params[name])))
			}))
		}),
		g.If(b.Remediation != "", fact("Remediation", g.Text(b.Remediation))),
		when(len(b.References) > 0, func() g.Node {
			return fact("References", each(b.References, func(ref string) g.Node { return item(referenceNode(ref)) }))
		}),
	)
}

// verdictTable lists verdicts of one kind, nothing where there are none.
func verdictTable(icon, title, second, third string, rows []row, cells func(row) g.Node) g.Node {
	if len(rows) == 0 {
		return none()
	}
	return g.Group{
		h.H5(iconOf(icon), g.Text(title+": "+number(len(rows)))),
		h.Table(h.Class("rows"), columns("Resource", second, third), h.TBody(each(rows, func(w row) g.Node {
			return h.Tr(h.ID("f-"+w.Fingerprint), rowHead(resourceNode(w)), cells(w))
		}))),
	}
}

func passesNode(b *ruleBlock) g.Node {
	switch {
	case len(b.Passes) > 0:
		return h.Details(h.Class("passes"), h.Summary(iconOf("check"), g.Text("Passed: "+number(b.Summary.Pass))),
			h.Table(h.Class("rows"), columns("Resource", "What holds", "Evidence"), h.TBody(each(b.Passes, func(w row) g.Node {
				return h.Tr(rowHead(resourceNode(w)), cell("Holds", g.Text(w.Check())), cell("Evidence", evidenceNode(w)))
			}))),
			when(b.OmittedPass > 0, func() g.Node {
				return h.P(g.Text(Count(b.OmittedPass, "further pass") + ": only in the JSON result, to keep this document readable."))
			}),
		)
	case b.OmittedPass > 0:
		return h.P(g.Text("Passed: " + number(b.Summary.Pass) + ", listed in the JSON result only, to keep this document readable."))
	}
	return none()
}

func causeNode(c finding.Cause) g.Node {
	return item(g.Text(causeLine(c)), when(c.Settle != "", func() g.Node {
		return g.Group{h.Br(), h.Span(h.Class("minor"), g.Text("To settle it: "+c.Settle))}
	}))
}

func resourceNode(w row) g.Node {
	return g.Group{codeOf(w.Resource.Address), minorText(w.Resource.ARN), minorText(w.Scope()), minorText(w.Place())}
}

func foundNode(w row) g.Node {
	return g.Group{
		g.Text(w.Message), g.If(w.Assertion != "", minor(g.Text("Demanded: "+w.Check()))),
		item(h.Span(h.Class("severity "+string(w.Severity)), g.Text(string(w.Severity))), g.Text(" "), h.Span(h.Class("phi "+w.PHI), g.Text(w.PHIText())),
			when(w.Baseline != "", func() g.Node { return g.Group{g.Text(" "), h.Span(h.Class("phi"), g.Text(fmt.Sprint(w.Baseline)))} })),
		minorText(w.PHIWhy),
		each(w.PHIPath, func(s finding.PHIStep) g.Node {
			return minor(g.Text("PHI from "), codeOf(s.From), g.Text(" to "), codeOf(s.To), g.Text(" by "), codeOf(s.Via), g.If(s.Why != "", g.Text(": "+s.Why)))
		}),
		minor(g.Text("fingerprint " + w.Fingerprint)),
	}
}

func evidenceNode(w row) g.Node {
	if len(w.Evidence) == 0 && len(w.Paths) == 0 {
		return h.Span(h.Class("minor"), g.Text("no attribute recorded"))
	}
	if len(w.Evidence) == 0 {
		return each(w.Paths, func(p string) g.Node { return item(codeOf(p), g.Text(": nothing there")) })
	}
	return each(w.Evidence, func(e finding.Evidence) g.Node {
		value := g.Node(g.Text(": value not shown"))
		if e.Value != "" {
			value = g.Group{g.Text(" = "), codeOf(e.Value)}
		}
		return item(codeOf(e.Path), value,
			when(e.File != "", func() g.Node {
				return g.Group{g.Text(" "), h.Span(h.Class("minor"), g.Text("at "+finding.Place{File: e.File, Line: e.Line}.String()))}
			}),
			when(e.Call != "", func() g.Node {
				return g.Group{g.Text(" "), h.Span(h.Class("minor"), g.Text("read by "+e.Call), g.If(e.Time != "", g.Text(" at "+e.Time)))}
			}),
		)
	})
}
