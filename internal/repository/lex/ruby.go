package lex

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// heredoc is one that was announced.
type heredoc struct {
	end  string
	code bool
	php  bool
}

var (
	rubyHeredoc = pattern.Lazy("^<<[~-]?([\"'`]?)([A-Z][A-Za-z0-9_]*)([\"'`]?)")
	phpHeredoc  = pattern.Lazy(`^<<<[ \t]*(["']?)([A-Za-z_][A-Za-z0-9_]*)(["']?)\r?\n`)
)

// openHeredoc notes a heredoc; what follows on its line is code still.
func (s *scanner) openHeredoc() bool {
	form := rubyHeredoc
	if s.grammar.template {
		form = phpHeredoc
	}
	rest := s.src[s.at:min(s.at+128, len(s.src))]
	m := form().FindSubmatch(rest)
	if len(m) == 0 || !bytes.Equal(m[1], m[3]) {
		s.at += 2
		return true
	}
	s.heredocs = append(s.heredocs, heredoc{end: string(m[2]), code: string(m[1]) != "'", php: s.grammar.template})
	n := len(bytes.TrimRight(m[0], "\r\n"))
	s.blank(s.at, s.at+n, false)
	s.at += n
	return true
}

// skipHeredocs passes over the texts that begin on this line.
func (s *scanner) skipHeredocs(depth int) {
	pending := s.heredocs
	s.heredocs = nil
	for _, h := range pending {
		end := s.heredocEnd(h)
		q := quote{end: "\x00\x00", lines: true, escape: true}
		if h.code && h.php {
			q.code, q.dollar = "{$", true
		} else if h.code {
			q.code = "#{"
		}
		part := &scanner{src: s.src[:end], code: s.code, bare: s.bare, at: s.at, grammar: s.grammar}
		part.text(q, min(depth+1, maxDepth))
		s.at = end
	}
}

// heredocEnd is where the line with the heredoc's word begins.
func (s *scanner) heredocEnd(h heredoc) int {
	at := s.at
	for at < len(s.src) {
		end := bytes.IndexByte(s.src[at:], '\n')
		if end < 0 {
			end = len(s.src) - at
		}
		line := strings.TrimSpace(string(s.src[at : at+end]))
		if line == h.end || h.php && strings.HasPrefix(line, h.end) && (len(line) == len(h.end) || !word(line[len(h.end)])) {
			return at + strings.Index(string(s.src[at:at+end]), h.end)
		}
		at += end + 1
	}
	return len(s.src)
}

// rubyBlock passes over =begin to =end.
func (s *scanner) rubyBlock() {
	end := bytes.Index(s.src[s.at:], []byte("\n=end"))
	if end < 0 {
		end = len(s.src) - s.at
	} else {
		end += len("\n=end")
	}
	s.blank(s.at, s.at+end, true)
	s.at += end
}

// percent passes over a %-literal.
func (s *scanner) percent(depth int) bool {
	at, kind := s.at+1, byte('Q')
	if at < len(s.src) && strings.IndexByte("wWiIqQrsx", s.src[at]) >= 0 {
		kind = s.src[at]
		at++
	}
	if at >= len(s.src) {
		return false
	}
	open := s.src[at]
	pairs := "()[]{}<>||!!//"
	i := strings.IndexByte(pairs, open)
	if i < 0 || i%2 == 1 && open != '|' && open != '!' && open != '/' {
		return false
	}
	end := pairs[i+1]
	code := strings.IndexByte("WIQrx", kind) >= 0
	s.at = at + 1
	for level := 0; s.at < len(s.src); {
		c := s.src[s.at]
		switch {
		case c == '\\':
			s.blank(s.at, s.at+2, false)
			s.at = min(s.at+2, len(s.src))
			continue
		case code && depth < maxDepth && s.inner(quote{code: "#{"}, depth):
			continue
		case c == end && level == 0:
			s.at++
			return true
		case c == end:
			level--
		case c == open:
			level++
		}
		s.blank(s.at, s.at+1, false)
		s.at++
	}
	return true
}

// regexp passes over a regular expression, which ends with its line at the latest.
func (s *scanner) regexp(depth int) bool {
	s.at++
	class := false
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case c == '\n':
			return true
		case c == '\\':
			s.blank(s.at, s.at+2, false)
			s.at = min(s.at+2, len(s.src))
			continue
		case s.grammar.ruby && depth < maxDepth && s.inner(quote{code: "#{"}, depth):
			continue
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			s.at++
			return true
		}
		s.blank(s.at, s.at+1, false)
		s.at++
	}
	return true
}

// value tells whether a value may begin here, so that a sign is no operator: after an operator,
// an opening bracket, a word of the language, or at the start of a line.
func (s *scanner) value() bool {
	i := s.at - 1
	for i >= 0 && (s.src[i] == ' ' || s.src[i] == '\t') {
		i--
	}
	if i < 0 || strings.IndexByte("\r\n=([{,;:!&|?+-*<>~^", s.src[i]) >= 0 {
		return true
	}
	if !word(s.src[i]) {
		return false
	}
	from := i
	for from > 0 && word(s.src[from-1]) {
		from--
	}
	if slices.Contains([]string{"return", "and", "or", "not", "if", "unless", "when", "elsif", "while", "until", "case", "in", "typeof", "puts", "p", "raise", "yield", "then", "do", "else"}, string(s.src[from:i+1])) {
		return true
	}
	// `method /x/` is an argument, `a / b` is a division.
	return s.grammar.ruby && i < s.at-1 && s.at+1 < len(s.src) && s.src[s.at+1] != ' ' && s.src[s.at+1] != '='
}

// markup passes over what is no PHP.
func (s *scanner) markup() {
	from := s.at
	for s.at < len(s.src) {
		if s.has("<?php") || s.has("<?=") {
			s.blank(from, s.at, false)
			s.at += 2
			for s.at < len(s.src) && s.src[s.at] != ' ' && s.src[s.at] != '\n' && s.src[s.at] != '=' {
				s.at++
			}
			return
		}
		s.at++
	}
	s.blank(from, s.at, false)
}
