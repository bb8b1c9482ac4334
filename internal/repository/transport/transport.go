// Package transport finds settings of TLS in code and configuration: which versions are allowed,
// where verification is switched off, where an API is called without TLS at all, and servers that do not
// tell browsers to come back with it. It turns one file, taken apart by lex, into finds with
// their places; internal/repository makes resources of them. No value leaves it but versions.
package transport

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// The kinds of find.
const (
	// Protocol is a setting of the lowest version; it may be a good one.
	Protocol = "protocol"
	// Verification is a certificate that nobody verifies.
	Verification = "verification"
	// Plain is a connection without TLS.
	Plain = "plain"
	// HSTS is a server with TLS that does not send Strict-Transport-Security.
	HSTS = "hsts"
)

// Find is one place.
type Find struct {
	Kind string
	// What names the setting.
	What string
	// Minimum is the lowest version that a Protocol setting allows, 1.2 for TLS 1.2, 0 for SSL.
	Minimum float64
	// Sure tells that hardly anything else is meant.
	Sure bool
	// Start is the offset in the file.
	Start int
}

// configs are the JSON files that are read; others hold data.
func configs(base string) bool {
	return strings.HasPrefix(base, "appsettings") || strings.HasPrefix(base, "config.") || strings.HasPrefix(base, "settings.") || base == "package.json"
}

// Wants tells by a file's name whether Read looks into it.
func Wants(name string) bool {
	switch l := lex.Of(name); l {
	case lex.JSON:
		return configs(strings.ToLower(name[strings.LastIndexByte(name, '/')+1:]))
	case lex.XML, "":
		return false
	default:
		return true
	}
}

// Read looks for settings of TLS in a file. Finds are in the order of their places.
func Read(name string, src []byte) []Find {
	l := lex.Of(name)
	lower := bytes.ToLower(src)
	if !slices.ContainsFunc(mentions(), func(word string) bool { return bytes.Contains(lower, []byte(word)) }) {
		return nil
	}
	f := file{language: l, text: lex.Split(l, src)}
	for _, r := range rules() {
		if r.in(l) {
			f.apply(r)
		}
	}
	f.servers()
	if !l.Program() && l != lex.Shell {
		f.endpoints()
	}
	slices.SortStableFunc(f.out, func(a, b Find) int { return cmp.Compare(a.Start, b.Start) })
	return slices.CompactFunc(f.out, func(a, b Find) bool { return a.Start == b.Start && a.Kind == b.Kind })
}

// mentions are words without one of which a file says nothing of TLS, in lower case.
func mentions() []string {
	return []string{"ssl", "tls", "verify", "cert", "http://", "insecure", "unauthorized", "hostname", "curl", "wget"}
}

// file is one that is being read.
type file struct {
	language lex.Language
	text     lex.Text
	out      []Find
}

// apply looks for a rule's form.
func (f *file) apply(r rule) {
	for _, m := range r.form.FindAllSubmatchIndex(f.text.Bare, -1) {
		at := m[0]
		for at < m[1] && (f.text.Bare[at] == ' ' || f.text.Bare[at] == '\n' || f.text.Bare[at] == '\t') {
			at++
		}
		quoted := f.text.Code[at] == ' '
		if f.language.Program() && quoted != r.quoted || r.remote && f.local(at) {
			continue
		}
		if len(r.calls) > 0 && !slices.Contains(r.calls, callee(f.text.Code, at)) {
			continue
		}
		find := Find{Kind: r.kind, What: r.what, Sure: !r.doubtful, Start: at}
		if r.kind == Protocol {
			versions := ""
			for i := 2; i+1 < len(m); i += 2 {
				if m[i] >= 0 {
					versions = string(f.text.Bare[m[i]:m[i+1]])
				}
			}
			lowest, ok := r.lowest(versions)
			if !ok {
				continue
			}
			find.Minimum = lowest
		}
		f.out = append(f.out, find)
	}
}

// longLine bounds how much of a line is looked at on each side of a place, in bytes.
const longLine = 300

// local tells whether the line of a place is about this machine.
func (f *file) local(at int) bool {
	near := f.text.Bare[max(0, at-longLine):min(len(f.text.Bare), at+longLine)]
	here := at - max(0, at-longLine)
	from := bytes.LastIndexByte(near[:here], '\n') + 1
	to := bytes.IndexByte(near[here:], '\n')
	if to < 0 {
		to = len(near) - here
	}
	return loopback().Match(near[from : here+to])
}

// callee is the last name of the call that a place is an argument of, empty for none.
func callee(code []byte, at int) string {
	depth := 0
	for i := at - 1; i >= 0 && i > at-4096; i-- {
		switch code[i] {
		case ')', ']', '}':
			depth++
		case '[', '{':
			depth--
		case '(':
			if depth > 0 {
				depth--
				continue
			}
			end := i
			for end > 0 && (code[end-1] == ' ' || code[end-1] == '\n') {
				end--
			}
			return string(lastName().Find(code[max(0, end-64):end]))
		}
	}
	return ""
}

// version reads one name of a version, in whatever way it is written.
func version(name string) (float64, bool) {
	m := versionForm().FindStringSubmatch(strings.ToLower(name))
	switch {
	case m == nil:
		return 0, false
	case m[1] == "ssl":
		return 0, true
	}
	switch m[2] {
	case "", "0":
		return 1.0, true
	case "1":
		return 1.1, true
	case "2":
		return 1.2, true
	}
	return 1.3, true
}

// lowestOf is the lowest of the versions that are named in a text. Apache's form adds and takes
// away: all -SSLv3 -TLSv1.
// Source: https://httpd.apache.org/docs/2.4/mod/mod_ssl.html#sslprotocol
func lowestOf(text string) (float64, bool) {
	on := map[float64]bool{}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t,\"'|[]", r) }) {
		if word == "all" || word == "+all" {
			on[1.0], on[1.1], on[1.2], on[1.3] = true, true, true, true
			continue
		}
		v, ok := version(strings.TrimLeft(word, "+-"))
		switch {
		case !ok:
		case strings.HasPrefix(word, "-"):
			delete(on, v)
		default:
			on[v] = true
		}
	}
	lowest, found := 9.0, false
	for v := range on {
		lowest, found = min(lowest, v), true
	}
	return lowest, found
}

// in tells whether a rule is about a language.
func (r rule) in(l lex.Language) bool {
	return len(r.languages) == 0 || slices.Contains(r.languages, l)
}

// lowest reads what a rule's form found.
func (r rule) lowest(text string) (float64, bool) {
	if r.fixed != nil {
		return *r.fixed, true
	}
	return lowestOf(text)
}

// rule is one form of a setting.
type rule struct {
	languages []lex.Language
	form      *regexp.Regexp
	kind      string
	what      string
	// quoted: in a program it stands in a string; else it stands in code.
	quoted bool
	// remote: it says nothing where its line names this machine.
	remote bool
	// doubtful: something else may be meant.
	doubtful bool
	// calls are the functions of which it has to be an argument.
	calls []string
	// fixed is the version where the form says it without naming it.
	fixed *float64
}
