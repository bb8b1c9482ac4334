package detect

import (
	"regexp/syntax"
	"strings"
)

// lead is how every match of an expression begins, as far as that is constant.
type lead struct {
	boundary bool // at the boundary of a word
	literal  string
	fold     bool // literal in any case
}

// usualReach bounds the window of expressions that have no longest match, and
// longestReach that of private keys: one of 16384 bits takes some 12 KiB.
const (
	usualReach   = 1 << 12
	longestReach = 1 << 14
)

// shapeOf reads from an expression how its matches begin and how long they are.
func shapeOf(regex string) (lead, int) {
	parsed, err := syntax.Parse(regex, syntax.Perl)
	if err != nil || regex == "" {
		return lead{}, usualReach
	}
	reach := longest(parsed)
	if reach < 0 || reach > usualReach {
		reach = usualReach
	}
	if strings.Contains(regex, "-----BEGIN") {
		reach = longestReach
	}
	var l lead
	l.read(parsed)
	return l, reach
}

// read follows the beginning of an expression; it says whether what comes after
// the read part still belongs to the beginning.
func (l *lead) read(re *syntax.Regexp) bool {
	switch re.Op { //nolint:exhaustive // what is not named ends the constant beginning
	case syntax.OpWordBoundary:
		l.boundary = true
		return true
	case syntax.OpCapture:
		return l.read(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !l.read(sub) {
				break
			}
		}
	case syntax.OpLiteral:
		l.literal, l.fold = string(re.Rune), re.Flags&syntax.FoldCase != 0
	}
	return false
}

// begins tells whether a match may begin at start. It is only asked where the
// keyword is at the beginning of every match.
func (l lead) begins(text []byte, start int) bool {
	if l.boundary && start > 0 && wordByte(text[start-1]) && wordByte(text[start]) {
		return false
	}
	end := start + len(l.literal)
	if end > len(text) {
		return false
	}
	if l.fold {
		return strings.EqualFold(string(text[start:end]), l.literal)
	}
	return string(text[start:end]) == l.literal
}

// holds tells whether the keyword stands where the matches begin.
func (l lead) holds(keyword string) bool {
	literal := strings.ToLower(l.literal)
	return literal != "" && (strings.HasPrefix(keyword, literal) || strings.HasPrefix(literal, keyword))
}

// longest is the longest match in bytes, -1 where there is none.
func longest(re *syntax.Regexp) int {
	switch re.Op { //nolint:exhaustive // what is not named matches nothing
	case syntax.OpLiteral:
		return len(string(re.Rune))
	case syntax.OpCharClass:
		if last := len(re.Rune) - 1; last > 0 && re.Rune[last] > 127 && re.Flags&syntax.FoldCase == 0 {
			return 4
		}
		return 1
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 4
	case syntax.OpStar, syntax.OpPlus:
		return -1
	case syntax.OpCapture, syntax.OpQuest:
		return longest(re.Sub[0])
	case syntax.OpRepeat:
		if n := longest(re.Sub[0]); re.Max >= 0 && n >= 0 {
			return re.Max * n
		}
		return -1
	case syntax.OpConcat, syntax.OpAlternate:
		total := 0
		for _, sub := range re.Sub {
			n := longest(sub)
			if n < 0 {
				return -1
			}
			if re.Op == syntax.OpConcat {
				total += n
			} else {
				total = max(total, n)
			}
		}
		return total
	}
	return 0
}

// shortest is the least number of characters that an expression can match.
func shortest(re *syntax.Regexp) int {
	n := 0
	switch re.Op { //nolint:exhaustive // what is not named can match nothing
	case syntax.OpLiteral:
		n = len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		n = 1
	case syntax.OpCapture, syntax.OpPlus:
		n = shortest(re.Sub[0])
	case syntax.OpRepeat:
		n = re.Min * shortest(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			n += shortest(sub)
		}
	case syntax.OpAlternate:
		n = shortest(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			n = min(n, shortest(sub))
		}
	}
	return n
}
