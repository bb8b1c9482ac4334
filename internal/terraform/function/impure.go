package function

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// settle is what answers a value that only running Terraform can give.
const settle = "scan a plan, where Terraform has called it"

// Undefined is a function of any arguments whose result is unknown because it is
// not known what it does: a provider's function such as provider::aws::arn_parse.
func Undefined(name string) function.Function {
	rest := nullable(anyParam("args"))
	return unevaluated(name, "the function is defined by a provider", cty.DynamicPseudoType, &rest)
}

// unevaluated is a function that is never run, so that its result is unknown.
func unevaluated(name, because string, result cty.Type, rest *function.Parameter, params ...function.Parameter) function.Function {
	if rest != nil {
		open(rest)
	}
	for i := range params {
		open(&params[i])
	}
	cause := resource.Cause{Kind: resource.NotEvaluated, What: name + "()", Why: because, Settle: settle}
	return define(func(args []cty.Value) (cty.Value, error) {
		return cty.UnknownVal(result).RefineNotNull().WithMarks(why(args)).Mark(cause), nil
	}, rest, params...)
}

// impure are the functions whose result is another at every run, or depends on a
// private key.
func impure() map[string]function.Function {
	const run = "the result is another at every run"
	text := func(name string) function.Parameter { return function.Parameter{Name: name, Type: cty.String} }
	return map[string]function.Function{
		"timestamp":     unevaluated("timestamp", run, cty.String, nil),
		"plantimestamp": unevaluated("plantimestamp", run, cty.String, nil),
		"uuid":          unevaluated("uuid", run, cty.String, nil),
		"bcrypt":        unevaluated("bcrypt", run, cty.String, &function.Parameter{Name: "cost", Type: cty.Number}, text("str")),
		"rsadecrypt":    unevaluated("rsadecrypt", "secrets are not decrypted", cty.String, nil, text("ciphertext"), text("privatekey")),
	}
}
