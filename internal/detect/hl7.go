package detect

import (
	"bytes"
	"strings"
)

// Fields of HL7 version 2 that identify a person, by segment and number (HL7 v2.5.1
// chapters 3 and 6, https://www.hl7.org/implement/standards/product_brief.cfm?product_id=144).
var hl7Fields = map[string][]struct {
	number   int
	name     string
	weight   int
	invented func(string) bool
}{
	"PID": {
		{2, "external identifier (PID-2)", 2, inventedNumber},
		{3, "patient identifiers (PID-3)", 2, nil},
		{4, "alternate identifier (PID-4)", 2, nil},
		{5, "name (PID-5)", 2, inventedName},
		{6, "mother's maiden name (PID-6)", 1, inventedName},
		{7, "birth date (PID-7)", 1, nil},
		{11, "address (PID-11)", 1, nil},
		{13, "phone (PID-13)", 1, nil},
		{14, "business phone (PID-14)", 1, nil},
		{18, "account number (PID-18)", 1, nil},
		{19, "SSN (PID-19)", 2, nil},
		{20, "driver's license (PID-20)", 2, nil},
	},
	"NK1": {{2, "name of next of kin (NK1-2)", 2, inventedName}, {4, "address (NK1-4)", 1, nil}, {5, "phone (NK1-5)", 1, nil}},
	"GT1": {{3, "name of guarantor (GT1-3)", 2, inventedName}, {5, "address (GT1-5)", 1, nil}, {6, "phone (GT1-6)", 1, nil}, {8, "birth date (GT1-8)", 1, nil}, {12, "SSN (GT1-12)", 2, nil}},
	"IN2": {{2, "SSN of insured (IN2-2)", 2, nil}, {61, "patient's member number (IN2-61)", 2, nil}},
	"IN1": {{16, "name of insured (IN1-16)", 2, inventedName}, {18, "birth date (IN1-18)", 1, nil}, {19, "address (IN1-19)", 1, nil}, {36, "policy number (IN1-36)", 2, nil}, {49, "insured's identifier (IN1-49)", 2, nil}},
}

// segmentReach bounds a segment: PID-3 may repeat, photographs are in OBX.
const segmentReach = 1 << 13

// hl7 reads a segment that begins a line, also of a string in code, or that is
// long and stands in a line of a log.
func (r *record) hl7() {
	least := 4
	if !beginsSegment(r.text, r.start) {
		least = 8
	}
	if !upper(r.text[r.start]) || r.start > 0 && wordByte(r.text[r.start-1]) && least > 4 {
		return
	}
	end := segmentEnd(r.text, r.start)
	fields := bytes.Split(r.text[r.start:end], []byte("|"))
	r.read = end
	name := string(fields[0])
	if len(fields) < least {
		return
	}
	for _, f := range hl7Fields[name] {
		if f.number < len(fields) && !bytes.Equal(fields[f.number], []byte(`""`)) {
			r.has(f.name, f.weight, fields[f.number], f.invented)
		}
	}
	r.end, r.kind, r.what = end, "hl7v2", "HL7 v2 "+name+" segment"
}

// beginsSegment tells whether at is where a line begins: of the text, of a literal
// in code ("PID|...), or after an escape for the end of a segment (\rPID|...).
func beginsSegment(text []byte, at int) bool {
	for at > 0 && (text[at-1] == ' ' || text[at-1] == '\t') {
		at--
	}
	if at == 0 || strings.IndexByte("\r\n\v\x1c\"'`>~", text[at-1]) >= 0 {
		return true
	}
	return at > 1 && text[at-2] == '\\' && (text[at-1] == 'r' || text[at-1] == 'n') ||
		at > 4 && (string(text[at-5:at]) == "&#13;" || string(text[at-5:at]) == "&#xd;" || string(text[at-5:at]) == "&#xD;")
}

func segmentEnd(text []byte, at int) int {
	end := at
	for limit := min(len(text), at+segmentReach); end < limit; end++ {
		if b := text[end]; b == '\r' || b == '\n' || b == '\v' || b == 0x1c || b == '~' && end+1 < limit && (text[end+1] == '\n' || text[end+1] == '\r') {
			break
		}
		if text[end] == '\\' && end+1 < limit && (text[end+1] == 'r' || text[end+1] == 'n') {
			break
		}
		if text[end] == '"' && !(text[end-1] == '|' || end+1 < limit && text[end+1] == '"' || text[end-1] == '"') {
			break
		}
	}
	return end
}
