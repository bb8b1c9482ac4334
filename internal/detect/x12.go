package detect

import (
	"bytes"
	"slices"
)

// x12 reads a segment of a health care transaction: NM1 of an insured person
// (IL), a patient (QC), a corrected insured (74) or a dependent (03), its
// birth date (DMG), and numbers of a person (REF). The codes are those of the
// HIPAA implementation guides of ASC X12N 005010 (https://x12.org/codes;
// https://www.cms.gov/files/document/837p-companion-guide lists the segments).
func (r *record) x12(interchange bool) {
	if !beginsSegment(r.text, r.start) && !(r.start > 0 && r.text[r.start-1] == '~') || !upper(r.text[r.start]) {
		return
	}
	separator := r.text[r.start+3]
	end := r.end
	for limit := min(len(r.text), r.start+512); end < limit; end++ {
		if b := r.text[end]; b == '~' || b == '\n' || b == '\r' || b == '"' || b == '\'' && separator != '\'' {
			break
		}
	}
	e := bytes.Split(r.text[r.start:end], []byte{separator})
	r.read = end
	get := func(i int) []byte {
		if i < len(e) {
			return e[i]
		}
		return nil
	}
	switch string(e[0]) {
	case "NM1":
		if !slices.Contains([]string{"IL", "QC", "74", "03", "31", "S1"}, string(get(1))) || string(get(2)) != "1" {
			return
		}
		r.has("name (NM103)", 2, get(3), inventedName)
		r.has("first name (NM104)", 1, get(4), inventedName)
		r.has("identifier (NM109)", 1, get(9), inventedNumber)
	case "DMG":
		if _, to := parseDate(get(2), 0); to == 0 {
			return
		}
		r.has("birth date (DMG02)", 2, get(2), nil)
	case "REF":
		if string(get(1)) == "SY" {
			if to, _ := parseSSN(get(2), 0); to == 0 {
				return
			}
			r.has("SSN (REF02)", 3, get(2), inventedNumber)
			break
		}
		if !interchange {
			return
		}
		r.has("number of a person (REF02)", 2, get(2), inventedNumber)
	}
	if !interchange && len(e) < 5 && string(e[0]) != "REF" {
		return
	}
	r.end, r.kind, r.what = end, "x12", "X12 "+string(e[0])+" segment"
}
