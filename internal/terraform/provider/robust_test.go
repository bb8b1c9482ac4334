package provider

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestNothingPanicsAndNoMarkIsLost gives every type of the tables values of every
// kind in every place: unknown, null, marked, of the wrong type.
func TestNothingPanicsAndNoMarkIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	wanted := resource.Wanted{}
	for _, i := range inlines {
		wanted[i.typ] = &resource.Shape{Kind: resource.Object}
	}
	for typ := range tables {
		wanted[typ] = &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
		for name := range tables[typ].children {
			wanted[typ].Attrs[name] = wantedShape(tables[typ].children[name])
		}
	}
	for _, r := range rewrites {
		wanted.Add(r.typ, resource.Merge(objectOf(r.attr, leaf(resource.Any)), r.needs))
	}
	shapes := Expand(wanted)
	for _, typ := range slices.Sorted(maps.Keys(shapes)) {
		for range 300 {
			mark := resource.Sensitive{}
			in := odd(random, shapes[typ], 0)
			if in.Type() == cty.DynamicPseudoType {
				continue
			}
			in = in.Mark(mark)
			out, companions := Normalize(typ, in, shapes[typ], Version{})
			if !out.HasMark(mark) {
				t.Fatalf("%s lost the mark of %#v", typ, in)
			}
			for _, c := range companions {
				c.Resource(&resource.Resource{}, cty.StringVal("x"))
			}
		}
	}
}

func wantedShape(n *node) *resource.Shape {
	if n.leaf != nil {
		return leaf(resource.String)
	}
	out := &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
	for name, child := range n.children {
		out.Attrs[name] = wantedShape(child)
	}
	return list(out)
}

var oddities = []cty.Value{
	cty.DynamicVal, cty.NullVal(cty.DynamicPseudoType), cty.UnknownVal(cty.String), cty.UnknownVal(cty.List(cty.String)),
	cty.UnknownVal(cty.EmptyObject), cty.StringVal(""), cty.StringVal("true"), cty.True, cty.NumberIntVal(7),
	cty.EmptyTupleVal, cty.EmptyObjectVal, cty.MapValEmpty(cty.String), cty.ListValEmpty(cty.EmptyObject),
	cty.SetVal([]cty.Value{cty.StringVal("a"), cty.UnknownVal(cty.String)}),
	cty.TupleVal([]cty.Value{cty.DynamicVal, cty.NullVal(cty.EmptyObject)}),
	cty.NullVal(cty.List(cty.EmptyObject)),
}

// odd is a value that has the shape in some places and not in others.
func odd(random *rand.Rand, s *resource.Shape, depth int) cty.Value {
	if s == nil || random.IntN(4) == 0 && depth > 0 {
		return marked(random, oddities[random.IntN(len(oddities))])
	}
	switch s.Kind {
	case resource.Object:
		values := map[string]cty.Value{}
		for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
			if random.IntN(4) > 0 {
				values[name] = odd(random, s.Attrs[name], depth+1)
			}
		}
		return marked(random, cty.ObjectVal(values))
	case resource.List:
		var values []cty.Value
		for range random.IntN(3) {
			values = append(values, odd(random, s.Elem, depth+1))
		}
		return marked(random, cty.TupleVal(values))
	}
	return marked(random, oddities[random.IntN(len(oddities))])
}

func marked(random *rand.Rand, v cty.Value) cty.Value {
	switch random.IntN(6) {
	case 0:
		return v.Mark(resource.Cause{What: "x"})
	case 1:
		return v.Mark(resource.Open{Cause: resource.Cause{What: "list"}})
	case 2:
		return v.Mark(resource.Maybe{Condition: resource.Condition{ID: "c"}})
	}
	return v
}
