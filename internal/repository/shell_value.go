package repository

import (
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// words are the texts of words, with the values of variables that the script has set.
func (s *script) words(all []*syntax.Word) []string {
	out := make([]string, 0, len(all))
	for _, w := range all {
		if s.given != nil && variableOf(w) == "@" {
			out = append(out, s.given...)
			continue
		}
		out = append(out, s.word(w))
	}
	return out
}

func (s *script) word(w *syntax.Word) string {
	var b strings.Builder
	if w != nil {
		for _, p := range w.Parts {
			s.literal(&b, p)
		}
	}
	return b.String()
}

func (s *script) literal(b *strings.Builder, p syntax.WordPart) {
	switch p := p.(type) {
	case *syntax.Lit:
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(p.Value, "\\\n", ""), `\`, ""))
	case *syntax.SglQuoted:
		b.WriteString(p.Value)
	case *syntax.DblQuoted:
		for _, in := range p.Parts {
			s.literal(b, in)
		}
	case *syntax.ParamExp:
		b.WriteString(s.parameter(p))
	default:
		b.WriteRune(unseen)
	}
}

// parameter is the value of a variable, where it is used plainly.
func (s *script) parameter(p *syntax.ParamExp) string {
	plain := !p.Length && !p.Excl && !p.Width && p.Index == nil && p.Slice == nil && p.Repl == nil && p.Exp == nil
	if plain && p.Param != nil {
		if i, err := strconv.Atoi(p.Param.Value); err == nil && i > 0 && i <= len(s.given) {
			return s.given[i-1]
		}
		if v, ok := s.values[p.Param.Value]; ok {
			return v
		}
	}
	return string(unseen)
}

// assign keeps what a variable is set to. One that is set to different things is not known.
func (s *script) assign(a *syntax.Assign) {
	if a.Name == nil || s.values == nil || len(s.values) > maxCommands {
		return
	}
	value := string(unseen)
	if a.Array == nil && a.Index == nil && !a.Append {
		value = s.word(a.Value)
	}
	if before, ok := s.values[a.Name.Value]; ok && before != value || len(value) > maxValue {
		value = string(unseen)
	}
	s.values[a.Name.Value] = value
}

// maxValue bounds the value of a variable, in bytes.
const maxValue = 4096

// each forgets the variable of a loop.
func (s *script) each(c *syntax.ForClause) {
	if i, ok := c.Loop.(*syntax.WordIter); ok && i.Name != nil && s.values != nil {
		s.values[i.Name.Value] = string(unseen)
	}
}

// variableOf is the name of the variable that a word is alone; empty where it is no such word.
func variableOf(w *syntax.Word) string {
	parts := w.Parts
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if p, ok := parts[len(parts)-1].(*syntax.ParamExp); ok && p.Param != nil {
		return p.Param.Value
	}
	return ""
}

// masked takes expressions (${{ ... }}) out of a script, whose lines stay where they are.
func masked(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "${{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		inside, rest, closed := strings.Cut(after, "}}")
		if !closed {
			b.WriteString("${{" + after)
			return b.String()
		}
		b.WriteRune(expressed)
		b.WriteString(strings.Repeat("\\\n", strings.Count(inside, "\n")))
		text = rest
	}
}
