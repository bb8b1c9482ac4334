package detect

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// sample is a text and the kinds that must be found in it; a negative one has none.
type sample struct {
	Group string   `json:"group"` // of positives the kind
	Name  string   `json:"name"`  // of the file
	Text  string   `json:"text"`
	Want  []string `json:"want,omitempty"`
}

// perKind is how many positives there are of each kind. The forms of a kind are
// taken in turn; some of them are hard on purpose.
const perKind = 24

func positives() []sample {
	m := newMaker(1)
	var all []sample
	for _, kind := range []string{
		"ssn", "mrn", "npi", "dea", "mbi", "member-id", "account-number", "date-of-birth",
		"contact", "diagnosis", "hl7v2", "fhir-patient", "x12", "cda", "dicom", "csv-column",
	} {
		forms := positiveForms[kind]
		for i := range perKind {
			s := forms[i%len(forms)](m)
			s.Group, s.Want = kind, []string{kind}
			all = append(all, s)
		}
	}
	return all
}

func text(name, format string, args ...any) sample {
	return sample{Name: name, Text: fmt.Sprintf(format, args...)}
}

var positiveForms = map[string][]func(maker) sample{
	"ssn": {
		func(m maker) sample { return text("note.txt", "Patient SSN: %s", m.ssn()) },
		func(m maker) sample { return text("seed.sql", "INSERT INTO people (ssn) VALUES ('%s');", m.ssn()) },
		func(m maker) sample { return text("a.json", `{"socialSecurityNumber": "%s"}`, m.bareSSN()) },
		func(m maker) sample { return text("a.yaml", "employee:\n  ssn: %s\n", m.bareSSN()) },
		func(m maker) sample { return text("a.py", "ssn = '%s'  # for the demo", m.ssn()) },
		func(m maker) sample { return text("a.xml", "<ssn>%s</ssn>", m.bareSSN()) },
		func(m maker) sample { return text("app.log", "WARN lookup failed for %s, retry 2", m.ssn()) },
		func(m maker) sample { return text("mail.eml", "my social security number is %s thanks", m.ssn()) },
		func(m maker) sample { return text("form.html", "<td>Social Security No.</td><td>%s</td>", m.ssn()) },
		func(m maker) sample { return text("note.txt", "SSN %s", strings.ReplaceAll(m.ssn(), "-", " ")) },
		func(m maker) sample { return text("a.go", `Patient{SSN: "%s"}`, m.bareSSN()) },
		func(m maker) sample { return text("note.txt", "%s (SSN)", m.bareSSN()) }, // hard: the label comes after
	},
	"mrn": {
		func(m maker) sample { return text("note.txt", "MRN: %s", m.number()) },
		func(m maker) sample { return text("a.json", `{"medicalRecordNumber":"%s"}`, m.number()) },
		func(m maker) sample { return text("a.log", "loaded chart, patient_id=%s ok", m.number()) },
		func(m maker) sample { return text("note.md", "Medical Record No. %s was reviewed", m.number()) },
		func(m maker) sample { return text("a.rb", "patient.mrn = '%s'", m.number()) },
		func(m maker) sample { return text("a.txt", "Record %s of the cardiology ward", m.number()) }, // hard: no label
	},
	"npi": {
		func(m maker) sample { return text("note.txt", "Attending NPI: %s", m.npi()) },
		func(m maker) sample { return text("a.json", `{"npi": "%s"}`, m.npi()) },
		func(m maker) sample { return text("a.txt", "National Provider Identifier %s", m.npi()) },
		func(m maker) sample { return text("a.ts", "const providerNpi = '%s'", m.npi()) },
	},
	"dea": {
		func(m maker) sample { return text("rx.txt", "DEA# %s", m.dea()) },
		func(m maker) sample { return text("rx.json", `{"deaNumber": "%s"}`, m.dea()) },
		func(m maker) sample { return text("rx.txt", "Prescriber DEA: %s refills 2", m.dea()) },
		func(m maker) sample { return text("rx.xml", "<DEANumber>%s</DEANumber>", m.dea()) },
	},
	"mbi": {
		func(m maker) sample { return text("note.txt", "MBI %s", m.mbi()) },
		func(m maker) sample { return text("card.txt", "Medicare Number %s", dashedMBI(m.mbi())) },
		func(m maker) sample { return text("a.json", `{"medicareBeneficiaryId": "%s"}`, m.mbi()) },
		func(m maker) sample { return text("a.txt", "eligibility of %s checked", dashedMBI(m.mbi())) },
		func(m maker) sample { return text("a.txt", "mbi = '%s'", strings.ToLower(m.mbi())) }, // typed in lower case
	},
	"member-id": {
		func(m maker) sample { return text("card.txt", "Health plan member ID: %s", m.number()) },
		func(m maker) sample { return text("a.json", `{"insurance": {"subscriberId": "%s"}}`, m.number()) },
		func(m maker) sample { return text("a.txt", "Medicaid ID %s, effective at once", m.number()) },
		func(m maker) sample { return text("a.txt", "Insurance policy number %s of the patient", m.number()) },
	},
	"account-number": {
		func(m maker) sample { return text("bill.txt", "Patient account number: %s", m.number()) },
		func(m maker) sample { return text("bill.json", `{"hospital": 4, "acctNumber": "%s"}`, m.number()) },
		func(m maker) sample {
			return text("bill.txt", "Guarantor Acct #%s, balance due to the clinic", m.number())
		},
	},
	"date-of-birth": {
		func(m maker) sample { return text("note.txt", "Patient DOB: %s", m.slashed()) },
		func(m maker) sample { return text("a.json", `{"patient": {"birthDate": "%s"}}`, m.iso()) },
		func(m maker) sample { return text("note.txt", "patient was born on %s in Trieste", m.slashed()) },
		func(m maker) sample {
			return text("note.txt", "Hospital admission. Date of Birth (mm/dd/yyyy): %s", m.slashed())
		},
		func(m maker) sample {
			return text("note.txt", "Patient date of birth: %d %s %d", 2+m.IntN(26), m.pick("March", "July", "Oct"), 1931+m.IntN(70))
		},
		func(m maker) sample { return text("a.xml", "<patient><dob>%s</dob></patient>", m.plain()) },
		func(m maker) sample { return text("note.txt", "%s %s, b. %s", m.first(), m.last(), m.slashed()) }, // hard: no label
	},
	"contact": {
		func(m maker) sample {
			return text("note.txt", "Patient name: %s %s, phone %s", m.first(), m.last(), m.phone())
		},
		func(m maker) sample {
			f, l := m.first(), m.last()
			return text("a.json", `{"patientName": "%s %s", "email": "%s"}`, f, l, m.mail(f, l))
		},
		func(m maker) sample {
			return text("note.txt", "Patient: %s, %s\nAddress: %s", m.last(), m.first(), m.street())
		},
		func(m maker) sample { return text("note.txt", "Diagnosis: %s. Call back at %s.", m.icd(), m.phone()) },
		func(m maker) sample {
			return text("note.txt", "%s %s (%s) came in with chest pain", m.first(), m.last(), m.phone())
		}, // hard: prose
	},
	"diagnosis": {
		func(m maker) sample { return text("note.txt", "MRN: %s\nDiagnosis: %s", m.number(), m.icd()) },
		func(m maker) sample { return text("a.json", `{"ssn": "%s", "icd10": "%s"}`, m.ssn(), m.icd()) },
		func(m maker) sample { return text("note.txt", "Patient DOB %s, Dx code: %s", m.slashed(), m.icd()) },
	},
	"hl7v2": {
		func(m maker) sample { return text("a.hl7", "%s", hl7(m, "\r")) },
		func(m maker) sample { return text("a.hl7", "%s", hl7(m, "\n")) },
		func(m maker) sample { return text("Test.java", `String m = "%s";`, hl7(m, `\r`)) },
		func(m maker) sample { return text("a.hl7", "\x0b%s\x1c\r", hl7(m, "\r")) },
		func(m maker) sample {
			return text("a.hl7", "MSH|^~\\&|A|B\rNK1|1|%s^%s||%s|%s\r", strings.ToUpper(m.last()), m.first(), m.street(), m.phone())
		},
	},
	"fhir-patient": {
		func(m maker) sample { return text("a.json", "%s", fhir(m, "  ")) },
		func(m maker) sample {
			return text("a.ndjson", "%s\n%s\n", fhir(m, ""), `{"resourceType":"Observation"}`)
		},
		func(m maker) sample {
			return text("bundle.json", `{"resourceType": "Bundle", "entry": [{"resource": %s}]}`, fhir(m, ""))
		},
		func(m maker) sample {
			return text("a.xml", `<Patient xmlns="http://hl7.org/fhir"><identifier><value value="%s"/></identifier><name><family value="%s"/><given value="%s"/></name><birthDate value="%s"/></Patient>`, m.number(), m.last(), m.first(), m.iso())
		},
		func(m maker) sample { return text("a.json", "%q", fhir(m, "")) }, // hard: JSON in a string of JSON
	},
	"x12": {
		func(m maker) sample { return text("a.837", "%s", x12(m, "837", "~")) },
		func(m maker) sample { return text("a.270", "%s", x12(m, "270", "~\n")) },
		func(m maker) sample {
			return text("a.835", "%s", strings.ReplaceAll(x12(m, "835", "~"), "NM1*IL", "NM1*QC"))
		},
		func(m maker) sample { return text("a.834", "%s", x12(m, "834", "~\r\n")) },
		func(m maker) sample { return text("a.edi", "%s", strings.ReplaceAll(x12(m, "837", "~"), "*", "|")) },
	},
	"cda": {
		func(m maker) sample { return text("a.xml", "%s", cda(m, "")) },
		func(m maker) sample { return text("a.xml", "%s", cda(m, "\n  ")) },
	},
	"dicom": {
		func(m maker) sample { return sample{Name: "a.dcm", Text: dicomFile(m, "1.2.840.10008.1.2.1")} },
		func(m maker) sample { return sample{Name: "IM0001", Text: dicomFile(m, "1.2.840.10008.1.2")} },
	},
	"csv-column": {
		func(m maker) sample {
			return rows(m, ",", "id,first_name,last_name,ssn", func() string { return m.ssn() })
		},
		func(m maker) sample { return rows(m, "\t", "id\tfirst\tlast\tMRN", m.number) },
		func(m maker) sample { return rows(m, "|", "id|first|last|Medicare ID", m.mbi) },
		func(m maker) sample {
			return rows(m, ",", "id,fname,lname,dob,icd10", func() string { return m.slashed() + "," + m.icd() })
		},
		func(m maker) sample {
			return rows(m, ";", "id;a;b;patient name;phone", func() string { return m.first() + " " + m.last() + ";" + m.phone() })
		},
	},
}

