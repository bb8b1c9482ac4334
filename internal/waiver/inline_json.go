package waiver

import (
	"github.com/hashicorp/hcl/v2"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// commentKey is the property that Terraform ignores in JSON.
// Source: https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
const commentKey = "//"

// labels is how many labels the blocks have in which somebody may put a waiver.
var labels = map[string]int{
	"variable": 1, "locals": 0, "resource": 2, "data": 2, "module": 1, "output": 1, "provider": 1, "terraform": 0,
}

// inlineJSON reads the waivers in comment properties, each a string or a list of strings.
func inlineJSON(name string, data []byte) Book {
	file, diags := hcljson.ParseExpression(data, name)
	if diags.HasErrors() {
		return Book{} // what does not parse is a gap already
	}
	r := jsonReader{name: name}
	for _, pair := range pairsOf(file) {
		switch typ := keyOf(pair); typ {
		case commentKey:
			r.comment(pair, nil)
		default:
			if depth, ok := labels[typ]; ok {
				r.blocks(typ, depth, hcl.RangeBetween(pair.Key.Range(), pair.Value.Range()), pair.Value)
			}
		}
	}
	return r.book
}

// jsonReader collects the waivers of one file.
type jsonReader struct {
	name string
	book Book
}

// blocks reads what stands below some labels of a type: an object, or a list of them. at is
// where it stands, its last label included, as that is where a resource's place begins.
func (r *jsonReader) blocks(typ string, depth int, at hcl.Range, value hcl.Expression) {
	if items, diags := hcl.ExprList(value); !diags.HasErrors() {
		for _, item := range items {
			r.blocks(typ, depth, item.Range(), item)
		}
		return
	}
	var block *Block
	if depth == 0 && (typ == "resource" || typ == "module") {
		block = &Block{
			File: r.name, From: at.Start.Line, To: at.End.Line, FromColumn: at.Start.Column, ToColumn: at.End.Column, Module: typ == "module",
		}
	}
	for _, pair := range pairsOf(value) {
		switch {
		case keyOf(pair) == commentKey:
			r.comment(pair, block)
		case depth > 0:
			r.blocks(typ, depth-1, hcl.RangeBetween(pair.Key.Range(), pair.Value.Range()), pair.Value)
		}
	}
}

// comment reads a comment property.
func (r *jsonReader) comment(pair hcl.KeyValuePair, block *Block) {
	values := []hcl.Expression{pair.Value}
	if items, diags := hcl.ExprList(pair.Value); !diags.HasErrors() {
		values = items
	}
	for _, value := range values {
		v, diags := value.Value(nil)
		if diags.HasErrors() || v.IsNull() || v.Type() != cty.String {
			continue
		}
		line := value.Range().Start.Line
		for _, d := range (comment{line, line, v.AsString()}).directives() {
			r.book.Add(d.waiver(finding.Place{File: r.name, Line: line}, block))
		}
	}
}

// pairsOf lists the properties of an object; none of anything else.
func pairsOf(e hcl.Expression) []hcl.KeyValuePair {
	pairs, diags := hcl.ExprMap(e)
	if diags.HasErrors() {
		return nil
	}
	return pairs
}

func keyOf(pair hcl.KeyValuePair) string {
	v, diags := pair.Key.Value(nil)
	if diags.HasErrors() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}
