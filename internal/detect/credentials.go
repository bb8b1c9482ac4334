package detect

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strings"
)

// keywordHit is a keyword of a rule that may begin or hold a match.
type keywordHit struct {
	rule   uint16
	window span
}

// credentialScan matches the rules of credentials in one text.
type credentialScan struct {
	rules *ruleSet
	name  string
	text  []byte
	file  ruleAnswer // whether the rule file leaves files of this name alone
	hits  []keywordHit
	most  int          // matches of one rule
	asked []ruleAnswer // by rule: whether its paths let it see this file
}

type ruleAnswer uint8

const (
	notAsked ruleAnswer = iota
	applies
	excluded
)

// keyword takes a keyword that ends at end, and keeps the window in which the
// rule can match because of it.
func (c *credentialScan) keyword(n uint16, word string, end int) {
	r := &c.rules.Rules[n]
	start := end - len(word)
	var w span
	switch {
	case r.near != nil:
		to := r.near(c.text, end)
		if to == 0 {
			return
		}
		w = span{start - usualNameLength, to}
	case r.assigned > 0:
		to := valueEnd(c.text, end, r.assigned, r.Entropy > 0 && r.ID == genericRule)
		if to == 0 {
			return
		}
		w = span{start - usualNameLength, to}
	default:
		x := r.compiled()
		switch {
		case !x.leads.holds(word):
			w = span{start - max(x.reach, usualReach), end + max(x.reach, usualReach)}
		case x.leads.begins(c.text, start):
			w = span{start - 1, start + x.reach}
		default:
			return
		}
	}
	if !c.sees(n) {
		return
	}
	// one byte more on each side, so that a boundary of the window is none of a word
	w = span{max(0, w.start-1), min(len(c.text), w.end+1)}
	c.hits = append(c.hits, keywordHit{n, w})
}

const (
	genericRule     = "generic-api-key"
	usualNameLength = 52 // assignHead allows 50 bytes before the keyword
)

// valueEnd tells where the value ends that is assigned to a name which holds the
// keyword, 0 where the text cannot match assignment. It asks for less than the
// expression does and is there to keep the expression from running.
func valueEnd(text []byte, end, least int, mixed bool) int {
	i := end
	for i < len(text) && i-end <= 23 && (wordByte(text[i]) || bytes.IndexByte([]byte(" \t\n\r\f\v.-'\""), text[i]) >= 0) {
		i++
	}
	if i == len(text) || bytes.IndexByte([]byte("=:>|?,"), text[i]) < 0 {
		return 0
	}
	operator := i
	for i < len(text) && i-operator < 9 && bytes.IndexByte([]byte("=:>|?,`'\" \t\n\r\f\v"), text[i]) >= 0 {
		i++
	}
	first, telling := i, false
	for i < len(text) && i-first < 1<<10 && text[i] > ' ' && text[i] != '\'' && text[i] != '"' && text[i] != '`' && text[i] != ';' {
		b := text[i]
		telling = telling || b >= '0' && b <= '9' || b == '=' || b == '+' || b == '/'
		i++
	}
	if i-operator+1 < least || mixed && !telling {
		return 0
	}
	return i + 2
}

func wordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_'
}

// sees tells whether the rule looks at files of this name.
func (c *credentialScan) sees(n uint16) bool {
	if c.file == notAsked {
		c.file = applies
		if matches(c.rules.Allowlist.compiled().path, c.name) {
			c.file = excluded
		}
	}
	if c.file == excluded {
		return false
	}
	if c.asked[n] == notAsked {
		c.asked[n] = applies
		r := &c.rules.Rules[n]
		if x := r.compiled(); x.path != nil && !x.path.MatchString(c.name) {
			c.asked[n] = excluded
		}
		for i := range r.Allowlists {
			if a := &r.Allowlists[i]; a.Condition == "" && matches(a.compiled().path, c.name) {
				c.asked[n] = excluded
			}
		}
	}
	return c.asked[n] == applies
}

func matches(re *regexp.Regexp, text string) bool {
	return re != nil && text != "" && re.MatchString(text)
}

