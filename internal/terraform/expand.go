package terraform

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// expandKind says how a block is repeated.
type expandKind uint8

const (
	expandOnce expandKind = iota
	expandCount
	expandEach
)

// element is one instance of a block: its printed key, and what it may refer to.
type element struct {
	key  string
	each *each
}

// expansion is a block's instances. Where count or for_each is undecided there
// is one element, `[*]`, under that condition.
type expansion struct {
	kind      expandKind
	elements  []element
	undecided *resource.Condition
}

// expand evaluates count or for_each of a block.
func (s *scope) expand(b body, what string) expansion {
	if a, ok := b.attr("count"); ok {
		return s.expandCount(a, what)
	}
	if a, ok := b.attr("for_each"); ok {
		return s.expandEach(a, what)
	}
	return expansion{elements: []element{{}}}
}

func (s *scope) expandCount(a argument, what string) expansion {
	v := s.eval(a.expr)
	bare, marks := v.Unmark()
	if bare.IsKnown() && !bare.IsNull() && !opaque.Holds(v) && len(resource.MarksOf(marks).Maybes) == 0 {
		if n, err := convert.Convert(bare, cty.Number); err == nil {
			if i, acc := n.AsBigFloat().Int64(); acc == big.Exact && i >= 0 {
				if cause, ok := s.causeOfNone(a); ok && i == 0 {
					return s.undecided(expandCount, a, resource.Unknown(cty.Number, cause))
				}
				return s.counted(int(min(i, maxInstances+1)), a, what)
			}
		}
	}
	return s.undecided(expandCount, a, v)
}

func (s *scope) counted(n int, a argument, what string) expansion {
	if n > maxInstances {
		return s.tooMany(expandCount, a, what)
	}
	x := expansion{kind: expandCount, elements: make([]element, n)}
	for i := range x.elements {
		x.elements[i] = element{fmt.Sprintf("[%d]", i), &each{count: true, index: cty.NumberIntVal(int64(i))}}
	}
	return x
}

func (s *scope) expandEach(a argument, what string) expansion {
	v := s.eval(a.expr)
	bare, marks := v.Unmark()
	ty := bare.Type()
	iterable := ty.IsMapType() || ty.IsObjectType() || ty.IsSetType()
	if !bare.IsKnown() || bare.IsNull() || !iterable || len(resource.MarksOf(marks).Maybes) > 0 {
		return s.undecided(expandEach, a, v)
	}
	if cause, ok := s.causeOfNone(a); ok && bare.LengthInt() == 0 {
		return s.undecided(expandEach, a, resource.Unknown(cty.DynamicPseudoType, cause))
	}
	x := expansion{kind: expandEach}
	for it := bare.ElementIterator(); it.Next(); {
		key, value := it.Element()
		if ty.IsSetType() {
			key = value
		}
		text, ok := stringKey(key)
		if !ok {
			return s.undecided(expandEach, a, v)
		}
		if len(x.elements) >= maxInstances {
			return s.tooMany(expandEach, a, what)
		}
		key = cty.StringVal(text)
		if ty.IsSetType() {
			value = key
		}
		x.elements = append(x.elements, element{printKey(key), &each{key: key, value: value}})
	}
	return x
}

// stringKey is a known key's text.
func stringKey(key cty.Value) (string, bool) {
	bare, _ := key.Unmark()
	if !bare.IsKnown() || bare.IsNull() {
		return "", false
	}
	text, err := convert.Convert(bare, cty.String)
	if err != nil || resource.HasPlaceholder(text.AsString()) {
		return "", false
	}
	return text.AsString(), true
}

func (s *scope) undecided(kind expandKind, a argument, v cty.Value) expansion {
	cause := s.causeOf(v, a.rng)
	id := s.in.path + "|" + s.in.mod.sourceText(a.expr.Range())
	over := s.rangesOver(a.expr)
	if over != nil {
		id = over.undecided.ID
	}
	e := &each{count: kind == expandCount, undecided: id}
	e.index = resource.Unknown(cty.Number, cause)
	e.key = resource.Unknown(cty.String, cause)
	e.value = resource.Unknown(elementType(v), cause)
	if over != nil {
		e.value = over.instances[0].all(a.rng)
	}
	return expansion{kind: kind, elements: []element{{"[*]", e}}, undecided: &resource.Condition{ID: id, Cause: cause}}
}

// rangesOver is the undecided resource that a for_each ranges over, nil where it
// ranges over something else: the two stand and fall together.
func (s *scope) rangesOver(e hclsyntax.Expression) *expanded {
	ref, ok := e.(*reference)
	if !ok || len(ref.Traversal) != 2 {
		return nil
	}
	x, ok := s.in.resource(ref.Traversal.RootName() + "." + attrName(ref.Traversal[1]))
	if !ok || x.busy || x.undecided == nil {
		return nil
	}
	return x
}

// elementType is the type that an unknown collection's values have.
func elementType(v cty.Value) cty.Type {
	if ty := v.Type(); ty.IsCollectionType() {
		return ty.ElementType()
	}
	return cty.DynamicPseudoType
}

// causeOf is one cause of an unknown or opaque value.
func (s *scope) causeOf(v cty.Value, rng hcl.Range) resource.Cause {
	if causes := causesIn(v); len(causes) > 0 {
		return causes[0]
	}
	_, marks := v.UnmarkDeep()
	m := resource.MarksOf(marks)
	for _, ref := range m.Refs {
		if ref.Opaque() {
			return opaque.CauseOf(ref).At(rng)
		}
	}
	for _, condition := range m.Maybes {
		return condition.Cause
	}
	return resource.Cause{Kind: resource.NotEvaluated, What: "count or for_each", Why: "the value cannot be used for repetition", Settle: "correct the argument"}.At(rng)
}

func (s *scope) tooMany(kind expandKind, a argument, what string) expansion {
	c := resource.Cause{
		Kind: resource.NotEvaluated, What: what, Why: fmt.Sprintf("it has more than %d instances", maxInstances), Settle: "split the block",
	}.At(a.rng)
	s.in.root.gap(resource.Gap{Kind: resource.GapConfig, What: what, Why: c.Why, Settle: c.Settle, Range: a.rng})
	return s.undecided(kind, a, resource.Unknown(cty.DynamicPseudoType, c))
}

// printKey prints an instance key as Terraform does.
func printKey(key cty.Value) string {
	bare, _ := key.Unmark()
	if !bare.IsKnown() || bare.IsNull() {
		return "[*]"
	}
	if bare.Type() == cty.Number {
		return "[" + bare.AsBigFloat().Text('f', -1) + "]"
	}
	text, ok := stringKey(bare)
	if !ok {
		return "[*]"
	}
	return `["` + quoted.Replace(text) + `"]`
}

// quoted escapes a key as Terraform's addresses do.
var quoted = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{")

// sourceText is the text of an expression, with white space folded, to tell equal ones.
func (m *module) sourceText(rng hcl.Range) string {
	for _, f := range m.files {
		if f.name == rng.Filename && rng.CanSliceBytes(f.src) {
			return strings.Join(strings.Fields(string(rng.SliceBytes(f.src))), " ")
		}
	}
	return rng.String()
}
