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
	// Examined is text in which credentials and PHI are looked for. A source puts the list of
	// what was found in its place, a List of Objects with the attributes of FoundShape.
	Examined Kind = "examined"
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
	// Label is, of an Examined attribute, the attribute beside it that names the value, as that
	// of a variable does; empty for none. Members of a Map are named by their keys.
	Label string
}

// foundShape is what is told of each thing that was found in an examined text.
var foundShape = &Shape{Kind: Object, Attrs: map[string]*Shape{
	"class": {Kind: String}, "kind": {Kind: String}, "confidence": {Kind: String}, "masked": {Kind: String},
}}

// Labels tells whether the attribute of an object names an examined one beside it.
func (s *Shape) Labels(name string) bool {
	for _, a := range s.Attrs {
		if a.Kind == Examined && a.Label == name {
			return true
		}
	}
	return false
}

// Examines tells whether anything of the shape is Examined.
func (s *Shape) Examines() bool {
	if s == nil {
		return false
	}
	if s.Kind == Examined || s.Elem.Examines() {
		return true
	}
	for _, a := range s.Attrs {
		if a.Examines() {
			return true
		}
	}
	return false
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
		err := s.labelled(at)
		return s, err
	}
	return nil, fmt.Errorf("%s: %T is not a shape", path(at), v)
}

// labelled looks whether the labels of an object's examined attributes are read too: what
// is not known of a label would otherwise go unnoticed.
func (s *Shape) labelled(at string) error {
	for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
		a := s.Attrs[name]
		if a.Kind != Examined || a.Label == "" {
			continue
		}
		if label := s.Attrs[a.Label]; label == nil || label.Kind != String {
			return fmt.Errorf("%s: examined(%s): declare %s: string beside it", strings.TrimPrefix(at+"."+name, "."), a.Label, a.Label)
		}
	}
	return nil
}

func parseShapeName(name, at string) (*Shape, error) {
	if k := Kind(name); slices.Contains([]Kind{Bool, Number, String, Any, Document}, k) {
		return &Shape{Kind: k}, nil
	}
	if name == string(Examined) {
		return &Shape{Kind: Examined, Elem: foundShape}, nil
	}
	if label, ok := strings.CutPrefix(name, "examined("); ok && strings.HasSuffix(label, ")") {
		return &Shape{Kind: Examined, Elem: foundShape, Label: strings.TrimSuffix(label, ")")}, nil
	}
	if inner, ok := strings.CutPrefix(name, "map("); ok && strings.HasSuffix(inner, ")") {
		elem, err := parseShapeName(strings.TrimSuffix(inner, ")"), at+"{}")
		if err != nil {
			return nil, err
		}
		return &Shape{Kind: Map, Elem: elem}, nil
	}
	return nil, fmt.Errorf("%s: unknown type %q (want bool, number, string, any, document, examined, map(T), [T] or {name: T})", path(at), name)
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
	case a.Kind == Examined || b.Kind == Examined:
		return mergeExamined(a, b)
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

// mergeExamined keeps examined what anything wants examined: who reads it as text besides
// is told that it is not shown. A label wins over none.
func mergeExamined(a, b *Shape) *Shape {
	if a.Kind != Examined || b.Kind == Examined && a.Label == "" {
		return b
	}
	return a
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
