package terraform

import (
	"path/filepath"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// call is a module call in one module instance.
type call struct {
	expansion
	blk *block
	// instances by printed key; empty where the module was not read.
	instances []*instance
	unread    *resource.Cause
	busy      bool
}

// moduleCall expands a call the first time it is asked for.
func (in *instance) moduleCall(name string) (*call, bool) {
	if c, ok := in.calls[name]; ok {
		return c, true
	}
	b, ok := in.mod.calls[name]
	if !ok {
		return nil, false
	}
	c := &call{blk: b, busy: true}
	in.calls[name] = c
	what := in.address("module." + name)
	c.expansion = in.base.expand(b.body, what)
	c.busy = false
	mod, downloaded, why := in.findModule(name, b)
	if mod == nil {
		c.unread = &resource.Cause{Kind: resource.NotVisible, What: what, Why: why, Settle: settleModule(b)}
		*c.unread = c.unread.At(b.rng)
		return c, true
	}
	for _, el := range c.elements {
		child := newInstance(in.root, mod)
		child.path, child.key = what+el.key, joinKey(in.key, name)
		child.args = &arguments{b.body, &scope{in: in, each: el.each}}
		child.callers = append([]hcl.Range{b.rng}, in.callers...)
		child.downloaded = downloaded || in.downloaded
		child.level = in.level + 1
		child.existence = slices.Clone(in.existence)
		if c.undecided != nil {
			child.existence = append(child.existence, *c.undecided)
		}
		c.instances = append(c.instances, child)
	}
	return c, true
}

func joinKey(outer, name string) string {
	if outer == "" {
		return name
	}
	return outer + "." + name
}

func settleModule(b *block) string {
	if isLocalSource(literalArgument(b.body, "source")) {
		return "check the module's source"
	}
	return "run terraform init (or terraform get), then scan again"
}

// findModule is the module that a call names, or why there is none.
func (in *instance) findModule(name string, b *block) (mod *module, downloaded bool, why string) {
	if in.level >= maxModuleDepth {
		return nil, false, "modules call each other too deeply"
	}
	source := literalArgument(b.body, "source")
	if isLocalSource(source) {
		abs := filepath.Join(in.mod.abs, source)
		if in.inside(abs) {
			return nil, false, "the module calls itself"
		}
		mod = in.root.loader.module(joinShown(in.mod.dir, source), abs)
		if mod == nil {
			return nil, false, "its directory holds no configuration that may be read"
		}
		return mod, false, ""
	}
	dir, ok := in.root.installed[joinKey(in.key, name)]
	if !ok {
		return nil, false, "the module is not on disk"
	}
	mod = in.root.loader.module(joinShown(in.root.mod.dir, dir), filepath.Join(in.root.mod.abs, dir))
	if mod == nil {
		return nil, false, "the directory in .terraform/modules/modules.json holds no configuration that may be read"
	}
	return mod, true, ""
}

// inside tells whether the instance is, or lies in, an instance of the module in a directory.
func (in *instance) inside(abs string) bool {
	for in != nil {
		if in.mod.abs == abs {
			return true
		}
		if in.args == nil {
			return false
		}
		in = in.args.scope.in
	}
	return false
}

// moduleReference resolves module.NAME[KEY].OUTPUT.
func (in *instance) moduleReference(t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	if len(t) < 2 {
		return in.base.invalid(rng)
	}
	c, ok := in.moduleCall(attrName(t[1]))
	if !ok {
		return in.undeclared("module", "module."+attrName(t[1]), rng)
	}
	if c.unread != nil {
		return in.root.unknown(cty.DynamicPseudoType, *c.unread), nil
	}
	if c.busy {
		return in.cycle(in.address("module."+attrName(t[1])), rng), nil
	}
	return pick(c.expansion, t[2:], rng, func(i int, rest hcl.Traversal) (cty.Value, hcl.Diagnostics) {
		return c.instances[i].outputPath(rest, rng)
	})
}

// outputPath is one output of a module instance, or an object of them all.
func (in *instance) outputPath(t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	if len(t) > 0 {
		name := attrName(t[0])
		if index, ok := t[0].(hcl.TraverseIndex); ok {
			name, _ = stringKey(index.Key)
		}
		v, diags := in.output(name, rng)
		if diags.HasErrors() || len(t) == 1 {
			return v, diags
		}
		return t[1:].TraverseRel(v)
	}
	outputs := make(map[string]cty.Value, len(in.mod.outputs))
	for name := range in.mod.outputs {
		outputs[name], _ = in.output(name, rng)
	}
	return cty.ObjectVal(outputs), nil
}

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
		key := printKey(index.Key)
		if x.kind == expandEach {
			if text, ok := stringKey(index.Key); ok {
				key = printKey(cty.StringVal(text))
			}
		}
		if i := slices.IndexFunc(x.elements, func(e element) bool { return e.key == key }); i >= 0 {
			return at(i, t[1:])
		}
		return cty.DynamicVal, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Invalid index", Subject: &rng}}
	}
	return maybe(collect(x, at))
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

// handed collects what an unread module was given: it may declare more about it.
func (in *instance) handed(c *call) resource.Gap {
	g := resource.Gap{Kind: resource.GapModule, What: c.unread.What, Why: c.unread.Why, Settle: c.unread.Settle, Range: c.blk.rng}
	for _, el := range c.elements {
		s := &scope{in: in, each: el.each}
		for _, name := range c.blk.body.attrNames() {
			if slices.Contains(metaArguments, name) {
				continue
			}
			a, _ := c.blk.body.attr(name)
			v := s.eval(a.expr)
			bare, marks := v.UnmarkDeep()
			if !bare.IsWhollyKnown() {
				g.Opaque = true
			}
			for _, ref := range resource.MarksOf(marks).Refs {
				g.Handed = append(g.Handed, ref.Address)
			}
			g.Names = append(g.Names, textsIn(bare)...)
		}
	}
	slices.SortFunc(g.Handed, func(a, b resource.Address) int { return compareText(a.String(), b.String()) })
	g.Handed = slices.Compact(g.Handed)
	slices.Sort(g.Names)
	g.Names = slices.Compact(g.Names)
	return g
}

// metaArguments are the arguments of a module call or resource that Terraform itself reads.
var metaArguments = []string{"source", "version", "providers", "count", "for_each", "depends_on", "provider", "lifecycle"}

// textsIn are the known strings of a value without marks, placeholders left out.
func textsIn(v cty.Value) []string {
	var out []string
	_ = cty.Walk(v, func(_ cty.Path, leaf cty.Value) (bool, error) {
		if leaf.IsKnown() && !leaf.IsNull() && leaf.Type() == cty.String {
			if text := leaf.AsString(); text != "" && len(text) <= 256 && !resource.HasPlaceholder(text) {
				out = append(out, text)
			}
		}
		return true, nil
	})
	return out
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
