package report

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"github.com/hipaactl/hipaactl/internal/hipaa"
)

func methodSection(d *document) g.Node {
	return d.section("method",
		subheading("verdicts", "How verdicts come about"),
		h.Ul(
			h.Li(g.Text("Each rule is a policy that looks at one kind of resource and what belongs to it. It passes, fails, does not apply, or is unknown.")),
			h.Li(h.Strong(g.Text("Unknown")), g.Text(" means that something the verdict depends on was not given, is decided only when the configuration is applied, or could not be read. It is never counted as a pass, nor as a failure.")),
			h.Li(g.Text("Evidence names the attribute that was seen. A path that begins with "), codeOf("_."), g.Text(" leads to another resource that belongs to the one judged, or to what is derived, such as its PHI mark. In values, "), codeOf("ref:"), g.Text(" stands for what is known only once the configuration is applied. Values that are sensitive are masked.")),
			g.If(d.Code(), h.Li(g.Text("Code was read: its verdicts are on what the configuration declares, not on what is deployed."))),
			g.If(d.Live(), h.Li(g.Text("Accounts were read by their APIs: their verdicts are on what the calls answered at the times beside the evidence."))),
			h.Li(g.Text("Verdicts on a citation follow from those of the rules that cite it: any failure fails it, else any unknown leaves it unknown; else passes show it, in whole or in part, as the legend there says. Whether a paragraph can be decided by configuration at all is part of the tool's data, and so are the words on what to provide.")),
			h.Li(g.Text(`PHI: a resource is taken to hold PHI where a marker says so or a reference leads there from one that does. "Not marked" is not "no PHI".`)),
		),
		subheading("required", "Required and addressable"),
		h.P(g.Text("A standard is mandatory. A required specification must be implemented. "+hipaa.Addressable)),
		subheading("gate", "Gate and exit codes"),
		h.P(g.Text("The verdict at the top is that of the default gate, which trips on any unwaived failure of low severity or worse; a run may have been given another threshold. Exit codes: 0 the gate holds and everything was read; 1 the gate tripped; 2 wrong usage or an error; 3 the gate holds, but something that was asked for was not read.")),
		subheading("reproduce", "Identity, and how to reproduce it"),
		h.Dl(h.Class("facts"),
			fact("Result", d.identity()),
			fact("Schema", g.Text(d.Schema)),
			fact("Tool", textOf(d.Tool.Name, " ", d.Tool.Version)),
			fact("Policy set", g.Text("SHA-256 "), hashOf(d.Tool.Policies)),
			fact("Again", g.Text("The same version of the tool with the same options on the same sources, with "), codeOf("--now "+d.Time.Started), g.Text(", gives the same verdicts"),
				g.If(d.Live(), g.Text("; accounts change, so keep a snapshot of what they answered")), g.Text(".")),
		),
	)
}

func (d *document) identity() g.Node {
	if d.Hidden != 0 {
		return g.Group{g.Text("SHA-256 of the JSON report of what this document lists, which is not all: "), hashOf(d.Digest), g.Text(".")}
	}
	return g.Group{g.Text("SHA-256 of the JSON report that this document was made from: "), hashOf(d.Digest), g.Text(". "), codeOf("sha256sum"), g.Text(" of that file gives the same.")}
}
