package function

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// conversion makes tostring and its like. Unlike go-cty's, it leaves the marks of
// a list's members on the members.
func conversion(to cty.Type) function.Function {
	return define(func(args []cty.Value) (cty.Value, error) {
		v, err := convert.Convert(args[0], to)
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "cannot be converted to %s", to.FriendlyNameForConstraint())
		}
		if sequence(v.Type()) || v.Type().IsMapType() {
			v = withoutOrigin(v) // a set of a variable's elements is not the variable
		}
		return v, nil
	}, nil, nullable(anyParam("v")))
}

var sensitiveFunc = define(func(args []cty.Value) (cty.Value, error) {
	return args[0].Mark(resource.Sensitive{}), nil
}, nil, nullable(anyParam("value")))

var nonsensitiveFunc = define(func(args []cty.Value) (cty.Value, error) {
	bare, marks := args[0].Unmark()
	for mark := range marks {
		if mark != (resource.Sensitive{}) {
			bare = bare.Mark(mark)
		}
	}
	return bare, nil
}, nil, nullable(anyParam("value")))

// isSensitiveFunc cannot tell for an unknown value, whose source may make it sensitive.
var isSensitiveFunc = define(func(args []cty.Value) (cty.Value, error) {
	switch {
	case args[0].HasMark(resource.Sensitive{}):
		return cty.True, nil
	case !args[0].IsKnown():
		return cty.UnknownVal(cty.Bool), nil
	}
	return cty.False, nil
}, nil, nullable(anyParam("value")))

// ephemeralAsNullFunc returns its argument: nothing that is evaluated here is
// ephemeral, since ephemeral resources are unknown.
var ephemeralAsNullFunc = define(func(args []cty.Value) (cty.Value, error) {
	return args[0], nil
}, nil, nullable(anyParam("value")))
