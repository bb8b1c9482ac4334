package logs

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// same are members whose value is that of what they are called on, or shows it.
var same = pattern.Lazy(`(?i)^(?:to_?string|to_s|trim|strip|value|valueof|get|to_?upper(?:case)?|to_?lower(?:case)?|upper|lower|isoformat|iso8601|strftime|format|string|inspect|or_?else|or_?default|to_?iso_?string|to_?date_?string|to_?locale_?date_?string|to_json|text|unwrap|squish|titleize|read|dump|all|decode|encode|getvalue|getvalueasstring|as_?text|as_?string)$`)

// value tells whether a name stands for its value there, and not for a label, a question about
// it, something that is asked of it, or a call of another meaning.
func (r reader) value(at, end int, name string) bool {
	if r.code[at] == ' ' { // a key: go on behind its bracket
		end = r.skip(end+1) + 1
	}
	if r.code[at] != ' ' && r.asked(r.back(at-1)) {
		return false
	}
	for range 8 {
		end = r.skip(end)
		if end >= len(r.code) {
			return true
		}
		rest := r.code[end:min(end+3, len(r.code))]
		switch {
		case rest[0] == '(':
			words := wordsOf(name)
			getter := len(words) > 0 && slices.Contains([]string{"get", "fetch", "read"}, words[0]) || name == "raw_post"
			if !getter && (r.receiver(at) == "" || !empty(r.code[end:])) {
				return false
			}
			over := r.closing(end)
			if over < 0 {
				return false
			}
			end = over + 1
			name = "get"
		case bytes.HasPrefix(rest, []byte("==")), bytes.HasPrefix(rest, []byte("!=")), bytes.HasPrefix(rest, []byte("=~")), rest[0] == '<', rest[0] == '>':
			return false
		case rest[0] == '=':
			return false
		case rest[0] == ':':
			// A label, unless it says how an interpolated value is written: {dob:d}.
			return len(rest) > 1 && rest[1] != ':' && rest[1] != ' ' && (r.language == lex.Python || r.language == lex.CSharp)
		case rest[0] == '?' && (len(rest) < 2 || rest[1] != '.' && rest[1] != '?' && rest[1] != '-'):
			return false
		case rest[0] == '.' || bytes.HasPrefix(rest, []byte("?.")) || bytes.HasPrefix(rest, []byte("->")) || bytes.HasPrefix(rest, []byte("!.")) || bytes.HasPrefix(rest, []byte("&.")):
			from := end
			for from < len(r.code) && !part(r.code[from]) && from < end+3 {
				from++
			}
			to := from
			for to < len(r.code) && part(r.code[to]) {
				to++
			}
			if !same().Match(r.code[from:to]) {
				return false
			}
			end, name = to, "get"
		case rest[0] == '[': // one member of it
			return false
		case part(rest[0]):
			return !follows(r.code[end:])
		default:
			return true
		}
	}
	return true
}

// asked tells whether what stands in front of a name makes a question or a declaration of it:
// `!ssn`, `typeof ssn`, `final String ssn`.
func (r reader) asked(before int) bool {
	if before < 0 {
		return false
	}
	c := r.code[before]
	if c == '!' || c == '#' || c == '~' {
		return true
	}
	if !part(c) {
		return false
	}
	from := before
	for from >= 0 && part(r.code[from]) {
		from--
	}
	word := string(r.code[from+1 : before+1])
	return !slices.Contains([]string{"return", "await", "in", "or", "and", "else", "puts", "p", "pp", "print"}, word) && !r.command(before+1)
}

// follows tells whether a word makes a question of what stands before it.
func follows(code []byte) bool {
	for _, word := range []string{"is", "in", "not", "if", "unless", "instanceof"} {
		if bytes.HasPrefix(code, []byte(word)) && (len(code) == len(word) || !part(code[len(word)])) {
			return word != "if" && word != "unless"
		}
	}
	return false
}

// empty tells whether brackets hold nothing.
func empty(code []byte) bool {
	return len(code) > 1 && bytes.HasPrefix(bytes.TrimLeft(code[1:min(len(code), 16)], " \t\n"), []byte(")"))
}

