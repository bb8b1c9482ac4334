package function

import (
	"iter"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// use is what a function does with an argument.
type use int

const (
	// inspects: the result depends on what stands in the text.
	inspects use = iota
	// presents: the result depends on whether there is a value, not on which.
	presents
	// carries: the value goes into the result as it is.
	carries
	// returns: the value may be the result.
	returns
)

// unseen is the cause of last resort, for a placeholder whose reference is lost.
var unseen = resource.Cause{Kind: resource.AfterApply, What: "a reference", Why: "known only after apply"}

// view is the argument as a function of this use may see it: what it must not
// look at is replaced by unknowns that keep the marks and say why. outer are the
// marks of the values around v. Inside a list or map (exact) an unknown keeps the
// members' type; elsewhere the type of an unknown tuple or object is left open,
// since it would give its members away.
func (u use) view(v cty.Value, outer cty.ValueMarks, exact bool) cty.Value {
	bare, own := v.Unmark()
	if !bare.IsKnown() {
		return v
	}
	marks := resource.MarksOf(own)
	switch {
	case len(marks.Open) > 0, len(marks.Maybes) > 0 && u < carries:
		return hidden(v, outer, exact)
	case bare.IsNull(), u != inspects && !v.ContainsMarked():
		return v
	case u == inspects && opaqueHere(bare):
		return hidden(v, outer, exact).RefineNotNull()
	case bare.Type().IsSetType() || !bare.CanIterateElements():
		return v
	}
	inner := cty.NewValueMarks(outer, own)
	exact = exact || bare.Type().IsCollectionType()
	return rebuild(bare, func(elem cty.Value) cty.Value { return u.view(elem, inner, exact) }).WithMarks(own)
}

// hidden is the unknown that stands for v.
func hidden(v cty.Value, outer cty.ValueMarks, exact bool) cty.Value {
	bare, marks := v.UnmarkDeep()
	ty := bare.Type()
	if !exact && (ty.IsTupleType() || ty.IsObjectType()) {
		ty = cty.DynamicPseudoType
	}
	return cty.UnknownVal(ty).WithMarks(explained(cty.NewValueMarks(outer, marks), bare))
}

// explained are the marks of an unknown that stands for the bare values: each
// thing that is undecided gets its cause, and references to what only apply fills
// are left out where the values do not hold their placeholder.
func explained(marks cty.ValueMarks, bare ...cty.Value) cty.ValueMarks {
	var text strings.Builder
	for _, v := range bare {
		for t := range texts(v, true) {
			text.WriteString(t)
		}
	}
	out := cty.ValueMarks{}
	for mark := range marks {
		switch mark := mark.(type) {
		case resource.Origin:
			continue
		case resource.Open:
			out[mark.Cause] = struct{}{}
			continue
		case resource.Maybe:
			out[mark.Condition.Cause] = struct{}{}
		case resource.Ref:
			if mark.Opaque() && !strings.Contains(text.String(), mark.Placeholder()) {
				continue
			}
			if mark.Opaque() {
				out[opaque.CauseOf(mark)] = struct{}{}
			}
		}
		out[mark] = struct{}{}
	}
	if resource.HasPlaceholder(text.String()) && len(resource.MarksOf(out).Causes) == 0 {
		out[unseen] = struct{}{}
	}
	return out
}

// texts are the texts in a bare value that can have no marks of their own: the
// value itself, the keys of a map or object, and all that is in a set. With deep,
// they are all the texts there are.
func texts(bare cty.Value, deep bool) iter.Seq[string] {
	return func(yield func(string) bool) { eachText(bare, deep, yield) }
}

func eachText(v cty.Value, deep bool, yield func(string) bool) bool {
	if v.IsNull() || !v.IsKnown() {
		return true
	}
	ty := v.Type()
	if ty == cty.String {
		return yield(v.AsString())
	}
	keys := ty.IsMapType() || ty.IsObjectType()
	deep = deep || ty.IsSetType()
	if !v.CanIterateElements() || !keys && !deep {
		return true
	}
	for it := v.ElementIterator(); it.Next(); {
		key, elem := it.Element()
		if keys && !yield(key.AsString()) || deep && !eachText(elem, deep, yield) {
			return false
		}
	}
	return true
}

// opaqueHere tells whether a placeholder stands in a text of the value that can
// have no marks of its own.
func opaqueHere(bare cty.Value) bool {
	for t := range texts(bare, false) {
		if resource.HasPlaceholder(t) {
			return true
		}
	}
	return false
}

// rebuild applies f to each direct member of a known list, map, tuple or object.
func rebuild(bare cty.Value, f func(cty.Value) cty.Value) cty.Value {
	ty := bare.Type()
	if bare.LengthInt() == 0 {
		return bare
	}
	if ty.IsMapType() || ty.IsObjectType() {
		members := bare.AsValueMap()
		for name, elem := range members {
			members[name] = f(elem)
		}
		if ty.IsMapType() {
			return cty.MapVal(members)
		}
		return cty.ObjectVal(members)
	}
	members := bare.AsValueSlice()
	for i, elem := range members {
		members[i] = f(elem)
	}
	if ty.IsListType() {
		return cty.ListVal(members)
	}
	return cty.TupleVal(members)
}
