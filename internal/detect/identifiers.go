package detect

import "bytes"

// parseSSN reads nine digits at start, as 123456789, 123-45-6789 or 123 45 6789,
// that stand alone. It gives the end, 0 where the Social Security Administration
// issues no such number: area 000, 666 and 900 to 999, group 00, serial 0000
// (https://www.ssa.gov/employer/randomization.html).
func parseSSN(text []byte, start int) (end int, dashed bool) {
	if start > 0 && (alnum(text[start-1]) || bytes.IndexByte([]byte("-_.+$%@#/\\"), text[start-1]) >= 0 && !startsLine(text, start-1)) {
		return 0, false
	}
	at := start
	groups := [3]span{}
	for g, n := range []int{3, 2, 4} {
		groups[g] = span{at, at + n}
		for range n {
			if at >= len(text) || !digit(text[at]) {
				return 0, false
			}
			at++
		}
		if g < 2 && at < len(text) && (text[at] == '-' || text[at] == ' ') {
			if g == 1 && (!dashed || text[at] != text[groups[0].end]) {
				return 0, false
			}
			dashed = true
			at++
		} else if g == 1 && dashed {
			return 0, false
		}
	}
	if at < len(text) && (alnum(text[at]) || text[at] == '_' || bytes.IndexByte([]byte("-.%@/:"), text[at]) >= 0 && at+1 < len(text) && alnum(text[at+1])) {
		return 0, false
	}
	area := string(text[groups[0].start:groups[0].end])
	if area == "000" || area == "666" || area[0] == '9' ||
		string(text[groups[1].start:groups[1].end]) == "00" || string(text[groups[2].start:groups[2].end]) == "0000" {
		return 0, false
	}
	return at, dashed
}

func startsLine(text []byte, at int) bool {
	return at == 0 || text[at-1] == '\n' || text[at-1] == ' '
}

// validNPI tells a National Provider Identifier: ten digits, the first 1 or 2, and
// the check digit of ISO/IEC 7812 (Luhn) over 80840 and the number
// (https://www.cms.gov/Regulations-and-Guidance/Administrative-Simplification/NationalProvIdentStand/Downloads/NPIcheckdigit.pdf).
func validNPI(s []byte) bool {
	if len(s) != 10 || s[0] != '1' && s[0] != '2' {
		return false
	}
	sum := 24 // what 80840 adds
	for i, b := range s {
		if !digit(b) {
			return false
		}
		d := int(b - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// validDEA tells a registration number of the Drug Enforcement Administration: a
// letter for the kind of registrant, a letter of the name or 9, and seven digits;
// the sum of the first, third and fifth and twice that of the second, fourth and
// sixth ends in the seventh (https://www.deadiversion.usdoj.gov, "DEA number";
// codes of registrants in 21 CFR 1301 and the registration validation pages).
func validDEA(s []byte) bool {
	if len(s) != 9 || bytes.IndexByte([]byte("ABCDEFGHJKLMPRSTUX"), s[0]) < 0 || !upper(s[1]) && s[1] != '9' {
		return false
	}
	for _, b := range s[2:] {
		if !digit(b) {
			return false
		}
	}
	n := func(i int) int { return int(s[i+1] - '0') }
	return (n(1)+n(3)+n(5)+2*(n(2)+n(4)+n(6)))%10 == n(7)
}

// mbiShape is what each position of a Medicare Beneficiary Identifier holds: c a
// digit 1 to 9, n a digit, a a letter other than S, L, O, I, B and Z, x either
// (https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf).
const mbiShape = "caxnaxnaann"

// parseMBI reads an MBI at start, as 11 characters or in groups of 4-3-4.
func parseMBI(text []byte, start int) (end int, dashed bool) {
	at := start
	for i := range len(mbiShape) {
		if (i == 4 || i == 7) && at < len(text) && text[at] == '-' && (i == 4 || dashed) {
			dashed = true
			at++
		} else if i == 7 && dashed {
			return 0, false
		}
		if at >= len(text) || !mbiFits(mbiShape[i], text[at]) {
			return 0, false
		}
		at++
	}
	if at < len(text) && (wordByte(text[at]) || text[at] == '-') || start > 0 && (wordByte(text[start-1]) || text[start-1] == '-') {
		return 0, false
	}
	return at, dashed
}

func mbiFits(shape, b byte) bool {
	isLetter := upper(b) && bytes.IndexByte([]byte("SLOIBZ"), b) < 0
	switch shape {
	case 'c':
		return b >= '1' && b <= '9'
	case 'n':
		return digit(b)
	case 'a':
		return isLetter
	default:
		return digit(b) || isLetter
	}
}
