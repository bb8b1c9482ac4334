package planjson

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// resolution is what the references of an expression come down to, through module
// arguments and outputs.
type resolution struct {
	// refs are the resources that the value may come from, sorted.
	refs []resource.Ref
	// complete tells that no other resource can be behind it.
	complete bool
	// exact is the one attribute that the expression is a reference to, as far as
	// a plan can tell, which leaves out what is done with it.
	exact *resource.Ref
	// each are the references of which each is to one attribute, if all are.
	each []resource.Ref
}

// resolve follows the references of an instance's expression.
func (r *reader) resolve(p *planned, refs []string) *resolution {
	var each []string
	if p.config != nil {
		each = parseExpression(p.config.ForEach).refs
	}
	return r.follow(p.scope, refs, each, 0)
}

// follow resolves references in a module instance. each are the references of the
// for_each above.
func (r *reader) follow(s *scope, refs, each []string, depth int) *resolution {
	if len(refs) > maxRefs {
		return &resolution{}
	}
	maximal := longest(refs)
	out := &resolution{complete: true}
	for _, ref := range maximal {
		one := r.one(s, ref, each, depth)
		out.complete = out.complete && one.complete
		out.refs = append(out.refs, one.refs...)
		if len(maximal) == 1 {
			out.exact = one.exact
		}
		if one.exact != nil {
			out.each = append(out.each, *one.exact)
		}
	}
	if len(out.each) != len(maximal) {
		out.each = nil
	}
	slices.SortFunc(out.refs, compareRefs)
	out.refs = slices.Compact(out.refs)
	if len(out.refs) > maxRefs {
		return &resolution{}
	}
	return out
}

// maxRefs bounds what one value is said to come from; beyond it, anything may be behind it.
const maxRefs = 1000

func compareRefs(a, b resource.Ref) int {
	return cmp.Or(cmp.Compare(a.Address.String(), b.Address.String()), cmp.Compare(a.Attr, b.Attr))
}

// longest drops the references that are the beginning of another: Terraform lists
// aws_kms_key.k beside aws_kms_key.k.arn.
func longest(refs []string) []string {
	sorted := slices.Compact(slices.Sorted(slices.Values(refs)))
	return slices.DeleteFunc(slices.Clone(sorted), func(ref string) bool {
		return slices.ContainsFunc(sorted, func(other string) bool {
			rest, ok := strings.CutPrefix(other, ref)
			return ok && rest != "" && (rest[0] == '.' || rest[0] == '[')
		})
	})
}

// one resolves a single reference, and remembers the answer.
func (r *reader) one(s *scope, ref string, each []string, depth int) *resolution {
	if depth > maxDepth {
		return &resolution{}
	}
	root, _, _ := strings.Cut(ref, ".")
	if root == "each" {
		out := *r.follow(s, each, nil, depth+1)
		out.exact = nil
		out.complete = out.complete && len(each) > 0
		// Who and where Terraform runs is part of a text of one member, and no resource.
		out.refs = slices.DeleteFunc(slices.Clone(out.refs), func(ref resource.Ref) bool {
			return ref.Address.Data && tokenData[ref.Address.Type] != nil
		})
		return &out
	}
	key := s.address + "\x00" + ref
	if known, ok := r.resolved[key]; ok {
		return known
	}
	r.resolved[key] = &resolution{} // a reference that leads back to itself names nothing
	t, ok := traversal(ref)
	if !ok {
		return r.resolved[key]
	}
	out := r.root(s, root, t, ref, depth)
	r.resolved[key] = out
	return out
}

func (r *reader) root(s *scope, root string, t hcl.Traversal, ref string, depth int) *resolution {
	switch root {
	case "count", "path", "terraform":
		return &resolution{complete: true}
	case "local", "self":
		return &resolution{} // locals are not part of a plan
	case "var":
		return r.argument(s, t, depth)
	case "module":
		return r.output(s, t, ref, depth)
	case "data":
		return r.data(s, t, ref)
	}
	return r.managed(s, t, ref)
}

