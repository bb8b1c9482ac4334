package function

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"go.yaml.in/yaml/v3"
)

// The functions of this file refuse text that decodes to more than the limits
// allow, before the decoder builds it.

func jsonLimit(name string, args []cty.Value) error {
	text := textOf(args[0])
	if !args[0].IsKnown() {
		return nil
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	for n, depth := 0, 0; ; n++ {
		tok, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF) && depth == 0 && n > 0:
			return nil
		case err != nil:
			line := strings.Count(text[:dec.InputOffset()], "\n") + 1
			return function.NewArgErrorf(0, "is not valid JSON (line %d)", line)
		case tok == json.Delim('['), tok == json.Delim('{'):
			depth++
		case tok == json.Delim(']'), tok == json.Delim('}'):
			depth--
		}
		if number, ok := tok.(json.Number); ok && len(number) > maxDigits {
			return limitError(name, "a number of more than %d digits", maxDigits)
		}
		if depth > maxDepth {
			return limitError(name, "more than %d levels of values inside values", maxDepth)
		}
		if err := atMostElements(name, n); err != nil {
			return err
		}
	}
}

// csvLimit counts cells: every row has as many as the head.
func csvLimit(name string, args []cty.Value) error {
	text := textOf(args[0])
	head, _, _ := strings.Cut(text, "\n")
	return atMostElements(name, (strings.Count(head, ",")+1)*(strings.Count(text, "\n")+1))
}

// yamlLimit counts what the text means with every alias written out, from a tree
// that shares what aliases share.
func yamlLimit(name string, args []cty.Value) error {
	text := textOf(args[0])
	if err := atMostElements(name, strings.Count(text, "\n")+strings.Count(text, ",")); err != nil {
		return err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return function.NewArgErrorf(0, "is not valid YAML")
	}
	m := yamlMeasure{name: name, seen: map[*yaml.Node]int{}}
	_, err := m.expanded(&doc, 0)
	return err
}

type yamlMeasure struct {
	name string
	seen map[*yaml.Node]int
}

func (m yamlMeasure) expanded(n *yaml.Node, depth int) (int, error) {
	if depth > maxDepth {
		return 0, limitError(m.name, "more than %d levels of values inside values", maxDepth)
	}
	if size, ok := m.seen[n]; ok {
		return size, nil
	}
	size := 1
	parts := n.Content
	if n.Alias != nil {
		parts = []*yaml.Node{n.Alias}
	}
	for _, part := range parts {
		inner, err := m.expanded(part, depth+1)
		if err != nil {
			return 0, err
		}
		if size += inner; size > maxElements {
			return 0, atMostElements(m.name, size)
		}
	}
	m.seen[n] = size
	return size, nil
}
