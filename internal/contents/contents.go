package contents

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Examiner examines texts. It is safe for concurrent use; one is enough for a run. It costs
// nothing before the first text.
type Examiner struct{ detector *detect.Detector }

// New gives an examiner. The error is that of the detector.
func New() (*Examiner, error) {
	d, err := detect.New()
	if err != nil {
		return nil, err
	}
	return &Examiner{d}, nil
}

// Values are a resource's values with what was found in place of each text that the shape
// declares as examined. what names the resource in causes.
func (x *Examiner) Values(values cty.Value, shape *resource.Shape, what string) cty.Value {
	if values == cty.NilVal || !shape.Examines() {
		return values
	}
	return x.value(values, shape, around{what: what})
}

// Text is what was found in a text of a live resource, under the name that it has there;
// unknown where it could not be unpacked.
func (x *Examiner) Text(name, text, what string) cty.Value {
	v, marks := x.examine(around{what: what, label: name}, text).Unmark()
	for mark := range marks {
		if _, rest := mark.(resource.Rest); rest { // it is not looked for names of resources, and must not be written
			delete(marks, mark)
		}
	}
	return v.WithMarks(marks)
}

// around is what is known of the place of a value.
type around struct {
	// what names the place, label the value as a variable's name does.
	what, label string
	// refs are the references that the texts here may hold.
	refs []resource.Ref
	// gaps tells that parts of a text are not known.
	gaps bool
}

func (x *Examiner) value(v cty.Value, s *resource.Shape, at around) cty.Value {
	if s == nil || !s.Examines() {
		return v
	}
	bare, marks := v.Unmark()
	at.refs = append(slices.Clip(at.refs), resource.MarksOf(marks).Refs...)
	if s.Kind == resource.Examined {
		return x.text(v, at)
	}
	if !bare.IsKnown() || bare.IsNull() {
		return v
	}
	if s.Block() && bare.Type() == cty.String {
		parsed, err := resource.ParseJSON(bare.AsString())
		if err != nil {
			return resource.Unknown(cty.DynamicPseudoType, resource.Cause{
				Kind: resource.NotConvertible, What: at.what, Why: "the value is not JSON that describes a list", Settle: "write JSON",
			}).WithMarks(marks)
		}
		bare = parsed
	}
	t := bare.Type()
	switch {
	case s.Kind == resource.Object && (t.IsObjectType() || t.IsMapType()):
		return x.object(bare, s, at).WithMarks(marks)
	case s.Kind == resource.Map && (t.IsObjectType() || t.IsMapType()):
		return x.mapping(bare, s.Elem, at).WithMarks(marks)
	case s.Block() && t.IsObjectType(): // a single block is a list of one
		return cty.TupleVal([]cty.Value{x.object(bare, s.Elem, at)}).WithMarks(marks)
	case s.Kind == resource.List && (t.IsTupleType() || t.IsListType() || t.IsSetType()):
		elems := make([]cty.Value, 0, bare.LengthInt())
		for it := bare.ElementIterator(); it.Next(); {
			_, e := it.Element()
			elems = append(elems, x.value(e, s.Elem, at))
		}
		return cty.TupleVal(elems).WithMarks(marks)
	}
	return resource.Unknown(cty.DynamicPseudoType, misfit(at)).WithMarks(marks)
}

// object examines the declared members. In JSON text their names have any case.
func (x *Examiner) object(v cty.Value, s *resource.Shape, at around) cty.Value {
	members := v.AsValueMap()
	out := make(map[string]cty.Value, len(members))
	for name, m := range members {
		out[name] = m
		if a := spelled(s.Attrs, name); a != nil {
			below := at
			below.what, below.label = at.what+"."+name, text(spelled(members, a.Label))
			out[name] = x.value(m, a, below)
		}
	}
	return cty.ObjectVal(out)
}

