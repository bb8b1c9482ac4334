package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// body is the inside of a block, in native syntax, in JSON, or with an override laid over it.
type body interface {
	// attr is the argument of that name.
	attr(name string) (argument, bool)
	// attrNames and blockTypes are sorted; blockTypes includes the labels of dynamic blocks.
	attrNames() []string
	blockTypes() []string
	// nested are the blocks of that type in source order, dynamic ones included.
	nested(typ string) []nestedBlock
}

// argument is an attribute's expression and the range of its whole definition.
type argument struct {
	expr hclsyntax.Expression
	rng  hcl.Range
}

// nestedBlock is a block inside a block. In a dynamic one, body holds for_each,
// iterator and the content block.
type nestedBlock struct {
	// label is the block's type, also the iterator's default name in a dynamic one.
	label   string
	dynamic bool
	body    body
	rng     hcl.Range
}

// nativeBody is HCL's own syntax.
type nativeBody struct{ syntax *hclsyntax.Body }

func (b nativeBody) attr(name string) (argument, bool) {
	a, ok := b.syntax.Attributes[name]
	if !ok {
		return argument{}, false
	}
	return argument{a.Expr, a.SrcRange}, true
}

func (b nativeBody) attrNames() []string {
	names := make([]string, 0, len(b.syntax.Attributes))
	for name := range b.syntax.Attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (b nativeBody) blockTypes() []string {
	var types []string
	for _, block := range b.syntax.Blocks {
		types = append(types, blockType(block))
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// blockType is the type of the blocks that a block stands for.
func blockType(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}

func (b nativeBody) nested(typ string) []nestedBlock {
	var out []nestedBlock
	for _, block := range b.syntax.Blocks {
		if blockType(block) == typ {
			out = append(out, nestedBlock{typ, block.Type == "dynamic", nativeBody{block.Body}, block.DefRange()})
		}
	}
	return out
}

// jsonBody is an object of JSON syntax: what is a block and what an argument is
// decided by who asks.
type jsonBody struct {
	items map[string]argument
	rng   hcl.Range
}

func newJSONBody(e hclsyntax.Expression, rng hcl.Range) (jsonBody, bool) {
	object, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		return jsonBody{}, false
	}
	b := jsonBody{items: make(map[string]argument, len(object.Items)), rng: rng}
	for _, item := range object.Items {
		if key := literalKey(item.KeyExpr); key != "" {
			b.items[key] = argument{item.ValueExpr, hcl.RangeBetween(item.KeyExpr.Range(), item.ValueExpr.Range())}
		}
	}
	return b, true
}

func (b jsonBody) attr(name string) (argument, bool) {
	a, ok := b.items[name]
	return a, ok
}

func (b jsonBody) attrNames() []string {
	names := make([]string, 0, len(b.items))
	for name := range b.items {
		if name != "dynamic" && name != "//" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (b jsonBody) blockTypes() []string {
	var types []string
	for _, d := range jsonObjects(b.items["dynamic"]) {
		types = append(types, d.attrNames()...)
	}
	slices.Sort(types)
	return slices.Compact(types)
}

func (b jsonBody) nested(typ string) []nestedBlock {
	var out []nestedBlock
	for _, object := range jsonObjects(b.items[typ]) {
		out = append(out, nestedBlock{typ, false, object, object.rng})
	}
	for _, d := range jsonObjects(b.items["dynamic"]) {
		for _, object := range jsonObjects(d.items[typ]) {
			out = append(out, nestedBlock{typ, true, object, object.rng})
		}
	}
	return out
}

// jsonObjects are the objects that an argument is or lists; none if it holds anything else.
func jsonObjects(a argument) []jsonBody {
	var out []jsonBody
	switch e := a.expr.(type) {
	case *hclsyntax.ObjectConsExpr:
		if b, ok := newJSONBody(e, a.rng); ok {
			out = append(out, b)
		}
	case *hclsyntax.TupleConsExpr:
		for _, elem := range e.Exprs {
			b, ok := newJSONBody(elem, elem.Range())
			if !ok {
				return nil
			}
			out = append(out, b)
		}
	}
	return out
}

// overlayBody is a block with an override laid over it: arguments replace
// arguments, and blocks of one type replace all blocks of that type.
// Source: https://developer.hashicorp.com/terraform/language/files/override
type overlayBody struct{ over, base body }

func (b overlayBody) attr(name string) (argument, bool) {
	if a, ok := b.over.attr(name); ok {
		return a, true
	}
	return b.base.attr(name)
}

func (b overlayBody) attrNames() []string  { return union(b.over.attrNames(), b.base.attrNames()) }
func (b overlayBody) blockTypes() []string { return union(b.over.blockTypes(), b.base.blockTypes()) }

func (b overlayBody) nested(typ string) []nestedBlock {
	if blocks := b.over.nested(typ); len(blocks) > 0 {
		return blocks
	}
	return b.base.nested(typ)
}

func union(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