func hl7(m maker, end string) string {
	return strings.Join([]string{
		`MSH|^~\&|ADT|WARD|LAB|LAB|20240203||ADT^A01|` + m.digits(6) + "|P|2.5.1", "EVN|A01|20240203",
		fmt.Sprintf("PID|1||%s^^^WARD^MR||%s^%s||%s|F|||%s^^DAYTON^OH||%s|||||%s|%s", m.number(), strings.ToUpper(m.last()), strings.ToUpper(m.first()), m.plain(), m.street(), m.phone(), m.digits(8), m.bareSSN()),
		"PV1|1|I|2^14^1", "",
	}, end)
}

func fhir(m maker, indent string) string {
	f, l := m.first(), m.last()
	parts := []string{
		`{"resourceType": "Patient"`, `"id": "` + m.uuid() + `"`, `"meta": {"versionId": "3"}`,
		`"identifier": [{"system": "urn:oid:1.2.36.146", "value": "` + m.number() + `"}]`,
		`"name": [{"use": "official", "family": "` + l + `", "given": ["` + f + `"]}]`,
		`"telecom": [{"system": "phone", "value": "` + m.phone() + `"}]`, `"birthDate": "` + m.iso() + `"}`,
	}
	if indent == "" {
		return strings.Join(parts, ",")
	}
	return strings.Join(parts, ",\n"+indent)
}

