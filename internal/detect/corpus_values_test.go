package detect

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// maker makes values that are nobody's: drawn from a generator with a fixed seed,
// with valid ranges and check digits, and names from lists.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 45_164))} }

func (m maker) pick(of ...string) string { return of[m.IntN(len(of))] }

func (m maker) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + m.IntN(10))
	}
	return string(b)
}

func (m maker) hex(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "0123456789abcdef"[m.IntN(16)]
	}
	return string(b)
}

func (m maker) word(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + m.IntN(26))
	}
	return string(b)
}

// ssn gives one of a range that is issued, that is no sample.
func (m maker) ssn() string {
	for {
		area := 1 + m.IntN(899)
		s := fmt.Sprintf("%03d-%02d-%04d", area, 1+m.IntN(99), 1+m.IntN(9999))
		if area != 666 && !inventedNumber(s) {
			return s
		}
	}
}

func (m maker) bareSSN() string { return strings.ReplaceAll(m.ssn(), "-", "") }

// npi computes the check digit by another way than the detector: Luhn over the
// whole of 80840 and the number, doubling from the right.
func (m maker) npi() string {
	for {
		body := m.pick("1", "2") + m.digits(8)
		for check := range 10 {
			s := body + fmt.Sprint(check)
			if luhn("80840"+s) && !inventedNumber(s) {
				return s
			}
		}
	}
}

func luhn(s string) bool {
	sum, double := 0, false
	for i := len(s) - 1; i >= 0; i-- {
		d := int(s[i] - '0')
		if double {
			d = d*2/10 + d*2%10
		}
		sum, double = sum+d, !double
	}
	return sum%10 == 0
}

func (m maker) dea() string {
	for {
		d := m.digits(6)
		sum := int(d[0]-'0') + int(d[2]-'0') + int(d[4]-'0') + 2*(int(d[1]-'0')+int(d[3]-'0')+int(d[5]-'0'))
		s := m.pick("A", "B", "F", "M", "P") + strings.ToUpper(m.word(1)) + d + fmt.Sprint(sum%10)
		if !inventedNumber(s) {
			return s
		}
	}
}

func (m maker) mbi() string {
	const letters = "ACDEFGHJKMNPQRTUVWXY"
	b := []byte("cannaanaann")
	for i, shape := range []byte(mbiShape) {
		switch shape {
		case 'c':
			b[i] = byte('1' + m.IntN(9))
		case 'n':
			b[i] = byte('0' + m.IntN(10))
		default:
			b[i] = letters[m.IntN(len(letters))]
		}
	}
	return string(b)
}

func dashedMBI(s string) string { return s[:4] + "-" + s[4:7] + "-" + s[7:] }

func (m maker) first() string {
	return m.pick("Marta", "Jonas", "Ingrid", "Pavel", "Leila", "Tomas", "Amara", "Kofi", "Yuki", "Rosa", "Henrik", "Nadia", "Oleg", "Priya", "Celia", "Bram")
}

func (m maker) last() string {
	return m.pick("Kowalski", "Lindqvist", "Okafor", "Marchetti", "Novak", "Haugen", "Ferreira", "Takeda", "Bauer", "Castellano", "Petrov", "Iyer", "Dubois", "Karlsen", "Weiss", "Moreau")
}

func (m maker) day() date {
	return date{1931 + m.IntN(80), 2 + m.IntN(10), 2 + m.IntN(26)}
}

func (m maker) iso() string {
	d := m.day()
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

func (m maker) slashed() string {
	d := m.day()
	return fmt.Sprintf("%02d/%02d/%04d", d.month, d.day, d.year)
}

func (m maker) plain() string { return strings.ReplaceAll(m.iso(), "-", "") }

func (m maker) phone() string {
	return fmt.Sprintf("%d%02d-%d%s-%s", 2+m.IntN(3), 10+m.IntN(80), 2+m.IntN(3), m.digits(2), m.digits(4))
}

func (m maker) street() string {
	return fmt.Sprintf("%d %s %s", 10+m.IntN(9000), m.pick("Maple", "Hickory", "Juniper", "Alder", "Linden"), m.pick("Street", "Ave", "Road", "Lane", "Drive"))
}

func (m maker) mail(first, last string) string {
	return strings.ToLower(first+"."+last) + "@" + m.word(7) + ".net"
}

func (m maker) icd() string {
	return m.pick("E11.9", "I10", "J45.909", "C50.911", "F32.1", "M54.50", "N18.3", "S72.001A", "Z79.4", "K21.9")
}

func (m maker) number() string {
	for {
		if s := m.pick("", "", "M", "H") + fmt.Sprint(1+m.IntN(9)) + m.digits(5+m.IntN(4)); !inventedNumber(s) {
			return s
		}
	}
}

func (m maker) uuid() string {
	return m.hex(8) + "-" + m.hex(4) + "-4" + m.hex(3) + "-a" + m.hex(3) + "-" + m.hex(12)
}
