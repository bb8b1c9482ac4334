package provider

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// build makes a companion's attributes and blocks from those of the old form.
func build(fields []field, old map[string]cty.Value) map[string]cty.Value {
	out := map[string]cty.Value{}
	for _, f := range fields {
		switch {
		case f.leaf():
			if v := f.value(old[f.old]); v != cty.NilVal {
				out[f.now] = v
			}
		case f.old == "":
			if inner := build(f.fields, old); present(inner) {
				out[f.now] = cty.TupleVal([]cty.Value{object(inner)})
			}
		default:
			if v, ok := old[f.old]; ok && !unset(v) {
				out[f.now] = f.blocks(v)
			}
		}
	}
	return out
}

func present(values map[string]cty.Value) bool {
	for _, v := range values {
		if !unset(v) {
			return true
		}
	}
	return false
}

// value is a leaf in its current form, cty.NilVal where it is omitted.
func (f field) value(old cty.Value) cty.Value {
	switch {
	case old == cty.NilVal:
		return f.missing
	case absent(old) && f.missing != cty.NilVal:
		_, marks := old.Unmark()
		return f.missing.WithMarks(marks)
	case f.convert != nil:
		return f.convert(old)
	}
	return old
}

// blocks rewrites a list of blocks.
func (f field) blocks(list cty.Value) cty.Value {
	blocks, marks, ok := members(list)
	if !ok {
		return cty.DynamicVal.WithMarks(marks)
	}
	out := []cty.Value{}
	for _, block := range blocks {
		values, own, ok := attributes(block)
		if !ok {
			out = append(out, cty.DynamicVal.WithMarks(own))
			continue
		}
		inner := build(f.fields, values)
		if f.split == nil {
			out = append(out, object(inner).WithMarks(own))
			continue
		}
		for _, part := range parts(values[f.split.old]) {
			inner[f.split.now] = part
			out = append(out, cty.ObjectVal(inner).WithMarks(own))
		}
	}
	return cty.TupleVal(out).WithMarks(marks)
}

// parts are the members of a list; a list that is not seen is one unseen member.
func parts(list cty.Value) []cty.Value {
	items, marks, ok := members(list)
	if !ok {
		if list == cty.NilVal {
			return nil
		}
		return []cty.Value{cty.UnknownVal(cty.String).WithMarks(marks)}
	}
	out := make([]cty.Value, len(items))
	for i, item := range items {
		out[i] = item.WithMarks(kept(marks))
	}
	return out
}

// doubts are the causes for which a block or argument may not be there at all. An
// argument whose value is unknown counts as there.
func doubts(v cty.Value, leaf bool) []resource.Cause {
	if leaf {
		return nil
	}
	bare, own := v.Unmark()
	marks := resource.MarksOf(own)
	out := append([]resource.Cause{}, marks.Open...)
	for _, maybe := range marks.Maybes {
		out = append(out, maybe.Cause)
	}
	if !bare.IsKnown() {
		out = append(out, marks.Causes...)
		if len(out) == 0 {
			out = append(out, resource.Cause{Kind: resource.NotEvaluated, What: "block", Why: "it is not known whether the block is there"})
		}
	}
	return out
}

// conditions turns doubts into conditions with ids that are relative to the holder.
func conditions(steps []any, causes []resource.Cause) []resource.Condition {
	slices.SortFunc(causes, compareCauses)
	var out []resource.Condition
	for _, c := range slices.Compact(causes) {
		out = append(out, resource.Condition{ID: stepsText(steps), Cause: c})
		break // one undecided list is one condition, whatever else is unknown about it
	}
	return out
}

func compareCauses(a, b resource.Cause) int {
	return slices.Compare([]string{a.What, a.Why, a.File, string(a.Kind)}, []string{b.What, b.Why, b.File, string(b.Kind)})
}

// kept are the marks of a list that its members must carry when the list is gone:
// all but what belongs to the list itself.
func kept(marks cty.ValueMarks) cty.ValueMarks {
	out := cty.ValueMarks{}
	for mark := range marks {
		if _, open := mark.(resource.Open); !open {
			out[mark] = struct{}{}
		}
	}
	return out
}

// causes are the marks that explain an unknown, an open list's included.
func causes(marks cty.ValueMarks) cty.ValueMarks {
	out := kept(marks)
	for _, c := range resource.MarksOf(marks).Open {
		out[c] = struct{}{}
	}
	return out
}

// origin maps a companion's path to that of the inline form.
func (i inline) origin(at []any) func([]any) []any {
	return func(steps []any) []any {
		if i.block != "" {
			return append(slices.Clone(at), old(i.fields, steps)...)
		}
		if out := old(i.fields, steps); len(out) > 0 {
			return out
		}
		return at
	}
}

// old rewrites a path, as far as it leads to something that the old form has.
func old(fields []field, steps []any) []any {
	if len(steps) == 0 {
		return nil
	}
	i := slices.IndexFunc(fields, func(f field) bool { return f.now == steps[0] })
	if i < 0 {
		return nil
	}
	f, rest := fields[i], steps[1:]
	if f.leaf() {
		if f.old == "" {
			return nil
		}
		return []any{f.old}
	}
	if f.old == "" {
		if len(rest) > 0 {
			return old(f.fields, rest[1:])
		}
		if first := outermost(f.fields); len(first) > 0 {
			return []any{first[0].old}
		}
		return nil
	}
	out := []any{f.old}
	if len(rest) > 0 {
		out = append(out, rest[0])
		out = append(out, old(f.fields, rest[1:])...)
	}
	return out
}
