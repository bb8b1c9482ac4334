package planjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Bounds of one value. Nothing that a policy reads comes near them.
const (
	maxDepth  = 64
	maxDigits = 64
)

// node is one attribute, block or member of an instance, with the same place in
// all that mirrors it.
type node struct {
	// value is the planned value; nil is null or missing.
	value any
	// missing tells that the plan does not even say null.
	missing            bool
	unknown, sensitive any
	expression         expression
	shape              *resource.Shape
	// path is the attribute's path, for causes.
	path  string
	depth int
}

// decodeValue decodes a value, numbers as they are written.
func decodeValue(raw json.RawMessage) any {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if len(raw) == 0 || d.Decode(&v) != nil {
		return nil
	}
	return v
}

// attribute is one of an instance's own attributes or blocks.
func (p *planned) attribute(name string, shape *resource.Shape) node {
	raw, ok := p.after[name]
	return node{
		value: decodeValue(raw), missing: !ok, unknown: at(p.unknown, name), sensitive: at(p.sensitive, name),
		expression: p.expression(name), shape: shape, path: name,
	}
}

// at is a member of a mirror; a mirror that is true as a whole is true in all of it.
func at(mirror any, step any) any {
	switch m := mirror.(type) {
	case bool:
		return m
	case map[string]any:
		if name, ok := step.(string); ok {
			return m[name]
		}
	case []any:
		if i, ok := step.(int); ok && i < len(m) {
			return m[i]
		}
	}
	return nil
}

// marked tells whether a mirror is true anywhere.
func marked(mirror any) bool {
	switch m := mirror.(type) {
	case bool:
		return m
	case map[string]any:
		for _, v := range m {
			if marked(v) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(m, marked)
	}
	return false
}

// value is the node in Terraform's shape; cty.NilVal where it is absent.
func (r *reader) value(p *planned, n node) cty.Value {
	v := r.bare(p, n)
	if v != cty.NilVal && n.sensitive == true {
		v = v.Mark(resource.Sensitive{})
	}
	return v
}

func (r *reader) bare(p *planned, n node) cty.Value {
	switch {
	case n.unknown == true:
		return r.unseen(p, n)
	case n.depth > maxDepth:
		return resource.Unknown(cty.DynamicPseudoType, r.cause(p, n, resource.NotEvaluated, "it is nested too deeply", "shorten the document"))
	case n.value == nil && n.missing && p.partial:
		return r.unseen(p, n)
	}
	switch v := n.value.(type) {
	case nil:
		return r.container(p, n)
	case map[string]any:
		return r.object(p, n, v)
	case []any:
		return r.list(p, n, v)
	case string:
		return r.text(p, n, v)
	case bool:
		return cty.BoolVal(v)
	case json.Number:
		return r.number(p, n, v)
	}
	return cty.NilVal
}

// container is a value that is missing because all that is in it is unknown.
func (r *reader) container(p *planned, n node) cty.Value {
	if !marked(n.unknown) {
		return cty.NilVal
	}
	if _, ok := n.unknown.([]any); ok {
		return r.list(p, n, nil)
	}
	return r.object(p, n, map[string]any{})
}

func (r *reader) object(p *planned, n node, v map[string]any) cty.Value {
	names := map[string]bool{}
	for name := range v {
		names[name] = true
	}
	if mirror, ok := n.unknown.(map[string]any); ok {
		for name, inside := range mirror {
			if marked(inside) {
				names[name] = true
			}
		}
	}
	out := map[string]cty.Value{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		shape, wanted := memberShape(n.shape, name)
		if !wanted {
			continue
		}
		value, ok := v[name]
		member := r.value(p, node{
			value: value, missing: !ok, unknown: at(n.unknown, name), sensitive: at(n.sensitive, name),
			expression: n.expression.attribute(name), shape: shape, path: n.path + "." + name, depth: n.depth + 1,
		})
		if member != cty.NilVal {
			out[name] = member
		}
	}
	return cty.ObjectVal(out)
}

// memberShape is the shape of an object's member, and whether anything reads it.
func memberShape(s *resource.Shape, name string) (*resource.Shape, bool) {
	switch {
	case s == nil || s.Kind == resource.Any:
		return nil, true
	case s.Kind == resource.Map:
		return s.Elem, true
	}
	attr := s.Attr(name)
	return attr, attr != nil
}

func (r *reader) list(p *planned, n node, v []any) cty.Value {
	count := len(v)
	if mirror, ok := n.unknown.([]any); ok && len(mirror) > count {
		count = len(mirror)
	}
	if count == 0 && n.shape.Block() {
		return cty.NilVal
	}
	var elem *resource.Shape
	if n.shape != nil {
		elem = n.shape.Elem
	}
	out := make([]cty.Value, count)
	for i := range out {
		var value any
		if i < len(v) {
			value = v[i]
		}
		out[i] = r.value(p, node{
			value: value, unknown: at(n.unknown, i), sensitive: at(n.sensitive, i),
			expression: n.expression.member(value, count), shape: elem, path: n.path + "[" + strconv.Itoa(i) + "]", depth: n.depth + 1,
		})
		if out[i] == cty.NilVal {
			out[i] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	r.nameMembers(p, n, out)
	return cty.TupleVal(out)
}

// text is a known string. An attribute that is not configured and empty is unset:
// the provider writes "" where it has nothing.
func (r *reader) text(p *planned, n node, v string) cty.Value {
	if v == "" && (p.source == resource.State || n.expression.form == omitted) {
		return cty.NilVal
	}
	if digested[p.typ+"."+n.path] && digest.MatchString(v) {
		return resource.Unknown(cty.String, r.cause(p, n, resource.NotVisible, "the provider keeps a digest of it alone", "scan the configuration with the plan (--source)"))
	}
	if keyARN.MatchString(v) {
		if key := r.key(p, n, v); key != cty.NilVal {
			return key
		}
	}
	out := cty.StringVal(v)
	if ref := r.named(p, n.expression); ref != nil {
		out = out.Mark(*ref)
	}
	return out
}

// digested are the attributes of which the provider stores the SHA-1: of an instance until
// version 6, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade.
var digested = map[string]bool{"aws_instance.user_data": true, "aws_launch_configuration.user_data": true}

var digest = regexp.MustCompile(`^[0-9a-f]{40}$`)

// number guards against numbers that would take gigabytes to write out.
func (r *reader) number(p *planned, n node, v json.Number) cty.Value {
	if _, err := strconv.ParseFloat(v.String(), 64); err == nil && len(v) <= maxDigits {
		if out, err := cty.ParseNumberVal(v.String()); err == nil {
			return out
		}
	}
	return resource.Unknown(cty.Number, r.cause(p, n, resource.NotConvertible, "the number is out of range", "correct the document"))
}

// cause is why a value is unknown.
func (r *reader) cause(p *planned, n node, kind resource.CauseKind, why, settle string) resource.Cause {
	return resource.Cause{Kind: kind, What: fmt.Sprintf("%s.%s", p.address, n.path), Why: why, Settle: settle, File: r.opts.Name}
}
