package terraform

import (
	"path/filepath"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
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
