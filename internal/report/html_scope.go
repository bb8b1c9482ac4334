package report

import (
	"fmt"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// maxRoots bounds the root modules that are named.
const maxRoots = 40

func scopeSection(d *document) g.Node {
	return d.section("scope",
		h.Dl(h.Class("facts"),
			fact("Sources", orText(d.Sources, "none", func(s finding.Source) g.Node { return item(textOf(string(s.Kind), ": "), codeOf(s.Name)) })),
			d.origin(),
			fact("Judged as of", timeOf(d.Time.Started), g.Text("; finished "), timeOf(d.Time.Finished)),
			fact("Tool", textOf(d.Tool.Name, " ", d.Tool.Version)),
			fact("Policy set", g.Text("SHA-256 "), hashOf(d.Tool.Policies)),
			d.thresholds(),
			fact("Rules left out", g.Text(orWord(strings.Join(d.Coverage.RulesSkipped, ", "), "none"))),
			fact("Waivers", waiversFact(d)),
			fact("Baseline", d.baseline()),
		),
		when(d.Baseline != nil && len(d.Baseline.Gone) > 0, func() g.Node { return goneTable(d.Baseline.Gone) }),
		when(len(d.Results) > 0, func() g.Node { return resultsTable(d.Results) }),
	)
}

// orText are the nodes of a list, or a word where it is empty.
func orText[T any](all []T, word string, node func(T) g.Node) g.Node {
	if len(all) == 0 {
		return g.Text(word)
	}
	return each(all, node)
}

func orWord(text, word string) string {
	if text == "" {
		return word
	}
	return text
}

// origin is where what was read comes from.
func (d *document) origin() g.Node {
	var out g.Group
	if r := d.Repository; r != nil {
		address := g.Text("of no known address")
		if r.URL != "" {
			address = codeOf(r.URL)
		}
		out = append(out, fact("Repository", address, when(r.Revision != "", func() g.Node { return g.Group{g.Text(" at revision "), hashOf(r.Revision)} })))
	}
	if all := d.Coverage.Accounts; len(all) > 0 {
		out = append(out, fact("Accounts", each(all, func(a finding.Account) g.Node {
			return item(g.Text(a.Account), g.If(len(a.Regions) > 0, g.Text(": "+strings.Join(a.Regions, ", "))))
		})))
	}
	if all := d.Coverage.Roots; d.Code() && len(all) > 0 {
		out = append(out, fact("Roots", each(first(all, maxRoots), func(root string) g.Node { return item(codeOf(root)) }),
			g.If(len(all) > maxRoots, item(g.Textf("%d in all; the JSON result lists them", len(all))))))
	}
	return out
}

func (d *document) thresholds() g.Node {
	profile := g.Node(g.Text("defaults; no profile"))
	if p := d.Profile; p != nil {
		profile = g.Group{
			g.Text("profile " + p.Name), g.If(p.NotLaw, g.Group{g.Text(" "), h.Strong(g.Text("(not law)"))}), g.Text(": " + p.Title),
			g.If(len(p.Overridden) > 0, g.Text("; set laxer than the profile has it: "+strings.Join(p.Overridden, ", "))),
		}
	}
	name := func(p finding.Parameter) g.Node { return codeOf(p.Rule + "." + p.Name) }
	return g.Group{
		fact("Thresholds", profile),
		fact("Laxer parameters", orText(d.Laxer(), "none", func(p finding.Parameter) g.Node {
			return item(name(p), g.Textf(" is %s; the default is %s", valueText(p.Value), valueText(p.Default)))
		})),
		when(len(d.Parameters) > 0, func() g.Node {
			return fact("All parameters set", each(d.Parameters, func(p finding.Parameter) g.Node {
				return item(name(p), g.Textf(" = %s (default %s)", valueText(p.Value), valueText(p.Default)))
			}))
		}),
	}
}

func waiversFact(d *document) g.Node {
	if len(d.Waivers) == 0 {
		return g.Text("none applied")
	}
	return link("waivers", g.Text(Count(len(d.Waivers), "verdict")+" waived"))
}

func (d *document) baseline() g.Node {
	switch b := d.Baseline; {
	case b != nil:
		return g.Group{g.Textf("compared with the %s ", b.Kind), codeOf(b.Of), g.Textf(": %d new, %d unchanged, %d gone", b.New, b.Unchanged, b.Fixed)}
	case len(d.Results) > 0:
		return g.Text("merged results are not compared with one; see the notes")
	}
	return g.Text("not compared with an earlier run")
}

func goneTable(all []finding.Gone) g.Node {
	return h.Details(h.Summary(g.Text(Count(len(all), "entry")+" of the baseline without a failure in this run")),
		h.Table(columns("Rule", "Resource", "Why"), h.TBody(each(all, func(e finding.Gone) g.Node {
			return h.Tr(cell("Rule", g.Text(ruleAnd(e.Rule, e.Assertion))), cell("Resource", codeOf(e.Address), g.If(e.Root != "", g.Text(" in "+e.Root))), cell("Why", g.Text(e.Why)))
		}))))
}

// ruleAnd is a rule with the demand that is meant.
func ruleAnd(rule, assertion string) string {
	if assertion == "" {
		return rule
	}
	return rule + " / " + assertion
}

func resultsTable(all []finding.Result) g.Node {
	return g.Group{
		subheading("results", "Merged from"),
		h.Table(h.Class("rows"), columns("Result", "Judged as of, by", "State"), h.TBody(each(all, func(r finding.Result) g.Node {
			profile := ""
			if r.Profile != "" {
				profile = ", profile " + r.Profile
			}
			return h.Tr(
				rowHead(codeOf(r.Name), minor(g.Text("SHA-256 "), h.Span(h.Class("hash"), g.Text(r.Digest))),
					each(r.Sources, func(s finding.Source) g.Node { return minor(textOf(string(s.Kind), ": ", s.Name)) })),
				cell("Judged", timeOf(r.Time.Started), minor(textOf(r.Tool.Name, " ", r.Tool.Version, profile))),
				cell("State", resultState(r)),
			)
		}))),
	}
}

func resultState(r finding.Result) g.Node {
	switch {
	case r.Problem != "":
		return g.Group{h.Strong(g.Text("not read:")), g.Text(" " + r.Problem)}
	case r.Complete:
		return g.Text(fmt.Sprintf("complete; %s counted", Count(r.Counted, "finding")))
	}
	return g.Group{h.Strong(g.Text("incomplete")), g.Textf("; %s counted", Count(r.Counted, "finding"))}
}
