package report

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func attachedSection(d *document) g.Node {
	return d.section("attached", h.P(g.Text(attachedNote)),
		h.Table(h.Class("rows"), columns("Document", "Tool and what it found", "Supports"), h.TBody(each(d.Attached, func(a finding.Attached) g.Node {
			return each(a.Parts, func(p finding.AttachedPart) g.Node {
				return h.Tr(
					rowHead(codeOf(a.Name), minor(g.Textf("%s, %d bytes", a.Format, a.Bytes)), minor(g.Text("SHA-256 "), h.Span(h.Class("hash"), g.Text(a.Digest)))),
					cell("Tool", g.Text(attachedTool(p)), item(g.Text(attachedCounts(p))), minor(g.Text(attachedTime(p, d.Time)))),
					cell("Supports", supportsNode(p)),
				)
			})
		}))))
}

func supportsNode(p finding.AttachedPart) g.Node {
	if !p.Complete {
		return g.Group{h.Strong(g.Text("nothing:")), g.Text(" " + p.Why)}
	}
	return orText(p.Supports, "nothing", func(s finding.Support) g.Node { return item(g.Text(citation(s.Citation) + ": " + s.Reason)) })
}
