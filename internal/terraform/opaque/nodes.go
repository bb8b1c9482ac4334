package opaque

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Each node embeds the expression it stands for, so that ranges, variables and
// walks are those of the source.

// fixed is an operand that was evaluated already.
type fixed struct {
	hclsyntax.Expression
	val   cty.Value
	diags hcl.Diagnostics
}

func fix(e hclsyntax.Expression, ctx *hcl.EvalContext) *fixed {
	v, diags := e.Value(ctx)
	return &fixed{e, v, diags}
}

func (f *fixed) Value(*hcl.EvalContext) (cty.Value, hcl.Diagnostics) { return f.val, f.diags }

// binary is an operator with two operands.
type binary struct{ *hclsyntax.BinaryOpExpr }

func (e *binary) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	lhs, rhs := fix(e.LHS, ctx), fix(e.RHS, ctx)
	if Holds(lhs.val) || Holds(rhs.val) {
		if v, ok := setOrNot(e.Op, lhs.val, rhs.val); ok {
			return v, nil
		}
		return Unknown(e.Op.Type, e.SrcRange, lhs.val, rhs.val), nil
	}
	op := *e.BinaryOpExpr
	op.LHS, op.RHS = lhs, rhs
	v, diags := op.Value(ctx)
	if Oversized(v) {
		return tooLong(e.SrcRange), diags
	}
	return WithoutRefs(v), diags
}

// maxExponent bounds the binary exponent of a number: the text of 2^65536 has
// 19,729 digits.
const maxExponent = 1 << 16

// Oversized tells whether v is a number whose decimal text is too long to be
// written: 1e999999999 is a valid literal, and every conversion of it to text
// would take minutes.
func Oversized(v cty.Value) bool {
	bare, _ := v.Unmark()
	if bare.Type() != cty.Number || !bare.IsKnown() || bare.IsNull() {
		return false
	}
	f := bare.AsBigFloat()
	exp := f.MantExp(nil)
	return f.IsInf() || exp > maxExponent || exp < -maxExponent
}

func tooLong(rng hcl.Range) cty.Value {
	return resource.Unknown(cty.Number, resource.Cause{
		Kind: resource.NotEvaluated, What: "number", Settle: "write a smaller number",
		Why: fmt.Sprintf("it is beyond 2 to the power of %d", maxExponent),
	}.At(rng))
}

// setOrNot decides the one comparison that an unseen identity allows: it is
// neither null nor empty.
func setOrNot(op *hclsyntax.Operation, lhs, rhs cty.Value) (cty.Value, bool) {
	if op != hclsyntax.OpEqual && op != hclsyntax.OpNotEqual {
		return cty.NilVal, false
	}
	if !Holds(lhs) {
		lhs, rhs = rhs, lhs
	}
	bare, _ := lhs.Unmark()
	other, marks := rhs.Unmark()
	switch {
	case !other.IsKnown():
		return cty.NilVal, false
	case other.IsNull():
		// A known value is not null, whatever its members are.
	case bare.Type() != cty.String || other.Type() != cty.String || other.AsString() != "":
		return cty.NilVal, false
	}
	v := cty.BoolVal(op == hclsyntax.OpNotEqual).WithMarks(marks)
	return WithoutRefs(v.WithSameMarks(lhs)), true
}

// conditional evaluates the branch that is taken and no other, so that what is
// known beside the other branch does not stick to the result.
type conditional struct{ *hclsyntax.ConditionalExpr }

func (e *conditional) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	cond := fix(e.Condition, ctx)
	if cond.diags.HasErrors() {
		return cty.DynamicVal.WithSameMarks(cond.val), cond.diags
	}
	bare, _ := cond.val.Unmark()
	if bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.Bool {
		branch := e.FalseResult
		if bare.True() {
			branch = e.TrueResult
		}
		v, diags := branch.Value(ctx)
		return v.WithSameMarks(WithoutRefs(cond.val)), diags
	}
	op := *e.ConditionalExpr
	yes, no := fix(e.TrueResult, ctx), fix(e.FalseResult, ctx)
	if !yes.diags.HasErrors() && same(yes.val, no.val) {
		return yes.val, nil
	}
	op.Condition, op.TrueResult, op.FalseResult = cond, yes, no
	return op.Value(ctx)
}

// same tells whether two values are known and equal, marks included.
func same(a, b cty.Value) bool {
	return a.IsWhollyKnown() && b.IsWhollyKnown() && a.RawEquals(b)
}

// index looks a key up.
type index struct{ *hclsyntax.IndexExpr }

func (e *index) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	key := fix(e.Key, ctx)
	if Holds(key.val) {
		coll, diags := e.Collection.Value(ctx)
		return Unknown(cty.DynamicPseudoType, e.SrcRange, key.val, coll), diags
	}
	key.val = WithoutRefs(key.val)
	op := *e.IndexExpr
	op.Key = key
	return op.Value(ctx)
}

// unevaluated is an expression whose value is unknown whatever its operands are.
type unevaluated struct {
	hclsyntax.Expression
	val cty.Value
}

func (e *unevaluated) Value(*hcl.EvalContext) (cty.Value, hcl.Diagnostics) { return e.val, nil }
