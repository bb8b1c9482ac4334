package detect

import (
	"bytes"
	"strings"
)

// persons are the FHIR resources that describe a patient or a person around one
// (https://hl7.org/fhir/R4/patient.html, person.html, relatedperson.html).
var persons = []string{"Patient", "Person", "RelatedPerson"}

// fhirParts are the elements of those that identify, by the element and the leaf
// that holds its value.
var fhirParts = map[[2]string]struct {
	name     string
	weight   int
	invented func(string) bool
}{
	{"name", "family"}:         {"name", 2, inventedName},
	{"name", "given"}:          {"given name", 1, inventedName},
	{"name", "text"}:           {"full name", 2, inventedName},
	{"birthDate", "birthDate"}: {"birth date", 1, nil},
	{"identifier", "value"}:    {"identifier", 2, nil},
	{"telecom", "value"}:       {"phone or e-mail", 1, inventedContact},
	{"address", "line"}:        {"address", 1, nil},
	{"address", "text"}:        {"address", 1, nil},
}

// resourceReach bounds a resource: one with a photograph is longer, and then what
// identifies stands before it.
const resourceReach = 1 << 20

// told are security labels that say what was done to a resource, or what it is for
// (http://terminology.hl7.org/CodeSystem/v3-ObservationValue, v3-ActReason).
var told = map[string]string{
	"ANONYED": "; labelled as anonymized", "PSEUD": "; labelled as pseudonymized", "MASKED": "; labelled as masked",
	"REDACTED": "; labelled as redacted", "HTEST": "; labelled as test data",
}

// fhirJSON reads on from "resourceType" to the end of the object that it is in.
func (r *record) fhirJSON() {
	j := jsonReader{text: r.text, at: r.end, limit: min(len(r.text), r.end+resourceReach), quote: `"`}
	if r.text[r.end-2] == '\\' {
		j.quote = `\"` // JSON in a string of JSON or of code
	}
	j.space()
	if !j.take(':') {
		return
	}
	j.space()
	kind := j.string()
	which := indexOf(persons, string(kind))
	if which < 0 {
		return
	}
	start := bytes.LastIndexByte(r.text[max(0, r.start-64):r.start], '{')
	if start >= 0 {
		r.start = max(0, r.start-64) + start
	}
	keys := []string{""}
	for j.at < j.limit && len(keys) > 0 {
		switch b := j.text[j.at]; b {
		case '{':
			keys = append(keys, "")
			j.at++
		case '}':
			keys = keys[:len(keys)-1]
			j.at++
		case j.quote[0]:
			before := j.at
			s := j.string()
			if j.at == before {
				j.at++ // another escape
				continue
			}
			j.space()
			if j.take(':') {
				keys[len(keys)-1] = string(s[:min(len(s), 32)])
				continue
			}
			if len(keys) > 3 {
				continue
			}
			leaf := keys[len(keys)-1]
			if f, ok := fhirParts[[2]string{keys[0], leaf}]; ok {
				r.has(f.name, f.weight, s, f.invented)
			}
			if keys[0] == "meta" && leaf == "code" && told[string(s)] != "" {
				r.synthetic = told[string(s)]
			}
		default:
			j.at++
		}
	}
	r.end, r.read = j.at, j.at
	r.kind, r.what = "fhir-patient", "FHIR "+persons[which]
}

// jsonReader goes through JSON without making anything of it.
type jsonReader struct {
	text      []byte
	at, limit int
	quote     string // what begins and ends strings: " or \"
}

func (j *jsonReader) space() {
	for j.at < j.limit && strings.IndexByte(" \t\r\n", j.text[j.at]) >= 0 {
		j.at++
	}
}

func (j *jsonReader) take(b byte) bool {
	if j.at < j.limit && j.text[j.at] == b {
		j.at++
		return true
	}
	return false
}

// string reads a string and gives what is between its quotes, escapes as they are.
func (j *jsonReader) string() []byte {
	if !bytes.HasPrefix(j.text[j.at:j.limit], []byte(j.quote)) {
		return nil
	}
	start := j.at + len(j.quote)
	for j.at = start; j.at < j.limit; j.at++ {
		if bytes.HasPrefix(j.text[j.at:j.limit], []byte(j.quote)) {
			end := j.at
			j.at += len(j.quote)
			return j.text[start:end]
		}
		if j.text[j.at] == '\\' {
			j.at++
			if len(j.quote) == 2 {
				j.at += 2 // \\\"
			}
		}
	}
	j.at = j.limit
	return j.text[min(start, j.limit):j.limit]
}

func indexOf(all []string, one string) int {
	for i, s := range all {
		if s == one {
			return i
		}
	}
	return -1
}