func x12(m maker, transaction, end string) string {
	return strings.Join([]string{
		"ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *240203*1253*^*00501*" + m.digits(9) + "*0*P*:",
		"GS*HC*SENDER*RECEIVER*20240203*1253*1*X*005010X222A1", "ST*" + transaction + "*0001", "NM1*85*2*ALDER CLINIC*****XX*" + m.npi(),
		fmt.Sprintf("NM1*IL*1*%s*%s****MI*%s", strings.ToUpper(m.last()), strings.ToUpper(m.first()), m.number()),
		"N3*" + strings.ToUpper(m.street()), "DMG*D8*" + m.plain() + "*F", "SE*9*0001", "",
	}, end)
}

func cda(m maker, sep string) string {
	return strings.Join([]string{
		`<ClinicalDocument xmlns="urn:hl7-org:v3">`, `<recordTarget><patientRole>`, `<id extension="` + m.number() + `" root="2.16.840.1.113883.19.5"/>`,
		`<addr use="HP"><streetAddressLine>` + m.street() + `</streetAddressLine></addr>`, `<patient><name><given>` + m.first() + `</given><family>` + m.last() + `</family></name>`,
		`<birthTime value="` + m.plain() + `"/></patient></patientRole></recordTarget></ClinicalDocument>`,
	}, sep)
}

func rows(m maker, sep, header string, cell func() string) sample {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range 4 {
		b.WriteString(strings.Join([]string{fmt.Sprint(i), m.first(), m.last(), cell()}, sep) + "\n")
	}
	return sample{Name: "data.csv", Text: b.String()}
}

// dicomFile writes a header in explicit or implicit little-endian.
func dicomFile(m maker, syntax string) string {
	b := []byte(strings.Repeat("\x00", 128) + "DICM")
	write := func(group, number uint16, vr, value string, explicit bool) {
		if len(value)%2 == 1 {
			value += " "
		}
		b = binary.LittleEndian.AppendUint16(b, group)
		b = binary.LittleEndian.AppendUint16(b, number)
		if explicit {
			b = append(b, vr...)
			b = binary.LittleEndian.AppendUint16(b, uint16(len(value)))
		} else {
			b = binary.LittleEndian.AppendUint32(b, uint32(len(value)))
		}
		b = append(b, value...)
	}
	write(2, 0x10, "UI", syntax, true)
	explicit := syntax == "1.2.840.10008.1.2.1"
	write(8, 0x60, "CS", "MR", explicit)
	write(0x10, 0x10, "PN", strings.ToUpper(m.last()+"^"+m.first()), explicit)
	write(0x10, 0x20, "LO", m.number(), explicit)
	write(0x10, 0x30, "DA", m.plain(), explicit)
	write(0x18, 0x50, "DS", "5", explicit)
	return string(b)
}
