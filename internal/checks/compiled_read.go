package checks

import (
	"encoding/binary"

	"github.com/open-policy-agent/opa/v1/ast"
)

// moduleReader reads what moduleWriter wrote. What is cut off reads as nothing and sets bad.
type moduleReader struct {
	file    string
	rest    []byte
	strings []string
	// scalars are the terms of strings that were read, by kind.
	scalars [tagVar + 1][]*ast.Term
	bad     bool
}

func (r *moduleReader) failure() error {
	if r.bad {
		return errCompiled
	}
	return nil
}

func (r *moduleReader) take(n int) []byte {
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return nil
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *moduleReader) byte() byte {
	if b := r.take(1); len(b) > 0 {
		return b[0]
	}
	return 0
}

func (r *moduleReader) number() int {
	var n uint64
	for shift := 0; ; shift += 7 {
		b := r.byte()
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return int(n) //nolint:gosec // count and take refuse what is too large
		}
		if shift >= 7*binary.MaxVarintLen32 {
			r.bad = true
			return 0
		}
	}
}

// count is the length of a list, none of whose members takes less than a byte.
func (r *moduleReader) count() int {
	n := r.number()
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return 0
	}
	return n
}

func (r *moduleReader) text() string { return string(r.take(r.number())) }

// string is a string of the module by its position.
func (r *moduleReader) string() string {
	n := r.number()
	if n >= len(r.strings) {
		r.bad = true
		return ""
	}
	return r.strings[n]
}

func (r *moduleReader) module() *ast.Module {
	r.strings = make([]string, r.count())
	for i := range r.strings {
		r.strings[i] = r.text()
	}
	m := &ast.Module{Package: &ast.Package{Path: r.terms()}}
	m.Rules = make([]*ast.Rule, r.count())
	for i := range m.Rules {
		m.Rules[i] = r.rule(m)
	}
	return m
}

func (r *moduleReader) rule(m *ast.Module) *ast.Rule {
	flags := r.number()
	rule := &ast.Rule{Module: m, Default: flags&flagDefault > 0, Location: r.row()}
	rule.Head = &ast.Head{
		Name: ast.Var(r.string()), Reference: r.terms(), Args: r.terms(), Key: r.term(), Value: r.term(),
		Assign: flags&flagAssign > 0, Location: rule.Location,
	}
	rule.Body = r.body()
	if flags&flagElse > 0 && !r.bad {
		rule.Else = r.rule(m)
	}
	return rule
}

func (r *moduleReader) row() *ast.Location { return &ast.Location{File: r.file, Row: r.number()} }

func (r *moduleReader) body() ast.Body {
	out := make(ast.Body, r.count())
	for i := range out {
		out[i] = r.expr()
		out[i].Index = i
	}
	return out
}

func (r *moduleReader) expr() *ast.Expr {
	flags := r.number()
	e := &ast.Expr{Negated: flags&flagNegated > 0, Generated: flags&flagGenerated > 0, Location: r.row()}
	for range r.count() {
		e.With = append(e.With, &ast.With{Target: r.present(), Value: r.present(), Location: e.Location})
	}
	switch tag := r.number(); tag {
	case tagTerms:
		e.Terms = r.terms()
	case tagEvery:
		e.Terms = &ast.Every{Key: r.term(), Value: r.present(), Domain: r.present(), Body: r.body(), Location: e.Location}
	default:
		e.Terms = r.tagged(tag)
	}
	return e
}

// terms is nil where there are none, as in what was parsed.
func (r *moduleReader) terms() []*ast.Term {
	n := r.count()
	if n == 0 {
		return nil
	}
	out := make([]*ast.Term, n)
	for i := range out {
		out[i] = r.present()
	}
	return out
}

// present is a term that cannot be left out.
func (r *moduleReader) present() *ast.Term {
	if t := r.term(); t != nil {
		return t
	}
	r.bad = true
	return ast.NullTerm()
}

func (r *moduleReader) term() *ast.Term { return r.tagged(r.number()) }

func (r *moduleReader) tagged(tag int) *ast.Term {
	switch tag {
	case tagNone:
		return nil
	case tagNull:
		return ast.NullTerm()
	case tagFalse, tagTrue:
		return ast.BooleanTerm(tag == tagTrue)
	case tagNumber, tagString, tagVar:
		return r.scalar(tag)
	case tagRef:
		return ast.NewTerm(ast.Ref(r.terms()))
	case tagCall:
		return ast.NewTerm(ast.Call(r.terms()))
	case tagArray:
		return ast.ArrayTerm(r.terms()...)
	case tagSet:
		return ast.SetTerm(r.terms()...)
	case tagObject:
		pairs := make([][2]*ast.Term, r.count())
		for i := range pairs {
			pairs[i] = ast.Item(r.present(), r.present())
		}
		return ast.ObjectTerm(pairs...)
	case tagArrayComprehension:
		return ast.ArrayComprehensionTerm(r.present(), r.body())
	case tagSetComprehension:
		return ast.SetComprehensionTerm(r.present(), r.body())
	case tagObjectComprehension:
		return ast.ObjectComprehensionTerm(r.present(), r.present(), r.body())
	}
	r.bad = true
	return nil
}

// scalar makes one term for all places of a module that hold the same: the compiler copies modules.
func (r *moduleReader) scalar(tag int) *ast.Term {
	n := r.number()
	if n >= len(r.strings) {
		r.bad = true
		return nil
	}
	if r.scalars[tag] == nil {
		r.scalars[tag] = make([]*ast.Term, len(r.strings))
	}
	if r.scalars[tag][n] == nil {
		var v ast.Value = ast.String(r.strings[n])
		switch tag {
		case tagNumber:
			v = ast.Number(r.strings[n])
		case tagVar:
			v = ast.Var(r.strings[n])
		}
		r.scalars[tag][n] = ast.NewTerm(v)
	}
	return r.scalars[tag][n]
}
