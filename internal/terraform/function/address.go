package function

import (
	"errors"
	"regexp"
	"strings"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var leadingZeros = regexp.MustCompile(`\b0+(\d)`)

// prefixed makes f read the octets of IPv4 prefixes as decimal numbers also where
// they have leading zeros, as Terraform has always done and Go no longer does.
func prefixed(f function.Function) function.Function {
	return function.New(&function.Spec{
		Params: f.Params(), VarParam: f.VarParam(),
		Type: f.ReturnTypeForValues,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if prefix := args[0].AsString(); !strings.Contains(prefix, ":") {
				args = append([]cty.Value{cty.StringVal(leadingZeros.ReplaceAllString(prefix, "$1"))}, args[1:]...)
			}
			return f.Call(args)
		},
	})
}

var netmaskFunc = ofTexts(cty.String, func(s ...string) (cty.Value, error) {
	if strings.Contains(s[0], ":") {
		return cty.NilVal, errors.New("IPv6 addresses have no netmask")
	}
	return cidr.Netmask(cty.StringVal(s[0]))
}, "prefix")
