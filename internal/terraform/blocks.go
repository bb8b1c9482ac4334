package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// placedBlock is one block after dynamic blocks were expanded: its content and
// the scope to evaluate it in.
type placedBlock struct {
	body  body
	scope *scope
	rng   hcl.Range
}

// blocks is the tuple of a type's nested blocks, evaluated. A dynamic block whose
// for_each is unknown is one block in an open tuple.
func (s *scope) blocks(nested []nestedBlock, shape *resource.Shape) cty.Value {
	placed, open := s.place(nested)
	elems := make([]cty.Value, len(placed))
	for i, p := range placed {
		elems[i] = p.scope.object(p.body, shape)
	}
	v := cty.TupleVal(elems)
	for _, c := range open {
		v = v.Mark(resource.Open{Cause: c})
	}
	return v
}

// place expands dynamic blocks.
func (s *scope) place(nested []nestedBlock) ([]placedBlock, []resource.Cause) {
	var out []placedBlock
	var open []resource.Cause
	for _, n := range nested {
		if !n.dynamic {
			out = append(out, placedBlock{n.body, s, n.rng})
			continue
		}
		placed, cause := s.placeDynamic(n)
		out = append(out, placed...)
		if cause != nil {
			open = append(open, *cause)
		}
	}
	return out, open
}

func (s *scope) placeDynamic(n nestedBlock) ([]placedBlock, *resource.Cause) {
	content := n.body.nested("content")
	forEach, ok := n.body.attr("for_each")
	if len(content) != 1 || !ok {
		return nil, nil
	}
	iterator := iteratorOf(n)
	v := s.eval(forEach.expr)
	bare, marks := v.Unmark()
	if bare.IsKnown() && bare.IsNull() {
		return nil, nil
	}
	if !bare.IsKnown() || !bare.CanIterateElements() || len(resource.MarksOf(marks).Maybes) > 0 || setHoldsOpaque(bare) {
		return s.placeOpen(n, content[0].body, elementType(bare), s.causeOf(v, forEach.rng))
	}
	if bare.LengthInt() == 0 {
		if cause, ok := s.causeOfNone(forEach); ok {
			return s.placeOpen(n, content[0].body, cty.DynamicPseudoType, cause)
		}
	}
	var out []placedBlock
	for it := bare.ElementIterator(); it.Next(); {
		key, value := it.Element()
		if bare.Type().IsSetType() {
			key = value
		}
		if len(out) >= maxInstances {
			cause := s.tooMany(expandEach, forEach, "dynamic block").undecided.Cause
			return out, &cause
		}
		out = append(out, placedBlock{content[0].body, s.with(iterator, key, value), n.rng})
	}
	return out, nil
}

// placeOpen is the one block that stands for as many as there may be.
func (s *scope) placeOpen(n nestedBlock, content body, element cty.Type, cause resource.Cause) ([]placedBlock, *resource.Cause) {
	key, value := resource.Unknown(cty.DynamicPseudoType, cause), resource.Unknown(element, cause)
	return []placedBlock{{content, s.with(iteratorOf(n), key, value), n.rng}}, &cause
}

// setHoldsOpaque tells whether a set's members are not known one from another.
func setHoldsOpaque(v cty.Value) bool { return v.Type().IsSetType() && !v.IsWhollyKnown() }

// iteratorOf is the name under which a dynamic block's content reads its element.
func iteratorOf(n nestedBlock) string {
	if a, ok := n.body.attr("iterator"); ok {
		if name := hcl.ExprAsKeyword(a.expr); name != "" {
			return name
		}
		if name := literalKey(a.expr); name != "" {
			return name
		}
	}
	return n.label
}

// object is a block's content as an object: the attributes of shape, or all of them.
func (s *scope) object(b body, shape *resource.Shape) cty.Value {
	names := union(b.attrNames(), b.blockTypes())
	attrs := make(map[string]cty.Value, len(names))
	for _, name := range names {
		var attr *resource.Shape
		if shape != nil && shape.Kind == resource.Object {
			if attr = shape.Attr(name); attr == nil {
				continue
			}
		}
		if v, ok := s.member(b, name, attr); ok {
			attrs[name] = v
		}
	}
	return cty.ObjectVal(attrs)
}

// member is one attribute or nested block type of a nested block.
func (s *scope) member(b body, name string, shape *resource.Shape) (cty.Value, bool) {
	if blocks := b.nested(name); writtenAsBlocks(b, name, shape, blocks) {
		return s.blocks(blocks, elemOf(shape)), true
	}
	a, ok := b.attr(name)
	if !ok {
		return cty.NilVal, false
	}
	return s.seen(a.expr, s.eval(a.expr), shape), true
}

// locator finds the place of an attribute path of a resource in its source. It
// expands dynamic blocks again, which costs only findings.
type locator struct {
	ri *resourceInstance
}

// Locate walks the path down the block as far as it is written.
func (l locator) Locate(steps []any) hcl.Range {
	r := l.ri.scope.in.root
	r.mu.Lock()
	defer r.mu.Unlock()
	return locate(l.ri.of.blk.body, l.ri.scope, l.ri.of.blk.rng, steps)
}

func locate(b body, s *scope, at hcl.Range, steps []any) hcl.Range {
	if len(steps) == 0 {
		return at
	}
	name, ok := steps[0].(string)
	if !ok {
		return at
	}
	if blocks := b.nested(name); len(blocks) > 0 {
		placed, _ := s.place(blocks)
		i := 0
		rest := steps[1:]
		if len(rest) > 0 {
			if n, ok := rest[0].(int); ok {
				i, rest = n, rest[1:]
			}
		}
		if i < len(placed) {
			return locate(placed[i].body, placed[i].scope, placed[i].rng, rest)
		}
		return blocks[len(blocks)-1].rng
	}
	if a, ok := b.attr(name); ok {
		return locateIn(a.expr, a.rng, steps[1:])
	}
	return at
}

// locateIn walks down literal lists and objects of an expression.
func locateIn(e hclsyntax.Expression, at hcl.Range, steps []any) hcl.Range {
	if len(steps) == 0 {
		return at
	}
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		if i, ok := steps[0].(int); ok && i < len(e.Exprs) {
			return locateIn(e.Exprs[i], e.Exprs[i].Range(), steps[1:])
		}
	case *hclsyntax.ObjectConsExpr:
		i := slices.IndexFunc(e.Items, func(item hclsyntax.ObjectConsItem) bool { return literalKey(item.KeyExpr) == steps[0] })
		if i >= 0 {
			rng := hcl.RangeBetween(e.Items[i].KeyExpr.Range(), e.Items[i].ValueExpr.Range())
			return locateIn(e.Items[i].ValueExpr, rng, steps[1:])
		}
	}
	return at
}
