package planjson

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// adopt returns the planned value with its unknown leaves taken from the value
// that the configuration gives at the same path. What the plan leaves open and the
// configuration does not have is left out.
func adopt(plan, code cty.Value) cty.Value {
	bare, marks := plan.Unmark()
	if !bare.IsKnown() {
		return code.WithMarks(sensitive(marks))
	}
	codeBare, _ := code.Unmark()
	if bare.IsNull() || !codeBare.IsKnown() || codeBare.IsNull() {
		return plan
	}
	switch {
	case isObject(bare) && isObject(codeBare):
		return adoptObject(bare, codeBare).WithMarks(marks)
	case isList(bare) && isList(codeBare):
		return adoptList(bare, codeBare).WithMarks(marks)
	}
	return plan
}

func adoptObject(plan, code cty.Value) cty.Value {
	from := code.AsValueMap()
	out := plan.AsValueMap()
	for name, v := range out {
		source, ok := from[name]
		switch {
		case ok:
			out[name] = adopt(v, source)
		case !known(v):
			delete(out, name)
		}
	}
	return cty.ObjectVal(out)
}

// adoptList pairs members that do not contradict each other, since the members of
// a set have no order of their own.
func adoptList(plan, code cty.Value) cty.Value {
	members, candidates := plan.AsValueSlice(), code.AsValueSlice()
	if len(members)*len(candidates) > maxBlocks*maxBlocks {
		return plan
	}
	taken := make([]bool, len(candidates))
	for i, m := range members {
		if whole(m) {
			continue
		}
		for j, c := range candidates {
			if !taken[j] && fits(m, c) {
				taken[j] = true
				members[i] = adopt(m, c)
				break
			}
		}
	}
	return cty.TupleVal(members)
}

// fits tells whether nothing that both know differs.
func fits(plan, code cty.Value) bool {
	plan, _ = plan.Unmark()
	code, marks := code.Unmark()
	if !plan.IsKnown() || !code.IsKnown() || plan.IsNull() || code.IsNull() {
		return true
	}
	switch {
	case isObject(plan) && isObject(code):
		from := code.AsValueMap()
		for name, v := range plan.AsValueMap() {
			if c, ok := from[name]; ok && !fits(v, c) {
				return false
			}
		}
		return true
	case isList(plan) && isList(code):
		return true
	}
	for _, ref := range resource.MarksOf(marks).Refs {
		if ref.Opaque() {
			return true
		}
	}
	return !plan.Type().Equals(code.Type()) || plan.RawEquals(code)
}

// whole tells whether a value has no unknown in it.
func whole(v cty.Value) bool {
	v, _ = v.UnmarkDeep()
	return v.IsWhollyKnown()
}

func known(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsKnown()
}

func isObject(v cty.Value) bool { return v.Type().IsObjectType() || v.Type().IsMapType() }

func isList(v cty.Value) bool {
	return v.Type().IsTupleType() || v.Type().IsListType() || v.Type().IsSetType()
}

// sensitive are the marks of a planned value that stay when its value is replaced.
func sensitive(marks cty.ValueMarks) cty.ValueMarks {
	out := cty.ValueMarks{}
	for m := range marks {
		if _, ok := m.(resource.Sensitive); ok {
			out[m] = struct{}{}
		}
	}
	return out
}
