package function

import (
	"errors"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// try and can are not those of hcl's tryfunc: these evaluate each expression once
// instead of twice (nested calls would take exponential time), keep the marks of
// what is unknown, and tell a limit of ours from an error of the configuration.

var tryFunc = define(func(args []cty.Value) (cty.Value, error) {
	if len(args) == 0 {
		return cty.NilVal, errors.New("at least one expression is required")
	}
	var failures []string
	for _, arg := range args {
		a := attempt(arg)
		switch {
		case a.cause != nil:
			return resource.Unknown(cty.DynamicPseudoType, *a.cause), nil
		case !a.decided:
			return cty.DynamicVal.WithMarks(why([]cty.Value{a.value})), nil
		case a.failure == "":
			return a.value, nil
		}
		failures = append(failures, a.failure)
	}
	return cty.NilVal, errors.New("no expression succeeds: " + strings.Join(failures, "; "))
}, &function.Parameter{Name: "expressions", Type: customdecode.ExpressionClosureType})

var canFunc = define(func(args []cty.Value) (cty.Value, error) {
	a := attempt(args[0])
	switch {
	case a.cause != nil:
		return resource.Unknown(cty.Bool, *a.cause), nil
	case !a.decided, maybe(a.value):
		return cty.UnknownVal(cty.Bool).RefineNotNull().WithMarks(why([]cty.Value{a.value})), nil
	}
	return cty.BoolVal(a.failure == ""), nil
}, nil, function.Parameter{Name: "expression", Type: customdecode.ExpressionClosureType})

// attempted is the outcome of evaluating an expression.
type attempted struct {
	value   cty.Value
	failure string
	// decided tells that the unknown parts of the value, once known, cannot make the
	// expression fail.
	decided bool
	// cause is set where it was not possible to evaluate the expression.
	cause *resource.Cause
}

func attempt(arg cty.Value) attempted {
	closure := customdecode.ExpressionClosureFromVal(arg)
	v, diags := closure.Value()
	if !diags.HasErrors() {
		return attempted{value: v, decided: v.IsWhollyKnown() || plainPath(closure.Expression, v)}
	}
	var summaries []string
	for _, diag := range diags {
		if diag.Severity != hcl.DiagError {
			continue
		}
		summaries = append(summaries, diag.Summary) // the detail may quote values
		if call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](diag); ok {
			if own := (*Error)(nil); errors.As(call.FunctionCallError(), &own) && own.Final {
				return attempted{value: cty.NilVal, cause: at(own.Cause, diag.Subject)}
			}
		}
	}
	return attempted{value: cty.NilVal, decided: true, failure: strings.Join(summaries, "; ")}
}

func at(c resource.Cause, place *hcl.Range) *resource.Cause {
	if place != nil {
		c = c.At(*place)
	}
	return &c
}

// plainPath tells whether the expression is no more than the path of something
// that is there: a name alone, or attributes and indexes that led to a value
// which is known itself, whatever may be unknown inside it.
func plainPath(e hcl.Expression, v cty.Value) bool {
	path, diags := hcl.AbsTraversalForExpr(e)
	if diags.HasErrors() {
		return false
	}
	bare, _ := v.Unmark()
	return bare.IsKnown() || len(path) <= 2
}

// maybe tells whether the value exists only under an undecided condition.
func maybe(v cty.Value) bool {
	if v == cty.NilVal {
		return false
	}
	_, marks := v.UnmarkDeep()
	return len(resource.MarksOf(marks).Maybes) > 0
}
