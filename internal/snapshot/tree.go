package snapshot

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// MaxSize bounds a file, in bytes. What accounts hold stays far below.
const MaxSize = 512 << 20

// maxDepth bounds brackets inside brackets.
const maxDepth = 100

// Error says what is wrong with a snapshot. It holds no values.
type Error struct {
	// Name is the file's, Line counts from 1 and is 0 where the whole file is meant.
	Name string
	Line int
	What string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Name + ": " + e.What
	}
	return fmt.Sprintf("%s:%d: %s", e.Name, e.Line, e.What)
}

// node is a JSON value with its line.
type node struct {
	line int
	kind kind
	// text is a string's value or a number's digits.
	text string
	// members are those of a list or object, keys the names of an object's, in order.
	members []*node
	keys    []string
}

type kind byte

const (
	null kind = iota
	falsehood
	truth
	number
	text
	list
	object
)

// parser reads JSON token by token, so that every error has its line and no text
// is deep enough to exhaust the stack.
type parser struct {
	dec  *json.Decoder
	data []byte
	name string
	// line is that of the offset.
	line, offset int
}

// parse reads one JSON value and nothing after it. Errors do not quote the text.
func parse(data []byte, name string) (*node, error) {
	switch {
	case len(data) > MaxSize:
		return nil, &Error{name, 0, fmt.Sprintf("larger than %d MB, which no snapshot is", MaxSize>>20)}
	case !utf8.Valid(data):
		return nil, &Error{name, 0, "the text is not UTF-8"}
	}
	p := &parser{dec: json.NewDecoder(bytes.NewReader(data)), data: data, name: name, line: 1}
	p.dec.UseNumber()
	tok, err := p.next()
	if err != nil {
		return nil, err
	}
	n, err := p.value(tok, 0)
	if err != nil {
		return nil, err
	}
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) {
		p.advance()
		return nil, p.fail("there is text after the snapshot")
	}
	return n, nil
}

func (p *parser) fail(what string) error { return &Error{p.name, p.line, what} }

func (p *parser) advance() {
	to := min(int(p.dec.InputOffset()), len(p.data))
	p.line += bytes.Count(p.data[p.offset:to], []byte("\n"))
	p.offset = to
}

func (p *parser) next() (json.Token, error) {
	tok, err := p.dec.Token()
	p.advance()
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		p.line += bytes.Count(p.data[p.offset:], []byte("\n"))
		return nil, p.fail("the text ends early: the file is truncated or empty")
	case err != nil:
		return nil, p.fail("not valid JSON") // the decoder's own error would quote it
	}
	return tok, nil
}

// value reads the value that a token begins.
func (p *parser) value(tok json.Token, depth int) (*node, error) {
	n := &node{line: p.line}
	switch tok := tok.(type) {
	case nil:
		n.kind = null
	case bool:
		if n.kind = falsehood; tok {
			n.kind = truth
		}
	case json.Number:
		n.kind, n.text = number, tok.String()
	case string:
		n.kind, n.text = text, tok
	case json.Delim:
		if depth == maxDepth {
			return nil, p.fail(fmt.Sprintf("nested deeper than %d levels", maxDepth))
		}
		if n.kind = list; tok == '{' {
			n.kind = object
		}
		return n, p.members(n, depth+1)
	}
	return n, nil
}

func (p *parser) members(n *node, depth int) error {
	seen := map[string]bool{}
	for {
		tok, err := p.next()
		if err != nil {
			return err
		}
		if d, ok := tok.(json.Delim); ok && (d == ']' || d == '}') {
			return nil
		}
		if n.kind == object {
			key, _ := tok.(string) // the decoder lets nothing else stand here
			if seen[key] {
				return p.fail(fmt.Sprintf("the key %s stands twice in one object", quoted(key)))
			}
			seen[key] = true
			n.keys = append(n.keys, key)
			if tok, err = p.next(); err != nil {
				return err
			}
		}
		m, err := p.value(tok, depth)
		if err != nil {
			return err
		}
		n.members = append(n.members, m)
	}
}

// quoted is a key for an error, cut short.
func quoted(key string) string {
	if r := []rune(key); len(r) > 40 {
		key = string(r[:40]) + "..."
	}
	return fmt.Sprintf("%q", key)
}

// Is tells whether what r holds is a snapshot, of whatever version: whether its schema
// says so. It reads little more than what stands before that, and of other files little
// more than the first key.
func Is(r io.Reader) bool {
	dec := json.NewDecoder(r)
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		return false
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return false
		}
		if key == "schema" {
			schema, err := dec.Token()
			name, _ := schema.(string)
			return err == nil && strings.HasPrefix(name, family)
		}
		if text, _ := key.(string); topLevel[text] == nil || skip(dec) != nil {
			return false
		}
	}
	return false
}

// skip passes over one value.
func skip(dec *json.Decoder) error {
	for depth := 0; ; {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}
