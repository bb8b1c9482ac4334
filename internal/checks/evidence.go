package checks

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// maxEvidence bounds the evidence of one finding, maxValue one value in it.
const (
	maxEvidence = 12
	maxValue    = 80
)

// evidence is what was seen at the verdict's paths; for a pass without paths, at
// every declared attribute of the resource. Passes do without places, since
// there are many and equal inputs share them.
func (b *builder) evidence(in *input, v verdict) []finding.Evidence {
	term := in.shown()
	var room [maxEvidence]finding.Evidence // what is returned takes no more than it holds
	out := room[:0]
	paths := v.paths
	if len(paths) == 0 && v.status == finding.Pass && in.scope != "" && in.judged.Source == resource.Live {
		for _, typ := range b.policy.types {
			paths = append(paths, Path{{Name: typ}})
		}
	}
	if len(paths) == 0 && v.status == finding.Pass && in.scope == "" {
		for _, a := range b.policy.view().reads[in.judged.Address.Type].attrs {
			paths = append(paths, Path{{Name: a.name}})
		}
		for _, rel := range b.policy.view().joins {
			paths = append(paths, Path{metaStep, {Name: rel.name}})
		}
	}
	for _, p := range paths {
		for _, seen := range expand(term, p, nil) {
			value, ok := in.show(term, seen, p)
			name := seen.shared()
			if !ok || slices.ContainsFunc(out, func(e finding.Evidence) bool { return e.Path == name }) {
				continue
			}
			e := finding.Evidence{Path: name, Value: value}
			if v.status != finding.Pass {
				_, at, _ := in.place(seen)
				e.File, e.Line = at.Filename, at.Start.Line
			}
			e.Call, e.Time = in.readBy(seen)
			out = append(out, e)
			if len(out) == maxEvidence {
				return slices.Clone(out)
			}
		}
	}
	if in.judged.Source == resource.Live && (v.status != finding.Pass || len(out) == 0) {
		out = in.absences(term, paths, out)
	}
	return append([]finding.Evidence{}, out...)
}

// absences adds what an account answered where a path leads to nothing: null for what is
// not set, and lists that are empty. It, too, was seen by a call.
func (in *input) absences(term *ast.Term, paths []Path, out []finding.Evidence) []finding.Evidence {
	for _, p := range paths {
		for _, nothing := range absent(term, p, nil) {
			seen := func(e finding.Evidence) bool { return e.Path == nothing.path.String() }
			if len(out) == maxEvidence || slices.ContainsFunc(out, seen) || len(in.touched([]Path{nothing.path}, false)) > 0 {
				continue
			}
			e := finding.Evidence{Path: nothing.path.String(), Value: nothing.value}
			e.Call, e.Time = in.readBy(nothing.path)
			out = append(out, e)
		}
	}
	return out
}

// nothing is a place without a value, and how that is written.
type nothing struct {
	path  Path
	value string
}

// absent lists the places at which a path ends before it reaches a value.
func absent(term *ast.Term, p, at Path) []nothing {
	switch v := term.Value.(type) {
	case *ast.Array:
		if v.Len() == 0 {
			return []nothing{{at, "[]"}}
		}
	case ast.Object:
		if v.Len() == 0 && len(at) > 0 && at[len(at)-1].Name != "" { // a map; of a block the member is missing
			return []nothing{{at, "{}"}}
		}
	case ast.Null:
		return []nothing{{at, "null"}}
	}
	if len(p) == 0 {
		return nil
	}
	step, rest := p[0], p[1:]
	if list, ok := term.Value.(*ast.Array); ok && step.Name == "" && step.Index == Every {
		var out []nothing
		for i := range list.Len() {
			out = append(out, absent(list.Elem(i), rest, at.with(Step{Index: i}))...)
		}
		return out
	}
	v, err := term.Value.Find(astRef(Path{step}))
	if err != nil {
		return []nothing{{at.with(step), "null"}}
	}
	return absent(ast.NewTerm(v), rest, at.with(step))
}

// readBy is the call that showed what stands at a path, and when; empty but for live
// resources, and for a list, which many calls may have filled.
func (in *input) readBy(p Path) (call, at string) {
	e, rest, list := in.owner(p)
	if list {
		return "", ""
	}
	attr := ""
	if len(rest) > 0 {
		attr = rest[0].Name
	}
	c := e.ReadBy(attr)
	if c == nil {
		return "", ""
	}
	return c.Operation, c.Time.UTC().Format(time.RFC3339)
}

// expand lists the places with a value that a path reaches: `[*]` becomes each index,
// and an object its members.
func expand(term *ast.Term, p Path, at Path) []Path {
	if len(p) == 0 {
		return leaves(term, at)
	}
	step, rest := p[0], p[1:]
	if step.Name == "" && step.Index == Every {
		var out []Path
		if list, ok := term.Value.(*ast.Array); ok {
			for i := range list.Len() {
				out = append(out, expand(list.Elem(i), rest, at.with(Step{Index: i}))...)
			}
		}
		return out
	}
	v, err := term.Value.Find(astRef(Path{step}))
	if err != nil {
		return nil
	}
	return expand(ast.NewTerm(v), rest, at.with(step))
}

// leaves lists the scalars and lists of scalars below a term. What `_` holds
// beside the lists is not evidence.
func leaves(term *ast.Term, at Path) []Path {
	switch v := term.Value.(type) {
	case ast.Object:
		var out []Path
		for _, key := range v.Keys() {
			name, _ := key.Value.(ast.String)
			if s := (Step{Name: string(name)}); name != "" && s != metaStep {
				out = append(out, leaves(v.Get(key), at.with(s))...)
			}
		}
		return out
	case *ast.Array:
		if !scalars(v) {
			var out []Path
			for i := range v.Len() {
				out = append(out, leaves(v.Elem(i), at.with(Step{Index: i}))...)
			}
			return out
		}
	case ast.Null:
		return nil
	}
	return []Path{at}
}

func scalars(list *ast.Array) bool {
	return !list.Until(func(t *ast.Term) bool { return !ast.IsScalar(t.Value) })
}

// show is a value as evidence: scalars and lists of scalars. Free text that could
// hold anything is shortened, what is sensitive is not shown. asked is the verdict's
// path that led here.
func (in *input) show(term *ast.Term, p, asked Path) (string, bool) {
	v, err := term.Value.Find(astRef(p))
	if err != nil {
		return "", false
	}
	if in.hides(p, asked, v) {
		return finding.Hidden, true
	}
	text := scalarString(v)
	if list, ok := v.(*ast.Array); ok {
		var parts []string
		list.Foreach(func(t *ast.Term) { parts = append(parts, scalarString(t.Value)) })
		text = "[" + strings.Join(parts, ", ") + "]"
	}
	text = finding.Masked(oneLine(text))
	if r := []rune(text); len(r) > maxValue {
		text = string(r[:maxValue]) + "..."
	}
	return text, true
}

// oneLine is the text with single spaces, the text itself where it has no others.
func oneLine(text string) string {
	other := func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }
	if !strings.ContainsFunc(text, other) && !strings.Contains(text, "  ") && strings.Trim(text, " ") == text {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

func scalarString(v ast.Value) string {
	if s, ok := v.(ast.String); ok {
		return string(s)
	}
	return v.String()
}

// noMember is the verdict on a scope of which the set holds nothing.
func noMember(types []string) *verdict {
	v := verdict{status: finding.NotApplicable, message: "no " + strings.Join(types, " or ") + " in this stack; another stack may own it"}
	for _, t := range types {
		v.paths = append(v.paths, Path{{Name: t}})
	}
	return &v
}
