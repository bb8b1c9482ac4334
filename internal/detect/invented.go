package detect

import (
	"strings"
	"unicode"
)

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
	if len(s) == 9 {
		groups = []string{s[:3], s[3:5], s[5:]} // an SSN without its dashes
	}
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

// fictional: https://www.nanpa.com (555-0100 to 555-0199), RFC 2606 and RFC 6761.
var fictional = lazily(`(?i)555[-. ]?01\d\d\b|\b555[-. )]*\d{3}[-. ]?\d{4}\b|\b(?:000|111|123|999)[-. )]+\d{3}[-. ]\d{4}\b|@(?:[\w-]+\.)*(?:example|test|invalid|localhost|sample|fake|email|domain)(?:\.\w+)?\b|^(?:test|noreply|no-reply|user|foo)\b`)

// inventedWords are what people write where a name goes and nobody is meant.
var inventedWords = map[string]bool{
	"test": true, "tester": true, "testing": true, "testpatient": true, "testcase": true, "testuser": true,
	"sample": true, "example": true, "dummy": true, "fake": true, "faker": true, "demo": true,
	"doe": true, "foo": true, "foobar": true, "lorem": true, "ipsum": true,
	"anonymous": true, "anonymized": true, "anonymised": true, "deidentified": true, "redacted": true,
	"placeholder": true, "synthetic": true, "lastname": true, "firstname": true, "surname": true, "familyname": true,
	"string": true, "todo": true, "zztest": true,
}

// inventedName tells a name that is nobody's: one of those words, one letter again
// and again, or words with digits on each, as Synthea writes them (Aaron697 Heaney114).
func inventedName(s string) bool {
	names, numbered := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		folded := strings.ToLower(w)
		if inventedWords[folded] || len(w) > 1 && strings.Trim(folded, "x") == "" || len(w) > 3 && strings.Trim(folded, folded[:1]) == "" {
			return true
		}
		names++
		trimmed := strings.TrimRight(w, "0123456789")
		if n := len(w) - len(trimmed); n >= 1 && n <= 3 && len(trimmed) >= 2 {
			numbered++
		}
	}
	return names > 0 && numbered > 0 && numbered*2 >= names
}

// inventedContact tells phone numbers and addresses for mail that reach nobody:
// 555-01xx of the North American plan, and the domains of RFC 2606.
func inventedContact(s string) bool {
	return fictional().MatchString(s)
}
