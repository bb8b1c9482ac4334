package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// trim lets go of the expressions of resources, which are evaluated: what is still asked of
// them is where they stand. They are a quarter of what a large scan keeps while it judges.
func (j *job) trim() {
	for _, l := range j.loaders {
		for _, entry := range l.modules {
			if entry.mod == nil {
				continue
			}
			for _, f := range entry.mod.files {
				f.trim()
			}
		}
	}
}

func (f *file) trim() {
	if f.native == nil {
		return
	}
	for _, b := range f.native.Blocks {
		if b.Type == "resource" || b.Type == "data" {
			trimBody(b.Body)
		}
	}
}

// gone stands for all expressions that were let go of.
var gone = &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal}

// trimBody keeps what a dynamic block repeats over, since its places depend on it.
func trimBody(b *hclsyntax.Body) {
	for _, a := range b.Attributes {
		switch a.Expr.(type) {
		case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
			a.Expr = trimmed(a.Expr, a.SrcRange)
		default: // the attribute itself says where it stands
			a.Expr = gone
		}
	}
	for _, nested := range b.Blocks {
		if nested.Type != "dynamic" {
			trimBody(nested.Body)
			continue
		}
		for _, content := range nested.Body.Blocks {
			trimBody(content.Body)
		}
	}
}

// trimmed is an expression without what is not a literal list or object: the members of
// those have places of their own (locateIn).
func trimmed(e hclsyntax.Expression, at hcl.Range) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		for i, member := range e.Exprs {
			e.Exprs[i] = trimmed(member, member.Range())
		}
		return e
	case *hclsyntax.ObjectConsExpr:
		for i, item := range e.Items {
			e.Items[i].ValueExpr = trimmed(item.ValueExpr, item.ValueExpr.Range())
		}
		return e
	}
	return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: at}
}
