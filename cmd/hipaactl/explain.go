package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// evidenceMeans says what the degrees of evidence stand for.
var evidenceMeans = map[hipaa.Evidence]string{
	hipaa.Automated: "configuration alone decides most of it",
	hipaa.Partial:   "a scan gives part of the evidence",
	hipaa.Manual:    "it takes a document, a contract, a person or a building",
}

func newExplain(p process) *cobra.Command {
	var o policyOptions
	var format string
	cmd := &cobra.Command{
		Use:   "explain RULE|CITATION",
		Short: "Explain a rule or a paragraph of the HIPAA Security Rule",
		Example: `  hipaactl explain HIPAA-S3-003
  hipaactl explain "164.312(a)(2)(iv)"
  hipaactl explain 164.308`,
		Args: oneArgument("RULE or CITATION"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(ruleCompletions(), citationIDs()...), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			policies, err := o.load()
			if err != nil {
				return err
			}
			if id := hipaa.Normalize(args[0]); strings.HasPrefix(id, "164") {
				return explainCitations(p.stdout, id, rulesByID(policies.List()), format)
			}
			r, err := findRule(policies, args[0])
			if err != nil {
				return err
			}
			switch format {
			case "json":
				return printJSON(p.stdout, r)
			case "text":
				var b bytes.Buffer
				explainRule(&b, r)
				return writeAll(p.stdout, &b)
			}
			return badFormat(format)
		},
	}
	o.addSource(cmd)
	addFormat(cmd, &format)
	return cmd
}

// explanation is a citation with the rules that cite it.
type explanation struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Kind     hipaa.Kind     `json:"kind"`
	Required bool           `json:"required_in_itself"`
	Parent   string         `json:"parent"`
	Meaning  string         `json:"meaning"`
	Evidence hipaa.Evidence `json:"evidence"`
	Shows    string         `json:"shows"`
	NIST     []string       `json:"nist_800_53r5"`
	Rules    []string       `json:"rules"`
	label    string
}

// allExplained are all citations, in regulation order.
func allExplained(rules []rule) []explanation {
	var out []explanation
	for _, c := range hipaa.All() {
		e := explanation{c.ID, c.Title, c.Kind, c.Mandatory, c.Parent, c.Meaning, c.Evidence, c.Shows, c.NIST, []string{}, c.Label()}
		for _, r := range rules {
			if slices.Contains(r.Citations, c.ID) {
				e.Rules = append(e.Rules, r.ID)
			}
		}
		out = append(out, e)
	}
	return out
}

// explainCitations explains one citation in full, or lists those below a paragraph.
func explainCitations(w io.Writer, query string, rules []rule, format string) error {
	if !hipaa.Names(query) {
		hint := spelling.Meant(query, citationIDs())
		if hipaa.Proposed(query) {
			hint = "; it has the form of a paragraph, so it may be one of the rule proposed in January 2025, which is not law"
		}
		return usagef("%s: no standard or specification of 164.308 to 164.316%s", query, hint)
	}
	exact := hipaa.Known(query)
	out := slices.DeleteFunc(allExplained(rules), func(e explanation) bool {
		return exact && e.ID != query || !exact && !hipaa.Within(e.ID, query)
	})
	switch format {
	case "json":
		return printJSON(w, out)
	case "text":
	default:
		return badFormat(format)
	}
	var b bytes.Buffer
	if len(out) == 1 {
		explainCitation(&b, out[0], rules)
		return writeAll(w, &b)
	}
	for _, e := range out {
		c, _ := hipaa.Lookup(e.ID)
		fmt.Fprintf(&b, "%-22s %-18s %-10s %2d rules  %s\n", c.ID, c.Label(), c.Evidence, len(e.Rules), c.Title)
	}
	return writeAll(w, &b)
}

func explainCitation(w *bytes.Buffer, e explanation, rules []rule) {
	c, _ := hipaa.Lookup(e.ID)
	fmt.Fprintf(w, "45 CFR %s  %s\n\n", c.ID, c.Title)
	field(w, "kind", kindOf(c))
	field(w, "asks", c.Meaning)
	field(w, "evidence", string(c.Evidence)+": "+evidenceMeans[c.Evidence])
	field(w, "scan shows", c.Shows)
	field(w, "NIST", strings.Join(c.NIST, ", ")+" (SP 800-53 revision 5)")
	for i, child := range hipaa.Children(c.ID) {
		field(w, first(i, "holds"), fmt.Sprintf("%s %s (%s)", child.ID, child.Title, child.Label()))
	}
	n := 0
	for _, r := range rules {
		if slices.Contains(e.Rules, r.ID) {
			field(w, first(n, "rules"), fmt.Sprintf("%s %s (%s)", r.ID, r.Title, r.Severity))
			n++
		}
	}
	switch {
	case n == 0 && c.Evidence == hipaa.Manual:
		field(w, "rules", "none: a scan cannot show it")
	case n == 0:
		field(w, "rules", "none yet")
	}
	if c.Kind == hipaa.AddressableSpec {
		field(w, "note", hipaa.Addressable)
	}
}

func kindOf(c hipaa.Citation) string {
	if parent, ok := hipaa.Lookup(c.Parent); ok {
		return fmt.Sprintf("%s implementation specification of %s %s", c.Kind, parent.ID, parent.Title)
	}
	return c.Label()
}

func explainRule(w *bytes.Buffer, r rule) {
	fmt.Fprintf(w, "%s  %s\n\n", r.ID, report.Plain(r.Title))
	severity := string(r.Severity)
	if r.PHISeverity != r.Severity {
		severity += ", " + string(r.PHISeverity) + " on resources that hold PHI"
	}
	field(w, "severity", severity)
	field(w, "why", r.Description)
	for i, id := range r.Citations {
		c, _ := hipaa.Lookup(id)
		field(w, first(i, "cites"), fmt.Sprintf("%s %s (%s): %s", id, c.Title, c.Label(), c.Meaning))
	}
	for i, id := range r.NPRM {
		field(w, first(i, "proposed"), id+" (rule proposed in January 2025, not law)")
	}
	field(w, "judges", strings.Join(r.Resources, ", "))
	for i, name := range slices.Sorted(maps.Keys(r.Assertions)) {
		field(w, first(i, "demands"), name+": "+r.Assertions[name])
	}
	for i, name := range slices.Sorted(maps.Keys(r.Params)) {
		p := r.Params[name]
		text := strings.TrimSpace(fmt.Sprintf("%s.%s = %v %s", r.ID, name, p.Default, p.Unit))
		if p.Source != "" {
			text += " (" + p.Source + ")"
		}
		field(w, first(i, "thresholds"), text)
	}
	field(w, "fix", r.Remediation)
	for i, ref := range r.References {
		field(w, first(i, "see"), ref)
	}
}

// first is the label for the first of several lines.
func first(i int, label string) string {
	if i == 0 {
		return label
	}
	return ""
}

// field prints a labelled paragraph, or nothing for an empty one.
func field(w *bytes.Buffer, label, text string) {
	for i, line := range report.Wrap(text, 86) {
		if i > 0 {
			label = ""
		}
		if line != "" {
			fmt.Fprintf(w, "  %-11s %s\n", label, report.Plain(line))
		}
	}
}
