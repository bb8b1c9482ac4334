package detect

import (
	"bytes"
	"regexp"
)

// contactReach is how far from the name of a patient or a diagnosis a phone number
// or an address still is that person's.
const contactReach = 256

var (
	phone   = lazily(`(?:\+1[-. ]?)?(?:\([2-9]\d{2}\) ?|\b[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}\b`)
	mail    = lazily(`\b[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}\b`)
	address = lazily(`\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Ter|Circle|Cir|Parkway|Pkwy|Highway|Hwy)\b`)
)

// contact takes phone numbers, e-mail and street addresses beside the name of a
// patient or beside a diagnosis. Each stretch of text is looked at once, so labels
// that stand close together cost no more than the text.
func (p *phiScan) contact(l labelAt) {
	if l.topic&labelPatient != 0 && !nameAfter(p.text, l.end) {
		return
	}
	if l.topic&labelPatient == 0 {
		start, _ := valueAfter(p.text, l.end)
		if start == 0 || parseICD(p.text, start) == 0 {
			return
		}
	}
	from, to := max(p.contacted, l.end-contactReach), min(len(p.text), l.end+contactReach)
	if from >= to {
		return
	}
	p.contacted = to
	window := p.text[from:to]
	for _, c := range []struct {
		name   string
		form   func() *regexp.Regexp
		masked string
	}{{"a phone number", phone, "***-***-****"}, {"an e-mail address", mail, "***@***"}, {"a street address", address, "[address]"}} {
		for _, at := range c.form().FindAllIndex(window, -1) {
			confidence, why := Medium, c.name+" beside the name of a patient or a diagnosis"
			if inventedContact(string(window[at[0]:at[1]])) {
				confidence, why = Low, why+"; but one that reaches nobody"
			}
			p.add("contact", confidence, span{from + at[0], from + at[1]}, c.masked, why)
		}
	}
}

// nameAfter tells whether two capitalized words, or "Last, First", follow a label.
func nameAfter(text []byte, label int) bool {
	at := label
	for limit := min(len(text), label+16); at < limit && bytes.IndexByte([]byte(" \t\"'`:=#>(-[|*_/{"), text[at]) >= 0; at++ {
	}
	words := 0
	for limit := min(len(text), at+64); at < limit && upper(text[at]); {
		from := at
		for at < limit && (letter(text[at]) || text[at] == '\'' || text[at] == '.' || text[at] > 127) {
			at++
		}
		if inventedName(string(text[from:at])) {
			return false
		}
		words++
		for at < limit && (text[at] == ' ' || text[at] == ',') {
			at++
		}
	}
	return words >= 2
}
