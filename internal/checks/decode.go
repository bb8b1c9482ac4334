package checks

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// decoder turns an annotation into Metadata and collects everything that is wrong with it.
type decoder struct {
	src   source
	known func(string) bool
	errs  []error
}

// fail notes an error at the line of the annotation that holds text.
func (d *decoder) fail(text, format string, args ...any) {
	d.errs = append(d.errs, fmt.Errorf("%s:%d: %s", d.src.file, d.src.lineOf(text), fmt.Sprintf(format, args...)))
}

var ruleID = regexp.MustCompile(`^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$`)

func (d *decoder) metadata(a annotation) Metadata {
	c := a.Custom
	m := Metadata{
		ID: c.ID, Title: a.Title, Description: a.Description, Citations: c.Citations, NPRM: c.NPRM,
		Scope: d.scope(c.Scope), When: c.When, Helps: d.more(c.More), Remediation: c.Remediation,
		RelatedResources: a.RelatedResources, Source: d.src.file, Package: d.src.pkg,
		Resources: map[string]*resource.Shape{}, Params: map[string]Param{}, Assertions: map[string]Assertion{},
	}
	d.required(a)
	m.Severity = d.severity(c.Severity, "severity", Severity{})
	for _, cite := range c.Citations {
		if d.known != nil && !d.known(cite) {
			d.fail(cite, "unknown citation %q: name a paragraph of 45 CFR 164 Subpart C, as in 164.312(a)(1)", cite)
		}
	}
	for _, typ := range slices.Sorted(maps.Keys(c.Resources)) {
		m.Resources[typ] = d.object(c.Resources[typ], typ)
	}
	m.Related = d.related(c.Related)
	d.checkOf(m)
	for _, name := range slices.Sorted(maps.Keys(c.Params)) {
		m.Params[name] = d.param(name, c.Params[name])
	}
	for _, name := range slices.Sorted(maps.Keys(c.Assertions)) {
		m.Assertions[name] = d.assertion(name, c.Assertions[name], m.Severity)
	}
	if m.Helps && m.Scope == ScopeResource {
		d.fail("more:", "more: helps belongs to a related list, or to a policy with scope account or region")
	}
	return m
}

// required reports what every policy must say.
func (d *decoder) required(a annotation) {
	if a.Scope != "" && a.Scope != "package" {
		d.fail("scope:", "scope %q of the annotation: a policy's METADATA stands above its package (scope: account belongs under custom)", a.Scope)
	}
	if !ruleID.MatchString(a.Custom.ID) {
		d.fail("id:", "id %q: want capitals, digits and hyphens, as in ACME-S3-001", a.Custom.ID)
	}
	for _, field := range []struct {
		name    string
		missing bool
	}{
		{"title", a.Title == ""},
		{"description", a.Description == ""},
		{"custom.citations", len(a.Custom.Citations) == 0},
		{"custom.resources", len(a.Custom.Resources) == 0},
		{"custom.remediation", a.Custom.Remediation == ""},
	} {
		if field.missing {
			d.fail("", "METADATA: %s is missing", field.name)
		}
	}
}

func (d *decoder) scope(s string) string {
	switch s {
	case "", ScopeResource:
		return ScopeResource
	case ScopeAccount, ScopeRegion:
		return s
	}
	d.fail("scope:", "unknown scope %q (want account or region, or leave it out)", s)
	return ScopeResource
}

func (d *decoder) more(s string) bool {
	if s != "" && s != "helps" {
		d.fail("more:", "more: %s: the only value is helps", s)
	}
	return s == "helps"
}

