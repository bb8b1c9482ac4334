package waiver

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// list is the only key of a waiver file.
const list = "waivers"

// Parse reads a waiver file: YAML with one key, waivers, and a list below it. What is wrong
// with the file or an entry is a problem with its line; the other entries count.
func Parse(name string, data []byte) Book {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	err := decoder.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return Book{}
	case err != nil:
		return broken(name, lineOf(err), "it is not YAML")
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return broken(name, max(more.Line, lineOf(err)), "it holds more than one document, or ends in none")
	}
	if len(doc.Content) != 1 {
		return Book{}
	}
	top := doc.Content[0]
	if isNull(top) {
		return Book{}
	}
	if top.Kind != yaml.MappingNode {
		return broken(name, top.Line, "want the key waivers and a list below it")
	}
	var out Book
	seen := false
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		switch {
		case key.Value != list:
			out.Add(broken(name, key.Line, "unknown key "+strconv.Quote(Masked(short(key.Value)))+hint(key.Value, []string{list})))
		case seen:
			return broken(name, key.Line, "the key waivers is given twice")
		default:
			seen = true
			out.Add(entries(name, value))
		}
	}
	return out
}

func entries(name string, node *yaml.Node) Book {
	if isNull(node) {
		return Book{}
	}
	if node.Kind != yaml.SequenceNode {
		return broken(name, node.Line, "waivers: want a list")
	}
	var out Book
	for _, item := range node.Content {
		out.Add(entryOf(name, item))
	}
	return out
}

func entryOf(name string, node *yaml.Node) Book {
	e := newEntry(finding.Place{File: name, Line: node.Line}, nil)
	if node.Kind != yaml.MappingNode {
		e.complain("want keys such as rule and resource, written out")
		return e.book()
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode:
			e.complain("line %d: want a key", key.Line)
		case value.Kind != yaml.ScalarNode:
			e.set(key.Value, "-", key.Line) // so that it is not missing too
			e.complain("line %d: want text after the key", value.Line)
		case isNull(value):
			e.set(key.Value, "", key.Line)
		default:
			e.set(key.Value, value.Value, key.Line)
		}
	}
	return e.book()
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// broken is a file of which something cannot be read at all.
func broken(name string, line int, why string) Book {
	return Book{Problems: []Problem{{
		Demand: demandForm, Severity: finding.High, Name: "waiver file", At: finding.Place{File: name, Line: max(line, 1)},
		Message: "is malformed: " + why,
	}}}
}

// yamlLine is where the YAML package says a line in its errors, which may also repeat text.
var yamlLine = regexp.MustCompile(`\bline ([0-9]+)`)

func lineOf(err error) int {
	if err == nil {
		return 0
	}
	m := yamlLine.FindStringSubmatch(err.Error())
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return n
}
