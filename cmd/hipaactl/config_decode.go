package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/spelling"
)

// configDecoder turns YAML into entries and collects everything that is wrong with it.
type configDecoder struct {
	file    string
	entries []entry
	errs    []error
}

func (d *configDecoder) fail(line int, format string, args ...any) {
	d.errs = append(d.errs, fmt.Errorf("%s:%d: "+format, append([]any{d.file, line}, args...)...))
}

// decodeConfig reads the text of a configuration file. A document of nothing but comments
// sets nothing.
func decodeConfig(file string, data []byte) ([]entry, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxError(file, err)
	}
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		if err != nil {
			return nil, syntaxError(file, err)
		}
		return nil, fmt.Errorf("%s:%d: a second document: settings are one", file, second.Line)
	}
	d := configDecoder{file: file}
	if len(document.Content) == 1 {
		d.section(document.Content[0], "")
	}
	return d.entries, errors.Join(d.errs...)
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntaxError puts the place of a mistake in front.
func syntaxError(file string, err error) error {
	text := err.Error()
	line := "1"
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		text = text[len(m[0]):]
		if m[1] != "" {
			line = m[1]
		}
	}
	return fmt.Errorf("%s:%s: not YAML: %s", file, line, text)
}

// section reads the mapping below prefix: "" is the file as a whole, "gate." a part of it.
func (d *configDecoder) section(node *yaml.Node, prefix string) {
	d.pairs(node, strings.TrimSuffix(prefix, "."), func(key, value *yaml.Node) {
		full := prefix + key.Value
		for _, s := range settings() {
			switch {
			case s.key == full:
				d.setting(s, key, value)
				return
			case strings.HasPrefix(s.key, full+"."):
				d.section(value, full+".")
				return
			}
		}
		d.fail(key.Line, "unknown key %q%s", full, meantKey(prefix, key.Value))
	})
}

// meantKey looks among the keys of the section, then for the name in another one: fail-on
// is gate.fail-on.
func meantKey(prefix, name string) string {
	var names []string
	for _, s := range settings() {
		if rest, ok := strings.CutPrefix(s.key, prefix); ok {
			first, _, _ := strings.Cut(rest, ".")
			names = append(names, prefix+first)
		}
	}
	for _, s := range settings() {
		if same := strings.NewReplacer("-", "", "_", ""); strings.EqualFold(same.Replace(s.flag), same.Replace(name)) ||
			strings.EqualFold(same.Replace(s.key[strings.LastIndex(s.key, ".")+1:]), same.Replace(name)) {
			return " (did you mean " + s.key + "?)"
		}
	}
	return spelling.Meant(prefix+name, names)
}

// pairs visits a mapping, in which no key may occur twice. Nothing at all is an empty one:
// that is what is left of a section whose lines are comments.
func (d *configDecoder) pairs(node *yaml.Node, where string, visit func(key, value *yaml.Node)) {
	if node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null" {
		return
	}
	if node.Kind != yaml.MappingNode {
		if where == "" {
			where = "settings"
		}
		d.fail(node.Line, "%s: want keys and values, got %s", where, describe(node))
		return
	}
	lines := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch first, twice := lines[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			d.fail(key.Line, "want a name as a key, got %s", describe(key))
			continue
		case twice:
			d.fail(key.Line, "%s stands a second time, first at line %d", key.Value, first)
			continue
		}
		lines[key.Value] = key.Line
		visit(key, value)
	}
}

// setting reads the value of one.
func (d *configDecoder) setting(s setting, key, value *yaml.Node) {
	e := entry{setting: s, line: key.Line}
	switch s.kind {
	case text:
		e.values = d.scalar(s, value, "!!str", "text")
	case truth:
		e.values = d.scalar(s, value, "!!bool", "true or false")
	case number:
		e.values = d.scalar(s, value, "!!int", "a number")
	case list:
		e.values = d.list(s.key, value, func(v item) error { return s.refuse(v.text) })
	case thresholds:
		e.values = d.thresholds(s.key, value)
	}
	if len(e.values) > 0 {
		d.entries = append(d.entries, e)
	}
}
