package resource

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// ParseDocument turns the JSON text of an IAM policy document into one shape, so that
// a policy meets a single spelling of what AWS accepts in several:
//
//	object {
//	  Version, Id: string
//	  Statement: tuple of object {
//	    Sid, Effect: string
//	    Action, NotAction, Resource, NotResource: list of string
//	    Principal, NotPrincipal: map of list of string ("*" is {"AWS": ["*"]})
//	    Condition: map of map of list of string (operator, key, values)
//	  }
//	}
//
// Statement is always there; any other element that is missing or null is left
// out of its object. Numbers and booleans in a condition become their JSON text.
// Lists keep their order and placeholders their text. The value holds no marks.
//
// Text that is not such a document (bad JSON, another type, a repeated or unknown
// element) is an error with its line and column; the error never quotes the text.
//
// Source of the grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
func ParseDocument(text string) (cty.Value, error) {
	if !utf8.ValidString(text) {
		return cty.NilVal, errors.New("policy document: the text is not UTF-8")
	}
	r := documentReader{dec: json.NewDecoder(strings.NewReader(text)), text: text}
	r.dec.UseNumber()
	doc, err := r.document()
	if err != nil {
		return cty.NilVal, err
	}
	if _, err := r.dec.Token(); !errors.Is(err, io.EOF) {
		return cty.NilVal, r.fail("there is text after the document")
	}
	return doc, nil
}

// documentReader follows the grammar token by token: it never descends further
// than the grammar does, so the depth of the input does not matter.
type documentReader struct {
	dec  *json.Decoder
	text string
}

// fail says where the reader stands, by line and byte column, both from 1.
func (r *documentReader) fail(what string) error {
	seen := r.text[:min(int(r.dec.InputOffset()), len(r.text))]
	line := strings.Count(seen, "\n") + 1
	column := len(seen) - strings.LastIndexByte(seen, '\n')
	return fmt.Errorf("policy document: line %d, column %d: %s", line, column, what)
}

func (r *documentReader) next() (json.Token, error) {
	tok, err := r.dec.Token()
	if err != nil {
		return nil, r.fail("the text is not valid JSON") // the decoder's own error would quote it
	}
	return tok, nil
}

// elementReader reads the value that starts with tok; name says whose it is.
type elementReader func(tok json.Token, name string) (cty.Value, error)

func (r *documentReader) document() (cty.Value, error) {
	tok, err := r.next()
	if err != nil {
		return cty.NilVal, err
	}
	doc := map[string]cty.Value{"Statement": cty.EmptyTupleVal}
	err = r.elements(tok, "the document", doc, map[string]elementReader{
		"Version": r.single, "Id": r.single, "Statement": r.statements,
	})
	if err != nil {
		return cty.NilVal, err
	}
	return cty.ObjectVal(doc), nil
}

func (r *documentReader) statements(tok json.Token, _ string) (cty.Value, error) {
	if tok != json.Delim('[') {
		one, err := r.statement(tok)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.TupleVal([]cty.Value{one}), nil
	}
	var all []cty.Value
	for {
		tok, err := r.next()
		if err != nil {
			return cty.NilVal, err
		}
		if tok == json.Delim(']') {
			return cty.TupleVal(all), nil
		}
		s, err := r.statement(tok)
		if err != nil {
			return cty.NilVal, err
		}
		all = append(all, s)
	}
}

func (r *documentReader) statement(tok json.Token) (cty.Value, error) {
	s := map[string]cty.Value{}
	err := r.elements(tok, "a statement", s, map[string]elementReader{
		"Sid": r.single, "Effect": r.single,
		"Action": r.strings, "NotAction": r.strings,
		"Resource": r.strings, "NotResource": r.strings,
		"Principal": r.principal, "NotPrincipal": r.principal,
		"Condition": r.condition,
	})
	if err != nil {
		return cty.NilVal, err
	}
	return cty.ObjectVal(s), nil
}

