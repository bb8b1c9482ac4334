package detect

import (
	"bytes"
	"strings"
)

// fhirXML reads a resource of FHIR in XML; the text has to name FHIR's namespace
// (https://hl7.org/fhir/R4/xml.html).
func (r *record) fhirXML() {
	name := string(r.text[r.start+1 : r.end])
	if indexOf(persons, name) < 0 || r.end < len(r.text) && wordByte(r.text[r.end]) {
		return
	}
	r.markup(map[string]markupPart{
		"name/family":      {"name", 2, inventedName},
		"name/given":       {"given name", 1, inventedName},
		"name/text":        {"full name", 2, inventedName},
		"/birthDate":       {"birth date", 1, nil},
		"identifier/value": {"identifier", 2, nil},
		"telecom/value":    {"phone or e-mail", 1, inventedContact},
		"address/line":     {"address", 1, nil},
	}, "value")
	r.kind, r.what = "fhir-patient", "FHIR "+name
}

// cda reads the patient of a clinical document (HL7 CDA R2, recordTarget;
// https://www.hl7.org/implement/standards/product_brief.cfm?product_id=7).
func (r *record) cda() {
	r.markup(map[string]markupPart{
		"/id":                    {"identifier", 2, nil},
		"addr/streetAddressLine": {"address", 1, nil},
		"/telecom":               {"phone or e-mail", 1, inventedContact},
		"name/given":             {"given name", 1, inventedName},
		"name/family":            {"name", 2, inventedName},
		"patient/birthTime":      {"birth date", 1, nil},
	}, "extension", "value")
	r.kind, r.what = "cda", "CDA patient"
}

type markupPart struct {
	name     string
	weight   int
	invented func(string) bool
}

// markup goes through the elements up to the end of the one at start. A part is
// found by its element and the one around it ("name/family"), or, where that is
// empty, by its element alone. Its value is one of the attributes, else its text.
func (r *record) markup(parts map[string]markupPart, attributes ...string) {
	limit := min(len(r.text), r.start+resourceReach)
	var around []string
	i := r.start
	for i < limit {
		open := bytes.IndexByte(r.text[i:limit], '<')
		if open < 0 {
			i = limit
			break
		}
		i += open
		closing := bytes.IndexByte(r.text[i:min(limit, i+segmentReach)], '>')
		if closing < 0 {
			i = min(limit, i+segmentReach) // no tag is that long
			continue
		}
		tag := string(r.text[i+1 : i+closing])
		i += closing + 1
		if strings.HasPrefix(tag, "/") {
			if len(around) > 0 {
				around = around[:len(around)-1]
			}
			if len(around) == 0 {
				break
			}
			continue
		}
		if strings.HasPrefix(tag, "!") || strings.HasPrefix(tag, "?") {
			continue
		}
		element, rest, _ := strings.Cut(strings.TrimSuffix(tag, "/"), " ")
		element = strings.TrimSpace(element)
		parent := ""
		if len(around) > 0 {
			parent = around[len(around)-1]
		}
		part, ok := parts[parent+"/"+element]
		if !ok && (len(around) == 1 || len(around) == 2) {
			part, ok = parts["/"+element]
		}
		if ok {
			value := attribute(rest, attributes)
			if value == "" {
				to := bytes.IndexByte(r.text[i:min(limit, i+200)], '<')
				value = string(r.text[i : i+max(0, to)])
			}
			r.has(part.name, part.weight, []byte(value), part.invented)
		}
		if !strings.HasSuffix(tag, "/") && len(around) < 64 {
			around = append(around, element)
		}
	}
	r.end, r.read = i, i
}

// attribute gives the value of the first of the names that a tag has.
func attribute(tag string, names []string) string {
	for _, n := range names {
		_, after, ok := strings.Cut(" "+tag, " "+n+"=")
		if ok && len(after) > 1 && (after[0] == '"' || after[0] == '\'') {
			if end := strings.IndexByte(after[1:], after[0]); end >= 0 {
				return after[1 : 1+end]
			}
		}
	}
	return ""
}
