package detect

// numbers finds what its form alone gives away. Digits are looked at where a word
// begins with one.
func (p *phiScan) numbers() {
	before := byte(' ')
	for i, b := range p.text {
		if digit(b) && !wordByte(before) {
			p.number(i)
		}
		before = b
	}
}

func (p *phiScan) number(i int) {
	if i+9 > len(p.text) {
		return
	}
	if end, dashed := parseSSN(p.text, i); end > 0 {
		switch {
		case dashed && p.text[i+3] == '-':
			p.add("ssn", p.unless(Medium, i, end), span{i, end}, maskedSSN, p.why("written as a Social Security number, and in a range that is issued", i, end))
		case p.bare < mostBare && p.near(labelled|health, i):
			p.bare++
			p.add("ssn", Low, span{i, end}, maskedSSN, "nine digits as a Social Security number has, near words of people or health care")
		}
		return
	}
	if mbiFits('a', p.text[i+1]) {
		if end, dashed := parseMBI(p.text, i); end > 0 {
			c := Low
			if dashed {
				c = Medium
			}
			p.add("mbi", p.unless(c, i, end), span{i, end}, "[mbi]", p.why("of the form of a Medicare beneficiary identifier", i, end))
		}
	}
}
