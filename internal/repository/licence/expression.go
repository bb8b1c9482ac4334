// Package licence reads which licences dependencies have, from lock files and bills of material
// that say so, and takes SPDX expressions apart. internal/repository makes resources of what it
// reads, and policies say which licences are denied.
package licence

import (
	"strings"
)

// Choice is one way of meeting an expression: all of these licences together. A licence with an
// exception is written "GPL-2.0-only WITH Classpath-exception-2.0".
type Choice []string

// maxChoices bounds how many ways an expression may be met, and maxLength its length in bytes.
const (
	maxChoices = 64
	maxLength  = 4096
)

// Choices takes an expression apart; ok is false for what is none, or has too many choices.
// Source: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
func Choices(expression string) (choices []Choice, ok bool) {
	if len(expression) > maxLength {
		return nil, false
	}
	p := parser{words: words(expression)}
	choices, ok = p.or(0)
	return choices, ok && len(p.words) == 0
}

// words are the parts of an expression.
func words(expression string) []string {
	expression = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(expression)
	return strings.Fields(expression)
}

type parser struct{ words []string }

func (p *parser) next() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[0]
}

func (p *parser) take() string {
	w := p.next()
	if w != "" {
		p.words = p.words[1:]
	}
	return w
}

func (p *parser) or(depth int) ([]Choice, bool) {
	out, ok := p.and(depth)
	for ok && strings.EqualFold(p.next(), "or") {
		p.take()
		var more []Choice
		if more, ok = p.and(depth); ok {
			out = append(out, more...)
		}
		ok = ok && len(out) <= maxChoices
	}
	return out, ok
}

func (p *parser) and(depth int) ([]Choice, bool) {
	out, ok := p.one(depth)
	for ok && strings.EqualFold(p.next(), "and") {
		p.take()
		more, fine := p.one(depth)
		if !fine || len(out)*len(more) > maxChoices {
			return nil, false
		}
		var both []Choice
		for _, a := range out {
			for _, b := range more {
				both = append(both, append(append(Choice{}, a...), b...))
			}
		}
		out = both
	}
	return out, ok
}

func (p *parser) one(depth int) ([]Choice, bool) {
	w := p.take()
	switch {
	case depth > 32 || w == "" || w == ")" || operator(w):
		return nil, false
	case w == "(":
		out, ok := p.or(depth + 1)
		return out, ok && p.take() == ")"
	case !id(w):
		return nil, false
	}
	if strings.EqualFold(p.next(), "with") {
		p.take()
		exception := p.take()
		if !id(exception) || operator(exception) {
			return nil, false
		}
		w += " WITH " + exception
	}
	return []Choice{{w}}, true
}

func operator(w string) bool {
	return strings.EqualFold(w, "and") || strings.EqualFold(w, "or") || strings.EqualFold(w, "with")
}

// id tells whether a word has the form of the name of a licence.
func id(w string) bool {
	for _, c := range w {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && !strings.ContainsRune("-.+:", c) {
			return false
		}
	}
	return w != ""
}
