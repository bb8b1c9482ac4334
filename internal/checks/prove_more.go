package checks

import (
	"context"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// proofRef is the first number of the references that a proof makes up.
const proofRef = 1 << 30

// add tries (c): members of every content for each list whose further members help.
func (pr *prover) add(ctx context.Context) {
	pol := pr.policy
	if pol.Helps && len(pr.set.Resources) > 0 {
		for _, typ := range pol.types {
			pr.addMembers(ctx, typ, pol.Resources[typ], pr.set.Resources[:1], On{Scope: pol.Scope})
		}
	}
	for _, rel := range pol.view().joins {
		var beside []*resource.Resource
		for _, r := range pr.set.Resources {
			judged := pol.Resources[r.Address.Type] != nil && !r.Address.Data
			if judged && rel.Helps && (rel.On.Scope != "" || identifies(r.Address.Type, rel.On.Mine)) {
				beside = append(beside, r)
			}
		}
		pr.addMembers(ctx, rel.Type, rel.Attributes, beside, rel.On)
	}
}

// point makes the i-th new member name r, unless they join by scope.
func point(i int, m, r *resource.Resource, on On) {
	if on.Scope == "" {
		ref := resource.Ref{Address: r.Address, Attr: on.Mine[0].Name, ID: proofRef + i}
		m.Values = replace(m.Values, blocks(on.Theirs), cty.StringVal(ref.Placeholder()).Mark(ref))
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

// addMembers adds a member beside each of the resources, with one content after
// the other, and looks whether a pass fails.
func (pr *prover) addMembers(ctx context.Context, typ string, shape *resource.Shape, beside []*resource.Resource, on On) {
	if len(beside) == 0 {
		return
	}
	for _, values := range pr.contents(typ, shape) {
		more := *pr.set
		more.Resources = slices.Clone(pr.set.Resources)
		for i, r := range beside {
			m := &resource.Resource{
				Root: r.Root, Address: resource.Address{Type: typ, Name: fmt.Sprintf("proof_%d", i)}, Source: r.Source, Scope: r.Scope, Values: values,
			}
			point(i, m, r, on)
			more.Resources = append(more.Resources, m)
		}
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
