package checks

import (
	"context"
	"fmt"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// proofRef is the number of the references that a proof makes up.
const proofRef = 1 << 30

// add tries (c): members of every content for each list whose further members help.
func (pr *prover) add(ctx context.Context, pol *policy) {
	for key, before := range pr.base {
		if key.source != pol.Source || before.Status != finding.Pass {
			continue
		}
		if pol.Scope != ScopeResource {
			if pol.Helps {
				for _, typ := range pol.types {
					pr.addMembers(ctx, pol, key, typ, pol.Resources[typ], nil)
				}
			}
			continue
		}
		for _, r := range pr.set.Resources {
			if r.Address.String() != key.address || r.Root != key.root {
				continue
			}
			for _, rel := range pol.joins {
				if rel.Helps && (rel.On.Scope != "" || identifies(r.Address.Type, rel.On.Mine)) {
					pr.addMembers(ctx, pol, key, rel.Type, rel.Attributes, linkTo(r, rel))
				}
			}
		}
	}
}

// linkTo makes a member name r.
func linkTo(r *resource.Resource, rel *relation) func(*resource.Resource) {
	if rel.On.Scope != "" {
		return func(m *resource.Resource) { m.Scope = r.Scope }
	}
	ref := resource.Ref{Address: r.Address, Attr: rel.On.Mine[0].Name, ID: proofRef}
	return func(m *resource.Resource) {
		m.Scope = r.Scope
		m.Values = replace(m.Values, blocks(rel.On.Theirs), cty.StringVal(ref.Placeholder()).Mark(ref))
	}
}

// blocks is a link path with the first element of every list on the way.
func blocks(p Path) Path {
	var out Path
	for i, s := range p {
		if s.Name == "" {
			out = append(out, Step{Index: 0})
			continue
		}
		out = append(out, s)
		if i+1 < len(p) && p[i+1].Name != "" {
			out = append(out, Step{Index: 0})
		}
	}
	return out
}

// addMembers adds one member after the other and looks whether a pass fails.
func (pr *prover) addMembers(ctx context.Context, pol *policy, key verdictKey, typ string, shape *resource.Shape, link func(*resource.Resource)) {
	for i, values := range pr.contents(pol, typ, shape) {
		m := &resource.Resource{
			Root: key.root, Address: resource.Address{Type: typ, Name: fmt.Sprintf("proof_%d", i)}, Source: resource.Code, Values: values,
		}
		for _, r := range pr.set.Resources {
			if r.Root == key.root {
				m.Source, m.Scope = r.Source, r.Scope
			}
		}
		if link != nil {
			link(m)
		}
		more := *pr.set
		more.Resources = append(append([]*resource.Resource{}, pr.set.Resources...), m)
		if now := pr.verdicts(ctx, &more)[key]; now.Status == finding.Fail {
			pr.violated("(c) %s: one more %s turns %s from pass into fail: its list does not only help", ruleOf(now), typ, key.address)
		}
	}
}

// contents are the values that new members get: nothing, those of the set's own
// members, and both with each declared place filled in another way.
func (pr *prover) contents(pol *policy, typ string, shape *resource.Shape) []cty.Value {
	set := &resource.Set{Resources: []*resource.Resource{{Address: resource.Address{Type: typ}, Values: cty.EmptyObjectVal}}}
	for _, r := range pr.set.Resources {
		if r.Address.Type == typ && r.Values != cty.NilVal {
			set.Resources = append(set.Resources, r)
		}
	}
	var out []cty.Value
	for _, r := range set.Resources {
		out = append(out, r.Values)
	}
	only := Metadata{Resources: map[string]*resource.Shape{typ: shape}}
	pool := newPool(pol.Metadata, []*resource.Set{pr.set})
	for _, s := range only.sites(set) {
		for _, v := range pool.mutations(typ, s) {
			out = append(out, s.with(set, v).Resources[s.resource].Values)
		}
	}
	return out
}
