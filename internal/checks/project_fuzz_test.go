package checks

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// FuzzProject gives the projection values of every form under every shape. It
// must end without a panic, in an input that JSON can hold, and a policy must be
// told of everything that was left out.
func FuzzProject(f *testing.F) {
	for _, seed := range []string{
		`{"a":true}`, `{"a":"22"}`, `{"a":[{"b":"x"},null]}`, `{"a":{"k":[1,2.5e300]}}`, `{"a":"{\"Statement\":{\"Effect\":\"Deny\"}}"}`,
		`{"a":"arn:aws:s3:::name/*"}`, "{\"a\":\"\uE0007\uE001\"}", `{"a":1e99999}`, `{"a":1e999999999}`, `{"a":"1e999999999"}`, `{"a":{"":"x"}}`, `{"a":[[[[]]]]}`,
	} {
		for shape := range fuzzShapes {
			f.Add(seed, uint8(shape), uint8(shape))
		}
	}
	f.Fuzz(func(t *testing.T, text string, shapeNumber, hidden uint8) {
		typ, err := ctyjson.ImpliedType([]byte(text))
		if err != nil {
			return
		}
		v, err := ctyjson.Unmarshal([]byte(text), typ)
		if err != nil || !v.Type().IsObjectType() {
			return
		}
		shape := newShape(&resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{"a": fuzzShapes[int(shapeNumber)%len(fuzzShapes)]}})
		ref := resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "arn", ID: 7}
		v = hide(v.Mark(ref), int(hidden), new(int))
		e := newEntity(&resource.Resource{Address: ref.Address, Values: v})
		b := &builder{world: newWorld(&resource.Set{}, false), policy: &policy{}}
		in := &input{judged: e}
		term := ast.ObjectTerm(b.values(in, e, shape, nil)...)
		if _, err := ast.JSON(term.Value); err != nil {
			t.Errorf("the input is not JSON: %s: %v", term, err)
		}
		for _, c := range in.cuts {
			if len(c.causes) == 0 {
				t.Errorf("no cause for the cut at %s", c.path)
			}
			if got, err := ParsePath(c.path.String()); err != nil || !got.equal(c.path) {
				t.Errorf("the path %s is read as %s (%v)", c.path, got, err)
			}
		}
	})
}

var fuzzShapes = func() []*resource.Shape {
	var out []*resource.Shape
	for _, notation := range []any{
		"bool", "number", "string", "any", "document", "map(string)", []any{"number"}, []any{map[string]any{"b": "string", "c": []any{"bool"}}}, map[string]any{"b": "any"},
	} {
		s, err := resource.ParseShape(notation)
		if err != nil {
			panic(err)
		}
		out = append(out, s)
	}
	return out
}()

// hide makes the n-th scalar unknown.
func hide(v cty.Value, n int, seen *int) cty.Value {
	out, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		plain, marks := v.Unmark()
		if plain.Type().IsPrimitiveType() {
			if *seen++; *seen == n {
				return resource.Unknown(plain.Type(), resource.Cause{What: "hidden"}).WithMarks(marks), nil
			}
		}
		return v, nil
	})
	if err != nil {
		return v
	}
	return out
}
