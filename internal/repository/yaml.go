package repository

import (
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// maxDepth bounds how deep values are looked into, which aliases could make endless.
const maxDepth = 32

// errYAML stands for the parser's own error, which may quote the text.
var errYAML = errors.New("the file is not valid YAML")

// node is a value of a YAML file with its place. The zero node is absent: everything can be
// asked of it.
type node struct {
	*yaml.Node
	file tree.File
}

// parseYAML reads the documents of a file. An empty file has none.
func parseYAML(d document) ([]node, error) {
	dec := yaml.NewDecoder(strings.NewReader(string(d.text)))
	var out []node
	for {
		var n yaml.Node
		err := dec.Decode(&n)
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, errYAML
		}
		if len(n.Content) > 0 {
			out = append(out, node{n.Content[0], d.file})
		}
	}
}

// real is the node that an alias stands for.
func (n node) real() node {
	for range maxDepth {
		if n.Node == nil || n.Kind != yaml.AliasNode {
			return n
		}
		n.Node = n.Alias
	}
	return node{file: n.file}
}

// null tells that there is nothing, or null.
func (n node) null() bool {
	n = n.real()
	return n.Node == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// mapping tells whether it has keys, and sequence whether it has elements.
func (n node) mapping() bool  { r := n.real(); return r.Node != nil && r.Kind == yaml.MappingNode }
func (n node) sequence() bool { r := n.real(); return r.Node != nil && r.Kind == yaml.SequenceNode }

// get is the value of a key, also of one that a merge key (<<) brings; absent where there is
// none. Of a key that stands twice it is the last, as parsers have it that take both.
func (n node) get(key string) node {
	if found := n.find(key, 0); found.Node != nil {
		return found
	}
	return node{file: n.file}
}

func (n node) find(key string, depth int) node {
	n = n.real()
	if n.Node == nil || n.Kind != yaml.MappingNode || depth > maxDepth {
		return node{}
	}
	var found, merged node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], node{n.Content[i+1], n.file}
		switch {
		case k.Value == key && k.Tag != "!!merge":
			found = v
		case k.Tag != "!!merge" && k.Value != "<<":
		case v.sequence():
			for e := range v.list() {
				if merged.Node == nil {
					merged = e.find(key, depth+1)
				}
			}
		case merged.Node == nil:
			merged = v.find(key, depth+1)
		}
	}
	if found.Node == nil {
		return merged
	}
	return found
}

// pairs are the keys of a mapping with their values, in order, merged ones aside.
func (n node) pairs() iter.Seq2[node, node] {
	return func(yield func(node, node) bool) {
		n = n.real()
		if n.Node == nil || n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Tag == "!!merge" {
				continue
			}
			if !yield(node{n.Content[i], n.file}, node{n.Content[i+1], n.file}) {
				return
			}
		}
	}
}

// list are the elements of a sequence.
func (n node) list() iter.Seq[node] {
	return func(yield func(node) bool) {
		n = n.real()
		if n.Node == nil || n.Kind != yaml.SequenceNode {
			return
		}
		for _, e := range n.Content {
			if !yield(node{e, n.file}) {
				return
			}
		}
	}
}

// flat are the scalars of a sequence, of sequences in it, or the one scalar that it is.
func (n node) flat() []node {
	var out []node
	var walk func(n node, depth int)
	walk = func(n node, depth int) {
		n = n.real()
		switch {
		case n.Node == nil || depth > maxDepth || len(out) > maxCommands:
		case n.Kind == yaml.ScalarNode:
			out = append(out, n)
		case n.Kind == yaml.SequenceNode:
			for e := range n.list() {
				walk(e, depth+1)
			}
		}
	}
	walk(n, 0)
	return out
}

// text is a scalar's text, empty for anything else.
func (n node) text() string {
	n = n.real()
	if n.Node == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// names are the strings that a scalar, the elements of a sequence or the keys of a mapping are.
func (n node) names() []string {
	var out []string
	for k := range n.pairs() {
		out = append(out, k.Value)
	}
	for _, e := range n.flat() {
		if s := e.text(); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// at is where the node stands.
func (n node) at() hcl.Range {
	r := hcl.Range{Filename: n.file.Shown}
	if n.Node != nil {
		r.Start = hcl.Pos{Line: n.Line, Column: n.Column}
		r.End = r.Start
	}
	return r
}

// firstLine is the line of a scalar's first line of text: a block scalar (|) begins below its mark.
func (n node) firstLine() int {
	n = n.real()
	if n.Node == nil {
		return 0
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return n.Line + 1
	}
	return n.Line
}

// truth is a bool that may be written as an expression.
type truth int

const (
	no truth = iota
	yes
	unsure
)

// isTrue reads a bool: absent is no, an expression of the pipeline's own language unsure.
func (n node) isTrue() truth {
	switch s := strings.TrimSpace(n.text()); {
	case strings.EqualFold(s, "true"), s == "${{ true }}":
		return yes
	case s == "", strings.EqualFold(s, "false"), s == "${{ false }}":
		return no
	}
	return unsure
}
