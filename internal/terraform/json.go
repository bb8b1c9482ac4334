package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

// parseJSON reads JSON syntax as an object expression of native syntax, so that
// one evaluator serves both: strings become templates.
func parseJSON(src []byte, filename string) (*hclsyntax.ObjectConsExpr, hcl.Diagnostics) {
	expr, diags := hcljson.ParseExpression(src, filename)
	if diags.HasErrors() {
		return nil, diags
	}
	converted, moreDiags := fromJSON(expr, 0)
	diags = append(diags, moreDiags...)
	object, ok := converted.(*hclsyntax.ObjectConsExpr)
	if !ok && !diags.HasErrors() {
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "The file does not hold a JSON object", Subject: expr.Range().Ptr()})
	}
	return object, diags
}

func fromJSON(e hcl.Expression, depth int) (hclsyntax.Expression, hcl.Diagnostics) {
	rng := e.Range()
	if depth > maxNesting {
		return nil, tooDeep(rng)
	}
	if pairs, diags := hcl.ExprMap(e); !diags.HasErrors() {
		return objectFromJSON(pairs, rng, depth)
	}
	if elems, diags := hcl.ExprList(e); !diags.HasErrors() {
		tuple := &hclsyntax.TupleConsExpr{SrcRange: rng, OpenRange: rng}
		var all hcl.Diagnostics
		for _, elem := range elems {
			converted, diags := fromJSON(elem, depth+1)
			all = append(all, diags...)
			tuple.Exprs = append(tuple.Exprs, converted)
		}
		return tuple, all
	}
	val, diags := e.Value(nil)
	if diags.HasErrors() || val.Type() != cty.String || val.IsNull() {
		return &hclsyntax.LiteralValueExpr{Val: val, SrcRange: rng}, diags
	}
	// The position inside the quotes; escapes make columns approximate, lines stay exact.
	start := rng.Start
	start.Column++
	start.Byte++
	return hclsyntax.ParseTemplate([]byte(val.AsString()), rng.Filename, start)
}

func objectFromJSON(pairs []hcl.KeyValuePair, rng hcl.Range, depth int) (hclsyntax.Expression, hcl.Diagnostics) {
	object := &hclsyntax.ObjectConsExpr{SrcRange: rng, OpenRange: rng}
	var all hcl.Diagnostics
	for _, pair := range pairs {
		key, diags := fromJSON(pair.Key, depth+1)
		all = append(all, diags...)
		value, diags := fromJSON(pair.Value, depth+1)
		all = append(all, diags...)
		if all.HasErrors() {
			return nil, all
		}
		object.Items = append(object.Items, hclsyntax.ObjectConsItem{
			KeyExpr:   &hclsyntax.ObjectConsKeyExpr{Wrapped: key, ForceNonLiteral: true},
			ValueExpr: value,
		})
	}
	return object, all
}

// literalKey is the text of a constant object key, empty where it is computed.
func literalKey(e hclsyntax.Expression) string {
	if key, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		e = key.Wrapped
	}
	if t, ok := e.(*hclsyntax.TemplateExpr); ok && t.IsStringLiteral() {
		v, _ := t.Value(nil)
		return v.AsString()
	}
	if l, ok := e.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.String && !l.Val.IsNull() {
		return l.Val.AsString()
	}
	return hcl.ExprAsKeyword(e)
}