// found runs the expressions over the windows.
func (c *credentialScan) found() []found {
	all := c.named()
	rule, first := uint16(math.MaxUint16), 0 // the rule that runs, and where its matches begin
	slices.SortStableFunc(c.hits, func(a, b keywordHit) int { return int(a.rule) - int(b.rule) })
	for i := 0; i < len(c.hits); {
		n, w := c.hits[i].rule, c.hits[i].window
		for i++; i < len(c.hits) && c.hits[i].rule == n && c.hits[i].window.start <= w.end; i++ {
			w.end = max(w.end, c.hits[i].window.end)
			w.start = min(w.start, c.hits[i].window.start)
		}
		if rule == n && len(all)-first >= c.most {
			continue
		}
		if rule != n {
			rule, first = n, len(all)
		}
		all = c.match(all, &c.rules.Rules[n], w)
	}
	return all
}

// named runs the rules that look at the name of a file alone: stores of keys.
func (c *credentialScan) named() []found {
	var all []found
	for n := range c.rules.Rules {
		if r := &c.rules.Rules[n]; r.Regex == "" && matches(r.compiled().path, c.name) && c.sees(uint16(n)) {
			all = append(all, found{Match: Match{Class: Credential, Kind: r.ID, Confidence: Medium, Masked: "[" + r.ID + "]", Why: "a file of a name that the rule " + r.ID + " knows"}})
		}
	}
	return all
}

func (c *credentialScan) match(all []found, r *rule, w span) []found {
	for _, at := range r.compiled().regex.FindAllSubmatchIndex(c.text[w.start:w.end], -1) {
		if at[0] == 0 && w.start > 0 || at[1] == w.end-w.start && w.end < len(c.text) {
			continue // what begins or ends at a cut is not what it seems
		}
		whole := span{w.start + at[0], w.start + at[1]}
		secret := whole
		if g := group(at, r.SecretGroup); g >= 0 {
			secret = span{w.start + at[2*g], w.start + at[2*g+1]}
		}
		value := string(bytes.Trim(c.text[secret.start:secret.end], "\n"))
		if r.Entropy > 0 && entropy(value) <= r.Entropy || c.allowed(r, whole, value) {
			continue
		}
		confidence, why := judge(r, value)
		if confidence > Low && r.local(c, whole) {
			confidence, why = Low, why+", but opens this machine alone"
		}
		all = append(all, found{Match: Match{
			Class: Credential, Kind: r.ID, Confidence: confidence,
			Start: secret.start, End: secret.end, Masked: "[" + r.ID + "]", Why: why,
		}})
	}
	return all
}

// group is the capture that holds the secret: the rule's, else the first that
// matched, -1 for the whole.
func group(at []int, want int) int {
	for g := 1; g < len(at)/2; g++ {
		if (want == g || want == 0) && at[2*g] >= 0 && at[2*g+1] > at[2*g] {
			return g
		}
	}
	return -1
}

// allowed asks the lists of the rule file and of the rule, in gitleaks' terms.
func (c *credentialScan) allowed(r *rule, whole span, secret string) bool {
	lists := append([]allowlist{c.rules.Allowlist}, r.Allowlists...)
	for i := range lists {
		a := &lists[i]
		x := a.compiled()
		target := secret
		switch a.RegexTarget {
		case "match":
			target = string(c.text[whole.start:whole.end])
		case "line":
			target = c.around(whole)
		}
		hit := matches(x.regex, target)
		stop := x.stop != nil && x.stop.holdsAny(secret)
		if strings.EqualFold(a.Condition, "and") {
			if (len(a.Paths) == 0 || matches(x.path, c.name)) && (len(a.Regexes) == 0 || hit) && (len(a.StopWords) == 0 || stop) {
				return true
			}
		} else if hit || stop {
			return true
		}
	}
	return false
}

// around is the line of a match, at most lineReach bytes to each side.
func (c *credentialScan) around(at span) string {
	const lineReach = 1 << 10
	from, to := max(0, at.start-lineReach), min(len(c.text), at.end+lineReach)
	if nl := bytes.LastIndexByte(c.text[from:at.start], '\n'); nl >= 0 {
		from += nl + 1
	}
	if nl := bytes.IndexByte(c.text[at.end:to], '\n'); nl >= 0 {
		to = at.end + nl
	}
	return string(c.text[from:to])
}
