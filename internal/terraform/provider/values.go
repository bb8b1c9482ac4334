package provider

import (
	"maps"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// attributes is what an object or map holds, with the marks of the whole. ok is
// false for anything else: unknown, null, a list.
func attributes(v cty.Value) (values map[string]cty.Value, marks cty.ValueMarks, ok bool) {
	if v == cty.NilVal {
		return nil, nil, false
	}
	v, marks = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !(v.Type().IsObjectType() || v.Type().IsMapType()) {
		return nil, marks, false
	}
	values = v.AsValueMap()
	if values == nil {
		values = map[string]cty.Value{}
	}
	return values, marks, true
}

// members is what a list, set or tuple holds, with the marks of the whole. ok is
// false for anything else.
func members(v cty.Value) (values []cty.Value, marks cty.ValueMarks, ok bool) {
	if v == cty.NilVal {
		return nil, nil, false
	}
	v, marks = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !(v.Type().IsTupleType() || v.Type().IsListType() || v.Type().IsSetType()) {
		return nil, marks, false
	}
	return v.AsValueSlice(), marks, true
}

// absent tells whether v is not there: missing or null. An unknown is there.
func absent(v cty.Value) bool {
	if v == cty.NilVal {
		return true
	}
	v, _ = v.Unmark()
	return v.IsNull()
}

// unset tells whether the provider would treat v as omitted: an empty string, list
// or block list counts as nothing.
func unset(v cty.Value) bool {
	if absent(v) {
		return true
	}
	v, marks := v.Unmark()
	if len(resource.MarksOf(marks).Open) > 0 {
		return false
	}
	if list, _, ok := members(v); ok {
		return len(list) == 0
	}
	return v.IsKnown() && v.Type() == cty.String && v.AsString() == ""
}

// isKnown tells whether v itself is known; members of a list may still be unknown.
func isKnown(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsKnown()
}

// text is the string that v holds, if it holds one.
func text(v cty.Value) (string, bool) {
	if absent(v) || !isKnown(v) {
		return "", false
	}
	v, _ = v.Unmark()
	v, err := convert.Convert(v, cty.String)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// truth is the boolean that v holds, if it holds one; "true" counts.
func truth(v cty.Value) (value, ok bool) {
	if absent(v) || !isKnown(v) {
		return false, false
	}
	v, _ = v.Unmark()
	v, err := convert.Convert(v, cty.Bool)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return false, false
	}
	return v.True(), true
}

// mapped rewrites a known value and lets everything else through: null stays
// absent, an unknown becomes an unknown of type t. Marks are kept.
func mapped(v cty.Value, t cty.Type, f func(cty.Value) (cty.Value, bool)) cty.Value {
	v, marks := v.Unmark()
	switch {
	case v.IsNull():
		return cty.NullVal(t).WithMarks(marks)
	case !v.IsKnown():
		return cty.UnknownVal(t).WithMarks(marks)
	}
	if out, ok := f(v); ok {
		return out.WithMarks(marks)
	}
	return v.WithMarks(marks)
}

// unknownLike is an unknown of type t for the causes that any of vs carries.
func unknownLike(t cty.Type, vs ...cty.Value) cty.Value {
	out := cty.UnknownVal(t)
	for _, v := range vs {
		_, marks := v.Unmark()
		for mark := range marks {
			switch mark.(type) {
			case resource.Cause, resource.Sensitive:
				out = out.Mark(mark)
			}
		}
	}
	return out
}

// object is cty.ObjectVal of the values that are there.
func object(values map[string]cty.Value) cty.Value {
	maps.DeleteFunc(values, func(_ string, v cty.Value) bool { return v == cty.NilVal })
	return cty.ObjectVal(values)
}
