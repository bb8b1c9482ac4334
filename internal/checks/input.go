package checks

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// input is what a policy is given about one resource, and what it is not.
type input struct {
	judged *entity
	// own are the attributes, meta the members of `_` but for phi.
	own, meta [][2]*ast.Term
	cuts      []cut
	opens     []open
	sensitive []Path
	found     []Path
	// lists are the members behind `_` (of a scope: behind the types), for finding a path's place.
	lists map[string][]*node
	// scope is ScopeAccount or ScopeRegion where that is judged, else empty.
	scope string
	// settled is the verdict where the policy need not be asked.
	settled *verdict
	// without tells to leave out the members of helping lists of which something
	// was not seen; partial that there are such members.
	without, partial bool
	// slot is the place of the input among the distinct ones of its job.
	slot int
	last *ast.Term
}

// node is a member of a list with the lists of its own.
type node struct {
	entity *entity
	lists  map[string][]*node
}

// builder builds the inputs of one policy.
type builder struct {
	world   *world
	policy  *policy
	program *program
	links   map[string]map[string]bool
	// memory keeps answers from one evaluation to the next; nil keeps none.
	memory *memory
	// limit bounds the time of one question; nil does not.
	limit *limit
}

var (
	metaKey   = ast.StringTerm("_")
	phiKey    = ast.StringTerm("phi")
	typeKey   = ast.StringTerm("type")
	sourceKey = ast.StringTerm("source")
	scopeKeyT = ast.StringTerm("scope")
	wholeKey  = ast.StringTerm("whole")
	regionKey = ast.StringTerm("region")
	metaStep  = Step{Name: "_"}
)

// build is the input for one judged resource.
func (b *builder) build(e *entity, without bool) *input {
	in := &input{judged: e, without: without}
	in.own = b.values(in, e, b.policy.view().reads[e.Address.Type], nil)
	in.meta = [][2]*ast.Term{
		{typeKey, ast.StringTerm(e.Address.Type)},
		{sourceKey, ast.StringTerm(string(e.Source))},
		{scopeKeyT, ast.StringTerm(ScopeResource)},
		{wholeKey, ast.BooleanTerm(b.world.closed(e.Resource))},
	}
	in.meta = append(append(in.meta, b.placeMeta(e)...), b.accountMeta(e)...)
	lists, nodes := b.lists(in, e, b.policy.view().joins, Path{metaStep})
	in.meta, in.lists = append(in.meta, lists...), nodes
	return in
}

// values projects what is read of a resource's own attributes.
func (b *builder) values(in *input, owner *entity, s *shape, base Path) [][2]*ast.Term {
	p := projection{documents: &b.world.documents, judged: in.judged, owner: owner, links: b.links[owner.Address.Type], path: slices.Clone(base), base: len(base)}
	var items [][2]*ast.Term
	switch {
	case owner.stub != nil:
		for _, a := range s.attrs {
			in.cuts = append(in.cuts, cut{base.with(Step{Name: a.name}), []resource.Cause{*owner.stub}})
		}
	case owner.Values != cty.NilVal:
		v, marks := owner.Values.Unmark()
		from := p.inherit(inherited{}, resource.MarksOf(marks))
		if !v.IsKnown() {
			p.cut(causesOf(resource.Marks{Causes: from.causes, Refs: from.refs, Maybes: from.maybes}, owner.Address.String()))
		} else if !v.IsNull() && (v.Type().IsObjectType() || v.Type().IsMapType()) {
			items = p.object(v, s, from)
		}
	}
	in.cuts, in.opens, in.sensitive = append(in.cuts, p.cuts...), append(in.opens, p.opens...), append(in.sensitive, p.sensitive...)
	in.found = append(in.found, p.found...)
	return items
}

// lists projects the related lists of mine, which stand below the path.
func (b *builder) lists(in *input, mine *entity, joins []*relation, at Path) ([][2]*ast.Term, map[string][]*node) {
	if len(joins) == 0 {
		return nil, nil
	}
	items := make([][2]*ast.Term, 0, len(joins)+1)
	nodes := make(map[string][]*node, len(joins))
	for _, rel := range joins {
		path := at.with(Step{Name: rel.name})
		members, causes := b.world.members(in.judged, mine, rel)
		if len(causes) > 0 {
			in.opens = append(in.opens, open{path: path, causes: causes, helps: rel.Helps})
		}
		if b.world.mayBeElsewhere(mine, rel) {
			in.opens = append(in.opens, open{path: path, causes: []resource.Cause{elsewhere(rel.Type)}, helps: rel.Helps, elsewhere: true})
		}
		terms := make([]*ast.Term, 0, len(members))
		for _, m := range members {
			n := &node{entity: m}
			before := in.unseenMark()
			t := b.member(in, n, rel, path.with(Step{Index: len(terms)}))
			if rel.Helps && in.drop(before, path) {
				continue
			}
			terms, nodes[rel.name] = append(terms, t), append(nodes[rel.name], n)
		}
		items = append(items, [2]*ast.Term{rel.key, ast.ArrayTerm(terms...)})
	}
	return items, nodes
}

