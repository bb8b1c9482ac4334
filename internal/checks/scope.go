package checks

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// scopes are the inputs of a policy that judges accounts or regions.
func (b *builder) scopes(without bool) []*input {
	var order []string
	first := map[string]*entity{}
	for _, e := range slices.Concat(b.world.entities, b.world.read) {
		if e.provider != "" && !b.sameProvider(e.provider+"_") {
			continue
		}
		if e.Address.Type != "" && (!b.sameProvider(e.Address.Type) || b.world.beside(e)) || b.policy.Scope == ScopeRegion && global(e.Resource) {
			continue
		}
		if key := b.world.scopeOf(e.Resource, b.policy.Scope); first[key] == nil {
			first[key] = e
			order = append(order, key)
		}
	}
	out := make([]*input, 0, len(order))
	for _, key := range order {
		out = append(out, b.scope(key, first[key], without))
	}
	return out
}

// beside tells whether a live resource is of a region that was not read, such as a trail
// that records those which were: it says nothing of its region.
func (w *world) beside(e *entity) bool {
	known := false
	for _, r := range w.read {
		if r.Scope.AccountKey == e.Scope.AccountKey {
			if known = true; r.Scope.RegionKey == e.Scope.RegionKey {
				return false
			}
		}
	}
	return known && e.Source == resource.Live
}

// global tells whether a live resource belongs to its account and to no region.
func global(r *resource.Resource) bool { return r.Source == resource.Live && r.Scope.RegionKey == "" }

// scopesRead are the accounts and regions that a live source read, as entities of no type.
func scopesRead(set *resource.Set) []*entity {
	out := make([]*entity, 0, len(set.Scopes))
	for _, s := range set.Scopes {
		r := &resource.Resource{Root: s.Root, Source: resource.Live, Scope: s.Scope}
		out = append(out, &entity{Resource: r, part: partOf(r), partial: s.Partial, provider: s.Provider})
	}
	return out
}

// provider is the one that the policy is about, by the prefix of its types.
func (b *builder) provider() string {
	provider, _, _ := strings.Cut(b.policy.types[0], "_")
	return provider
}

// sameProvider tells whether a type belongs to the provider that the policy is about.
func (b *builder) sameProvider(typ string) bool { return strings.HasPrefix(typ, b.provider()+"_") }

// scope is the input for one account or region; like is one of its resources, or what was read of it.
func (b *builder) scope(key string, like *entity, without bool) *input {
	judged := &entity{part: like.part, Resource: &resource.Resource{
		Root: like.Root, Source: like.Source, Scope: like.Scope, Values: cty.EmptyObjectVal,
		Address: resource.Address{Type: b.policy.Scope},
	}}
	if b.policy.Scope == ScopeAccount {
		judged.Scope.Region, judged.Scope.RegionKey = "", ""
	}
	switch {
	case like.Source == resource.Live && b.policy.Scope == ScopeAccount:
		judged.Root = like.Scope.AccountKey
	case like.Source == resource.Live:
		judged.Root = like.Scope.AccountKey + "/" + like.Scope.RegionKey
	case b.world.wholeAccount:
		judged.Root = "."
	}
	in := &input{judged: judged, without: without, scope: b.policy.Scope, lists: map[string][]*node{}}
	in.meta = [][2]*ast.Term{
		{typeKey, ast.StringTerm(b.policy.Scope)},
		{sourceKey, ast.StringTerm(string(like.Source))},
		{scopeKeyT, ast.StringTerm(b.policy.Scope)},
		{wholeKey, ast.BooleanTerm(b.world.closed(judged.Resource))},
	}
	in.meta = append(in.meta, b.accountMeta(judged)...)
	seen := 0
	var gaps []resource.Cause
	for _, typ := range b.policy.types {
		members, unsure := b.world.present(b.world.scopes[scopeKey{typ, b.policy.Scope, key}], nil)
		lost := concat(unsure, b.world.scopeGaps(judged, typ))
		if b.policy.Scope == ScopeRegion && like.Source != resource.Live {
			lost = concat(lost, b.world.perhapsHere(typ, like.Resource, b.world.roots[b.world.regionOf(like.Resource)]...))
		}
		if b.asks(typ) {
			seen += len(members)
			gaps = concat(gaps, lost)
		}
		b.scopeList(in, typ, members, lost)
	}
	if seen == 0 && len(gaps) == 0 && !b.world.closed(judged.Resource) {
		in.settled = noMember(slices.DeleteFunc(slices.Clone(b.policy.types), func(typ string) bool { return !b.asks(typ) }))
	}
	return in
}

// settled tells whether a policy judges accounts or regions, and of none there is anything
// to ask it: it need not be compiled. Most policies of this kind are so in most code.
func (w *world) settled(pol *policy) bool {
	if pol.Scope == ScopeResource {
		return false
	}
	b := &builder{world: w, policy: pol, program: &program{}}
	if slices.ContainsFunc(pol.types, func(typ string) bool { return b.asks(typ) && len(w.byType[typ]) > 0 }) {
		return false
	}
	return !slices.ContainsFunc(b.scopes(false), func(in *input) bool { return in.settled == nil })
}

// asks tells whether a type is what the policy is about. Where it reads attributes of some
// types, those of which it only asks whether there are any are not.
func (b *builder) asks(typ string) bool {
	read := func(typ string) bool { return len(b.policy.view().reads[typ].attrs) > 0 }
	return read(typ) || !slices.ContainsFunc(b.policy.types, read)
}

// scopeList adds the list of one type. In code it is open, since another stack of
// the account may hold more; that alone does not take away what the seen members prove.
func (b *builder) scopeList(in *input, typ string, members []*entity, lost []resource.Cause) {
	path := Path{{Name: typ}}
	if !b.world.closed(in.judged.Resource) {
		in.opens = append(in.opens, open{path: path, causes: []resource.Cause{elsewhere(typ)}, helps: true, elsewhere: true})
	}
	if len(lost) > 0 {
		in.opens = append(in.opens, open{path: path, causes: lost, helps: b.policy.Helps})
	}
	terms := make([]*ast.Term, 0, len(members))
	for _, m := range members {
		before := in.unseenMark()
		at := path.with(Step{Index: len(terms)})
		items := b.values(in, m, b.policy.view().reads[typ], at)
		meta := b.memberMeta(in, m, at.with(metaStep))
		lists, nodes := b.lists(in, m, b.policy.view().of[typ], at.with(metaStep))
		if b.policy.Helps && in.drop(before, path) {
			continue
		}
		terms = append(terms, ast.ObjectTerm(append(items, [2]*ast.Term{metaKey, ast.ObjectTerm(append(meta, lists...)...)})...))
		in.lists[typ] = append(in.lists[typ], &node{entity: m, lists: nodes})
	}
	in.own = append(in.own, [2]*ast.Term{ast.StringTerm(typ), ast.ArrayTerm(terms...)})
}

// closed tells whether everything of the scope is in the set, gaps aside.
func (w *world) closed(r *resource.Resource) bool { return w.wholeAccount || r.Source == resource.Live }

// scopeGaps explains what of a scope was asked for and not read.
func (w *world) scopeGaps(judged *entity, typ string) []resource.Cause {
	switch {
	case judged.Source == resource.Live:
		return w.gaps.lostCalls(typ, judged.Scope)
	case w.wholeAccount:
		return w.gaps.anywhere(typ)
	}
	return w.gaps.lostFiles(judged.Root, typ)
}
