package terraform

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// bounded is an expression that can grow without bound: a for expression inside
// another, a string that doubles itself. Work on it is counted, and refused past maxWork.
type bounded struct{ hclsyntax.Expression }

// Value evaluates the expression while the root has work left.
func (e *bounded) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	s := scopeOf(ctx)
	if s == nil {
		return e.Expression.Value(ctx)
	}
	r := s.in.root
	if r.exhausted() {
		return r.unknown(cty.DynamicPseudoType, r.exhaustion(e.Range())), nil
	}
	v, diags := e.Expression.Value(ctx)
	r.work += sizeOf(v)
	v = asList(v)
	if bare, _ := v.Unmark(); bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.String && len(bare.AsString()) > maxText {
		return s.tooLarge(fmt.Sprintf("the text is longer than %d MiB", maxText>>20), e.Range()), nil
	}
	return v, diags
}

// asList turns a long tuple whose members have one type into a list: functions
// want lists, and converting a tuple takes time quadratic in its length.
func asList(v cty.Value) cty.Value {
	bare, marks := v.Unmark()
	if sizeOf(bare) < largeCollection || !bare.Type().IsTupleType() {
		return v
	}
	types := bare.Type().TupleElementTypes()
	for _, t := range types[1:] {
		if !t.Equals(types[0]) {
			return v
		}
	}
	return cty.ListVal(bare.AsValueSlice()).WithMarks(marks)
}

// tooLarge is what stands for a value that is too large to go on with.
func (s *scope) tooLarge(why string, rng hcl.Range) cty.Value {
	c := resource.Cause{Kind: resource.NotEvaluated, What: "expression", Why: why, Settle: "scan a plan"}.At(rng)
	s.in.root.gap(resource.Gap{Kind: resource.GapConfig, What: rng.Filename, Why: c.Why, Settle: c.Settle, Range: rng})
	return s.in.root.unknown(cty.DynamicPseudoType, c)
}

// read is a value that was computed before. Reading large collections over and
// over counts as work too.
func (r *root) read(c *cell, rng hcl.Range) cty.Value {
	r.trail = append(r.trail, c.causes...)
	if c.size >= largeCollection {
		r.work += c.size / 4
		if r.exhausted() {
			return r.unknown(cty.DynamicPseudoType, r.exhaustion(rng))
		}
	}
	return c.val
}

func (r *root) exhausted() bool { return r.work > maxWork || r.ctx.Err() != nil }

func (r *root) exhaustion(rng hcl.Range) resource.Cause {
	c := resource.Cause{
		Kind: resource.NotEvaluated, What: "collections", Settle: "scan a plan",
		Why: fmt.Sprintf("the expressions of %s range over more than %d members of collections", r.mod.dir, maxWork),
	}
	r.gap(resource.Gap{Kind: resource.GapConfig, What: r.mod.dir, Why: c.Why, Settle: c.Settle})
	return c.At(rng)
}

// sizeOf is the number of a collection's members, 0 for anything else.
func sizeOf(v cty.Value) int {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return 0
	}
	return v.LengthInt()
}

// exceeds tells whether a value has more than n members inside members. It stops
// counting there: a value that shares its parts can be exponentially large.
func exceeds(v cty.Value, n int) bool { return countMembers(v, n) < 0 }

// countMembers is what is left of n after counting v, negative where v exceeds it.
func countMembers(v cty.Value, n int) int {
	v, _ = v.Unmark()
	n--
	if n < 0 || !v.IsKnown() || v.IsNull() || v.Type().IsPrimitiveType() || !v.CanIterateElements() {
		return n
	}
	for it := v.ElementIterator(); n >= 0 && it.Next(); {
		_, e := it.Element()
		n = countMembers(e, n)
	}
	return n
}
