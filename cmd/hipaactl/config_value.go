package main

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

func (d *configDecoder) scalar(s setting, node *yaml.Node, tag, want string) []item {
	if node.Kind != yaml.ScalarNode || node.ShortTag() != tag {
		d.fail(node.Line, "%s: want %s, got %s", s.key, want, describe(node))
		return nil
	}
	v := item{node.Value, tag, node.Line}
	if tag == "!!bool" {
		v.text = strings.ToLower(v.text)
	}
	if n, err := strconv.Atoi(v.text); s.kind == number && (err != nil || n < 1) {
		d.fail(node.Line, "%s: want a whole number from 1", s.key)
		return nil
	}
	if err := s.refuse(v.text); err != nil {
		d.fail(node.Line, "%s: %w", s.key, err)
		return nil
	}
	return []item{v}
}

// list reads a list of texts that has something in it.
func (d *configDecoder) list(where string, node *yaml.Node, refuse func(item) error) []item {
	if node.Kind != yaml.SequenceNode || len(node.Content) == 0 {
		d.fail(node.Line, "%s: want a list, got %s", where, describe(node))
		return nil
	}
	var out []item
	for _, n := range node.Content {
		v := item{n.Value, n.ShortTag(), n.Line}
		if n.Kind != yaml.ScalarNode || v.tag != "!!str" || v.text == "" {
			d.fail(n.Line, "%s: want text, got %s", where, describe(n))
			continue
		}
		if err := refuse(v); err != nil {
			d.fail(n.Line, "%s: %w", where, err)
			continue
		}
		out = append(out, v)
	}
	return out
}

// thresholds reads RULE.NAME: VALUE. Which there are, and of what type, the policies know;
// the value's own type is kept for them.
func (d *configDecoder) thresholds(where string, node *yaml.Node) []item {
	var out []item
	d.pairs(node, where, func(key, value *yaml.Node) {
		name := where + "." + key.Value
		if rule, param, ok := strings.Cut(key.Value, "."); !ok || rule == "" || param == "" || strings.ContainsAny(key.Value, "= ") {
			d.fail(key.Line, "%s: want RULE.NAME, as in HIPAA-RDS-005.minimum_days", name)
			return
		}
		v := item{key.Value + "=" + value.Value, value.ShortTag(), key.Line}
		switch {
		case value.Kind == yaml.SequenceNode:
			v.text = key.Value + "=" + strings.Join(d.members(name, value), ",")
		case value.Kind != yaml.ScalarNode || v.tag == "!!null":
			d.fail(value.Line, "%s: want a value, got %s", name, describe(value))
			return
		}
		out = append(out, v)
	})
	return out
}

// members reads the list that a threshold is. Numbers are taken as they are written: ports
// and account ids are text for the policies.
func (d *configDecoder) members(where string, node *yaml.Node) []string {
	var out []string
	for _, n := range node.Content {
		tag := n.ShortTag()
		if n.Kind != yaml.ScalarNode || tag != "!!str" && tag != "!!int" || n.Value == "" || strings.Contains(n.Value, ",") {
			d.fail(n.Line, "%s: want text without commas, got %s", where, describe(n))
			continue
		}
		out = append(out, n.Value)
	}
	return out
}

// describe says what stands there without repeating it: it may be what nobody should read.
func describe(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		if len(node.Content) == 0 {
			return "an empty list"
		}
		return "a list"
	case yaml.AliasNode:
		return "an alias, *" + node.Value
	case yaml.ScalarNode, yaml.DocumentNode:
	}
	if node.ShortTag() == "!!str" && node.Value == "" {
		return "empty text"
	}
	names := map[string]string{
		"!!str": "text", "!!int": "a number", "!!float": "a number", "!!bool": "true or false", "!!null": "nothing",
		"!!timestamp": "a date (quote it to make it text)",
	}
	if name := names[node.ShortTag()]; name != "" {
		return name
	}
	return "the type " + strconv.Quote(node.ShortTag())
}
