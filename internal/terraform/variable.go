package terraform

import (
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// declaration is what a variable block says.
type declaration struct {
	typ cty.Type
	// typed tells whether the block has a type argument.
	typed      bool
	optional   *typeexpr.Defaults
	def        cty.Value
	hasDefault bool
	nullable   bool
	sensitive  bool
	rng        hcl.Range
	// broken names what is wrong with the declaration, empty where nothing is.
	broken string
}

func newDeclaration(b *block) *declaration {
	d := &declaration{typ: cty.DynamicPseudoType, nullable: true, rng: b.rng}
	if a, ok := b.body.attr("type"); ok {
		typ, optional, diags := typeexpr.TypeConstraintWithDefaults(typeExpression(a.expr))
		if diags.HasErrors() {
			d.broken = firstError(diags).Summary
		} else {
			d.typ, d.optional, d.typed = typ, optional, true
		}
	}
	if v, ok := constant(b.body, "nullable"); ok && v.Type() == cty.Bool && v.False() {
		d.nullable = false
	}
	for _, flag := range []string{"sensitive", "ephemeral"} {
		if v, ok := constant(b.body, flag); ok && v.Type() == cty.Bool && v.True() {
			d.sensitive = true
		}
	}
	if v, ok := constant(b.body, "default"); ok {
		d.def, d.hasDefault = v, true
	}
	return d
}

// typeExpression undoes JSON's quoting of a type.
func typeExpression(e hclsyntax.Expression) hclsyntax.Expression {
	if text := literalKey(e); text != "" {
		if _, isTemplate := e.(*hclsyntax.TemplateExpr); isTemplate {
			if parsed, diags := hclsyntax.ParseExpression([]byte(text), e.Range().Filename, e.Range().Start); !diags.HasErrors() {
				return parsed
			}
		}
	}
	return e
}

// constant evaluates an argument that may not refer to anything.
func constant(b body, name string) (cty.Value, bool) {
	a, ok := b.attr(name)
	if !ok {
		return cty.NilVal, false
	}
	v, diags := a.expr.Value(nil)
	if diags.HasErrors() || !v.IsKnown() || v.IsNull() && name != "default" {
		return cty.NilVal, false
	}
	return v, true
}

// accept brings a given value into the variable's type.
func (d *declaration) accept(name string, v cty.Value) cty.Value {
	bare, marks := v.Unmark()
	if bare.IsKnown() && bare.IsNull() && !d.nullable && d.hasDefault {
		bare, marks = d.def, nil
	}
	if d.optional != nil && bare.IsKnown() && !bare.IsNull() {
		bare = applyDefaults(d.optional, bare)
	}
	converted := cty.DynamicVal
	broken := d.broken != "" || holdsOversized(bare)
	if !broken {
		var err error
		converted, err = convert.Convert(bare, d.typ)
		broken = err != nil || holdsOversized(converted) // "1e999999999" is a number only now
	}
	if broken {
		return resource.Unknown(d.typ, resource.Cause{
			Kind: resource.NotConvertible, What: "var." + name, Why: "the value does not have the variable's type",
			Settle: "give var." + name + " a value of its declared type",
		}.At(d.rng)).WithMarks(marks)
	}
	converted = converted.WithMarks(marks)
	if d.sensitive {
		converted = converted.Mark(resource.Sensitive{})
	}
	return converted
}

// holdsOversized tells whether a number anywhere in v is too long to be written.
func holdsOversized(v cty.Value) bool {
	found := false
	_ = cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) {
		found = found || opaque.Oversized(v)
		return !found, nil
	})
	return found
}

// applyDefaults fills in optional() attributes. Defaults.Apply does not look
// inside marked values, so marks below the top are lifted off and put back.
func applyDefaults(optional *typeexpr.Defaults, v cty.Value) cty.Value {
	if !v.ContainsMarked() {
		return optional.Apply(v)
	}
	bare, marks := v.UnmarkDeepWithPaths()
	applied := optional.Apply(bare)
	var kept []cty.PathValueMarks
	for _, m := range marks {
		if _, err := m.Path.Apply(applied); err == nil {
			kept = append(kept, m)
		}
	}
	return applied.MarkWithPaths(kept)
}

// ungiven is the value of a variable that nobody set: neither the user nor, in a
// module that is called, the call.
func (d *declaration) ungiven(in *instance, name string) cty.Value {
	c := resource.Cause{
		Kind: resource.NotGiven, What: "var." + name, Why: "the variable has no value",
		Settle: "set var." + name + ", for example with --var-file or --var " + name + "=VALUE",
	}
	if in.args != nil {
		c.What, c.Why = in.address(c.What), "the module call does not set the variable, and it has no default"
		c.Settle = "set " + name + " in the call at " + fileLine(in.callers[0])
	}
	return resource.Unknown(d.typ, c.At(d.rng))
}

// fileLine is a range's file and line.
func fileLine(rng hcl.Range) string { return rng.Filename + ":" + strconv.Itoa(rng.Start.Line) }
