package terraform

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	tffunction "github.com/hipaactl/hipaactl/internal/terraform/function"
)

// scope is where an expression is evaluated: a module instance, and what count,
// for_each and dynamic blocks bind there.
type scope struct {
	in *instance
	// each is set where for_each or count is.
	each *each
	// iterators are the bindings of the dynamic blocks around, by iterator name.
	iterators map[string]cty.Value
	ctx       *hcl.EvalContext
}

// each is what one instance of an expanded block may refer to.
type each struct {
	// count tells that index is count.index; else key and value are each.key and each.value.
	count             bool
	index, key, value cty.Value
	// undecided is the condition's id in an instance [*], where key and value are unknown.
	undecided string
}

// scopeVariable is the name under which an evaluation context carries its scope.
const scopeVariable = "\x00scope"

var scopeType = cty.Capsule("scope", reflect.TypeFor[scope]())

// context is the evaluation context of the scope.
func (s *scope) context() *hcl.EvalContext {
	if s.ctx == nil {
		s.ctx = &hcl.EvalContext{
			Variables: map[string]cty.Value{scopeVariable: cty.CapsuleVal(scopeType, s)},
			Functions: s.in.root.functions,
		}
	}
	return s.ctx
}

// scopeOf finds the scope of a context that for expressions may have wrapped.
func scopeOf(ctx *hcl.EvalContext) *scope {
	for ; ctx != nil; ctx = ctx.Parent() {
		if v, ok := ctx.Variables[scopeVariable]; ok {
			return v.EncapsulatedValue().(*scope)
		}
	}
	return nil
}

// with is the scope inside a dynamic block's content.
func (s *scope) with(iterator string, key, value cty.Value) *scope {
	iterators := make(map[string]cty.Value, len(s.iterators)+1)
	for name, v := range s.iterators {
		iterators[name] = v
	}
	iterators[iterator] = cty.ObjectVal(map[string]cty.Value{"key": key, "value": value})
	return &scope{in: s.in, each: s.each, iterators: iterators}
}

// eval evaluates an expression. The result is always usable: what cannot be
// evaluated is unknown with a cause.
func (s *scope) eval(e hclsyntax.Expression) cty.Value {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val
	case *hclsyntax.TemplateExpr:
		if len(e.Parts) == 1 {
			if lit, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr); ok {
				return lit.Val
			}
		}
	}
	r := s.in.root
	if r.depth >= maxDepth {
		return r.unknown(cty.DynamicPseudoType, s.tooDeep(e.Range()))
	}
	r.depth++
	start := len(r.trail)
	v := s.evalGuarded(e)
	if !v.Type().IsPrimitiveType() && exceeds(v, maxMembers) {
		v = s.tooLarge(fmt.Sprintf("the value has more than %d members", maxMembers), e.Range())
	}
	if v.IsMarked() {
		r.work += markWork * max(0, len(v.Marks())-manyMarks)
	}
	v = s.explained(v, e.Range(), r.trail[start:])
	r.depth--
	if r.depth == 0 {
		r.trail = r.trail[:0]
	}
	return v
}

// evalGuarded evaluates and turns a failure, a panic of a library included, into an unknown.
func (s *scope) evalGuarded(e hclsyntax.Expression) (v cty.Value) {
	depth := s.in.root.depth
	defer func() {
		if p := recover(); p != nil {
			s.in.root.depth = depth
			v = s.failed("the expression could not be evaluated", e.Range())
		}
	}()
	v, diags := e.Value(s.context())
	if diags.HasErrors() {
		d := firstError(diags)
		rng := e.Range()
		if d.Subject != nil {
			rng = *d.Subject
		}
		if c, ok := causeOfCall(d); ok {
			return s.in.root.unknown(cty.DynamicPseudoType, c.At(rng))
		}
		if c, ok := s.causeOfWorkspace(e, d); ok {
			return s.in.root.unknown(cty.DynamicPseudoType, c.At(rng))
		}
		return s.failed(lowerFirst(d.Summary), rng)
	}
	return v
}

// causeOfCall is what a function itself says about a call that failed.
func causeOfCall(d *hcl.Diagnostic) (resource.Cause, bool) {
	extra, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d)
	if !ok {
		return resource.Cause{}, false
	}
	var failed *tffunction.Error
	if !errors.As(extra.FunctionCallError(), &failed) {
		return resource.Cause{}, false
	}
	return failed.Cause, true
}

func (s *scope) failed(why string, rng hcl.Range) cty.Value {
	return s.in.root.unknown(cty.DynamicPseudoType, resource.Cause{
		Kind: resource.NotEvaluated, What: "expression", Why: why, Settle: "correct the expression, or scan a plan",
	}.At(rng))
}

func (s *scope) tooDeep(rng hcl.Range) resource.Cause {
	c := resource.Cause{Kind: resource.NotEvaluated, What: "expression", Why: "references lead through more values than hipaactl follows", Settle: "scan a plan"}.At(rng)
	s.in.root.gap(resource.Gap{Kind: resource.GapConfig, What: "references at " + rng.Filename, Why: c.Why, Settle: c.Settle, Range: rng})
	return c
}

// maxCauses bounds the causes that one value collects.
const maxCauses = 4

// explained gives every unknown leaf of v a cause, and drops the provenance of
// text that no longer is the literal identity it came from.
func (s *scope) explained(v cty.Value, rng hcl.Range, trail []resource.Cause) cty.Value {
	if v.IsWhollyKnown() && !v.ContainsMarked() {
		return v
	}
	if !v.IsMarked() && (!v.IsKnown() || v.Type().IsPrimitiveType()) {
		return addCauses(v, rng, trail)
	}
	out, err := cty.Transform(v, func(_ cty.Path, leaf cty.Value) (cty.Value, error) {
		return addCauses(withoutStaleRefs(leaf), rng, trail), nil
	})
	if err != nil {
		return v
	}
	return out
}

func addCauses(v cty.Value, rng hcl.Range, trail []resource.Cause) cty.Value {
	bare, marks := v.Unmark()
	if bare.IsKnown() || len(resource.MarksOf(marks).Causes) > 0 {
		return v
	}
	added := 0
	for i := len(trail) - 1; i >= 0 && added < maxCauses; i-- {
		v = v.Mark(trail[i])
		added++
	}
	if added == 0 {
		v = v.Mark(resource.Cause{Kind: resource.NotEvaluated, What: "expression", Why: "it depends on values that are not known", Settle: "scan a plan"}.At(rng))
	}
	return v
}

// withoutStaleRefs drops marks that claim a literal identity which v is not.
func withoutStaleRefs(v cty.Value) cty.Value {
	if !v.IsMarked() {
		return v
	}
	bare, marks := v.Unmark()
	if !bare.IsKnown() || bare.IsNull() || bare.Type() != cty.String {
		return v
	}
	for mark := range marks {
		if ref, ok := mark.(resource.Ref); ok && !ref.Opaque() && ref.Literal != bare.AsString() {
			delete(marks, mark)
		}
	}
	return bare.WithMarks(marks)
}
