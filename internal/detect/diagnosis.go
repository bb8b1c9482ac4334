package detect

// diagnosis takes a code of ICD-10-CM after a label where an identifier of a
// person is near: a letter, a digit, a digit or letter, and up to four more after
// a point (https://www.cms.gov/medicare/coding-billing/icd-10-codes).
func (p *phiScan) diagnosis(after int) {
	start, _ := valueAfter(p.text, after)
	if start <= after || !p.near(identified, start) {
		return
	}
	if end := parseICD(p.text, start); end > 0 {
		p.add("diagnosis", Medium, span{start, end}, "[diagnosis]", "a code labelled as a diagnosis, near an identifier")
	}
}

func parseICD(text []byte, start int) (end int) {
	if start+3 > len(text) || !upper(text[start]) || !digit(text[start+1]) || !digit(text[start+2]) && !upper(text[start+2]) {
		return 0
	}
	end = start + 3
	if end < len(text) && text[end] == '.' && end+1 < len(text) && alnum(text[end+1]) {
		end++
	}
	for n := 0; n < 4 && end < len(text) && (digit(text[end]) || upper(text[end])); n++ {
		end++
	}
	if end < len(text) && wordByte(text[end]) {
		return 0
	}
	return end
}
