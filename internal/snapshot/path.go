package snapshot

import (
	"errors"
	"strconv"
	"strings"
)

// step is one step of a path: a name, or an index where named is false.
type step struct {
	named bool
	name  string
	index int
}

// printPath writes steps in the notation of policies: ingress[0].cidr_blocks, tags_all["data-class"].
func printPath(p []step) string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case !s.named:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case s.name == "" || strings.ContainsFunc(s.name, unplain):
			b.WriteString("[" + strconv.Quote(s.name) + "]")
		default:
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.name)
		}
	}
	return b.String()
}

// unplain tells whether a rune makes a name one that is written in quotes.
func unplain(r rune) bool {
	return !(r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}

var errPath = errors.New(`want a path such as ingress[0].cidr_blocks or tags_all["data-class"]`)

// parsePath reads what printPath writes. Names with hyphens may stand without quotes.
func parsePath(text string) ([]step, error) {
	var p []step
	for rest := text; rest != ""; {
		var s step
		var err error
		if s, rest, err = parseStep(rest, len(p) == 0); err != nil {
			return nil, err
		}
		p = append(p, s)
	}
	if len(p) == 0 {
		return nil, errPath
	}
	return p, nil
}

func parseStep(s string, first bool) (step, string, error) {
	if strings.HasPrefix(s, `["`) {
		quoted, err := strconv.QuotedPrefix(s[1:])
		if err != nil || !strings.HasPrefix(s[1+len(quoted):], "]") {
			return step{}, "", errPath
		}
		name, err := strconv.Unquote(quoted)
		if err != nil {
			return step{}, "", errPath
		}
		return step{named: true, name: name}, s[len(quoted)+2:], nil
	}
	if s[0] == '[' {
		inner, rest, ok := strings.Cut(s[1:], "]")
		n, err := strconv.Atoi(inner)
		if !ok || err != nil || n < 0 || inner != strconv.Itoa(n) {
			return step{}, "", errPath
		}
		return step{index: n}, rest, nil
	}
	if !first {
		if s[0] != '.' {
			return step{}, "", errPath
		}
		s = s[1:]
	}
	end := strings.IndexAny(s, ".[")
	if end < 0 {
		end = len(s)
	}
	if end == 0 {
		return step{}, "", errPath
	}
	return step{named: true, name: s[:end]}, s[end:], nil
}
