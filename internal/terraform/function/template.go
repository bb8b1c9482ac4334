package function

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

const (
	// maxTemplate bounds a template's source, in bytes.
	maxTemplate = 1 << 20
	// maxDirectives bounds its %{ } directives and the operators of one ${ }; the
	// parser takes quadratic time in the one and recurses over the other.
	maxDirectives = 5000
)

// templates renders templates with the functions of one configuration.
type templates struct {
	files     repository
	functions map[string]function.Function

	mu     sync.Mutex
	parsed map[string]hclsyntax.Expression
}

// inside are the functions that a template may call: templates do not nest.
func inside(all map[string]function.Function) map[string]function.Function {
	out := make(map[string]function.Function, len(all))
	for name, f := range all {
		out[name] = f
	}
	for _, name := range []string{"templatefile", "templatestring"} {
		rest := nullable(anyParam("args"))
		out[name] = define(func([]cty.Value) (cty.Value, error) {
			return cty.NilVal, errors.New("a template cannot render another template")
		}, &rest)
	}
	return out
}

// file renders the template in the file at a path; fromText renders the text itself.
func (t *templates) file(args []cty.Value) (cty.Value, error) {
	name, marks := args[0].Unmark()
	if !name.IsKnown() || !known(args[1]) {
		return cty.DynamicVal, nil
	}
	e, err := t.parse(name.AsString())
	if err != nil {
		return orUnknown(cty.DynamicPseudoType)(cty.NilVal, err)
	}
	v, err := t.render(e, args[1])
	if err != nil {
		return cty.NilVal, err
	}
	return v.WithMarks(marks), nil
}

func (t *templates) fromText(args []cty.Value) (cty.Value, error) {
	text, marks := args[0].Unmark()
	if !text.IsKnown() || !known(args[1]) {
		return cty.UnknownVal(cty.String), nil
	}
	e, err := parseTemplate("templatestring", text.AsString())
	if err != nil {
		return cty.NilVal, err
	}
	v, err := t.render(e, args[1])
	if err != nil {
		return cty.NilVal, err
	}
	if v, err = convert.Convert(v, cty.String); err != nil {
		return cty.NilVal, errors.New("the template does not give text")
	}
	return v.WithMarks(marks), nil
}

func known(v cty.Value) bool {
	bare, _ := v.Unmark()
	return bare.IsKnown()
}

// parse reads a template file once, however often it is rendered.
func (t *templates) parse(path string) (hclsyntax.Expression, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e, ok := t.parsed[path]; ok {
		return e, nil
	}
	src, err := t.files.read(path)
	if err != nil {
		return nil, err
	}
	text, err := utf8Text(src)
	if err != nil {
		return nil, err
	}
	e, err := parseTemplate(path, text)
	if err == nil {
		t.parsed[path] = e
	}
	return e, err
}

func parseTemplate(name, text string) (hclsyntax.Expression, error) {
	if err := templateLimit(text); err != nil {
		return nil, err
	}
	e, diags := hclsyntax.ParseTemplate([]byte(text), name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, failed(diags)
	}
	bounded := func(e hclsyntax.Expression) hclsyntax.Expression { return &loop{e} }
	return (&opaque.Rewriter{Wrap: bounded}).Rewrite(e), nil
}

// failed tells where and what went wrong in a template; the details of the
// diagnostics may quote values and are left out.
func failed(diags hcl.Diagnostics) error {
	var all []string
	for _, diag := range diags {
		if call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](diag); ok {
			if own := (*Error)(nil); errors.As(call.FunctionCallError(), &own) {
				return own
			}
		}
		if diag.Severity == hcl.DiagError && diag.Subject != nil {
			all = append(all, fmt.Sprintf("%s at line %d", diag.Summary, diag.Subject.Start.Line))
		}
	}
	return errors.New("the template cannot be rendered: " + strings.Join(all, "; "))
}

// render evaluates a template with the attributes of an object, or the elements
// of a map, as its variables.
func (t *templates) render(e hclsyntax.Expression, vars cty.Value) (cty.Value, error) {
	vars, marks := vars.Unmark()
	if ty := vars.Type(); !ty.IsObjectType() && !ty.IsMapType() {
		return cty.NilVal, function.NewArgErrorf(1, "must be an object or a map")
	}
	passes := new(int)
	ctx := &hcl.EvalContext{Functions: t.functions, Variables: map[string]cty.Value{
		passesVariable: cty.CapsuleVal(passesType, passes),
	}}
	for it := vars.ElementIterator(); it.Next(); {
		key, v := it.Element()
		if !hclsyntax.ValidIdentifier(key.AsString()) {
			return cty.NilVal, function.NewArgErrorf(1, "has a key that is not the name of a variable")
		}
		ctx.Variables[key.AsString()] = v.WithMarks(marks)
	}
	for _, ref := range e.Variables() {
		if _, ok := ctx.Variables[ref.RootName()]; !ok {
			return cty.NilVal, function.NewArgErrorf(1, "does not have the variable %q that the template uses", ref.RootName())
		}
	}
	v, diags := e.Value(ctx)
	if diags.HasErrors() {
		return cty.NilVal, failed(diags)
	}
	if *passes > maxPasses { // joining the parts may have dropped the mark
		v = cty.UnknownVal(v.Type()).WithSameMarks(v).Mark(endless)
	}
	return withoutOrigin(v), nil
}

// templateLimit refuses a template on which the parser would exhaust the stack
// or take more than linear time.
func templateLimit(text string) error {
	if len(text) > maxTemplate {
		return limitError("templatefile", "a template of more than %d bytes", maxTemplate)
	}
	tokens, _ := hclsyntax.LexTemplate([]byte(text), "", hcl.InitialPos)
	depth, directives, operators := 0, 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenTemplateControl:
			directives++
			depth++
		case hclsyntax.TokenTemplateInterp, hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			depth++
		case hclsyntax.TokenTemplateSeqEnd, hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			depth = max(depth-1, 0)
		case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenStringLit, hclsyntax.TokenQuotedLit:
		default:
			operators++
		}
		if depth == 0 {
			operators = 0
		}
		if depth > maxDepth || directives > maxDirectives || operators > maxDirectives {
			return limitError("templatefile", "a template with more than %d levels or %d directives", maxDepth, maxDirectives)
		}
	}
	return nil
}