func (r *documentReader) principal(tok json.Token, name string) (cty.Value, error) {
	if tok == "*" {
		return cty.MapVal(map[string]cty.Value{"AWS": cty.ListVal([]cty.Value{cty.StringVal("*")})}), nil
	}
	return r.mapping(tok, name, cty.List(cty.String), r.strings)
}

func (r *documentReader) condition(tok json.Token, name string) (cty.Value, error) {
	keys := func(tok json.Token, name string) (cty.Value, error) {
		return r.mapping(tok, name, cty.List(cty.String), r.scalars)
	}
	return r.mapping(tok, name, cty.Map(cty.List(cty.String)), keys)
}

// elements reads an object of named elements into the map; null is absent.
func (r *documentReader) elements(tok json.Token, what string, into map[string]cty.Value, readers map[string]elementReader) error {
	return r.members(tok, what, func(name string, tok json.Token) error {
		read, ok := readers[name]
		if !ok {
			return r.fail(what + " has an unknown element")
		}
		if tok == nil {
			return nil
		}
		v, err := read(tok, name)
		if err == nil {
			into[name] = v
		}
		return err
	})
}

// mapping reads an object of any names whose values are all of one type.
func (r *documentReader) mapping(tok json.Token, what string, elem cty.Type, read elementReader) (cty.Value, error) {
	m := map[string]cty.Value{}
	err := r.members(tok, what, func(name string, tok json.Token) (err error) {
		m[name], err = read(tok, what)
		return err
	})
	if err != nil {
		return cty.NilVal, err
	}
	if len(m) == 0 {
		return cty.MapValEmpty(elem), nil
	}
	return cty.MapVal(m), nil
}

// members reads the object that tok opens and calls read with each name and the
// first token of its value, which is nil for null.
func (r *documentReader) members(tok json.Token, what string, read func(string, json.Token) error) error {
	if tok != json.Delim('{') {
		return r.fail(what + " must be an object")
	}
	seen := map[string]bool{}
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		name, ok := tok.(string)
		if !ok {
			return nil // the decoder lets nothing else than } stand here
		}
		if name = cty.NormalizeString(name); seen[name] {
			return r.fail(what + " has an element twice")
		}
		seen[name] = true
		if tok, err = r.next(); err != nil {
			return err
		}
		if err := read(name, tok); err != nil {
			return err
		}
	}
}

func (r *documentReader) single(tok json.Token, name string) (cty.Value, error) {
	if s, ok := tok.(string); ok {
		return cty.StringVal(s), nil
	}
	return cty.NilVal, r.fail(name + " must be a string")
}

func (r *documentReader) strings(tok json.Token, name string) (cty.Value, error) {
	return r.list(tok, name, func(tok json.Token) (string, bool) {
		s, ok := tok.(string)
		return s, ok
	})
}

// scalars is strings for conditions, where AWS takes booleans and numbers too.
func (r *documentReader) scalars(tok json.Token, name string) (cty.Value, error) {
	return r.list(tok, name, func(tok json.Token) (string, bool) {
		switch tok.(type) {
		case string, bool, json.Number:
			return fmt.Sprint(tok), true
		}
		return "", false
	})
}

// list reads one text or a list of them.
func (r *documentReader) list(tok json.Token, name string, text func(json.Token) (string, bool)) (cty.Value, error) {
	if s, ok := text(tok); ok {
		return cty.ListVal([]cty.Value{cty.StringVal(s)}), nil
	}
	if tok != json.Delim('[') {
		return cty.NilVal, r.fail(name + " must hold a string or a list of strings")
	}
	var all []cty.Value
	for {
		tok, err := r.next()
		if err != nil {
			return cty.NilVal, err
		}
		s, ok := text(tok)
		switch {
		case ok:
			all = append(all, cty.StringVal(s))
		case tok != json.Delim(']'):
			return cty.NilVal, r.fail(name + " must hold a string or a list of strings")
		case len(all) == 0:
			return cty.ListValEmpty(cty.String), nil
		default:
			return cty.ListVal(all), nil
		}
	}
}
