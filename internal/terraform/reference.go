package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// reference is a traversal such as var.a.b, which the scope resolves lazily.
type reference struct{ *hclsyntax.ScopeTraversalExpr }

// Value resolves the reference in the scope that the context carries.
func (e *reference) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	s := scopeOf(ctx)
	if s == nil {
		return e.ScopeTraversalExpr.Value(ctx)
	}
	return s.resolve(e.Traversal, e.SrcRange)
}

// indexed is head[key].rest where head is a reference to a resource or a module
// call: the key picks the instance, so that no other one is evaluated.
type indexed struct {
	hclsyntax.Expression
	head *hclsyntax.ScopeTraversalExpr
	key  hclsyntax.Expression
	rest hcl.Traversal
}

// newIndexed is nil where head cannot be a resource or a module call.
func newIndexed(head *hclsyntax.ScopeTraversalExpr, key hclsyntax.Expression, rest *hclsyntax.RelativeTraversalExpr, whole hclsyntax.Expression) hclsyntax.Expression {
	switch root := head.Traversal.RootName(); {
	case root == "var", root == "local", root == "each", root == "count", root == "path", root == "terraform":
		return nil
	case root == "data" && len(head.Traversal) != 3, root != "data" && len(head.Traversal) != 2:
		return nil
	}
	e := &indexed{Expression: whole, head: head, key: key}
	if rest != nil {
		e.rest = rest.Traversal
	}
	return e
}

// Value picks the instance, and then reads the rest of it.
func (e *indexed) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	s := scopeOf(ctx)
	if s == nil {
		return e.Expression.Value(ctx)
	}
	if v, ok := s.iterators[e.head.Traversal.RootName()]; ok {
		return e.plain(v, ctx)
	}
	key, diags := e.key.Value(ctx)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	bare, _ := key.Unmark()
	steps := append(hcl.Traversal{}, e.head.Traversal...)
	if !bare.IsKnown() || bare.IsNull() || opaque.Holds(key) || !bare.Type().IsPrimitiveType() {
		return s.resolveAny(steps, e.rest, key, e.Range())
	}
	steps = append(steps, hcl.TraverseIndex{Key: bare, SrcRange: e.key.Range()})
	return s.resolve(append(steps, e.rest...), e.Range())
}

// plain indexes a dynamic block's iterator as any other value.
func (e *indexed) plain(v cty.Value, ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := e.head.Traversal[1:].TraverseRel(v)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	key, diags := e.key.Value(ctx)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	rng := e.Range()
	v, diags = hcl.Index(v, opaque.WithoutRefs(key), &rng)
	if diags.HasErrors() {
		return v, diags
	}
	return e.rest.TraverseRel(v)
}

// resolve is the value of a traversal, as Terraform's language defines its roots.
func (s *scope) resolve(t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	name := t.RootName()
	if v, ok := s.iterators[name]; ok {
		return t[1:].TraverseRel(v)
	}
	switch name {
	case "var", "local", "path", "terraform", "each", "count":
		return s.resolveNamed(name, t, rng)
	case "module":
		return s.in.moduleReference(t, rng)
	case "data":
		if len(t) < 3 {
			return s.invalid(rng)
		}
		return s.in.resourceReference("data."+attrName(t[1])+"."+attrName(t[2]), t[3:], rng)
	case "self":
		return s.in.root.unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.AfterApply, What: "self", Why: "known only after apply",
		}.At(rng)), nil
	}
	if len(t) < 2 {
		return s.invalid(rng)
	}
	return s.in.resourceReference(name+"."+attrName(t[1]), t[2:], rng)
}

func (s *scope) resolveNamed(name string, t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	if len(t) < 2 {
		return s.invalid(rng)
	}
	attr := attrName(t[1])
	var v cty.Value
	var diags hcl.Diagnostics
	switch name {
	case "var":
		v, diags = s.in.variable(attr, rng)
	case "local":
		v, diags = s.in.local(attr, rng)
	case "path":
		v, diags = s.in.pathValue(attr, rng)
	case "terraform":
		if attr != "workspace" {
			return s.invalid(rng)
		}
		v = s.in.root.workspaceName()
	default:
		v, diags = s.eachValue(name, attr, rng)
	}
	if diags.HasErrors() {
		return v, diags
	}
	if len(t) > 2 {
		v, diags = t[2:].TraverseRel(v)
	}
	if name == "each" && !v.IsWhollyKnown() {
		s.in.root.trail = append(s.in.root.trail, causesIn(v)...)
	}
	return v, diags
}

func (s *scope) eachValue(name, attr string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	switch {
	case s.each == nil:
		return s.invalid(rng)
	case name == "count" && s.each.count && attr == "index":
		return s.each.index, nil
	case name == "each" && !s.each.count && attr == "key":
		return s.each.key, nil
	case name == "each" && !s.each.count && attr == "value":
		return s.each.value, nil
	}
	return s.invalid(rng)
}

func (s *scope) invalid(rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	return cty.DynamicVal, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Invalid reference", Subject: &rng}}
}

// attrName is the name of an attribute step, empty for any other step.
func attrName(step hcl.Traverser) string {
	if a, ok := step.(hcl.TraverseAttr); ok {
		return a.Name
	}
	return ""
}

// origin identifies a bare reference to something unknown, so that two
// occurrences of it are known to be equal; empty where the expression computes anything.
func (s *scope) origin(e hclsyntax.Expression, level int) string {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return s.origin(e.Expression, level)
	case *hclsyntax.TemplateWrapExpr:
		return s.origin(e.Wrapped, level)
	case *reference:
		return s.traversalOrigin(e.Traversal, level)
	}
	return ""
}

func (s *scope) traversalOrigin(t hcl.Traversal, level int) string {
	if len(t) < 2 || level > maxModuleDepth {
		return ""
	}
	name, rest := attrName(t[1]), stepsOrigin(t[2:])
	switch t.RootName() {
	case "var":
		if s.in.args == nil {
			return "var." + name + rest
		}
		if a, ok := s.in.args.body.attr(name); ok {
			if outer := s.in.args.scope.origin(a.expr, level+1); outer != "" {
				return outer + rest
			}
		}
		return s.in.path + ".var." + name + rest
	case "local":
		if a, ok := s.in.mod.locals[name]; ok {
			if inner := s.in.base.origin(a.expr, level+1); inner != "" {
				return inner + rest
			}
		}
		return s.in.path + ".local." + name + rest
	case "each", "count":
		if s.each != nil && s.each.undecided != "" {
			return s.each.undecided + "." + name + rest
		}
	}
	return ""
}

func stepsOrigin(t hcl.Traversal) string {
	out := ""
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			out += "." + step.Name
		case hcl.TraverseIndex:
			out += printKey(step.Key)
		default:
			return "\x00"
		}
	}
	return out
}
