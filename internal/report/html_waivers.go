package report

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// waiverFaults is the rule on waivers that are not in order.
const waiverFaults = "HIPAA-WVR-001"

func waiversSection(d *document) g.Node {
	table := g.Node(h.P(g.Text("No verdict of this run is waived.")))
	if n := len(d.Waivers); n > 0 {
		table = g.Group{
			h.P(g.Textf("%s that %s covered by a documented exception and so %s not trip the gate. None counts as a pass.",
				Count(n, "verdict"), are(n), plural(n, "does", "do"))),
			h.Table(h.Class("rows"), columns("Rule and resource", "Waived", "Decision"), h.TBody(each(d.Waivers, waiverRow))),
		}
	}
	faults := h.P(g.Text("No expired, malformed or unused waiver was found."))
	if d.Rules[waiverFaults].Title != "" {
		faults = h.P(g.Text("Waivers that expired, are not in order or match nothing were found and do not suppress anything: "), link(anchor("r", waiverFaults), g.Text(waiverFaults)), g.Text("."))
	}
	return d.section("waivers", table, faults)
}

func waiverRow(w row) g.Node {
	decision := g.Node(h.Strong(g.Text(w.Waiver.Kind)))
	switch {
	case w.Accepted():
		decision = h.Strong(h.Class("alarm"), iconOf("cross"), g.Text("Risk accepted on a required specification"))
	case w.Proposed():
		decision = h.Strong(g.Text(w.Waiver.Kind + " of what the proposed rule would require (not law)"))
	}
	return h.Tr(h.ID("f-"+w.Fingerprint), g.If(w.Accepted(), h.Class("accepted")),
		rowHead(item(link(anchor("r", w.Rule), g.Text(w.Rule))), resourceNode(w)),
		cell("Waived", g.Text(string(w.Status)+": "), foundNode(w)),
		cell("Decision", decision, item(g.Text(w.Waiver.Reason)), g.If(w.Waiver.Measure != "", item(g.Text("Instead: "+w.Waiver.Measure))),
			item(g.Text("Approved by "+w.Waiver.Approver+"; expires "+w.Waiver.Expires)),
			minorText(finding.Place{File: w.Waiver.File, Line: w.Waiver.Line}.String())),
	)
}
