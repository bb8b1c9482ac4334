package checks

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

var (
	regionsKey    = ast.StringTerm("regions")
	allRegionsKey = ast.StringTerm("all_regions")
	accountKey    = ast.StringTerm("account")
)

// placeMeta is where a resource is, as far as the names are known and the policy looks at Regions.
func (b *builder) placeMeta(e *entity) [][2]*ast.Term {
	var meta [][2]*ast.Term
	if b.program.readsRegions && e.Scope.Region != "" {
		meta = append(meta, [2]*ast.Term{regionKey, ast.StringTerm(e.Scope.Region)})
	}
	if b.program.readsRegions && e.Scope.Account != "" {
		meta = append(meta, [2]*ast.Term{accountKey, ast.StringTerm(e.Scope.Account)})
	}
	return meta
}

// regions are the names of the Regions of an account that were seen, sorted: those that were
// read, or those of its resources. all tells that these are all there are.
func (b *builder) regions(judged *entity) (names []string, all bool) {
	w := b.world
	here := func(e *entity) bool {
		return e.Source == judged.Source && w.scopeOf(e.Resource, ScopeAccount) == w.scopeOf(judged.Resource, ScopeAccount)
	}
	partial, complete, named := false, false, true
	for _, e := range w.read {
		if !here(e) {
			continue
		}
		if e.Scope.Region != "" {
			names = append(names, e.Scope.Region)
			continue
		}
		partial, complete = partial || e.partial, complete || !e.partial
	}
	for _, e := range w.entities {
		switch {
		case !here(e) || !b.sameProvider(e.Address.Type) || w.beside(e) || global(e.Resource):
		case e.Scope.Region != "":
			names = append(names, e.Scope.Region)
		default:
			named = false
		}
	}
	slices.Sort(names)
	return slices.Compact(names), w.closed(judged.Resource) && named && (complete || !partial)
}

func stringsTerm(texts []string) *ast.Term {
	terms := make([]*ast.Term, len(texts))
	for i, text := range texts {
		terms[i] = ast.StringTerm(text)
	}
	return ast.ArrayTerm(terms...)
}
