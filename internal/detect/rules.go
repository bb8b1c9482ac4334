package detect

import (
	_ "embed" // the rule file
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// ruleFile is config/gitleaks.toml of github.com/zricethezav/gitleaks/v8 v8.30.1
// as published there (MIT, gitleaks/LICENSE); see docs/decisions/0018.
//
//go:embed gitleaks/gitleaks.toml
var ruleFile []byte

// ruleSet is the rule file as its documentation defines it
// (https://github.com/gitleaks/gitleaks#configuration).
type ruleSet struct {
	Rules     []rule
	Allowlist allowlist
}

type rule struct {
	ID          string
	Path        string
	Regex       string
	SecretGroup int
	Entropy     float64
	Keywords    []string
	Allowlists  []allowlist

	compiled func() expressions
	assigned int                            // 0, or the least length of the value in "keyword ... = value"
	near     func(text []byte, end int) int // of rules of ours: where a match that this keyword begins may end, 0 for none
	why      string                         // what a match's Why says
}

// allowlist says what is no credential though a rule matched.
type allowlist struct {
	Condition   string // "AND": all kinds of entries must match, else any
	RegexTarget string // "match", "line", else the secret
	Paths       []string
	Regexes     []string
	StopWords   []string

	compiled func() allowed
}

type expressions struct {
	regex, path *regexp.Regexp
	leads       leads
	reach       int // the longest match, in bytes
}

type allowed struct {
	regex, path *regexp.Regexp
	stop        *automaton
}

// loadRules parses the rule file; expressions are checked by the tests and
// compiled when a keyword asks for them.
func loadRules() (*ruleSet, error) {
	set := &ruleSet{}
	if err := toml.Unmarshal(ruleFile, set); err != nil {
		return nil, fmt.Errorf("read the embedded rules of credentials: %w", err)
	}
	set.Rules = append(set.Rules, ownRules()...)
	set.Allowlist.prepare()
	for i := range set.Rules {
		set.Rules[i].prepare()
	}
	return set, nil
}

func (r *rule) prepare() {
	r.compiled = sync.OnceValue(func() expressions {
		begin, reach := shapeOf(r.Regex)
		return expressions{regex: compile(r.Regex), path: compile(r.Path), leads: begin, reach: reach}
	})
	for i := range r.Allowlists {
		r.Allowlists[i].prepare()
	}
	r.assigned = valueLength(r.Regex)
	r.why = "matches the rule " + r.ID
	if r.Entropy > 0 {
		r.why += ", and is random enough"
	}
}

func (a *allowlist) prepare() {
	a.compiled = sync.OnceValue(func() allowed {
		x := allowed{regex: compile(anyOf(a.Regexes)), path: compile(anyOf(a.Paths))}
		if len(a.StopWords) > 0 {
			x.stop = newAutomaton(lowerAll(a.StopWords))
		}
		return x
	})
}

// compile gives nil for an empty expression and for one that does not compile:
// a test compiles them all.
func compile(expression string) *regexp.Regexp {
	if expression == "" {
		return nil
	}
	re, err := regexp.Compile(expression)
	if err != nil {
		return nil
	}
	return re
}

// lazily compiles an expression of ours when it is first used, so that a run that
// scans no text pays nothing for it.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

func lowerAll(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = strings.ToLower(w)
	}
	return all
}

func anyOf(expressions []string) string {
	if len(expressions) == 0 {
		return ""
	}
	return "(?:" + strings.Join(expressions, ")|(?:") + ")"
}

// Most rules have one form, which gitleaks generates: a name that holds the
// keyword, an operator, and a value. assignHead, assignment and assignTail are
// the constant parts of it.
const (
	assignHead = `(?i)[\w.-]{0,50}?(?:`
	assignment = `(?:[ \t\w.-]{0,20})[\s'"]{0,3}(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)[\x60'"\s=]{0,5}`
	assignTail = `(?:[\x60'"\s;]|\\[nr]|$)`
)

// valueLength is the least length of the value where the rule has that form, else 0.
func valueLength(regex string) int {
	head, value, ok := strings.Cut(regex, assignment)
	if !ok || !strings.HasPrefix(head, assignHead) || !strings.HasSuffix(value, assignTail) || strings.Contains(value, `\b`) {
		return 0
	}
	parsed, err := syntax.Parse(strings.TrimSuffix(value, assignTail), syntax.Perl)
	if err != nil {
		return 0
	}
	return shortest(parsed)
}
