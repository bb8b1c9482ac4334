package detect

import "strings"

// Words of structured formats. Each starts a parser where it stands.
const (
	formatHL7 topic = 1 << (16 + iota)
	formatFHIR
	formatFHIRXML
	formatCDA
	formatX12
	envelopeX12  // not parsed: the text is an interchange
	envelopeFHIR // not parsed: the text names FHIR's namespace
)

const parsed = formatHL7 | formatFHIR | formatFHIRXML | formatCDA | formatX12

// triggers are words that only a structured format writes so.
var triggers = []struct {
	words string
	topic topic
}{
	{"pid| nk1| gt1| in1| in2|", formatHL7},
	{`"resourcetype" "resourcetype\"`, formatFHIR},
	{"<patient <person <relatedperson", formatFHIRXML},
	{"<patientrole", formatCDA},
	{"nm1* nm1| dmg*d8* dmg|d8| ref*sy* ref|sy| ref*0f* ref*ea* ref*ej*", formatX12},
	{"isa*00* isa*03* isa|00| gs*h st*837* st*835* st*834* st*270* st*271* st*276* st*278*", envelopeX12},
	{"http://hl7.org/fhir", envelopeFHIR},
}

// structured keeps where a parser is to start, or what the text is.
func (p *phiScan) structured(t topic, start, end int) {
	p.topics |= t
	if t&parsed != 0 {
		p.formats = append(p.formats, formatAt{t & parsed, start, end})
	}
}

type formatAt struct {
	topic      topic
	start, end int
}

// parse runs the parsers in order. None goes back over what another one has read,
// so that nested text is not read again and again.
func (p *phiScan) parse() {
	read := 0
	for _, f := range p.formats {
		if f.start < read {
			continue
		}
		r := record{text: p.text, start: f.start, end: f.end}
		switch f.topic {
		case formatHL7:
			r.hl7()
		case formatFHIR:
			r.fhirJSON()
		case formatFHIRXML:
			if p.topics&envelopeFHIR != 0 {
				r.fhirXML()
			}
		case formatCDA:
			r.cda()
		case formatX12:
			r.x12(p.topics&envelopeX12 != 0)
		default: // a word has one topic of those that are parsed
		}
		if r.read > read {
			read = r.read
		}
		if r.kind != "" {
			p.record(&r)
		}
	}
}

// record is what a parser found of one person.
type record struct {
	text       []byte
	start, end int // of the trigger, then of the record
	read       int // how far the parser went
	kind       string
	what       string // "PID segment", "FHIR Patient"
	parts      []part
	sure       bool // one part is enough
	synthetic  string
}

// part is an element of a record that identifies a person.
type part struct {
	name    string // "name (PID-5)"
	weight  int    // names and numbers 2, dates and places 1
	invents bool   // and its value is one that people make up
}

// has adds an element whose value is not empty, once.
func (r *record) has(name string, weight int, value []byte, invented func(string) bool) {
	v := string(value[:min(len(value), 200)])
	filled := false
	for i := range len(v) {
		filled = filled || alnum(v[i]) || v[i] > 127
	}
	if !filled || filledIn().MatchString(v) {
		return
	}
	made := invented != nil && invented(v)
	if made && weight == 1 && fictional().MatchString(v) {
		return // a number that reaches nobody says nothing of who the record is about
	}
	for i := range r.parts {
		if r.parts[i].name == name {
			r.parts[i].invents = r.parts[i].invents && made
			return
		}
	}
	r.parts = append(r.parts, part{name, weight, made})
}

// invented tells a record that is nobody's: by its names, and by its numbers where
// it has no name. A number that is made up beside a name was masked, the name not.
func (r *record) invented() bool {
	names, numbers, named := false, false, false
	for _, part := range r.parts {
		if strings.Contains(part.name, "name") {
			named = true
			names = names || part.invents
		} else {
			numbers = numbers || part.invents
		}
	}
	return names || numbers && !named
}

// record judges a record: with a name or number and anything else it is high, with
// one of them medium; where the name is made up, or the text says so, low, and so
// is everything in it.
func (p *phiScan) record(r *record) {
	weight, why := 0, ""
	invented := r.invented()
	for i, part := range r.parts {
		weight += part.weight
		if i > 0 {
			why += ", "
		}
		why += part.name
	}
	c := Medium
	switch {
	case weight < 2 && !r.sure:
		return
	case invented || r.synthetic != "":
		c = Low
		p.madeUp = append(p.madeUp, span{r.start, r.end})
	case weight > 2:
		c = High
	}
	why = r.what + " with " + why
	if invented {
		why += "; but a name or number that is made up"
	}
	p.add(r.kind, c, span{r.start, r.end}, "["+r.kind+"]", why+r.synthetic)
}
