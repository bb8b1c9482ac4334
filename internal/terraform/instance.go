package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// instance is one instance of a module: the root module, or one element of a call.
type instance struct {
	root *root
	mod  *module
	// path is the instance's address, `module.a[0]`, empty for the root module.
	path string
	// key is the call's key in modules.json, "a.b".
	key string
	// args evaluates the call's arguments in the calling module; nil for the root module.
	args *arguments
	// existence is undecided about the module instance.
	existence []resource.Condition
	callers   []hcl.Range
	// downloaded tells that the module was installed from elsewhere.
	downloaded bool
	level      int

	base      *scope
	variables map[string]*cell
	locals    map[string]*cell
	outputs   map[string]*cell
	resources map[string]*expanded
	calls     map[string]*call
	providers map[string]*providerConfig
}

// arguments are a module call's arguments, and where to evaluate them.
type arguments struct {
	body  body
	scope *scope
}

// cell holds a value that is computed once.
type cell struct {
	state cellState
	val   cty.Value
	// causes explain what is unknown in val; size is how many members it has.
	causes []resource.Cause
	size   int
}

type cellState uint8

const (
	cellEmpty cellState = iota
	cellBusy
	cellDone
)

func newInstance(r *root, m *module) *instance {
	in := &instance{
		root: r, mod: m, variables: map[string]*cell{}, locals: map[string]*cell{}, outputs: map[string]*cell{},
		resources: map[string]*expanded{}, calls: map[string]*call{},
	}
	in.base = &scope{in: in}
	return in
}

// once computes a value the first time it is asked for. A value that needs
// itself is unknown, and reported.
func (in *instance) once(cells map[string]*cell, name, what string, rng hcl.Range, compute func() cty.Value) cty.Value {
	c, ok := cells[name]
	if !ok {
		c = &cell{}
		cells[name] = c
	}
	switch c.state {
	case cellDone:
		return in.root.read(c, rng)
	case cellBusy:
		return in.cycle(what, rng)
	case cellEmpty:
	}
	c.state = cellBusy
	c.set(compute())
	return c.val
}

// set keeps a computed value, and what every reader of it needs to know.
func (c *cell) set(v cty.Value) {
	c.val, c.state, c.size = v, cellDone, sizeOf(v)
	if !v.IsWhollyKnown() {
		c.causes = causesIn(v)
	}
}

// causesIn are the causes of a value and its members, at most maxCauses.
func causesIn(v cty.Value) []resource.Cause {
	_, marks := v.UnmarkDeep()
	causes := resource.MarksOf(marks).Causes
	sortCauses(causes)
	return causes[:min(len(causes), maxCauses)]
}

func (in *instance) cycle(what string, rng hcl.Range) cty.Value {
	c := resource.Cause{Kind: resource.NotEvaluated, What: what, Why: "its value depends on itself", Settle: "break the cycle of references"}.At(rng)
	in.root.gap(resource.Gap{Kind: resource.GapConfig, What: what, Why: c.Why, Settle: c.Settle, Range: rng})
	return in.root.unknown(cty.DynamicPseudoType, c)
}

// address is the address of a block of this module as a person writes it.
func (in *instance) address(name string) string {
	if in.path == "" {
		return name
	}
	return in.path + "." + name
}

func (in *instance) variable(name string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	d, ok := in.mod.declarations[name]
	if !ok {
		return in.undeclared("variable", "var."+name, rng)
	}
	return in.once(in.variables, name, in.address("var."+name), rng, func() cty.Value {
		if in.args != nil {
			if a, ok := in.args.body.attr(name); ok {
				return d.accept(name, in.args.scope.eval(a.expr))
			}
		} else if v, ok := in.root.inputs[name]; ok {
			return d.accept(name, v)
		}
		if d.hasDefault {
			return d.accept(name, d.def)
		}
		v := d.ungiven(in, name)
		in.root.trail = append(in.root.trail, causesIn(v)...)
		return v
	}), nil
}

func (in *instance) local(name string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	a, ok := in.mod.locals[name]
	if !ok {
		return in.undeclared("local value", "local."+name, rng)
	}
	return in.once(in.locals, name, in.address("local."+name), rng, func() cty.Value { return in.base.eval(a.expr) }), nil
}

func (in *instance) output(name string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	b, ok := in.mod.outputs[name]
	if !ok {
		return in.undeclared("output", in.path+"."+name, rng)
	}
	return in.once(in.outputs, name, in.address("output."+name), rng, func() cty.Value {
		a, ok := b.body.attr("value")
		if !ok {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		v := in.base.eval(a.expr)
		if s, ok := constant(b.body, "sensitive"); ok && s.Type() == cty.Bool && s.True() {
			v = v.Mark(resource.Sensitive{})
		}
		return v
	}), nil
}

// undeclared answers a reference to something that the module does not declare:
// an error, unless a file that may declare it was not read.
func (in *instance) undeclared(kind, what string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	if len(in.mod.failed) > 0 {
		return in.root.unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.NotVisible, What: what, Why: "it may be declared in " + in.mod.failed[0].name + ", which was not read",
			Settle: "correct that file",
		}.At(rng)), nil
	}
	c := resource.Cause{Kind: resource.NotEvaluated, What: what, Why: "no such " + kind + " is declared", Settle: "declare it"}
	diag := &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Reference to undeclared " + kind, Subject: &rng}
	return in.root.unknown(cty.DynamicPseudoType, c.At(rng)), hcl.Diagnostics{diag}
}