// argument follows var.x to the call of the module.
func (r *reader) argument(s *scope, t hcl.Traversal, depth int) *resolution {
	if s.parent == nil {
		return &resolution{complete: true} // set from outside
	}
	module := r.modules[s.names]
	if len(t) < 2 || module == nil || module.call == nil {
		return &resolution{}
	}
	raw, ok := module.call.Expressions[name(t[1])]
	if !ok {
		return &resolution{complete: true} // the variable's default
	}
	return r.passed(s.parent, raw, parseExpression(module.call.ForEach).refs, len(t) == 2, depth)
}

// passed follows an argument or an output to the expression that gives it.
func (r *reader) passed(s *scope, raw json.RawMessage, each []string, whole bool, depth int) *resolution {
	e := parseExpression(raw)
	if len(raw) == 0 || string(raw) == "{}" || e.form == unclear || e.blocks != nil {
		return &resolution{} // not there, or a function that only apply can call
	}
	out := *r.follow(s, e.refs, each, depth+1)
	if !whole {
		out.exact = nil
	}
	return &out
}

// output follows module.m["k"].x into the module.
func (r *reader) output(s *scope, t hcl.Traversal, ref string, depth int) *resolution {
	if len(t) < 2 {
		return &resolution{}
	}
	call := name(t[1])
	key, rest := indexOf(t[2:], ref)
	module := r.modules[s.names+"module."+call+"."]
	if module == nil {
		return &resolution{}
	}
	instances := []*scope{r.child(s, call, key)}
	if known := r.calls[s.prefix()+"module."+call]; key == "" && len(known) > 1 {
		instances = slices.DeleteFunc(slices.Clone(known), func(k *scope) bool { return !strings.HasSuffix(k.address, "]") })
	}
	out := &resolution{complete: true}
	for _, instance := range instances {
		for _, output := range outputs(module.config, rest) {
			one := r.passed(instance, output, nil, len(rest) == 1, depth)
			out.complete = out.complete && one.complete
			out.refs = append(out.refs, one.refs...)
			out.exact = one.exact
		}
	}
	if len(instances) > 1 || len(rest) == 0 {
		out.exact = nil
	}
	return out
}

// outputs are the expressions that a reference into a module may mean.
func outputs(m *moduleConfig, rest hcl.Traversal) []json.RawMessage {
	if len(rest) > 0 {
		return []json.RawMessage{m.Outputs[name(rest[0])].Expression}
	}
	var out []json.RawMessage
	for _, o := range m.Outputs {
		out = append(out, o.Expression)
	}
	return out
}

func (r *reader) data(s *scope, t hcl.Traversal, ref string) *resolution {
	if len(t) < 3 {
		return &resolution{}
	}
	key, rest := indexOf(t[3:], ref)
	address := resource.Address{Module: s.address, Data: true, Type: name(t[1]), Name: name(t[2]), Key: key}
	return single(address, rest)
}

// managed is a reference to a resource instance, or to all of a block.
func (r *reader) managed(s *scope, t hcl.Traversal, ref string) *resolution {
	if len(t) < 2 {
		return &resolution{}
	}
	key, rest := indexOf(t[2:], ref)
	address := resource.Address{Module: s.address, Type: provider.Type(name(t[0])), Name: name(t[1]), Key: key}
	if known := r.blocks[address.String()]; key == "" && len(known) > 0 && known[0].address.Key != "" {
		out := &resolution{complete: true}
		for _, p := range known {
			out.refs = append(out.refs, resource.Ref{Address: p.address})
		}
		return out
	}
	return single(address, rest)
}

func single(address resource.Address, rest hcl.Traversal) *resolution {
	ref := resource.Ref{Address: address}
	if len(rest) > 0 {
		ref.Attr = name(rest[0])
	}
	out := &resolution{refs: []resource.Ref{ref}, complete: true}
	if len(rest) == 1 && ref.Attr != "" {
		out.exact = &ref
	}
	return out
}
