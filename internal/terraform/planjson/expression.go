package planjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// form says how an attribute or block stands in the configuration.
type form int

const (
	// unclear: the plan does not tell. It is so in dynamic blocks, which the
	// configuration in a plan leaves out.
	unclear form = iota
	// omitted: it is not written, or null.
	omitted
	// written: it has an expression, or blocks.
	written
)

// expression is what a plan tells of the configuration of an attribute or block.
type expression struct {
	form form
	// refs are the references of the expression. A part of a value has those of the whole.
	refs []string
	// part tells that the value is one member of what the expression gives.
	part bool
	// blocks are the blocks that may stand for this one, or all of the list.
	blocks []map[string]json.RawMessage
}

// expression is that of one of the instance's own attributes or blocks.
func (p *planned) expression(attr string) expression {
	if p.config == nil {
		return expression{}
	}
	return parseExpression(p.config.Expressions[attr])
}

func parseExpression(raw json.RawMessage) expression {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return expression{form: omitted}
	}
	if raw[0] == '[' {
		var blocks []map[string]json.RawMessage
		if json.Unmarshal(raw, &blocks) != nil {
			return expression{}
		}
		return expression{form: written, blocks: blocks}
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return expression{}
	}
	for name := range fields {
		if name != "constant_value" && name != "references" {
			return expression{form: written, blocks: []map[string]json.RawMessage{fields}}
		}
	}
	var refs []string
	if raw, ok := fields["references"]; ok && json.Unmarshal(raw, &refs) != nil {
		return expression{}
	}
	if constant, ok := fields["constant_value"]; ok && string(constant) == "null" && len(refs) == 0 {
		return expression{form: omitted}
	}
	return expression{form: written, refs: refs}
}

// maxBlocks bounds the comparing of planned with configured blocks.
const maxBlocks = 256

// member is the expression of one member of a list: one of the blocks, or a part
// of the value that the whole expression gives.
func (e expression) member(value any, count int) expression {
	if e.form != written {
		return expression{}
	}
	if e.blocks == nil {
		return expression{form: written, refs: e.refs, part: true}
	}
	if len(e.blocks) != count || count > maxBlocks {
		return expression{} // dynamic blocks are among them, or too many to compare
	}
	out := expression{form: written}
	for _, b := range e.blocks {
		if agrees(b, value) {
			out.blocks = append(out.blocks, b)
		}
	}
	if len(out.blocks) == 0 {
		return expression{}
	}
	return out
}

// attribute is the expression of an attribute of a block, or of a member of an object.
func (e expression) attribute(name string) expression {
	if e.form != written {
		return expression{}
	}
	if e.blocks == nil {
		return expression{form: written, refs: e.refs, part: true}
	}
	var out expression
	for i, b := range e.blocks {
		// The blocks of a set have no order of their own: where several may stand
		// for this one, they must say the same.
		switch one := parseExpression(b[name]); {
		case i == 0:
			out = one
		case one.form != out.form || !slices.Equal(one.refs, out.refs) || one.blocks != nil || out.blocks != nil:
			return expression{}
		}
	}
	return out
}

// agrees tells whether a planned block may be the configured one: no constant in
// the one differs from the other.
func agrees(block map[string]json.RawMessage, value any) bool {
	planned, ok := value.(map[string]any)
	if !ok {
		return true
	}
	for name, raw := range block {
		e, ok := decodeValue(raw).(map[string]any)
		if !ok {
			continue
		}
		constant := e["constant_value"]
		if scalar(constant) && scalar(planned[name]) && fmt.Sprint(constant) != fmt.Sprint(planned[name]) {
			return false
		}
	}
	return true
}

func scalar(v any) bool {
	switch v.(type) {
	case string, bool, json.Number:
		return true
	}
	return false
}
