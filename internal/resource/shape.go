package resource

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Kind is the kind of a declared value.
type Kind string

// The kinds of the shape notation that policies write in their metadata.
const (
	Bool   Kind = "bool"
	Number Kind = "number"
	String Kind = "string"
	// Any is a value of whatever type it has.
	Any Kind = "any"
	// Document is an IAM policy document: JSON text in the attribute, a normalised object for the policy.
	Document Kind = "document"
	// List is a list, set or repeated block.
	List Kind = "list"
	// Map is a map with any keys.
	Map Kind = "map"
	// Object has the named attributes and no others.
	Object Kind = "object"
)

// Shape says which attributes are read and of what type they are. It also tells
// a block (a List of Objects) from an attribute where the syntax does not, in .tf.json.
type Shape struct {
	Kind Kind
	// Elem is the member's shape of a List or Map.
	Elem *Shape
	// Attrs are an Object's attributes.
	Attrs map[string]*Shape
}

// ParseShape reads the notation after YAML decoding: "bool", "map(string)",
// [string] as a list of one shape, and a mapping as an object. The error names
// the offending part by its path.
func ParseShape(v any) (*Shape, error) { return parseShape(v, "") }

func parseShape(v any, at string) (*Shape, error) {
	switch v := v.(type) {
	case nil:
		return &Shape{Kind: Object, Attrs: map[string]*Shape{}}, nil
	case string:
		return parseShapeName(v, at)
	case []any:
		if len(v) != 1 {
			return nil, fmt.Errorf("%s: a list shape holds exactly one member shape, got %d", path(at), len(v))
		}
		elem, err := parseShape(v[0], at+"[]")
		if err != nil {
			return nil, err
		}
		return &Shape{Kind: List, Elem: elem}, nil
	case map[string]any:
		s := &Shape{Kind: Object, Attrs: make(map[string]*Shape, len(v))}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			attr, err := parseShape(v[name], strings.TrimPrefix(at+"."+name, "."))
			if err != nil {
				return nil, err
			}
			s.Attrs[name] = attr
		}
		return s, nil
	}
	return nil, fmt.Errorf("%s: %T is not a shape", path(at), v)
}

func parseShapeName(name, at string) (*Shape, error) {
	if k := Kind(name); slices.Contains([]Kind{Bool, Number, String, Any, Document}, k) {
		return &Shape{Kind: k}, nil
	}
	if inner, ok := strings.CutPrefix(name, "map("); ok && strings.HasSuffix(inner, ")") {
		elem, err := parseShapeName(strings.TrimSuffix(inner, ")"), at+"{}")
		if err != nil {
			return nil, err
		}
		return &Shape{Kind: Map, Elem: elem}, nil
	}
	return nil, fmt.Errorf("%s: unknown type %q (want bool, number, string, any, document, map(T), [T] or {name: T})", path(at), name)
}

func path(at string) string {
	if at == "" {
		return "shape"
	}
	return at
}

// Merge returns a shape that reads what either reads. Where the two disagree on
// a kind the result is Any, since the source must then keep the value as it is.
func Merge(a, b *Shape) *Shape {
	switch {
	case a == nil:
		return b
	case b == nil || a == b:
		return a
	case a.Kind == String && b.Block():
		return b // some read JSON text as blocks, so that all get those
	case b.Kind == String && a.Block():
		return a
	case a.Kind != b.Kind:
		return &Shape{Kind: Any}
	}
	out := &Shape{Kind: a.Kind}
	if a.Elem != nil || b.Elem != nil {
		out.Elem = Merge(a.Elem, b.Elem)
	}
	if a.Attrs != nil || b.Attrs != nil {
		out.Attrs = make(map[string]*Shape, len(a.Attrs)+len(b.Attrs))
		maps.Copy(out.Attrs, a.Attrs)
		for name, s := range b.Attrs {
			out.Attrs[name] = Merge(out.Attrs[name], s)
		}
	}
	return out
}

// Block tells whether the shape is a nested block: a list of objects.
func (s *Shape) Block() bool {
	return s != nil && s.Kind == List && s.Elem != nil && s.Elem.Kind == Object
}

// Attr is the shape of an object's attribute, nil where it is not read.
func (s *Shape) Attr(name string) *Shape {
	if s == nil {
		return nil
	}
	return s.Attrs[name]
}

// Wanted says, by resource type, which attributes anything reads. A source
// evaluates these (and identities and tags) and leaves the rest alone.
type Wanted map[string]*Shape

// AnyType stands in Wanted for all types that are not in it.
const AnyType = "*"

// Of is what is wanted of a type, and whether anything is.
func (w Wanted) Of(typ string) (*Shape, bool) {
	if s, ok := w[typ]; ok {
		return s, true
	}
	s, ok := w[AnyType]
	return s, ok
}

// Add merges a shape into a type's.
func (w Wanted) Add(typ string, s *Shape) { w[typ] = Merge(w[typ], s) }
