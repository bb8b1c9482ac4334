package checks

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/resource"
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

// accountMeta are the Regions of the account that something judged is in, if the policy looks at them.
func (b *builder) accountMeta(judged *entity) [][2]*ast.Term {
	if !b.program.readsAccount {
		return nil
	}
	key := seenKey{b.provider(), judged.Source, b.world.scopeOf(judged.Resource, ScopeAccount)}
	b.world.mu.Lock()
	defer b.world.mu.Unlock()
	known, ok := b.world.seen[key]
	if !ok {
		known.names, known.all = b.regions(judged)
		b.world.seen[key] = known
	}
	return [][2]*ast.Term{{regionsKey, stringsTerm(known.names)}, {allRegionsKey, ast.BooleanTerm(known.all)}}
}

// seenKey names what decides which Regions of an account were seen.
type seenKey struct {
	provider string
	source   resource.Source
	account  string
}

// seenRegions are the names of the Regions of an account that were seen, and whether these are all.
type seenRegions struct {
	names []string
	all   bool
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
