package opaque

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Rewriter wraps the operators of an expression, in place. The zero value wraps
// operators alone; the hooks let the evaluator resolve references itself.
type Rewriter struct {
	// Traversal may replace a reference such as var.a.b. It is not called for the
	// names that a for expression binds.
	Traversal func(*hclsyntax.ScopeTraversalExpr) hclsyntax.Expression
	// Indexed may replace head[key].rest, where head is a reference.
	Indexed func(head *hclsyntax.ScopeTraversalExpr, key hclsyntax.Expression, rest *hclsyntax.RelativeTraversalExpr, whole hclsyntax.Expression) hclsyntax.Expression
	// Wrap may replace what can grow without bound: for expressions, splats and
	// templates of several parts.
	Wrap func(hclsyntax.Expression) hclsyntax.Expression
	// Name is called with each attribute name that a relative traversal reads.
	Name func(string)

	bound []string
}

// Rewrite returns the expression to evaluate in e's place.
func (r *Rewriter) Rewrite(e hclsyntax.Expression) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return r.traversal(e)
	case *hclsyntax.RelativeTraversalExpr:
		return r.relative(e)
	case *hclsyntax.IndexExpr:
		return r.index(e, nil, e)
	case *hclsyntax.BinaryOpExpr:
		e.LHS, e.RHS = r.Rewrite(e.LHS), r.Rewrite(e.RHS)
		return &binary{e}
	case *hclsyntax.ConditionalExpr:
		e.Condition, e.TrueResult, e.FalseResult = r.Rewrite(e.Condition), r.Rewrite(e.TrueResult), r.Rewrite(e.FalseResult)
		return &conditional{e}
	case *hclsyntax.FunctionCallExpr:
		return r.call(e)
	case *hclsyntax.LiteralValueExpr:
		if Oversized(e.Val) {
			return &unevaluated{e, tooLong(e.SrcRange)}
		}
	case *hclsyntax.ForExpr:
		r.forExpr(e)
	default:
		r.children(e)
	}
	return r.wrapped(e)
}

func (r *Rewriter) wrapped(e hclsyntax.Expression) hclsyntax.Expression {
	if r.Wrap == nil {
		return e
	}
	switch e := e.(type) {
	case *hclsyntax.ForExpr, *hclsyntax.SplatExpr, *hclsyntax.TemplateJoinExpr:
		return r.Wrap(e)
	case *hclsyntax.TemplateExpr:
		if len(e.Parts) > 1 {
			return r.Wrap(e)
		}
	}
	return e
}

// children rewrites inside the nodes that only hold others.
func (r *Rewriter) children(e hclsyntax.Expression) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		e.Expression = r.Rewrite(e.Expression)
	case *hclsyntax.UnaryOpExpr:
		e.Val = r.Rewrite(e.Val)
	case *hclsyntax.TemplateExpr:
		r.all(e.Parts)
	case *hclsyntax.TemplateWrapExpr:
		e.Wrapped = r.Rewrite(e.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		e.Tuple = r.Rewrite(e.Tuple)
	case *hclsyntax.TupleConsExpr:
		r.all(e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for i := range e.Items {
			e.Items[i].KeyExpr = r.Rewrite(e.Items[i].KeyExpr)
			e.Items[i].ValueExpr = r.Rewrite(e.Items[i].ValueExpr)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		if e.ForceNonLiteral || hcl.ExprAsKeyword(e.Wrapped) == "" {
			e.Wrapped = r.Rewrite(e.Wrapped)
		}
	case *hclsyntax.SplatExpr:
		e.Source = r.Rewrite(e.Source)
		if each, ok := e.Each.(*hclsyntax.RelativeTraversalExpr); ok {
			r.names(each.Traversal)
		}
	}
}

func (r *Rewriter) all(es []hclsyntax.Expression) {
	for i := range es {
		es[i] = r.Rewrite(es[i])
	}
}

func (r *Rewriter) traversal(e *hclsyntax.ScopeTraversalExpr) hclsyntax.Expression {
	if slices.Contains(r.bound, e.Traversal.RootName()) {
		r.names(e.Traversal[1:])
		return e
	}
	if r.Traversal != nil {
		return r.Traversal(e)
	}
	return e
}

func (r *Rewriter) relative(e *hclsyntax.RelativeTraversalExpr) hclsyntax.Expression {
	r.names(e.Traversal)
	if ix, ok := e.Source.(*hclsyntax.IndexExpr); ok {
		return r.index(ix, e, e)
	}
	e.Source = r.Rewrite(e.Source)
	return e
}

func (r *Rewriter) index(e *hclsyntax.IndexExpr, rest *hclsyntax.RelativeTraversalExpr, whole hclsyntax.Expression) hclsyntax.Expression {
	e.Key = r.Rewrite(e.Key)
	if head, ok := e.Collection.(*hclsyntax.ScopeTraversalExpr); ok && r.Indexed != nil && !slices.Contains(r.bound, head.Traversal.RootName()) {
		if own := r.Indexed(head, e.Key, rest, whole); own != nil {
			return own
		}
	}
	e.Collection = r.Rewrite(e.Collection)
	if rest == nil {
		return &index{e}
	}
	rest.Source = &index{e}
	return rest
}

func (r *Rewriter) call(e *hclsyntax.FunctionCallExpr) hclsyntax.Expression {
	r.all(e.Args)
	if strings.HasPrefix(e.Name, "provider::") {
		return &unevaluated{e, resource.Unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.NotEvaluated, What: e.Name, Why: "the function is defined by a provider",
			Settle: "scan a plan, where Terraform has called it",
		}.At(e.NameRange))}
	}
	return e
}

func (r *Rewriter) forExpr(e *hclsyntax.ForExpr) {
	e.CollExpr = r.Rewrite(e.CollExpr)
	outer := r.bound
	r.bound = append(slices.Clone(outer), e.ValVar)
	if e.KeyVar != "" {
		r.bound = append(r.bound, e.KeyVar)
	}
	if e.KeyExpr != nil {
		e.KeyExpr = r.Rewrite(e.KeyExpr)
	}
	e.ValExpr = r.Rewrite(e.ValExpr)
	if e.CondExpr != nil {
		e.CondExpr = r.Rewrite(e.CondExpr)
	}
	r.bound = outer
}

func (r *Rewriter) names(t hcl.Traversal) {
	if r.Name == nil {
		return
	}
	for _, step := range t {
		if attr, ok := step.(hcl.TraverseAttr); ok {
			r.Name(attr.Name)
		}
	}
}
