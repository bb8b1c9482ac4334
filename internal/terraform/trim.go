package terraform

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// trim lets go of the syntax of resources, which are evaluated: what is still asked of it is
// where things stand. It is a third of what a large scan keeps while it judges.
func (j *job) trim() {
	for _, l := range j.loaders {
		for _, entry := range l.modules {
			if entry.mod == nil {
				continue
			}
			entry.mod.files = nil
			for _, b := range entry.mod.resources {
				b.body = trimmedBody(b.body)
			}
		}
	}
}

// placesBody is a body of which only the places of its arguments and blocks are left.
type placesBody struct {
	file   string
	attrs  []placedAttr // sorted by name
	blocks []nestedBlock
}

// placedAttr is where an argument stands, and its expression as far as its members have
// places of their own.
type placedAttr struct {
	name string
	at   span
	expr hclsyntax.Expression
}

// span is a range in a file that is named elsewhere, in half the space.
type span struct{ start, end pos }

type pos struct{ line, column, byte uint32 }

func spanOf(r hcl.Range) span {
	of := func(p hcl.Pos) pos { return pos{uint32(p.Line), uint32(p.Column), uint32(p.Byte)} } //nolint:gosec // of a file that was read
	return span{of(r.Start), of(r.End)}
}

func (s span) in(file string) hcl.Range {
	of := func(p pos) hcl.Pos { return hcl.Pos{Line: int(p.line), Column: int(p.column), Byte: int(p.byte)} }
	return hcl.Range{Filename: file, Start: of(s.start), End: of(s.end)}
}

func (b placesBody) attr(name string) (argument, bool) {
	i, ok := slices.BinarySearchFunc(b.attrs, name, func(a placedAttr, name string) int { return cmp.Compare(a.name, name) })
	if !ok {
		return argument{}, false
	}
	return argument{b.attrs[i].expr, b.attrs[i].at.in(b.file)}, true
}

func (b placesBody) attrNames() []string {
	names := make([]string, len(b.attrs))
	for i, a := range b.attrs {
		names[i] = a.name
	}
	return names
}

func (b placesBody) blockTypes() []string {
	types := make([]string, len(b.blocks))
	for i, n := range b.blocks {
		types[i] = n.label
	}
	slices.Sort(types)
	return slices.Compact(types)
}

func (b placesBody) nested(typ string) []nestedBlock {
	var out []nestedBlock
	for _, n := range b.blocks {
		if n.label == typ {
			out = append(out, n)
		}
	}
	return out
}

// gone stands for all expressions that were let go of.
var gone = &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal}

// trimmedBody is the body without what was evaluated. JSON stays as it is: what is a block
// there depends on who asks.
func trimmedBody(b body) body {
	switch b := b.(type) {
	case overlayBody:
		return overlayBody{trimmedBody(b.over), trimmedBody(b.base)}
	case nativeBody:
		return placesOf(b.syntax)
	}
	return b
}

func placesOf(b *hclsyntax.Body) body {
	out := placesBody{file: b.SrcRange.Filename, attrs: make([]placedAttr, 0, len(b.Attributes))}
	for _, a := range b.Attributes {
		expr := hclsyntax.Expression(gone)
		switch a.Expr.(type) {
		case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
			expr = trimmed(a.Expr, a.SrcRange)
		}
		out.attrs = append(out.attrs, placedAttr{a.Name, spanOf(a.SrcRange), expr})
	}
	slices.SortFunc(out.attrs, func(a, b placedAttr) int { return cmp.Compare(a.name, b.name) })
	for _, n := range b.Blocks {
		nested := nestedBlock{blockType(n), n.Type == "dynamic", nativeBody{n.Body}, n.DefRange()}
		if !nested.dynamic {
			nested.body = placesOf(n.Body)
		}
		out.blocks = append(out.blocks, nested)
	}
	return out
}

// trimmed is an expression without what is not a literal list or object: the members of
// those have places of their own (locateIn).
func trimmed(e hclsyntax.Expression, at hcl.Range) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		for i, member := range e.Exprs {
			e.Exprs[i] = trimmed(member, member.Range())
		}
		return e
	case *hclsyntax.ObjectConsExpr:
		for i, item := range e.Items {
			e.Items[i].ValueExpr = trimmed(item.ValueExpr, item.ValueExpr.Range())
		}
		return e
	}
	return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: at}
}
