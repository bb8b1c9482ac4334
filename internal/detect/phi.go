package detect

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// phiScan finds identifiers in one text.
type phiScan struct {
	name      string
	text      []byte
	topics    topic     // of the whole text
	blocks    []topic   // of each block of 1<<blockBits bytes
	labels    []labelAt // labels with something like a value after them
	bare      int       // nine digits without a label that were taken
	contacted int       // how far contact has looked
	formats   []formatAt
	most      int // matches of one kind
	count     map[string]int
	madeUp    []span // records that are nobody's, in order
	all       []found
}

type labelAt struct {
	topic topic
	end   int
}

const (
	blockBits = 8
	mostBare  = 100 // of nine digits alone; a table of numbers holds no news after that
)

// word takes a word with a topic.
func (p *phiScan) word(t topic, start, end int) {
	if t >= formatHL7 {
		p.structured(t, start, end)
		return
	}
	if !standsAlone(p.text, start, end) {
		return
	}
	p.mark(t, start)
	if t&labelled != 0 {
		if value, _ := valueAfter(p.text, end); value > 0 || t&(labelBirth|labelDiagnosis|labelPatient) != 0 {
			p.labels = append(p.labels, labelAt{t & labelled, end})
		}
	}
}

func (p *phiScan) mark(t topic, at int) {
	p.topics |= t
	p.blocks[at>>blockBits] |= t
}

// near tells whether a topic is in the block of at or in one of the two on each
// side, so at most 3<<blockBits bytes away.
func (p *phiScan) near(t topic, at int) bool {
	if p.topics&t == 0 {
		return false
	}
	b := at >> blockBits
	for _, have := range p.blocks[max(0, b-2):min(len(p.blocks), b+3)] {
		if have&t != 0 {
			return true
		}
	}
	return false
}

// found goes through the labels, then through the numbers that have none.
func (p *phiScan) found() []found {
	if isDICOM(p.text) {
		r := record{text: p.text}
		if r.dicom(); len(r.parts) > 0 {
			p.record(&r)
		}
		return p.all
	}
	p.parse()
	p.table()
	for _, l := range p.labels {
		p.label(l)
	}
	p.numbers()
	for _, l := range p.labels {
		p.dependent(l) // what is PHI beside an identifier, now that they are known
	}
	if p.topics&generated != 0 {
		for i := range p.all {
			p.all[i].Confidence = Low
			p.all[i].Why += "; the text says that Synthea generated it"
		}
	}
	return p.all
}

// add takes a value for what it is said to be.
func (p *phiScan) add(kind string, c Confidence, s span, masked, why string) {
	if i, _ := slices.BinarySearchFunc(p.madeUp, s.end, func(have span, end int) int { return cmp.Compare(have.end, end) }); c > Low && i < len(p.madeUp) && p.madeUp[i].start <= s.start {
		c, why = Low, why+"; in a record that is made up"
	}
	if c >= Medium {
		p.mark(identified, s.start)
	}
	if p.count == nil {
		p.count = map[string]int{}
	}
	if p.count[kind]++; p.count[kind] > p.most {
		return
	}
	p.all = append(p.all, found{Match: Match{Class: PHI, Kind: kind, Confidence: c, Start: s.start, End: s.end, Masked: masked, Why: why}})
}

const (
	maskedSSN  = "***-**-****"
	maskedDate = "****-**-**"
)