// closing finds the bracket that closes the one at i.
func (r reader) closing(i int) int {
	depth := 0
	for end := min(len(r.code), i+reach); i < end; i++ {
		switch r.code[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// function is the head of a function without a name in Go.
var function = pattern.Lazy(`\bfunc[ \t]*\([^(){}]*\)[^(){}=]*$`)

// sink finds the call that writes what stands at a place, and whether the value gets there as it is.
func (r reader) sink(at int) (string, bool) {
	sure := true
	limit := max(at-reach, -1)
	for i := at - 1; i > limit; i-- {
		switch r.code[i] {
		case ')', ']', '}':
			open := r.opening(i, limit)
			if open < 0 {
				return "", false
			}
			if r.code[i] == '}' && r.statement(open) {
				return "", false
			}
			i = open
		case '(':
			chain := r.chain(i)
			if len(chain) == 0 {
				continue
			}
			if s := sinkOf(r.language, chain); s != "" {
				return s, sure
			}
			switch method := chain[len(chain)-1]; {
			case keyword(method):
				return "", false
			case hides().MatchString(method):
				return "", false
			case !shapes().MatchString(method):
				sure = false
			}
		case '{':
			if s := r.block(i); s != "" {
				return s, sure
			}
			if r.statement(i) {
				return "", false
			}
		case ';':
			return "", false
		case '\n':
			if r.language == lex.Ruby && !r.continued(i) {
				return r.line(i + 1), sure
			}
		}
	}
	if limit < 0 && r.language == lex.Ruby {
		return r.line(0), sure
	}
	return "", false
}

// keyword tells whether a bracket belongs to a statement.
func keyword(word string) bool {
	return slices.Contains([]string{"if", "for", "while", "switch", "catch", "elif", "unless", "when", "foreach", "using", "lock", "return", "function", "func", "def", "fn"}, word)
}

// statement tells whether a brace begins statements, and not an object or an interpolation.
func (r reader) statement(open int) bool {
	i := r.backLines(open - 1)
	if i < 0 {
		return true
	}
	switch r.code[i] {
	case '(', ',', ':', '[', '=', '?', '|', '&', '"', '\'', '`':
		return false
	case '>':
		return true
	}
	// Go writes Fields{...}
	return r.language != lex.Go || r.code[i] == ')' || function().Match(r.code[max(0, i-200):i+1])
}

// block tells whether a brace is that of a logger's block: logger.info { "..." }.
func (r reader) block(open int) string {
	if r.language != lex.Kotlin && r.language != lex.Ruby {
		return ""
	}
	chain := r.names(open - 1)
	if len(chain) > 1 && sinkOf(r.language, chain) == "logger" {
		return "logger"
	}
	return ""
}

// continued tells whether a line of Ruby goes on with the next.
func (r reader) continued(newline int) bool {
	i := r.back(newline - 1)
	if i >= 0 && r.code[i] == '\r' {
		i = r.back(i - 1)
	}
	return i >= 0 && strings.IndexByte(",\\([{|&+.", r.code[i]) >= 0
}

var rubyCommand = pattern.Lazy(`^\s*(?:(?:[\w@]+\.)*([\w@]*[lL]og(?:ger)?)\.(?:debug|info|warn|error|fatal|unknown)|(puts|pp|p))[ \t]+[^\s=.,)]`)

// line tells whether a line of Ruby is a call without brackets that writes.
func (r reader) line(from int) string {
	m := rubyCommand().FindSubmatch(r.code[from:min(from+200, len(r.code))])
	switch {
	case m == nil:
		return ""
	case len(m[1]) > 0:
		return "logger"
	}
	return "print"
}

// command tells whether a word in front of a value is a call without brackets.
func (r reader) command(end int) bool {
	if r.language != lex.Ruby {
		return false
	}
	from := end
	for from > 0 && from > end-reach && r.code[from-1] != '\n' {
		from--
	}
	return r.line(from) != ""
}