// unseenMark says how much was not seen so far.
func (in *input) unseenMark() [3]int { return [3]int{len(in.cuts), len(in.opens), len(in.sensitive)} }

// drop takes back a member of a helping list of which something was not seen, if
// the input is to be without those: whatever they hold, they can only remove
// denials, so that a pass without them stands. A member whose own lists may only
// help further is kept: what was not seen of it can only remove denials, too.
func (in *input) drop(before [3]int, list Path) bool {
	hurts := func(o open) bool { return !o.helps }
	if len(in.cuts) == before[0] && !slices.ContainsFunc(in.opens[before[1]:], hurts) {
		return false
	}
	in.partial = true
	if !in.without {
		return false
	}
	causes := []resource.Cause{}
	for _, c := range in.cuts[before[0]:] {
		causes = concat(causes, c.causes)
	}
	in.cuts, in.opens, in.sensitive = in.cuts[:before[0]], in.opens[:before[1]], in.sensitive[:before[2]]
	in.opens = append(in.opens, open{path: list, causes: causes, helps: true})
	return true
}

// member projects one member with its own `_`.
func (b *builder) member(in *input, n *node, rel *relation, path Path) *ast.Term {
	items := b.values(in, n.entity, rel.reads, path)
	below := path.with(metaStep)
	meta := b.memberMeta(in, n.entity, below)
	lists, nodes := b.lists(in, n.entity, rel.joins, below)
	n.lists = nodes
	return ast.ObjectTerm(append(items, [2]*ast.Term{metaKey, ast.ObjectTerm(append(meta, lists...)...)})...)
}

// memberMeta is a member's type and, where the policy looks at them, its Region and PHI mark.
// A Region whose name is not known is left out.
func (b *builder) memberMeta(in *input, m *entity, path Path) [][2]*ast.Term {
	meta := [][2]*ast.Term{{typeKey, ast.StringTerm(m.Address.Type)}}
	meta = append(meta, b.placeMeta(m)...)
	if !b.program.memberPHI {
		return meta
	}
	if m.PHI.Mark == resource.PHIUnknown {
		in.cuts = append(in.cuts, cut{path.with(Step{Name: "phi"}), m.PHI.Causes})
		return meta
	}
	return append(meta, [2]*ast.Term{phiKey, markTerm(m.PHI.Mark)})
}

// markTerm is a known mark as policies read it.
func markTerm(mark resource.PHIMark) *ast.Term {
	if mark == resource.PHIUnmarked {
		return ast.StringTerm("unmarked")
	}
	return ast.StringTerm(string(mark))
}

// term is the input under a PHI mark. The last one is kept.
func (in *input) term(mark resource.PHIMark) *ast.Term {
	in.last = in.build(mark)
	return in.last
}

func (in *input) build(mark resource.PHIMark) *ast.Term {
	meta := append(slices.Clip(in.meta), [2]*ast.Term{phiKey, markTerm(mark)})
	return ast.ObjectTerm(append(slices.Clip(in.own), [2]*ast.Term{metaKey, ast.ObjectTerm(meta...)})...)
}

// shown is the input for evidence, under whichever mark.
func (in *input) shown() *ast.Term {
	if in.last == nil {
		return in.term(resource.PHIUnmarked)
	}
	return in.last
}

// marks are the PHI marks under which the resource has to be judged.
func (in *input) marks(readsPHI bool) []resource.PHIMark {
	mark := in.judged.PHI.Mark
	switch {
	case mark != resource.PHIUnknown:
		return []resource.PHIMark{mark}
	case !readsPHI:
		return []resource.PHIMark{resource.PHIUnmarked}
	}
	return []resource.PHIMark{resource.PHIYes, resource.PHINo, resource.PHIUnmarked}
}
