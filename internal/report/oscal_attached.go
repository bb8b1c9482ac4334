package report

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// attached are the documents of other tools, as resources of the back matter. They are no
// observations: those need a time, which most documents do not tell, and nobody here looked.
func (a *assessment) attached() []oscalResource {
	var out []oscalResource
	for _, doc := range a.Attached {
		kinds := []string{"attached", doc.Name, doc.Digest}
		r := oscalResource{
			Title: oscalTitle("Evidence of other tools", doc.Name),
			Links: []oscalCopy{{Href: uri(doc.Name), Hashes: []oscalHash{{Algorithm: "SHA-256", Value: doc.Digest}}}},
		}
		var lines []string
		for _, p := range doc.Parts {
			kinds = append(kinds, p.Kind)
			lines = append(lines, Plain(attachedLine(doc, p, a.Time)))
			r.Props = append(r.Props, oscalProps("kind", p.Kind, "tool", p.Tool, "version", p.Version)...)
			for _, s := range p.Supports {
				r.Props = append(r.Props, supportProp(s)...)
			}
		}
		r.UUID = oscalID(kinds...)
		r.Description = strings.Join(append(lines, attachedNote), "\n\n")
		out = append(out, r)
	}
	return out
}

func supportProp(s finding.Support) []oscalProperty {
	out := oscalProps("supports", controlID(s.ID))
	for i := range out {
		out[i].Remarks = sentence(s.Reason)
	}
	return out
}
