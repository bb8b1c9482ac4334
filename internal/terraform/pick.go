package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// pick resolves what follows an expanded block's name: a key and the rest, or
// the rest alone, or nothing, which is the collection of all instances. What
// comes from an undecided instance carries its condition.
func pick(x expansion, t hcl.Traversal, rng hcl.Range, at func(i int, rest hcl.Traversal) (cty.Value, hcl.Diagnostics)) (cty.Value, hcl.Diagnostics) {
	if x.kind == expandOnce {
		return at(0, t)
	}
	maybe := func(v cty.Value, diags hcl.Diagnostics) (cty.Value, hcl.Diagnostics) {
		if x.undecided != nil {
			v = v.Mark(resource.Maybe{Condition: *x.undecided})
		}
		return v, diags
	}
	if len(t) > 0 {
		index, ok := t[0].(hcl.TraverseIndex)
		if !ok {
			return cty.DynamicVal, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Missing instance key", Subject: &rng}}
		}
		if x.undecided != nil {
			return maybe(at(0, t[1:]))
		}
		if i := x.find(index.Key); i >= 0 {
			return at(i, t[1:])
		}
		return cty.DynamicVal, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Invalid index", Subject: &rng}}
	}
	return maybe(collect(x, at))
}

// find is the place of the instance with a known key, negative where there is none.
func (x expansion) find(key cty.Value) int {
	printed := printKey(key)
	if x.kind == expandEach {
		if text, ok := stringKey(key); ok {
			printed = printKey(cty.StringVal(text))
		}
	}
	return slices.IndexFunc(x.elements, func(e element) bool { return e.key == printed })
}

// collect is the tuple (count) or object (for_each) of all instances.
func collect(x expansion, at func(i int, rest hcl.Traversal) (cty.Value, hcl.Diagnostics)) (cty.Value, hcl.Diagnostics) {
	if x.undecided != nil && x.kind == expandEach {
		return resource.Unknown(cty.DynamicPseudoType, x.undecided.Cause), nil
	}
	var all []cty.Value
	byKey := map[string]cty.Value{}
	for i, el := range x.elements {
		v, diags := at(i, nil)
		if diags.HasErrors() {
			return v, diags
		}
		if x.kind == expandEach {
			byKey[el.each.key.AsString()] = v
		} else {
			all = append(all, v)
		}
	}
	if x.kind == expandEach {
		return cty.ObjectVal(byKey), nil
	}
	return cty.TupleVal(all), nil
}

// resolveAny answers head[key].rest where the key is not known: it may be any instance.
func (s *scope) resolveAny(head, rest hcl.Traversal, key cty.Value, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	var x expansion
	addresses := []resource.Address(nil)
	switch name := head.RootName(); {
	case name == "module":
		if c, ok := s.in.moduleCall(attrName(head[1])); ok {
			x = c.expansion
		}
	default:
		id := name + "." + attrName(head[1])
		if name == "data" {
			id += "." + attrName(head[2])
		}
		if e, ok := s.in.resource(id); ok {
			x = e.expansion
			for _, ri := range e.instances {
				addresses = append(addresses, ri.address)
			}
		}
	}
	if x.undecided != nil {
		steps := append(append(hcl.Traversal{}, head...), hcl.TraverseIndex{Key: key, SrcRange: rng})
		return s.resolve(append(steps, rest...), rng)
	}
	v := opaque.Unknown(cty.DynamicPseudoType, rng, key)
	s.in.root.trail = append(s.in.root.trail, causesIn(v)...)
	for _, address := range addresses {
		v = v.Mark(resource.Ref{Address: address})
	}
	return v, nil
}
