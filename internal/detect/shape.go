package detect

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// lead is a way in which matches of an expression begin, as far as that is constant.
type lead struct {
	boundary bool // at the boundary of a word
	literal  string
	fold     bool // literal in any case
}

// leads are all the ways, nil where one of them is not constant.
type leads []lead

// usualReach bounds the window of expressions that have no longest match, and
// longestReach that of private keys: one of 16384 bits takes some 12 KiB.
const (
	usualReach   = 1 << 12
	longestReach = 1 << 14
)

// mostLeads bounds the product of alternatives; expressions beyond it have none.
const mostLeads = 64

// shapeOf reads from an expression how its matches begin and how long they are.
func shapeOf(regex string) (leads, int) {
	parsed, err := syntax.Parse(regex, syntax.Perl)
	if err != nil || regex == "" {
		return nil, usualReach
	}
	reach := longest(parsed)
	if reach < 0 || reach > usualReach {
		reach = usualReach
	}
	if strings.Contains(regex, "-----BEGIN") {
		reach = longestReach
	}
	all, _ := leadsOf(parsed)
	for _, l := range all {
		if l.literal == "" {
			return nil, reach
		}
	}
	return all, reach
}

// leadsOf follows the beginning of an expression; whole says that the leads are all
// of it, so that what comes after it continues them.
func leadsOf(re *syntax.Regexp) (all leads, whole bool) {
	switch re.Op { //nolint:exhaustive // what is not named ends the constant beginning
	case syntax.OpWordBoundary:
		return leads{{boundary: true}}, true
	case syntax.OpLiteral:
		return leads{{literal: string(re.Rune), fold: re.Flags&syntax.FoldCase != 0}}, true
	case syntax.OpCapture:
		return leadsOf(re.Sub[0])
	case syntax.OpConcat:
		all, whole = leads{{}}, true
		for _, sub := range re.Sub {
			next, open := leadsOf(sub)
			if len(next) == 0 || len(all)*len(next) > mostLeads {
				return all, false
			}
			if all = all.then(next); !open {
				return all, false
			}
		}
		return all, true
	case syntax.OpAlternate:
		whole = true
		for _, sub := range re.Sub {
			next, open := leadsOf(sub)
			if len(next) == 0 {
				return nil, false
			}
			all, whole = append(all, next...), whole && open
		}
		return all, whole
	}
	return nil, false
}

func (l leads) then(next leads) leads {
	all := make(leads, 0, len(l)*len(next))
	for _, a := range l {
		for _, b := range next {
			all = append(all, lead{
				boundary: a.boundary || a.literal == "" && b.boundary,
				literal:  a.literal + b.literal,
				fold:     a.fold || b.fold,
			})
		}
	}
	return all
}

// holds tells whether the keyword stands where the matches begin.
func (l leads) holds(keyword string) bool {
	return slices.ContainsFunc(l, func(one lead) bool {
		literal := strings.ToLower(one.literal)
		return strings.HasPrefix(keyword, literal) || strings.HasPrefix(literal, keyword)
	})
}

// begins tells whether a match may begin at start. It is only asked where the
// keyword is at the beginning of the matches.
func (l leads) begins(text []byte, start int) bool {
	return slices.ContainsFunc(l, func(one lead) bool { return one.begins(text, start) })
}

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
