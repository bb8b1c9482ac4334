package checks

import (
	"cmp"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Inspection is what one policy sees of one resource, account or region: its input, and
// what is not in it.
type Inspection struct {
	Rule   string `json:"rule"`
	Source string `json:"source"`
	// Root and Address name what is judged.
	Root    string `json:"root"`
	Address string `json:"address"`
	// Input is the policy's, as JSON; what a report would not show is masked.
	Input any `json:"input"`
	// Cut are values that are left out of the input because they are not known, Open are
	// lists that may have further members. Both are never null.
	Cut  []Unseen `json:"cut"`
	Open []Unseen `json:"open"`
}

// Unseen is a place of an input of which not everything was seen.
type Unseen struct {
	Path string `json:"path"`
	// Helps tells of a list that further members can only remove denials.
	Helps  bool             `json:"helps,omitempty"`
	Causes []resource.Cause `json:"causes"`
}

// Inspect shows what the policies see of what stands at an address, in any root;
// "account" and "region" are addresses of what policies on these judge. The order is that
// of rules, then of roots.
func (p *Policies) Inspect(set *resource.Set, address string, o EvalOptions) []Inspection {
	w := newWorld(set, o.WholeAccount)
	var out []Inspection
	programs := p.prepare(p.all, o.Now)
	for _, pol := range p.all {
		b := &builder{world: w, policy: pol, program: programs[pol], links: pol.view().links}
		var inputs []*input
		if pol.Scope == address {
			inputs = b.scopes(false)
		}
		for _, typ := range pol.types {
			for _, e := range w.byType[typ] {
				if pol.Scope == ScopeResource && (e.Address.String() == address || e.Shown() == address) {
					inputs = append(inputs, b.build(e, false))
				}
			}
		}
		for _, in := range inputs {
			out = append(out, in.inspection(pol))
		}
	}
	slices.SortStableFunc(out, func(a, b Inspection) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Root, b.Root))
	})
	return out
}

func (in *input) inspection(pol *policy) Inspection {
	seen := Inspection{Rule: pol.ID, Source: pol.Source, Root: in.judged.Root, Address: in.judged.Shown(), Cut: []Unseen{}, Open: []Unseen{}}
	mark := in.judged.PHI.Mark
	if mark == resource.PHIUnknown {
		in.cuts = append(in.cuts, cut{Path{metaStep, {Name: "phi"}}, in.judged.PHI.Causes})
	}
	seen.Input = in.plain(in.build(mark).Value, nil)
	if meta, ok := seen.Input.(map[string]any)["_"].(map[string]any); ok && mark == resource.PHIUnknown {
		delete(meta, "phi")
	}
	for _, c := range in.cuts {
		seen.Cut = append(seen.Cut, Unseen{Path: c.path.String(), Causes: c.causes})
	}
	for _, o := range in.opens {
		seen.Open = append(seen.Open, Unseen{Path: o.path.String(), Helps: o.helps, Causes: o.causes})
	}
	return seen
}

// plain is a value of the input as JSON, without what must not be shown.
func (in *input) plain(v ast.Value, at Path) any {
	if in.hides(at, at, v) {
		return finding.Hidden
	}
	switch v := v.(type) {
	case ast.Object:
		out := make(map[string]any, v.Len())
		v.Foreach(func(key, value *ast.Term) {
			name := scalarString(key.Value)
			out[finding.Masked(name)] = in.plain(value.Value, at.with(Step{Name: name}))
		})
		return out
	case *ast.Array:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = in.plain(v.Elem(i).Value, at.with(Step{Index: i}))
		}
		return out
	case ast.String:
		return finding.Masked(string(v))
	case ast.Boolean:
		return bool(v)
	case ast.Number:
		return v
	}
	return nil
}
