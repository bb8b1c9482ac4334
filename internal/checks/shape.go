package checks

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// shape is a resource.Shape in the form the projection walks: attributes in
// order, each with its key already built.
type shape struct {
	kind  resource.Kind
	elem  *shape
	attrs []attr
}

type attr struct {
	name  string
	key   *ast.Term
	shape *shape
}

// anything is the shape of what has no declared type.
var anything = &shape{kind: resource.Any}

func newShape(s *resource.Shape) *shape {
	if s == nil {
		return nil
	}
	out := &shape{kind: s.Kind, elem: newShape(s.Elem)}
	for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
		out.attrs = append(out.attrs, attr{name, ast.StringTerm(name), newShape(s.Attrs[name])})
	}
	return out
}

// attr is the shape of a named attribute, nil where it is not declared.
func (s *shape) attr(name string) *shape {
	for _, a := range s.attrs {
		if a.name == name {
			return a.shape
		}
	}
	return nil
}

// relation is a compiled related list.
type relation struct {
	*Related
	name  string
	key   *ast.Term
	reads *shape
	// links are the positions in the member that hold links of the policy.
	joins []*relation
}

// bare tells that the list shows of a member no more than its mark and its place.
func (r *relation) bare() bool { return len(r.reads.attrs)+len(r.joins) == 0 }

func newRelations(lists map[string]*Related) []*relation {
	var out []*relation
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		r := lists[name]
		out = append(out, &relation{
			Related: r, name: name, key: ast.StringTerm(name), reads: newShape(r.Attributes), joins: newRelations(r.Related),
		})
	}
	return out
}

// linkPositions are, by resource type, the attribute paths through which the
// policy joins: there a plain name is that of a resource.
func (m Metadata) linkPositions() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	add := func(typ string, p Path) {
		if out[typ] == nil {
			out[typ] = map[string]bool{}
		}
		out[typ][p.names()] = true
	}
	var walk func(mine []string, lists map[string]*Related)
	walk = func(mine []string, lists map[string]*Related) {
		for _, r := range lists {
			if r.On.Scope == "" {
				add(r.Type, r.On.Theirs)
				for _, typ := range r.owners(mine) {
					add(typ, r.On.Mine)
				}
			}
			walk([]string{r.Type}, r.Related)
		}
	}
	walk(slices.Sorted(maps.Keys(m.Resources)), m.Related)
	return out
}

// owners are the types whose resources have the list, of those that may.
func (r *Related) owners(mine []string) []string {
	if r.Of != "" {
		return []string{r.Of}
	}
	return mine
}

// sortedKeys are a map's keys in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
