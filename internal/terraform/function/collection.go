package function

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// The functions of this file differ from go-cty's of the same name, or are
// Terraform's own. Source of each: its page below
// https://developer.hashicorp.com/terraform/language/v1.11.x/functions

// anyParam takes every value as it is.
func anyParam(name string) function.Parameter {
	return function.Parameter{
		Name: name, Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowMarked: true,
	}
}

func nullable(p function.Parameter) function.Parameter {
	p.AllowNull = true
	return p
}

// define makes a function whose result's type is that of the value it returns.
func define(impl func(args []cty.Value) (cty.Value, error), variadic *function.Parameter, params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params: params, VarParam: variadic,
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return impl(args) },
	})
}

func sequence(t cty.Type) bool { return t.IsListType() || t.IsTupleType() || t.IsSetType() }

var lengthFunc = define(func(args []cty.Value) (cty.Value, error) {
	v, marks := args[0].Unmark()
	ty := v.Type()
	switch {
	case ty == cty.DynamicPseudoType:
		return cty.UnknownVal(cty.Number).WithMarks(marks), nil
	case ty == cty.String:
		n, err := stdlib.Strlen(v)
		return n.WithMarks(marks), err
	case ty.IsTupleType():
		return cty.NumberIntVal(int64(ty.Length())).WithMarks(marks), nil
	case ty.IsObjectType():
		return cty.NumberIntVal(int64(len(ty.AttributeTypes()))).WithMarks(marks), nil
	case ty.IsCollectionType():
		return v.Length().WithMarks(marks), nil
	}
	return cty.NilVal, function.NewArgErrorf(0, "must be a string, a list, a map or an object")
}, nil, anyParam("value"))

var lookupFunc = define(func(args []cty.Value) (cty.Value, error) {
	if len(args) > 3 {
		return cty.NilVal, errors.New("takes a map, a key and at most one default")
	}
	m, marks := args[0].Unmark()
	key, keyMarks := args[1].Unmark()
	marks = cty.NewValueMarks(marks, keyMarks)
	ty := m.Type()
	if ty != cty.DynamicPseudoType && !ty.IsMapType() && !ty.IsObjectType() {
		return cty.NilVal, function.NewArgErrorf(0, "must be a map or an object")
	}
	elem := cty.DynamicPseudoType
	if ty.IsMapType() {
		elem = ty.ElementType()
	}
	if !m.IsKnown() || !key.IsKnown() {
		return cty.UnknownVal(elem).WithMarks(marks), nil
	}
	switch {
	case ty.IsObjectType() && ty.HasAttribute(key.AsString()):
		return m.GetAttr(key.AsString()).WithMarks(marks), nil
	case ty.IsMapType() && m.HasIndex(key).True():
		return m.Index(key).WithMarks(marks), nil
	case len(args) < 3:
		return cty.NilVal, function.NewArgErrorf(0, "has no such key, and no default is given")
	}
	other, err := convert.Convert(args[2], elem)
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(2, "must have the type of the map's elements")
	}
	return other.WithMarks(marks), nil
}, variadic(nullable(anyParam("default"))), anyParam("inputMap"), function.Parameter{Name: "key", Type: cty.String, AllowUnknown: true, AllowMarked: true})

func variadic(p function.Parameter) *function.Parameter { return &p }

var oneFunc = define(func(args []cty.Value) (cty.Value, error) {
	list, marks := args[0].Unmark()
	ty := list.Type()
	elem := cty.DynamicPseudoType
	switch {
	case ty.IsListType() || ty.IsSetType():
		elem = ty.ElementType()
	case ty != cty.DynamicPseudoType && !ty.IsTupleType():
		return cty.NilVal, function.NewArgErrorf(0, "must be a list, set or tuple with one element or none")
	}
	if !list.IsKnown() || !ty.IsTupleType() && !list.Length().IsKnown() {
		return cty.UnknownVal(elem).WithMarks(marks), nil
	}
	switch members := list.AsValueSlice(); len(members) {
	case 0:
		return cty.NullVal(elem).WithMarks(marks), nil
	case 1:
		return members[0].WithMarks(marks), nil
	}
	return cty.NilVal, function.NewArgErrorf(0, "must be a list, set or tuple with one element or none")
}, nil, anyParam("list"))

var coalesceFunc = define(func(args []cty.Value) (cty.Value, error) {
	types := make([]cty.Type, len(args))
	for i, arg := range args {
		types[i] = arg.Type()
	}
	ty, _ := convert.UnifyUnsafe(types)
	if ty == cty.NilType {
		return cty.NilVal, errors.New("all arguments must have the same type")
	}
	for i, arg := range args {
		v, err := convert.Convert(arg, ty)
		if err != nil {
			return cty.NilVal, function.NewArgError(i, err)
		}
		bare, _ := v.Unmark()
		switch {
		case !bare.IsKnown():
			return cty.UnknownVal(ty), nil
		case bare.IsNull(), ty == cty.String && bare.AsString() == "":
		default:
			return v, nil
		}
	}
	return cty.NilVal, errors.New("no argument has a value that is neither null nor an empty string")
}, variadic(nullable(anyParam("vals"))))

var coalesceListFunc = define(func(args []cty.Value) (cty.Value, error) {
	for i, arg := range args {
		bare, _ := arg.Unmark()
		ty := bare.Type()
		switch {
		case !bare.IsKnown():
			return cty.DynamicVal, nil
		case !ty.IsListType() && !ty.IsTupleType():
			return cty.NilVal, function.NewArgErrorf(i, "must be a list or tuple")
		case !bare.IsNull() && bare.LengthInt() > 0:
			return arg, nil
		}
	}
	return cty.NilVal, errors.New("no argument is a list with elements")
}, variadic(nullable(anyParam("vals"))))

var indexFunc = define(func(args []cty.Value) (cty.Value, error) {
	list, want := args[0], args[1]
	if !list.Type().IsListType() && !list.Type().IsTupleType() {
		return cty.NilVal, function.NewArgErrorf(0, "must be a list or tuple")
	}
	if !list.IsKnown() {
		return cty.UnknownVal(cty.Number), nil
	}
	for i, elem := range list.AsValueSlice() {
		eq := elem.Equals(want)
		if !eq.IsKnown() {
			return cty.UnknownVal(cty.Number), nil
		}
		if eq.True() {
			return cty.NumberIntVal(int64(i)), nil
		}
	}
	return cty.NilVal, errors.New("the list has no such element")
}, nil, plainParam("list", cty.DynamicPseudoType), plainParam("value", cty.DynamicPseudoType))

// plainParam takes known and unknown values without marks.
func plainParam(name string, ty cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: ty, AllowUnknown: true}
}
