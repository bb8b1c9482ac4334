package logs

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// reach bounds how far back the call that something stands in is looked for, in bytes.
const reach = 4096

// reader looks at the code of one file.
type reader struct {
	language   lex.Language
	code, bare []byte
}

// calls finds the values that calls write to a log.
func calls(l lex.Language, t lex.Text) []Find {
	r := reader{l, t.Code, t.Bare}
	var out []Find
	for at := 0; at < len(r.bare); {
		if !begins(r.bare[at]) {
			at++
			continue
		}
		end := at + 1
		for end < len(r.bare) && part(r.bare[end]) {
			end++
		}
		if end-at <= 40 { // no term is longer, nor is what people put before one
			if f, ok := r.look(at, end); ok {
				out = append(out, f)
			}
		}
		at = end
	}
	return out
}

// look judges one name.
func (r reader) look(at, end int) (Find, bool) {
	name := string(r.bare[at:end])
	quoted := r.code[at] == ' '
	if quoted && !r.key(at, end) {
		return Find{}, false
	}
	receiver := r.receiver(at)
	f := Find{Kind: PHI, Start: at}
	var known bool
	f.What, f.Sure, known = named(name)
	switch {
	case slices.Contains(ofPatient(), strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(name, "get"), "_", ""))) && patient(receiver):
		f.What, f.Sure = "patient "+strings.ToLower(name), true
	case body(r.language, name, receiver):
		f.Kind, f.What, f.Sure = Body, "request body", true
	case !known:
		return Find{}, false
	}
	if !quoted && constant(r.language, name, receiver) || !r.value(at, end, name) {
		return Find{}, false
	}
	sink, sure := r.sink(at)
	if sink == "" {
		return Find{}, false
	}
	f.Sink = sink
	f.Sure = f.Sure && sure
	return f, true
}

// patient tells whether a receiver is one: patient, currentPatient, getPatient().
func patient(receiver string) bool {
	words := wordsOf(receiver)
	return len(words) > 0 && slices.Contains([]string{"patient", "beneficiary"}, words[len(words)-1])
}

// body tells whether a name is the body of a request.
func body(l lex.Language, name, receiver string) bool {
	words := wordsOf(receiver)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if last != "request" && last != "req" {
		return false
	}
	switch name {
	case "body", "rawBody":
		return l != lex.Go && l != lex.Java && l != lex.Kotlin
	case "get_json", "get_data", "POST", "raw_post":
		return receiver == "request"
	case "json", "data", "form":
		return receiver == "request" && l == lex.Python
	}
	return false
}

// key tells whether a quoted name is the key of a value: row["ssn"], row.get("ssn").
func (r reader) key(at, end int) bool {
	if at < 2 || end >= len(r.bare) || !isQuote(r.bare[at-1]) || r.bare[end] != r.bare[at-1] {
		return false
	}
	before := r.back(at - 2)
	if before < 0 {
		return false
	}
	after := r.skip(end + 1)
	switch r.code[before] {
	case '[':
		// A key has something in front of its bracket; a list has not.
		i := r.back(before - 1)
		return i >= 0 && (part(r.code[i]) || r.code[i] == ')' || r.code[i] == ']') && after < len(r.code) && r.code[after] == ']'
	case '(':
		chain := r.chain(before)
		if len(chain) < 2 {
			return false
		}
		switch strings.ToLower(chain[len(chain)-1]) {
		case "get", "getstring", "getdate", "getvalue", "fetch", "dig", "getattribute", "getparameter", "getfield":
			return !logger(chain[len(chain)-2])
		}
	}
	return false
}

// receiver is the name in front of the dot, empty without one.
func (r reader) receiver(at int) string {
	chain := r.path(at - 1)
	if len(chain) == 0 {
		return ""
	}
	return chain[len(chain)-1]
}

// path reads a chain of names that ends with a separator at or before i.
func (r reader) path(i int) []string {
	i, ok := r.separator(i)
	if !ok {
		return nil
	}
	return r.names(i)
}

// chain is the name of the call whose bracket is at open.
func (r reader) chain(open int) []string { return r.names(open - 1) }

// names reads a chain of names backwards from its end.
func (r reader) names(i int) []string {
	var out []string
	limit := i - reach
	for len(out) < 16 {
		i = r.back(i)
		for i >= 0 && i > limit && (r.code[i] == ')' || r.code[i] == ']') {
			if i = r.opening(i, limit); i < 0 {
				return slices.Clip(reversed(out))
			}
			i = r.back(i - 1)
		}
		end := i + 1
		for i >= 0 && part(r.code[i]) {
			i--
		}
		if i+1 == end {
			break
		}
		out = append(out, string(r.code[i+1:end]))
		next, ok := r.separator(i)
		if !ok {
			break
		}
		i = next
	}
	return reversed(out)
}

func reversed(s []string) []string {
	slices.Reverse(s)
	return s
}

// separator passes over a dot or what stands for one, which may begin a line.
func (r reader) separator(i int) (int, bool) {
	i = r.backLines(i)
	if i < 0 {
		return i, false
	}
	switch {
	case r.code[i] == '.' && (i == 0 || r.code[i-1] != '.'):
		i--
		if i >= 0 && (r.code[i] == '?' || r.code[i] == '!' || r.code[i] == '&') {
			i--
		}
		return r.backLines(i), true
	case i > 0 && (string(r.code[i-1:i+1]) == "->" && r.language == lex.PHP || string(r.code[i-1:i+1]) == "::"):
		return r.backLines(i - 2), true
	}
	return i, false
}

// opening finds the bracket that another closes, going back.
func (r reader) opening(i, limit int) int {
	depth := 0
	for ; i >= 0 && i > limit; i-- {
		switch r.code[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

// back skips blanks going back, backLines line ends too, skip blanks going on.
func (r reader) back(i int) int {
	for i >= 0 && (r.code[i] == ' ' || r.code[i] == '\t') {
		i--
	}
	return i
}

func (r reader) backLines(i int) int {
	for i >= 0 && bytes.IndexByte([]byte(" \t\r\n"), r.code[i]) >= 0 {
		i--
	}
	return i
}

func (r reader) skip(i int) int {
	for i < len(r.code) && (r.code[i] == ' ' || r.code[i] == '\t') {
		i++
	}
	return i
}

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

func begins(c byte) bool {
	return c == '_' || c == '$' || c == '@' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

func part(c byte) bool { return begins(c) && c != '@' || c >= '0' && c <= '9' }