// label looks at the value after a label of an identifier.
func (p *phiScan) label(l labelAt) {
	start, end := valueAfter(p.text, l.end)
	if end == 0 {
		if l.topic&labelBirth != 0 {
			p.birth(l.end)
		}
		return
	}
	switch {
	case l.topic&labelSSN != 0:
		if e, _ := parseSSN(p.text, start); e > 0 {
			p.add("ssn", p.unless(High, start, e), span{start, e}, maskedSSN, p.why("labelled as a Social Security number, and in a range that is issued", start, e))
		}
	case l.topic&labelMBI != 0:
		if e, _ := parseMBI(p.upper(start), 0); e > 0 && (start == 0 || !wordByte(p.text[start-1])) {
			e += start
			p.add("mbi", p.unless(High, start, e), span{start, e}, "[mbi]", p.why("labelled as a Medicare beneficiary identifier, and of its form", start, e))
		}
	case l.topic&labelNPI != 0:
		if validNPI(p.text[start:end]) {
			p.add("npi", p.unless(Low, start, end), span{start, end}, "[npi]", p.why("labelled as a National Provider Identifier, and its check digit fits; alone it is public", start, end))
		}
	case l.topic&labelDEA != 0:
		if validDEA(p.text[start:end]) {
			p.add("dea", p.unless(Medium, start, end), span{start, end}, "[dea]", p.why("labelled as a DEA number, and its checksum fits", start, end))
		}
	case l.topic&labelBirth != 0:
		p.birth(l.end)
	}
	if l.topic&(labelMRN|labelMember|labelAccount) != 0 {
		p.numbered(l, start)
	}
}

// upper gives what may be a card's number in capitals: forms are typed in any case.
func (p *phiScan) upper(start int) []byte {
	return bytes.ToUpper(p.text[start:min(len(p.text), start+len(mbiShape)+3)])
}

// unless gives the confidence, or Low where the number is one that people make up.
func (p *phiScan) unless(c Confidence, start, end int) Confidence {
	if inventedNumber(strings.ToUpper(string(p.text[start:end]))) {
		return Low
	}
	return c
}

func (p *phiScan) why(why string, start, end int) string {
	if inventedNumber(strings.ToUpper(string(p.text[start:end]))) {
		return why + "; but a sample, or digits that repeat or count"
	}
	return why
}

// numbered takes identifiers that have no form of their own: of medical records,
// of members of health plans, of accounts. The label is all there is, and for
// members and accounts, which every business has, the words around it.
func (p *phiScan) numbered(l labelAt, start int) {
	end, digits, letters := identifier(p.text, start)
	if digits < 5 || letters > 4 || end-start > 20 {
		return
	}
	if e, _ := parseSSN(p.text, start); e > end {
		return
	}
	kind, c, why := "mrn", Medium, "labelled as the number of a medical record"
	switch {
	case l.topic&labelMRN != 0:
	case !p.near(health|labelMRN|labelMBI, start):
		return
	case l.topic&labelMember != 0:
		kind, why = "member-id", "labelled as the number of a member of a health plan, near words of health care"
	default:
		kind, why = "account-number", "labelled as the number of an account, near words of health care"
	}
	p.add(kind, p.unless(c, start, end), span{start, end}, "["+kind+"]", p.why(why, start, end))
}

// birth takes a date after a label of birth: of a patient where the text is about
// one, else low.
func (p *phiScan) birth(after int) {
	for i, lines := after, 0; i < len(p.text) && i < after+valueReach; i++ {
		if p.text[i] == '\n' {
			if lines++; lines > 1 || ended(p.text[after:i]) {
				return
			}
		}
		if p.text[i] == '>' && bytes.HasSuffix(p.text[after:i], []byte("--")) {
			return // the label stood in a comment
		}
		if !alnum(p.text[i]) {
			continue
		}
		if d, e := parseDate(p.text, i); e > 0 && (e == len(p.text) || !alnum(p.text[e]) || p.text[e] == 'T') {
			c, why := Low, "a date labelled as one of birth"
			if p.near(health|labelPatient|labelMRN|labelMBI, i) && !d.invented() {
				c, why = Medium, why+", near words of health care"
			}
			p.add("date-of-birth", c, span{i, e}, maskedDate, why)
			return
		}
		for i < len(p.text) && alnum(p.text[i]) {
			i++
		}
	}
}

// dependent takes what is PHI only beside an identifier or a name.
func (p *phiScan) dependent(l labelAt) {
	if l.topic&labelDiagnosis != 0 {
		p.diagnosis(l.end)
	}
	if l.topic&(labelDiagnosis|labelPatient) != 0 {
		p.contact(l)
	}
}
