package function

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

var (
	allTrueFunc = quantifier(cty.False)
	anyTrueFunc = quantifier(cty.True)
)

// quantifier makes alltrue (decided by a false element, null counting as false)
// or anytrue (decided by a true element). An element that decides does so
// whatever the unknown ones are.
func quantifier(decisive cty.Value) function.Function {
	return define(func(args []cty.Value) (cty.Value, error) {
		if !args[0].IsKnown() {
			return cty.UnknownVal(cty.Bool), nil
		}
		result := decisive.Not()
		for _, elem := range args[0].AsValueSlice() {
			switch {
			case !elem.IsKnown():
				result = cty.UnknownVal(cty.Bool)
			case elem.IsNull():
				if decisive.False() {
					return decisive, nil
				}
			case elem.RawEquals(decisive):
				return decisive, nil
			}
		}
		return result, nil
	}, nil, plainParam("list", cty.List(cty.Bool)))
}

var sumFunc = define(func(args []cty.Value) (cty.Value, error) {
	list := args[0]
	ty := list.Type()
	switch {
	case ty != cty.DynamicPseudoType && !sequence(ty):
		return cty.NilVal, function.NewArgErrorf(0, "must be a list, set or tuple of numbers")
	case !list.IsKnown():
		return cty.UnknownVal(cty.Number), nil
	case list.LengthInt() == 0:
		return cty.NilVal, function.NewArgErrorf(0, "must not be empty")
	}
	sum := cty.Zero
	for _, elem := range list.AsValueSlice() {
		n, err := convert.Convert(elem, cty.Number)
		if err != nil || n.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "must hold numbers alone")
		}
		sum = sum.Add(n)
	}
	return sum, nil
}, nil, plainParam("list", cty.DynamicPseudoType))

var matchKeysFunc = define(func(args []cty.Value) (cty.Value, error) {
	values, marks := args[0].Unmark()
	keys, wanted := args[1], args[2]
	if !values.IsKnown() || !keys.IsWhollyKnown() || !wanted.IsWhollyKnown() {
		return cty.UnknownVal(values.Type()).WithMarks(marks), nil
	}
	if values.LengthInt() != keys.LengthInt() {
		return cty.NilVal, errors.New("the lists of values and of keys must be of one length")
	}
	ty, _ := convert.UnifyUnsafe([]cty.Type{keys.Type(), wanted.Type()})
	if ty == cty.NilType {
		return cty.NilVal, errors.New("the keys and the searched keys must be of one type")
	}
	keys, err := convert.Convert(keys, ty)
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	if wanted, err = convert.Convert(wanted, ty); err != nil {
		return cty.NilVal, function.NewArgError(2, err)
	}
	search := cty.NewValueSet(ty.ElementType())
	for _, elem := range wanted.AsValueSlice() {
		search.Add(elem)
	}
	var out []cty.Value
	of := keys.AsValueSlice()
	for i, v := range values.AsValueSlice() {
		if search.Has(of[i]) {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		return cty.ListValEmpty(values.Type().ElementType()).WithMarks(marks), nil
	}
	return cty.ListVal(out).WithMarks(marks), nil
}, nil,
	function.Parameter{Name: "values", Type: cty.List(cty.DynamicPseudoType), AllowUnknown: true, AllowMarked: true},
	plainParam("keys", cty.List(cty.DynamicPseudoType)), plainParam("searchset", cty.List(cty.DynamicPseudoType)))

// distinctFunc takes time in the order of the list's length, unlike go-cty's.
var distinctFunc = function.New(&function.Spec{
	Params: []function.Parameter{plainParam("list", cty.List(cty.DynamicPseudoType))},
	Type:   func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
	Impl: func(args []cty.Value, ty cty.Type) (cty.Value, error) {
		if !args[0].IsWhollyKnown() {
			return cty.UnknownVal(ty), nil
		}
		seen := cty.NewValueSet(ty.ElementType())
		var out []cty.Value
		for _, elem := range args[0].AsValueSlice() {
			if !seen.Has(elem) {
				seen.Add(elem)
				out = append(out, elem)
			}
		}
		if len(out) == 0 {
			return cty.ListValEmpty(ty.ElementType()), nil
		}
		return cty.ListVal(out), nil
	},
})

var transposeFunc = define(func(args []cty.Value) (cty.Value, error) {
	ty := cty.Map(cty.List(cty.String))
	if !args[0].IsWhollyKnown() {
		return cty.UnknownVal(ty), nil
	}
	lists := map[string][]cty.Value{}
	for it := args[0].ElementIterator(); it.Next(); { // in the order of the keys
		key, list := it.Element()
		if list.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "must not hold null")
		}
		for _, elem := range list.AsValueSlice() {
			if elem.IsNull() {
				return cty.NilVal, function.NewArgErrorf(0, "must not hold null")
			}
			lists[elem.AsString()] = append(lists[elem.AsString()], key)
		}
	}
	if len(lists) == 0 {
		return cty.MapValEmpty(cty.List(cty.String)), nil
	}
	out := make(map[string]cty.Value, len(lists))
	for key, list := range lists {
		out[key] = cty.ListVal(list)
	}
	return cty.MapVal(out), nil
}, nil, plainParam("values", cty.Map(cty.List(cty.String))))
