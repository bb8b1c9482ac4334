package detect

import (
	"strings"
	"testing"
)

// TestRecords: of structured formats a match names the fields, and says what tells
// a record apart.
func TestRecords(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	m := newMaker(3)
	const pid = "PID|1||483921^^^H^MR||KOWALSKI^MARTA||19580307|F|||18 ELM ST^^DAYTON||937-221-4410|||||99812733|536228726\r"
	for _, c := range []struct {
		name, file, text, want string
		why                    []string
	}{
		{"HL7 by field", "a.hl7", pid, "hl7v2 high", []string{"PID-3", "PID-5", "PID-7", "PID-11", "PID-13", "PID-18", "PID-19"}},
		{"a number alone", "a.hl7", "PID|1||483921^^^H^MR||\r", "hl7v2 medium", []string{"PID-3"}},
		{"a test patient, and all of its segment", "a.hl7", strings.Replace(pid, "KOWALSKI", "TEST", 1), "hl7v2 low", []string{"made up"}},
		{"in a line of a log", "a.log", "12:04 received " + pid, "hl7v2 high", nil},
		{"of another word", "a.log", "RAPID|1|4|KOWALSKI|2|2|19580307|3|4\n", "", nil},
		{"an insured's SSN", "a.hl7", "IN2|1|536-22-8726|A||\r", "hl7v2 medium", []string{"IN2-2"}},
		{"FHIR", "a.json", fhir(m, " "), "fhir-patient high", []string{"name", "birth date", "identifier", "phone"}},
		{"FHIR of Synthea", "a.json", `{"resourceType":"Patient","name":[{"family":"Heaney114","given":["Aaron697"]}],"birthDate":"1958-03-07"}`, "fhir-patient low", []string{"made up"}},
		{"whatever a text of Synthea holds", "a.txt", "# written by Synthea\nSSN: 536-22-8726\n", "ssn low", []string{"Synthea"}},
		{"FHIR, pseudonymized", "a.json", `{"resourceType":"Patient","meta":{"security":[{"code":"PSEUD"}]},"name":[{"family":"Kowalski"}],"birthDate":"1958-03-07"}`, "fhir-patient low", []string{"pseudonymized"}},
		{"two in a bundle", "a.json", `[` + fhir(m, "") + `,` + fhir(m, "") + `]`, "fhir-patient high, fhir-patient high", nil},
		{"a person in XML without FHIR", "a.xml", `<Person><name><family value="Kowalski"/></name><birthDate value="1958-03-07"/></Person>`, "date-of-birth low", nil},
		{"an insured", "a.837", "ST*837*0001~NM1*IL*1*KOWALSKI*MARTA****MI*W48392177~DMG*D8*19580307*F~", "x12 high, x12 medium", []string{"NM103", "NM109"}},
		{"an insured with a number that is made up", "a.837", "ST*837*0001~NM1*IL*1*KOWALSKI*MARTA****MI*123456789~", "x12 high", nil},
		{"a masked insured", "a.837", "ST*837*0001~NM1*IL*1*XXXXXXXX*XXXXX****MI*W48392177~", "x12 low", nil},
		{"a number that is made up, and no name", "a.837", "ST*837*0001~REF*EA*123456789~", "x12 low", nil},
		{"a provider", "a.837", "ST*837*0001~NM1*85*1*KOWALSKI*MARTA****XX*1598772368~", "", nil},
		{"a header without identity", "a.dcm", strings.Replace(dicomFile(m, "1.2.840.10008.1.2.1"), "\x18\x00\x50\x00DS\x02\x005 ", "\x12\x00\x62\x00CS\x04\x00YES ", 1), "dicom low", []string{"removed"}},
	} {
		var got []string
		all := d.Scan(c.file, []byte(c.text))
		for _, one := range all {
			got = append(got, one.Kind+" "+one.Confidence.String())
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
			continue
		}
		for _, part := range c.why {
			if !strings.Contains(all[0].Why, part) {
				t.Errorf("%s: %q does not name %s", c.name, all[0].Why, part)
			}
		}
	}
}
