package checks

import (
	"context"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// proofRef is the number of the references that a proof makes up.
const proofRef = 1 << 30

// add tries (c): members of every content for each list whose further members help.
func (pr *prover) add(ctx context.Context) {
	pol := pr.policy
	if pol.Helps {
		for _, typ := range pol.types {
			pr.addMembers(ctx, typ, pol.Resources[typ], pr.set.Resources[0], func(*resource.Resource) {})
		}
	}
	for _, rel := range pol.joins {
		shared := false
		for _, r := range pr.set.Resources {
			if !rel.Helps || pol.Resources[r.Address.Type] == nil || r.Address.Data || shared {
				continue
			}
			if shared = rel.On.Scope != ""; shared || identifies(r.Address.Type, rel.On.Mine) {
				pr.addMembers(ctx, rel.Type, rel.Attributes, r, linkTo(r, rel))
			}
		}
	}
}

// linkTo makes a member name r.
func linkTo(r *resource.Resource, rel *relation) func(*resource.Resource) {
	if rel.On.Scope != "" {
		return func(*resource.Resource) {}
	}
	ref := resource.Ref{Address: r.Address, Attr: rel.On.Mine[0].Name, ID: proofRef}
	return func(m *resource.Resource) {
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

// addMembers adds one member after the other beside a resource and looks whether a pass fails.
func (pr *prover) addMembers(ctx context.Context, typ string, shape *resource.Shape, beside *resource.Resource, link func(*resource.Resource)) {
	for i, values := range pr.contents(typ, shape) {
		m := &resource.Resource{
			Root: beside.Root, Address: resource.Address{Type: typ, Name: fmt.Sprintf("proof_%d", i)}, Source: beside.Source, Scope: beside.Scope, Values: values,
		}
		link(m)
		more := *pr.set
		more.Resources = append(slices.Clip(pr.set.Resources), m)
		for key, now := range pr.verdicts(ctx, &more) {
			if pr.base[key].status == finding.Pass && now.status == finding.Fail {
				pr.violated("(c) %s: one more %s turns %s from pass into fail: its list does not only help", pr.name(key), typ, key.address)
			}
		}
	}
}

// contents are the values that new members get: nothing, those of the set's own
// members, and both with each declared place filled in another way.
func (pr *prover) contents(typ string, shape *resource.Shape) []cty.Value {
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
	for _, s := range only.sites(set) {
		for _, v := range (&pool{}).mutations(typ, s) {
			v = s.with(set, v).Resources[s.resource].Values
			if !slices.ContainsFunc(out, v.RawEquals) {
				out = append(out, v)
			}
		}
	}
	return out
}
