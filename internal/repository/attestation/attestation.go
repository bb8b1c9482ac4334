// Package attestation reads the file in which an organisation attests that it has done what no
// scanner can see: that a risk analysis was made, when, by whom, and who signed it off. It turns
// the bytes of the file into entries and problems, each with its line; internal/repository makes
// resources of them.
package attestation

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// RiskAnalysis is the only kind of attestation there is.
const RiskAnalysis = "risk-analysis"

// Layout is how dates are written.
const Layout = time.DateOnly

// list is the only key of the file.
const list = "attestations"

// MaxSize is how large the file may be, in bytes: YAML of this size is read in a moment.
const MaxSize = 1 << 20

// maxText is how long a name or a scope may be, in bytes.
const maxText = 4096

// Entry is one attestation. Dates are as Layout says and exist, or empty.
type Entry struct {
	// Kind is RiskAnalysis, and Date the day on which the analysis was finished.
	Kind, Date string
	// Assessor made it and Approver signed it off.
	Assessor, Approver string
	// Scope says what was analysed.
	Scope string
	// NextReview is the day by which it is to be looked at again.
	NextReview string
	// Document names the document: a slash-separated path from the repository's root, or
	// whatever finds it elsewhere. SHA256 is its digest, 64 hexadecimal digits in lower case.
	Document, SHA256 string
	// Line is where the entry begins, from 1; Lines are those of its keys.
	Line  int
	Lines map[string]int
}

// Problem is something wrong with the file. It holds no value of an entry.
type Problem struct {
	Line    int
	Message string
}

// Parse reads the file. What is wrong with it or with an entry is a problem; an entry with a
// problem is not among the entries, since part of it was not understood.
func Parse(data []byte) ([]Entry, []Problem) {
	if len(data) > MaxSize {
		return nil, wrong(1, "the file is larger than %d MiB", MaxSize>>20)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, wrong(lineOf(err), "it is not YAML")
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, wrong(max(more.Line, lineOf(err)), "it holds more than one document, or ends in none")
	}
	if len(doc.Content) != 1 || isNull(doc.Content[0]) {
		return nil, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, wrong(top.Line, "want the key %s and a list below it", list)
	}
	var entries []Entry
	var problems []Problem
	seen := false
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		switch {
		case key.Value != list:
			problems = append(problems, wrong(key.Line, "unknown key %s; the only one is %s", shown(key.Value), list)...)
		case seen:
			problems = append(problems, wrong(key.Line, "the key %s is given twice", list)...)
		default:
			seen = true
			entries, problems = parseList(value, problems)
		}
	}
	return entries, problems
}

func parseList(node *yaml.Node, problems []Problem) ([]Entry, []Problem) {
	if isNull(node) {
		return nil, problems
	}
	if node.Kind != yaml.SequenceNode {
		return nil, append(problems, wrong(node.Line, "%s: want a list", list)...)
	}
	var entries []Entry
	for _, item := range node.Content {
		e, bad := parseEntry(item)
		if len(bad) > 0 {
			problems = append(problems, bad...)
			continue
		}
		entries = append(entries, e)
	}
	return entries, problems
}

// fields are the keys of an entry in the order of the documentation.
func (e *Entry) fields() []field {
	return []field{
		{"kind", &e.Kind, kindIs},
		{"date", &e.Date, dateIs},
		{"assessor", &e.Assessor, nil},
		{"approver", &e.Approver, nil},
		{"scope", &e.Scope, nil},
		{"next_review", &e.NextReview, dateIs},
		{"document", &e.Document, nil},
		{"sha256", &e.SHA256, digestIs},
	}
}

// field is one key: where its value goes, and what is wrong with a value.
type field struct {
	name  string
	into  *string
	fault func(string) string
}

func parseEntry(node *yaml.Node) (Entry, []Problem) {
	e := Entry{Line: node.Line, Lines: map[string]int{}}
	if node.Kind != yaml.MappingNode {
		return e, wrong(node.Line, "want keys such as kind and date, written out")
	}
	fields := e.fields()
	var problems []Problem
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		at := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value })
		switch {
		case key.Kind != yaml.ScalarNode || at < 0:
			problems = append(problems, wrong(key.Line, "unknown key %s; known are %s", shown(key.Value), names(fields))...)
		case e.Lines[key.Value] > 0:
			problems = append(problems, wrong(key.Line, "the key %s is given twice", key.Value)...)
		default:
			e.Lines[key.Value] = key.Line
			if fault := fields[at].take(value); fault != "" {
				problems = append(problems, wrong(value.Line, "%s: %s", key.Value, fault)...)
			}
		}
	}
	if e.Kind == "" && len(problems) == 0 {
		problems = wrong(node.Line, "kind is missing; the only one is %s", RiskAnalysis)
	}
	e.SHA256 = strings.ToLower(e.SHA256)
	return e, problems
}

// take stores a value, and says what is wrong with it without repeating it.
func (f field) take(value *yaml.Node) string {
	switch {
	case isNull(value):
		return ""
	case value.Kind != yaml.ScalarNode:
		return "want text"
	case len(value.Value) > maxText:
		return fmt.Sprintf("longer than %d bytes", maxText)
	}
	text := strings.TrimSpace(value.Value)
	if text != "" && f.fault != nil {
		if fault := f.fault(text); fault != "" {
			return fault
		}
	}
	*f.into = text
	return ""
}

func kindIs(text string) string {
	if text != RiskAnalysis {
		return "the only kind is " + RiskAnalysis
	}
	return ""
}

func dateIs(text string) string {
	// The years are those that policies can reckon with: nanoseconds since 1970.
	if d, err := time.Parse(Layout, text); err != nil || d.Year() < 1970 || d.Year() > 2099 {
		return "want a date such as 2026-03-31"
	}
	return ""
}

var hexDigest = pattern.Lazy(`^[0-9A-Fa-f]{64}$`)

func digestIs(text string) string {
	if !hexDigest().MatchString(text) {
		return "want the 64 hexadecimal digits that sha256sum prints"
	}
	return ""
}

// Path is where the document would lie in the repository, from its root; empty where what is
// named can only lie elsewhere: a URL, an absolute path, a path that leads out.
func (e Entry) Path() string {
	if e.Document == "" || strings.Contains(e.Document, "://") || strings.ContainsAny(e.Document, "\\\x00") || path.IsAbs(e.Document) {
		return ""
	}
	p := path.Clean(e.Document)
	if p == "." || p == ".." || strings.HasPrefix(p, "../") {
		return ""
	}
	return p
}

func names(fields []field) string {
	out := make([]string, 0, len(fields))
	for _, f := range fields {
		out = append(out, f.name)
	}
	return strings.Join(out, ", ")
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// plainKey is a key that may be repeated in a message: a word, and no value that lost its key.
var plainKey = pattern.Lazy(`^[A-Za-z][A-Za-z_-]{0,30}$`)

func shown(key string) string {
	if !plainKey().MatchString(key) {
		return "(not shown)"
	}
	return strconv.Quote(key)
}

func wrong(line int, format string, args ...any) []Problem {
	return []Problem{{Line: max(line, 1), Message: fmt.Sprintf(format, args...)}}
}

// yamlLine is where the YAML package says a line in its errors, which may also repeat text.
var yamlLine = pattern.Lazy(`\bline ([0-9]+)`)

func lineOf(err error) int {
	if err == nil {
		return 0
	}
	m := yamlLine().FindStringSubmatch(err.Error())
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return n
}