// severity reads a name or {default, phi}; fallback stands in where nothing is written.
func (d *decoder) severity(v any, at string, fallback Severity) Severity {
	one := func(v any) finding.Severity {
		name, _ := v.(string)
		s, err := finding.ParseSeverity(name)
		if err != nil {
			d.fail("severity", "%s: %v", at, err)
		}
		return s
	}
	switch v := v.(type) {
	case nil:
		if fallback == (Severity{}) {
			d.fail("severity", "%s is missing", at)
		}
		return fallback
	case map[string]any:
		for key := range v {
			if key != "default" && key != "phi" {
				d.fail("severity", "%s: unknown key %q (want default and phi)", at, key)
			}
		}
		return Severity{Default: one(v["default"]), PHI: one(v["phi"])}
	}
	s := one(v)
	return Severity{Default: s, PHI: s}
}

func (d *decoder) object(v any, at string) *resource.Shape {
	s, err := resource.ParseShape(v)
	if err == nil && s.Kind != resource.Object {
		err = fmt.Errorf("want a mapping of attributes to types, {} to read none")
	}
	if err != nil {
		d.fail(at, "%s: %v", at, err)
		return &resource.Shape{Kind: resource.Object}
	}
	if s.Attrs["_"] != nil {
		d.fail(at, "%s: the name _ is taken by the engine", at)
	}
	return s
}

// checkOf looks whether the lists of a scope policy, and only those, say whose they are.
func (d *decoder) checkOf(m Metadata) {
	for _, name := range slices.Sorted(maps.Keys(m.Related)) {
		of := m.Related[name].Of
		switch {
		case m.Scope == ScopeResource && of != "":
			d.fail("of:", "related.%s: of belongs to policies with scope account or region: here the judged resource has the list", name)
		case m.Scope != ScopeResource && m.Resources[of] == nil:
			d.fail(name+":", "related.%s: of: in a policy with scope account or region name the type under resources whose members have the list", name)
		}
	}
}

func (d *decoder) related(raw map[string]rawRelated) map[string]*Related {
	out := make(map[string]*Related, len(raw))
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		r := raw[name]
		if slices.Contains([]string{"type", "source", "scope", "phi"}, name) {
			d.fail(name+":", "related.%s: the name is taken by the engine", name)
		}
		if r.Type == "" {
			d.fail(name+":", "related.%s: type is missing", name)
		}
		out[name] = &Related{
			Of: r.Of, Type: r.Type, On: d.on(name, r.On), Attributes: d.object(r.Attributes, "attributes"),
			Related: d.related(r.Related), Helps: d.more(r.More), Elsewhere: r.Elsewhere,
		}
	}
	return out
}

func (d *decoder) on(name, text string) On {
	if text == ScopeAccount || text == ScopeRegion {
		return On{Scope: text}
	}
	theirs, mine, ok := strings.Cut(text, "=")
	if !ok {
		d.fail("on: "+text, "related.%s: on %q: want `THEIRS = MINE`, account or region", name, text)
		return On{Scope: ScopeAccount}
	}
	return On{Theirs: d.linkPath(name, theirs), Mine: d.linkPath(name, mine)}
}

// linkPath reads one side of `on`: names, with [] after a list of plain values.
func (d *decoder) linkPath(name, text string) Path {
	text = strings.TrimSpace(text)
	p, err := ParsePath(text)
	if err != nil {
		d.fail(text, "related.%s: on: %v", name, err)
		return nil
	}
	for _, step := range p {
		if step.Name == "" && step.Index != Every {
			d.fail(text, "related.%s: on: %q: a link does not choose an index; write []", name, text)
		}
	}
	return p
}

func (d *decoder) assertion(name string, raw rawAssertion, fallback Severity) Assertion {
	if raw.Title == "" {
		d.fail(name+":", "assertions.%s: title is missing", name)
	}
	out := Assertion{Title: raw.Title, Severity: d.severity(raw.Severity, "assertions."+name+".severity", fallback)}
	for _, text := range raw.Reads {
		p, err := ParsePath(text)
		if err != nil {
			d.fail(text, "assertions.%s: reads: %v", name, err)
			continue
		}
		out.Reads = append(out.Reads, p)
	}
	return out
}
