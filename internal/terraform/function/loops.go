package function

import (
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// maxPasses bounds the members that the for expressions and splats of one
// rendering make: loops inside loops are short to write and endless to run.
const maxPasses = 1_000_000

// passesVariable is the name under which a rendering's context carries its count.
const passesVariable = "\x00passes"

var passesType = cty.Capsule("passes", reflect.TypeFor[int]())

// endless is the cause of what is past the limit.
var endless = resource.Cause{
	Kind: resource.NotEvaluated, What: "template", Why: "its loops make more members than hipaactl evaluates", Settle: settle,
}

// loop is a for expression, splat or template of a template. Past maxPasses it is
// unknown; an error would not do, since HCL goes on with the loops around it.
type loop struct{ hclsyntax.Expression }

// Value evaluates the expression while the rendering has passes left.
func (e *loop) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	passes := passesOf(ctx)
	if passes == nil {
		return e.Expression.Value(ctx)
	}
	if *passes > maxPasses {
		return resource.Unknown(cty.DynamicPseudoType, endless), nil
	}
	v, diags := e.Expression.Value(ctx)
	*passes++
	if bare, _ := v.Unmark(); bare.IsKnown() && !bare.IsNull() && bare.CanIterateElements() {
		*passes += bare.LengthInt()
	}
	return v, diags
}

// passesOf finds the count of the rendering that a context belongs to.
func passesOf(ctx *hcl.EvalContext) *int {
	for ; ctx != nil; ctx = ctx.Parent() {
		if v, ok := ctx.Variables[passesVariable]; ok {
			return v.EncapsulatedValue().(*int)
		}
	}
	return nil
}
