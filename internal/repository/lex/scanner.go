package lex

import (
	"bytes"
	"strings"
)

// maxDepth bounds how deep strings with code in them nest.
const maxDepth = 24

// scanner walks over a file once. What it blanks it blanks in its copies.
type scanner struct {
	src, code, bare []byte
	at              int
	grammar         grammar
	// heredocs are those whose text begins with the next line.
	heredocs []heredoc
}

// blank hides a part from the code, and from the bare text too where it is a comment.
func (s *scanner) blank(from, to int, comment bool) {
	for i := from; i < min(to, len(s.src)); i++ {
		if s.src[i] == '\n' || s.src[i] == '\r' {
			continue
		}
		s.code[i] = ' '
		if comment {
			s.bare[i] = ' '
		}
	}
}

func (s *scanner) has(text string) bool {
	return len(s.src)-s.at >= len(text) && string(s.src[s.at:s.at+len(text)]) == text
}

// run walks over code to its end; to the brace that closes it where end is one. before is
// where a string begins that this code stands in.
func (s *scanner) run(end byte, depth int) {
	braces := 0
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case end != 0 && c == end && braces == 0:
			return
		case c == '\n':
			s.at++
			s.skipHeredocs(depth)
			continue
		case c == '{':
			braces++
		case c == '}':
			braces--
		}
		if !s.comment() && !s.literal(depth) {
			s.at++
		}
	}
}

// comment passes over a comment.
func (s *scanner) comment() bool {
	g := s.grammar
	for _, b := range g.blocks {
		if s.has(b[0]) {
			s.block(b)
			return true
		}
	}
	if g.ruby && s.has("=begin") && s.first() {
		s.rubyBlock()
		return true
	}
	for _, open := range g.line {
		if !s.has(open) || g.spaced && !s.spaced() || g.own && !s.firstWord() {
			continue
		}
		end := bytes.IndexByte(s.src[s.at:], '\n')
		if end < 0 {
			end = len(s.src) - s.at
		}
		if g.template {
			if over := bytes.Index(s.src[s.at:s.at+end], []byte("?>")); over >= 0 {
				end = over
			}
		}
		s.blank(s.at, s.at+end, true)
		s.at += end
		return true
	}
	return false
}

func (s *scanner) block(b [2]string) {
	from, depth := s.at, 1
	s.at += len(b[0])
	for s.at < len(s.src) && depth > 0 {
		switch {
		case s.has(b[1]):
			depth--
			s.at += len(b[1])
		case s.grammar.nested && s.has(b[0]):
			depth++
			s.at += len(b[0])
		default:
			s.at++
		}
	}
	s.blank(from, s.at, true)
}

// first tells whether this is the first byte of a line, firstWord whether only blanks are in front of it.
func (s *scanner) first() bool { return s.at == 0 || s.src[s.at-1] == '\n' }

func (s *scanner) firstWord() bool {
	for i := s.at - 1; i >= 0 && s.src[i] != '\n'; i-- {
		if s.src[i] != ' ' && s.src[i] != '\t' {
			return false
		}
	}
	return true
}

func (s *scanner) spaced() bool {
	return s.at == 0 || strings.IndexByte(" \t\r\n;{", s.src[s.at-1]) >= 0
}

// literal passes over a string, a regular expression or what else is no code.
func (s *scanner) literal(depth int) bool {
	c := s.src[s.at]
	g := s.grammar
	switch {
	case g.template && s.has("?>"):
		s.markup()
		return true
	case g.template && s.has("<<<") || g.ruby && s.has("<<"):
		return s.openHeredoc()
	case g.ruby && c == '%' && s.value():
		return s.percent(depth)
	case g.ruby && c == '?' && s.value() && s.at+1 < len(s.src) && strings.IndexByte("\"'#/`", s.src[s.at+1]) >= 0:
		s.at += 2 // a character
		return true
	case g.ruby && c == '$' && s.at+1 < len(s.src) && strings.IndexByte("\"'`/", s.src[s.at+1]) >= 0:
		s.at += 2 // a variable
		return true
	case g.regex && c == '/' && s.value():
		return s.regexp(depth)
	}
	for _, q := range g.quotes {
		if !s.has(q.open) {
			continue
		}
		if g.prefix != nil {
			q = g.prefix(q, s.src[max(0, s.at-3):s.at])
		}
		if q.raw {
			n := 0
			for s.at+n < len(s.src) && s.src[s.at+n] == '"' {
				n++
			}
			q.open = string(s.src[s.at : s.at+n])
			q.end = q.open
		}
		s.at += len(q.open)
		s.text(q, depth)
		return true
	}
	return false
}

// text passes over a string whose opening quote is behind it.
func (s *scanner) text(q quote, depth int) {
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case s.has(q.end):
			if q.doubled && len(s.src)-s.at > 1 && s.src[s.at+1] == q.end[0] {
				s.blank(s.at, s.at+2, false)
				s.at += 2
				continue
			}
			s.at += len(q.end)
			return
		case c == '\n' && !q.lines:
			return
		case c == '\\' && q.escape:
			s.blank(s.at, s.at+2, false)
			s.at = min(s.at+2, len(s.src))
		case depth < maxDepth && s.inner(q, depth):
		default:
			s.blank(s.at, s.at+1, false)
			s.at++
		}
	}
}

// inner passes over code in a string.
func (s *scanner) inner(q quote, depth int) bool {
	c := s.src[s.at]
	switch {
	case q.brace && (c == '{' || c == '}') && s.at+1 < len(s.src) && s.src[s.at+1] == c:
		s.blank(s.at, s.at+2, false)
		s.at += 2
		return true
	case q.code != "" && s.has(q.code):
		n := len(q.code)
		if q.code == "{$" { // the dollar is the variable's own
			n = 1
		}
		s.blank(s.at, s.at+n, false)
		s.at += n
	case q.brace && c == '{':
		s.blank(s.at, s.at+1, false)
		s.at++
	case q.dollar && c == '$' && s.at+1 < len(s.src) && word(s.src[s.at+1]):
		for s.at++; s.at < len(s.src) && word(s.src[s.at]); s.at++ {
		}
		for s.has("->") && s.at+2 < len(s.src) && word(s.src[s.at+2]) {
			for s.at += 2; s.at < len(s.src) && word(s.src[s.at]); s.at++ {
			}
		}
		return true
	default:
		return false
	}
	s.run('}', depth+1)
	s.blank(s.at, s.at+1, false)
	s.at = min(s.at+1, len(s.src))
	return true
}