func (x *Examiner) mapping(v cty.Value, elem *resource.Shape, at around) cty.Value {
	out := map[string]cty.Value{}
	for it := v.ElementIterator(); it.Next(); {
		key, m := it.Element()
		below := at
		below.label = text(key)
		below.what = at.what + "[" + quoted(below.label) + "]"
		out[below.label] = x.value(m, elem, below)
	}
	return cty.ObjectVal(out)
}

func quoted(name string) string { return `"` + name + `"` }

// spelled is a member by its name, else by its name in another case.
func spelled[V any](all map[string]V, name string) (out V) {
	if v, ok := all[name]; ok || name == "" {
		return v
	}
	found := ""
	for other, v := range all {
		if strings.EqualFold(other, name) && (found == "" || other < found) {
			found, out = other, v
		}
	}
	return out
}

// text is a known string, "" for everything else.
func text(v cty.Value) string {
	if v == cty.NilVal {
		return ""
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

func misfit(at around) resource.Cause {
	return resource.Cause{Kind: resource.NotConvertible, What: at.what, Why: "the value is not text that can be examined", Settle: "write text"}
}

// text examines one value.
func (x *Examiner) text(v cty.Value, at around) cty.Value {
	bare, marks := v.Unmark()
	switch {
	case !bare.IsKnown():
		return x.begun(v, at)
	case bare.IsNull(), bare.Type().IsTupleType(): // null, or examined before
		return v
	}
	converted, err := convert.Convert(bare, cty.String)
	if err != nil {
		return resource.Unknown(cty.DynamicPseudoType, misfit(at)).WithMarks(marks)
	}
	open := resource.MarksOf(marks).Open
	at.gaps = len(open) > 0
	found, own := x.examine(at, converted.AsString()).Unmark()
	open = append(open, resource.MarksOf(own).Open...)
	if len(open) > 0 && found.IsKnown() && found.LengthInt() == 0 {
		// nothing stands in the part that is known
		found = cty.DynamicVal
		for _, c := range open {
			found = found.Mark(c)
		}
		for _, ref := range at.refs {
			found = found.Mark(ref)
		}
		return found
	}
	return found.WithMarks(marks, own)
}

// begun examines what an unknown text is known to begin with.
func (x *Examiner) begun(v cty.Value, at around) cty.Value {
	bare, marks := v.Unmark()
	if bare.Type() != cty.String {
		return v
	}
	front := bare.Range().StringPrefix()
	if front == "" {
		return v
	}
	at.gaps = true
	found, _ := x.examine(at, front+Gap).Unmark()
	if !found.IsKnown() || found.LengthInt() == 0 {
		return v
	}
	for mark := range marks {
		if c, ok := mark.(resource.Cause); ok {
			found = found.Mark(resource.Open{Cause: c})
			continue
		}
		found = found.Mark(mark)
	}
	return found
}

// examine is the list of what is found in a text, with the rest of the text as a mark.
func (x *Examiner) examine(at around, written string) cty.Value {
	shown := newLegible(written, at.refs, at.gaps)
	all := shown.secrets(at.label)
	if kind := shown.reference(); kind != "" && len(all) == 0 {
		all = append(all, found{"reference", kind, "high", ""})
	}
	texts, packed := unpacked(shown.text)
	if packed {
		return resource.Unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.NotEvaluated, What: at.what, Why: "it is longer than 1 MiB, or is compressed and could not be unpacked", Settle: "look at what it holds by hand",
		})
	}
	rest := shown.text
	for i, t := range texts {
		matches := x.detector.Value(at.label, t)
		if i == 0 {
			rest = without(t, matches)
		}
		for _, m := range matches {
			if m.Class == detect.Credential && hollow(t[m.Start:m.End]) {
				continue // what only stands for a value
			}
			all = append(all, found{m.Class.String(), m.Kind, m.Confidence.String(), m.Masked})
		}
	}
	out := listed(all).Mark(resource.Rest{Text: shown.written(rest)})
	if shown.lost {
		out = out.Mark(resource.Open{Cause: resource.Cause{Kind: resource.AfterApply, What: at.what, Why: "a reference in it is known only after apply"}})
	}
	return out
}
