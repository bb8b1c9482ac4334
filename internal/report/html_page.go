package report

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// node is the whole document.
func (d *document) node() g.Node {
	subject := strings.Join(sourceNames(d.Report), ", ")
	if subject == "" {
		subject = "no source"
	}
	tool := d.Tool.Name + " " + d.Tool.Version
	return h.Doctype(h.HTML(h.Lang("en"),
		h.Head(
			h.Meta(h.Charset("utf-8")),
			h.Meta(g.Attr("http-equiv", "Content-Security-Policy"), h.Content(d.Policy)),
			h.Meta(h.Name("viewport"), h.Content("width=device-width, initial-scale=1")),
			h.Meta(h.Name("color-scheme"), h.Content("light dark")),
			h.Meta(h.Name("generator"), h.Content(tool)),
			h.TitleEl(g.Textf("HIPAA Security Rule report: %s (%s)", subject, d.Word)),
			h.StyleEl(g.Raw(d.Style)),
		),
		h.Body(
			g.Raw(d.Icons),
			h.A(h.Class("skip"), h.Href("#main"), g.Text("Skip to the report")),
			h.Header(
				h.P(h.Class("kicker"), g.Text("45 CFR Part 164, Subpart C")),
				h.H1(g.Text("HIPAA Security Rule report")),
				h.P(h.Class("subject"), g.Text(subject)),
				d.banner(),
			),
			d.contents(),
			h.Main(h.ID("main"), h.TabIndex("-1"), g.Map(d.Sections, func(s section) g.Node { return s.node(d) })),
			h.Footer(h.P(
				g.Textf("Written by %s from the result with SHA-256 ", tool), hashOf(d.Digest),
				g.Text(". A pass is evidence, not proof of compliance."),
			)),
			h.Script(g.Raw(d.Script)),
		),
	))
}

func (d *document) contents() g.Node {
	button := func(id, title string) g.Node { return h.Button(h.Type("button"), h.ID(id), g.Text(title)) }
	return h.Nav(h.Aria("label", "Contents"),
		h.H2(g.Text("Contents")),
		h.Ol(g.Map(d.Sections, func(s section) g.Node { return h.Li(link(s.ID, g.Text(s.Title))) })),
		h.P(h.Class("tools"), h.ID("tools"), g.Attr("hidden"), button("expand", "Expand everything"), g.Text(" "), button("collapse", "Collapse everything")),
	)
}

// banner is the verdict, and what has to be known before it is believed.
func (d *document) banner() g.Node {
	return g.Group{
		h.Div(h.Class("verdict "+icon(d.Word)),
			h.P(h.Strong(iconOf(icon(d.Word)), g.Text(d.Word), g.Text(".")), g.Textf(" By the default gate: %s.", d.Sentence)),
			h.P(g.Text(tallyLine(d.Summary)), g.If(len(d.Findings) > 0, g.Textf(" by %s on %d of %s",
				Count(d.Coverage.RulesEvaluated, "rule"), d.Coverage.Judged, Count(d.Coverage.Resources, "resource"))), g.Text(".")),
		),
		when(!d.Complete, func() g.Node {
			return notice("This run is incomplete.",
				g.Textf("%s that %s asked for could not be read, ", Count(len(d.Gaps), "thing"), plural(len(d.Gaps), "was", "were")), link("seen", g.Text("listed below")),
				when(d.AllowedIncomplete, func() g.Node {
					return g.Group{g.Text("; this was accepted beforehand ("), codeOf("--allow-incomplete"), g.Text(")")}
				}),
				g.Text(". What was not read may hold further failures."))
		}),
		when(d.Profile != nil && d.Profile.NotLaw, func() g.Node {
			return notice("Not law.", g.Textf("The profile %s (%s) judges by what is proposed, not by the rule in force.", d.Profile.Name, d.Profile.Title))
		}),
		when(d.PHIOnly != nil, func() g.Node {
			return notice("The gate looked at PHI alone.", g.Textf("It counts failures on %s marked as holding PHI and %s that may; failures elsewhere are in this report and do not trip it.",
				Count(d.PHIOnly.Yes, "resource"), Count(d.PHIOnly.Unknown, "resource")))
		}),
		when(d.Hidden != 0, func() g.Node {
			return notice("Not every verdict is in this document.", g.Textf("%s of the run %s left out of it; the least severe first. Counts and verdicts by citation include them.",
				Count(d.Hidden, "finding"), plural(d.Hidden, "was", "were")))
		}),
	}
}

func tallyLine(s finding.Summary) string {
	return number(s.Fail) + " failed, " + number(s.Unknown) + " unknown, " + number(s.Waived) + " waived, " + number(s.Pass) + " passed and " +
		number(s.NotApplicable) + " not applicable"
}
