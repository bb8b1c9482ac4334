package provider

import (
	"maps"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// inline says which old blocks and arguments of a holder stand for a companion.
type inline struct {
	holder, typ string
	// target is the companion's attribute that names the holder.
	target string
	// block is the holder's block that is the companion. Empty: fields are found in
	// the holder itself.
	block string
	// each makes one companion of every member of block, which may be a list of strings.
	each bool
	// switched is the block's member that has to be true, where there is one: a block that
	// says false stands for nothing.
	switched string
	// fields are the companion's attributes and blocks.
	fields []field
	// doc is the page that says what stands for what.
	doc string
}

// field is one attribute or block of a companion and its old form.
type field struct {
	now, old string
	// kind is the old attribute's type; empty for a block.
	kind resource.Kind
	// fields are a block's members. With an empty old, the companion has a block
	// that the old form has not, and the members stand around it.
	fields []field
	// convert rewrites a value; nil keeps it.
	convert func(cty.Value) cty.Value
	// missing is the value where the old form omits the argument.
	missing cty.Value
	// split is a member that is a list in the old form: the block is repeated for each.
	split *field
}

func (f field) leaf() bool { return f.fields == nil }

// shape is what a source must evaluate of the inline form.
func (i inline) shape() *resource.Shape {
	inner := shapeOf(i.fields)
	if i.block == "" {
		return inner
	}
	if len(i.fields) == 1 && i.fields[0].old == "" && i.fields[0].leaf() {
		inner = &resource.Shape{Kind: i.fields[0].kind}
	}
	if i.switched != "" {
		inner.Attrs[i.switched] = &resource.Shape{Kind: resource.Bool}
	}
	return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{
		i.block: {Kind: resource.List, Elem: inner},
	}}
}

func shapeOf(fields []field) *resource.Shape {
	out := &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
	for _, f := range fields {
		inner := shapeOf(f.fields)
		if f.split != nil {
			inner.Attrs[f.split.old] = &resource.Shape{Kind: resource.List, Elem: &resource.Shape{Kind: f.split.kind}}
		}
		switch {
		case f.leaf():
			out.Attrs[f.old] = &resource.Shape{Kind: f.kind}
		case f.old == "":
			maps.Copy(out.Attrs, inner.Attrs)
		default:
			out.Attrs[f.old] = &resource.Shape{Kind: resource.List, Elem: inner}
		}
	}
	return out
}

// olds are the names of the holder that the inline form occupies, in table order.
func (i inline) olds() []field {
	if i.block != "" {
		return []field{{old: i.block, fields: i.fields}}
	}
	return outermost(i.fields)
}

func outermost(fields []field) []field {
	var out []field
	for _, f := range fields {
		if f.old == "" {
			out = append(out, outermost(f.fields)...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// take moves the inline form out of the holder's values.
func (i inline) take(values map[string]cty.Value, ver Version) []Companion {
	var out []Companion
	switch {
	case i.block == "":
		out = i.whole(values)
	case i.each:
		out = i.members(values[i.block])
	default:
		out = i.hoisted(values[i.block])
	}
	for _, f := range i.olds() {
		delete(values, f.old)
	}
	for n := range out {
		out[n].Type, out[n].Target, out[n].Names, out[n].origin = i.typ, i.target, "id", i.origin(out[n].Steps)
		out[n].Values = filled(i.typ, respelled(i.typ, out[n].Values), nil, ver)
	}
	return out
}

// whole makes one companion of what the holder's own arguments and blocks say.
func (i inline) whole(values map[string]cty.Value) []Companion {
	var steps []any
	var undecided []resource.Cause
	decided := false
	for _, f := range i.olds() {
		v := values[f.old]
		if unset(v) {
			continue
		}
		if steps == nil {
			steps = []any{f.old}
			if !f.leaf() {
				steps = append(steps, 0)
			}
		}
		causes := doubts(v, f.leaf())
		decided = decided || len(causes) == 0
		undecided = append(undecided, causes...)
	}
	if steps == nil {
		return nil
	}
	if decided {
		undecided = nil
	}
	return []Companion{{Values: object(build(i.fields, values)), Steps: steps, Existence: conditions(steps, undecided)}}
}

// hoisted makes one companion of a block, which may stand in the holder once.
func (i inline) hoisted(list cty.Value) []Companion {
	if unset(list) {
		return nil
	}
	steps := []any{i.block, 0}
	c := Companion{Steps: steps, Existence: conditions(steps, doubts(list, false)), Values: cty.DynamicVal}
	blocks, marks, ok := members(list)
	switch {
	case ok && len(blocks) > 0 && i.switched != "":
		return i.whereOn(c, blocks[0], marks)
	case ok && len(blocks) > 0:
		c.Values = i.object(blocks[0]).WithMarks(kept(marks))
	case !ok:
		c.Values = i.unknown(marks)
	default:
		c.Values = i.unknown(causes(marks))
	}
	return []Companion{c}
}

// whereOn is the companion of a block that has to say that it counts.
func (i inline) whereOn(c Companion, block cty.Value, list cty.ValueMarks) []Companion {
	values, _, _ := attributes(block)
	on, told := truth(values[i.switched])
	if told && !on {
		return nil
	}
	if !told && values[i.switched] != cty.NilVal {
		c.Existence = append(c.Existence, conditions(c.Steps, doubts(values[i.switched], false))...)
	}
	c.Values = i.object(block).WithMarks(kept(list))
	return []Companion{c}
}

// members makes a companion of every member of a list.
func (i inline) members(list cty.Value) []Companion {
	if unset(list) {
		return nil
	}
	items, marks, ok := members(list)
	if !ok || len(items) == 0 {
		steps := []any{i.block, 0}
		return []Companion{{Steps: steps, Values: i.unknown(causes(marks)), Existence: conditions(steps, doubts(list, false))}}
	}
	var out []Companion
	for n, item := range items {
		steps := []any{i.block, n}
		out = append(out, Companion{
			Steps: steps, Values: i.object(item).WithMarks(kept(marks)), Existence: conditions(steps, doubts(list, false)),
		})
	}
	return out
}

// object is one member of the inline form in the companion's shape.
func (i inline) object(member cty.Value) cty.Value {
	if len(i.fields) == 1 && i.fields[0].old == "" && i.fields[0].leaf() {
		return cty.ObjectVal(map[string]cty.Value{i.fields[0].now: member})
	}
	values, marks, ok := attributes(member)
	if !ok {
		return i.unknown(marks)
	}
	return object(build(i.fields, values)).WithMarks(marks)
}

// unknown is a companion of which nothing is seen.
func (i inline) unknown(marks cty.ValueMarks) cty.Value {
	values := map[string]cty.Value{}
	for _, f := range i.fields {
		values[f.now] = cty.DynamicVal.WithMarks(marks)
	}
	return cty.ObjectVal(values)
}
