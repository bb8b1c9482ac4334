package function

import (
	"errors"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// entry is a function and what is known about it.
type entry struct {
	function.Function
	// uses say what is done with the arguments; the last one stands for all that
	// follow, and none for inspects.
	uses []use
	// verbs tells that the first argument is a format, whose widths look at texts.
	verbs bool
	// shallow functions never go deeper than the first level of a value, so that
	// its whole size does not matter to them.
	shallow bool
	// gathers tells that the marks of members end up on the result, which is none of
	// them.
	gathers bool
	// around tells that inspecting the arguments decides nothing about what apply
	// fills in them, so that they may be carried. They may be unknown and marked.
	around func(args []cty.Value) bool
	// limit refuses arguments on which the call would take too much. They may be
	// unknown and marked.
	limit func(name string, args []cty.Value) error
	// fault is the message in place of one that would quote parts of an argument.
	fault string
}

// call is the wrapper: one function under one name.
type call struct {
	entry
	name     string
	params   []function.Parameter
	variadic *function.Parameter
}

// wrap gives the function as the evaluator may call it. Its parameters are its
// own, except that it takes marked and unknown values.
func wrap(name string, e entry) function.Function {
	c := call{entry: e, name: name, params: e.Params(), variadic: e.VarParam()}
	spec := &function.Spec{
		Params:   e.Params(),
		VarParam: e.VarParam(),
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl:     c.impl,
	}
	for i := range spec.Params {
		open(&spec.Params[i])
	}
	if spec.VarParam != nil {
		open(spec.VarParam)
	}
	return function.New(spec)
}

func open(p *function.Parameter) {
	p.AllowMarked, p.AllowUnknown, p.AllowDynamicType = true, true, true
}

func (c call) impl(args []cty.Value, _ cty.Type) (cty.Value, error) {
	if !c.shallow {
		if err := checkArgs(c.name, args); err != nil {
			return cty.NilVal, err
		}
	}
	seen := make([]cty.Value, len(args))
	measured := c.verbs && measures(args[0])
	if c.around != nil && c.around(args) {
		c.uses = []use{carries}
	}
	for i, arg := range args {
		seen[i] = c.see(i, arg, measured)
	}
	out, err := c.run(seen)
	if err == nil && (out.Type() == cty.Number || strings.HasSuffix(c.name, "decode")) {
		err = checkArgs(c.name, []cty.Value{out}) // "1e999999999" is short as long as it is text
	}
	own := (*Error)(nil)
	switch {
	case err == nil && c.gathers:
		return settled(withoutOrigin(out), seen), nil
	case err == nil:
		return c.within(settled(out, seen))
	case errors.As(err, &own):
		return cty.NilVal, err
	case undecided(seen):
		return cty.DynamicVal.WithMarks(why(seen)), nil // it may succeed with the values that apply fills
	case c.fault != "":
		return cty.NilVal, function.NewArgErrorf(0, "%s", c.fault)
	}
	return cty.NilVal, withoutValues(err, seen)
}

func (c call) run(args []cty.Value) (cty.Value, error) {
	if c.limit != nil {
		if err := c.limit(c.name, args); err != nil {
			return cty.NilVal, err
		}
	}
	return c.Call(args)
}

// see is the i-th argument as the function may see it.
func (c call) see(i int, arg cty.Value, measured bool) cty.Value {
	u := inspects
	if len(c.uses) > 0 && !measured {
		u = c.uses[min(i, len(c.uses)-1)]
	}
	if u != inspects && !arg.ContainsMarked() {
		return arg
	}
	arg = u.view(arg, nil, false)
	switch {
	case !arg.ContainsMarked():
		return arg
	case !c.param(i).AllowMarked:
		return flat(arg)
	case u != returns:
		return withoutOrigin(arg)
	}
	return arg
}

func (c call) param(i int) *function.Parameter {
	if i < len(c.params) {
		return &c.params[i]
	}
	return c.variadic
}

// within refuses a text that grew beyond the limit.
func (c call) within(v cty.Value) (cty.Value, error) {
	bare, _ := v.Unmark()
	if bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.String && len(bare.AsString()) > maxText {
		return cty.NilVal, limitError(c.name, "more than %d bytes of text", maxText)
	}
	return v, nil
}

// undecided tells whether an argument holds something that only apply decides.
func undecided(args []cty.Value) bool {
	for _, arg := range args {
		bare, marks := arg.UnmarkDeep()
		if opaque.Holds(bare) || len(resource.MarksOf(marks).Maybes) > 0 {
			return true
		}
	}
	return false
}
