package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// pageWriter writes the page of one rule.
type pageWriter struct {
	b      bytes.Buffer
	rule   rule
	halves []checks.Metadata
}

func (w *pageWriter) printf(format string, args ...any) { fmt.Fprintf(&w.b, format, args...) }

func (w *pageWriter) head() {
	r := w.rule
	w.printf("# %s: %s\n\n%s\n\n%s", r.ID, report.MarkdownText(r.Title), report.MarkdownText(r.Description), markdownHead("", ""))
	w.printf("| severity | %s |\n", raised(r.Severity, r.PHISeverity))
	w.printf("| judges | %s |\n", codes(r.Resources))
	w.printf("| of each | %s |\n", strings.Join(r.Scopes, ", "))
	w.printf("| engines | %s |\n", strings.Join(r.Engines, ", "))
}

func codes(names []string) string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = report.MarkdownCode(name)
	}
	return strings.Join(out, ", ")
}

func (w *pageWriter) why() {
	w.printf("\n## Why\n\n")
	for _, id := range w.rule.Citations {
		w.printf("- %s\n", kindsOf(id))
	}
	for _, id := range w.rule.NPRM {
		w.printf("- %s\n", proposal(id))
	}
}

func (w *pageWriter) demands() {
	if len(w.rule.Assertions) == 0 {
		return
	}
	w.printf("\n## Demands\n\nEach has a verdict of its own.\n\n")
	for _, name := range slices.Sorted(maps.Keys(w.rule.Assertions)) {
		w.printf("- %s: %s\n", report.MarkdownCode(name), report.MarkdownText(w.rule.Assertions[name]))
	}
}

// attribute is one that a rule reads.
type attribute struct{ list, typ, path, kind string }

func (w *pageWriter) reads(wanted resource.Wanted) {
	w.printf("\n## What it reads\n\nThe default is what holds where code leaves the attribute out.\n\n%s", markdownHead("type", "attribute", "default"))
	var all []attribute
	for _, m := range w.halves {
		for _, typ := range slices.Sorted(maps.Keys(m.Resources)) {
			all = append(all, attributes("", typ, m.Resources[typ])...)
		}
		all = append(all, relatedAttributes(m.Related)...)
	}
	seen := map[attribute]bool{}
	for _, a := range all {
		if seen[a] {
			continue
		}
		seen[a] = true
		typ, path, text := report.MarkdownCode(a.typ), "", ""
		if a.list != "" {
			typ += " (" + a.list + ")"
		}
		if a.path != "" {
			path = report.MarkdownCode(a.path) + " " + a.kind
			text = documented(a.typ, a.path)
		}
		w.b.WriteString(markdownRow(typ, path, text))
	}
	if w.rule.hasEngine(engineGitHub) {
		w.printf("\nOn GitHub these calls read it:\n\n%s", markdownHead("call", "permission"))
		for _, r := range github.Readings(wanted) {
			w.printf("| %s | %s |\n", report.MarkdownCode(r.Operation), report.MarkdownCode(r.Permission))
		}
	}
	if !w.rule.hasEngine(engineLive) {
		return
	}
	w.printf("\nIn an account these calls read it:\n\n%s", markdownHead("call", "permission"))
	for _, r := range aws.Readings(wanted) {
		w.printf("| %s | %s |\n", report.MarkdownCode(r.Operation), codes(r.Actions))
	}
}

// documented is the default of an attribute with a link to the page that says so.
func documented(typ, path string) string {
	text, link := provider.Documented(typ, path)
	if text == "" {
		return ""
	}
	return fmt.Sprintf("%s ([source](%s))", report.MarkdownText(text), link)
}

func attributes(list, typ string, s *resource.Shape) []attribute {
	out := leavesOf(list, typ, s, "")
	if len(out) == 0 {
		return []attribute{{list: list, typ: typ}}
	}
	return out
}

func leavesOf(list, typ string, s *resource.Shape, at string) []attribute {
	if s == nil {
		return nil
	}
	var out []attribute
	for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
		a := s.Attrs[name]
		switch {
		case a.Kind == resource.Object:
			out = append(out, leavesOf(list, typ, a, at+name+".")...)
		case a.Elem != nil && a.Elem.Kind == resource.Object:
			out = append(out, leavesOf(list, typ, a.Elem, at+name+".")...)
		default:
			out = append(out, attribute{list, typ, at + name, kindName(a)})
		}
	}
	return out
}

// kindName is the type of an attribute as Terraform names it.
func kindName(s *resource.Shape) string {
	if s.Elem != nil {
		return fmt.Sprintf("%s(%s)", s.Kind, kindName(s.Elem))
	}
	return string(s.Kind)
}

func relatedAttributes(lists map[string]*checks.Related) []attribute {
	var out []attribute
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		r := lists[name]
		on := "of the same " + r.On.Scope
		if r.On.Scope == "" {
			on = fmt.Sprintf("whose %s is its %s", report.MarkdownCode(r.On.Theirs.String()), report.MarkdownCode(r.On.Mine.String()))
		}
		out = append(out, attributes("related, "+on, r.Type, r.Attributes)...)
		out = append(out, relatedAttributes(r.Related)...)
	}
	return out
}

func (w *pageWriter) parameters() {
	if len(w.rule.Params) == 0 {
		return
	}
	w.printf("\n## Thresholds\n\n%s", markdownHead("parameter", "default", "", "why this one"))
	for _, name := range slices.Sorted(maps.Keys(w.rule.Params)) {
		p := w.rule.Params[name]
		w.b.WriteString(markdownRow(report.MarkdownCode(w.rule.ID+"."+name), report.MarkdownText(strings.TrimSpace(fmt.Sprint(p.Default)+" "+p.Unit)),
			stricter(p), report.MarkdownText(p.Source)))
	}
}

// examples are the tested ones beside the policy: code where there is some, else what an account answered.
func (w *pageWriter) examples() error {
	for _, e := range []struct{ title, name string }{{"Fails", "fail"}, {"Passes", "pass"}} {
		text, language := "", ""
		for _, file := range []struct{ name, language string }{{e.name + ".tf", "hcl"}, {"account_" + e.name + ".tf", "hcl"}, {"live_" + e.name + ".json", "json"}, {e.name + ".txtar", "text"}} {
			for _, m := range w.halves {
				if text != "" {
					break
				}
				var err error
				if text, err = exampleOf(m, file.name); err != nil {
					return err
				}
				language = file.language
			}
		}
		if text == "" {
			continue
		}
		w.printf("\n## %s\n\n", e.title)
		if strings.Contains(text, "want:") {
			w.printf("Each resource does, but where a comment says what else is wanted of it.\n\n")
		}
		w.printf("````%s\n%s\n````\n", language, strings.TrimSpace(text))
	}
	return nil
}

func (w *pageWriter) rest() {
	w.printf("\n## How to put it right\n\n%s\n", report.MarkdownText(w.rule.Remediation))
	if len(w.rule.References) > 0 {
		w.printf("\n## See also\n\n")
		for _, ref := range w.rule.References {
			w.printf("- <%s>\n", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(report.Plain(ref)))
		}
	}
	w.printf("\n%s", pageMark)
}
