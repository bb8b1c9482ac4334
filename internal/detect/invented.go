package detect

import "strings"

// Numbers that were published and are nobody's: the Social Security
// Administration's of a wallet's sample card and of a pamphlet, a company's
// advertisement; CMS's samples of the MBI and of the NPI's check digit; and the DEA
// numbers that explanations of the checksum use
// (https://www.ssa.gov/history/ssn/misused.html; the pages named in identifiers.go).
var published = []string{"078051120", "219099999", "457555462", "123121234", "1EG4TE5MK73", "1EG4TE5MK72", "1234567893", "AB1234563", "BB1388568"}

// inventedNumber tells a number that people make up from one that is issued: a
// published sample, one digit repeated in each group, or digits that count up or down.
func inventedNumber(s string) bool {
	plain := strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, s)
	for _, p := range published {
		if plain == p {
			return true
		}
	}
	uniform := 0
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == ' ' })
	for _, g := range groups {
		if strings.Count(g, g[:1]) == len(g) {
			uniform++
		}
	}
	if len(groups) > 0 && uniform == len(groups) {
		return true
	}
	digits := strings.TrimLeft(plain, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#")
	return len(digits) > 3 && (counting(digits, 1) || counting(digits, 9) || counting(digits, 0))
}

// counting tells whether every step from one digit to the next is step, modulo ten,
// but for one.
func counting(digits string, step byte) bool {
	off := 0
	for i := 1; i < len(digits); i++ {
		if (digits[i]-digits[i-1]+10)%10 != step {
			off++
		}
	}
	return off <= len(digits)/8
}
