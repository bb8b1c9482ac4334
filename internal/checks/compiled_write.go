package checks

import (
	"encoding/binary"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// The kinds of terms, and those of what an expression consists of.
const (
	tagNone = iota // no term
	tagNull
	tagFalse
	tagTrue
	tagNumber
	tagString
	tagVar
	tagRef
	tagArray
	tagObject
	tagSet
	tagArrayComprehension
	tagSetComprehension
	tagObjectComprehension
	tagCall
	tagTerms // an expression of several terms, the operator first
	tagEvery
)

// The flags of an expression and of a rule.
const (
	flagNegated, flagGenerated        = 1, 2
	flagDefault, flagAssign, flagElse = 1, 2, 4
)

// moduleWriter writes the rules of a module and collects their strings.
type moduleWriter struct {
	out     []byte
	strings []string
	at      map[string]uint64
	err     error
}

func (w *moduleWriter) number(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) } //nolint:gosec // lengths and lines

func (w *moduleWriter) flags(flags ...bool) {
	n := 0
	for i, set := range flags {
		if set {
			n |= 1 << i
		}
	}
	w.number(n)
}

func (w *moduleWriter) text(s string) {
	at, ok := w.at[s]
	if !ok {
		at = uint64(len(w.strings))
		w.at[s], w.strings = at, append(w.strings, s)
	}
	w.out = binary.AppendUvarint(w.out, at)
}

// rule writes a rule and the rules that its `else` lead to.
func (w *moduleWriter) rule(r *ast.Rule) {
	w.flags(r.Default, r.Head.Assign, r.Else != nil)
	w.row(r.Location)
	w.text(string(r.Head.Name))
	w.terms(r.Head.Reference)
	w.terms(r.Head.Args)
	w.term(r.Head.Key)
	w.term(r.Head.Value)
	w.body(r.Body)
	if r.Else != nil {
		w.rule(r.Else)
	}
}

// row writes the line, which is all that is kept of a place: errors name it.
func (w *moduleWriter) row(l *ast.Location) {
	if l == nil {
		w.number(0)
		return
	}
	w.number(l.Row)
}

func (w *moduleWriter) body(b ast.Body) {
	w.number(len(b))
	for _, e := range b {
		w.expr(e)
	}
}

func (w *moduleWriter) expr(e *ast.Expr) {
	w.flags(e.Negated, e.Generated)
	w.row(e.Location)
	w.number(len(e.With))
	for _, with := range e.With {
		w.term(with.Target)
		w.term(with.Value)
	}
	switch t := e.Terms.(type) {
	case *ast.Term:
		w.term(t)
	case []*ast.Term:
		w.number(tagTerms)
		w.terms(t)
	case *ast.Every:
		w.number(tagEvery)
		w.term(t.Key)
		w.term(t.Value)
		w.term(t.Domain)
		w.body(t.Body)
	default:
		w.unknown(t)
	}
}

func (w *moduleWriter) terms(list []*ast.Term) {
	w.number(len(list))
	for _, t := range list {
		w.term(t)
	}
}

func (w *moduleWriter) term(t *ast.Term) {
	if t == nil {
		w.number(tagNone)
		return
	}
	switch v := t.Value.(type) {
	case ast.Null:
		w.number(tagNull)
	case ast.Boolean:
		w.number(tagFalse)
		if v {
			w.out[len(w.out)-1] = tagTrue
		}
	case ast.Number:
		w.number(tagNumber)
		w.text(string(v))
	case ast.String:
		w.number(tagString)
		w.text(string(v))
	case ast.Var:
		w.number(tagVar)
		w.text(string(v))
	case ast.Ref:
		w.number(tagRef)
		w.terms(v)
	case ast.Call:
		w.number(tagCall)
		w.terms(v)
	case *ast.Array:
		w.number(tagArray)
		w.number(v.Len())
		v.Foreach(w.term)
	case ast.Set:
		w.number(tagSet)
		w.number(v.Len())
		v.Foreach(w.term)
	case ast.Object:
		w.number(tagObject)
		w.number(v.Len())
		v.Foreach(func(key, value *ast.Term) {
			w.term(key)
			w.term(value)
		})
	default:
		w.comprehension(v)
	}
}

func (w *moduleWriter) comprehension(v ast.Value) {
	switch v := v.(type) {
	case *ast.ArrayComprehension:
		w.number(tagArrayComprehension)
		w.term(v.Term)
		w.body(v.Body)
	case *ast.SetComprehension:
		w.number(tagSetComprehension)
		w.term(v.Term)
		w.body(v.Body)
	case *ast.ObjectComprehension:
		w.number(tagObjectComprehension)
		w.term(v.Key)
		w.term(v.Value)
		w.body(v.Body)
	default:
		w.unknown(v)
	}
}

// unknown notes a construct that the format has no kind for.
func (w *moduleWriter) unknown(v any) {
	if w.err == nil {
		w.err = fmt.Errorf("a compiled module cannot hold %T", v)
	}
}
