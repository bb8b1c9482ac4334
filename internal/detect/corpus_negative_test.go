package detect

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// perGroup is how many negatives each group of forms gives.
const perGroup = 24

// negatives are texts that hold no PHI, and much that looks like it.
func negatives() []sample {
	m := newMaker(2)
	var all []sample
	for _, group := range negativeGroups {
		for i := range perGroup {
			s := group.forms[i%len(group.forms)](m)
			s.Group = group.name
			all = append(all, s)
		}
	}
	return all
}

type form = func(maker) sample

var negativeGroups = []struct {
	name  string
	forms []form
}{
	{"uuid", []form{func(m maker) sample { return text("a.json", `{"patientId": "%s"}`, m.uuid()) }, func(m maker) sample { return text("a.txt", "request %s done", m.uuid()) }}},
	{"order number", []form{func(m maker) sample { return text("a.txt", "Order #%s shipped", m.digits(9)) }, func(m maker) sample { return text("a.txt", "PO %s-%s-%s", m.digits(4), m.digits(2), m.digits(4)) }}},
	{"address of a host", []form{func(m maker) sample { return text("a.conf", "10.%d.%d.%d", m.IntN(255), m.IntN(255), m.IntN(255)) }, func(m maker) sample { return text("a.conf", "fe80::%s:%s:%s", m.hex(4), m.hex(4), m.hex(4)) }}},
	{"timestamp", []form{func(m maker) sample { return text("a.log", "%sT12:%02d:07Z started", m.iso(), m.IntN(60)) }, func(m maker) sample { return text("a.log", "ts=%d", 1_500_000_000+m.IntN(1<<28)) }, func(m maker) sample { return text("a.log", "%s 23:59 rotated", m.slashed()) }}},
	{"hash", []form{func(m maker) sample { return text("a.lock", "sha256:%s", m.hex(64)) }, func(m maker) sample { return text("a.txt", "commit %s", m.hex(40)) }, func(m maker) sample { return text("a.txt", "etag %s-%s", m.digits(9), m.hex(4)) }}},
	{"base64", []form{func(m maker) sample {
		return text("a.txt", "%s", base64.StdEncoding.EncodeToString([]byte(m.word(90))))
	}}},
	{"lorem", []form{func(m maker) sample {
		return text("a.md", "Lorem ipsum %s dolor sit amet, %s consectetur %s.", m.word(8), m.digits(3), m.word(5))
	}}},
	{"code about SSNs", []form{
		func(m maker) sample {
			return text("a.go", "func validSSN%s(ssn string) bool { return len(ssn) == 9 || len(ssn) == 11 }", m.word(3))
		},
		func(m maker) sample {
			return text("a.js", `const ssnPattern = /^\d{3}-\d{2}-\d{4}$/; // %s`, m.word(5))
		},
		func(m maker) sample {
			return text("a.sql", "CREATE TABLE p%s (ssn CHAR(9) NOT NULL, dob DATE, mrn VARCHAR(20));", m.digits(2))
		},
		func(m maker) sample {
			return text("a.tf", `variable "ssn_%s" { description = "nine digits, as 000-00-0000" }`, m.word(4))
		},
	}},
	{"samples of SSNs", []form{
		func(maker) sample { return text("README.md", "ssn: 123-45-6789") }, func(maker) sample { return text("a.py", `ssn="078-05-1120"`) },
		func(maker) sample { return text("a.json", `{"ssn":"000-00-0000"}`) }, func(maker) sample { return text("a.json", `{"ssn":"111-22-3333"}`) },
		func(maker) sample { return text("a.rb", `ssn: "219-09-9999"`) }, func(maker) sample { return text("a.rb", `ssn: "555-55-5555"`) },
		func(maker) sample { return text("a.rb", `ssn: "XXX-XX-1234"`) }, func(maker) sample { return text("a.txt", `SSN ***-**-6789`) },
	}},
	{"never issued", []form{
		func(m maker) sample { return text("a.txt", "SSN 666-%d-%s", 10+m.IntN(89), m.digits(4)) }, func(m maker) sample { return text("a.txt", "SSN 9%s-%d-%s", m.digits(2), 10+m.IntN(89), m.digits(4)) },
		func(m maker) sample { return text("a.txt", "SSN %d-00-%s", 100+m.IntN(500), m.digits(4)) }, func(m maker) sample { return text("a.txt", "SSN %d-%d-0000", 100+m.IntN(500), 10+m.IntN(89)) },
	}},
	{"like an SSN", []form{
		func(m maker) sample { return text("a.txt", "part %s-%s-%s-A", m.digits(3), m.digits(2), m.digits(4)) }, func(m maker) sample { return text("a.txt", "KRS %s-%s-%s", m.digits(3), m.digits(2), m.digits(5)) },
		func(m maker) sample { return text("a.txt", "CAS 7732-18-5, lot %s", m.digits(9)) }, func(m maker) sample { return text("a.txt", "x%s-%s-%s", m.digits(3), m.digits(2), m.digits(4)) },
		func(m maker) sample {
			return text("a.txt", "%s.%s-%s-%s", m.digits(2), m.digits(3), m.digits(2), m.digits(4))
		},
	}},
	{"wrong check digit", []form{
		func(m maker) sample { s := m.npi(); return text("a.txt", "NPI %s%d", s[:9], (int(s[9]-'0')+1)%10) },
		func(m maker) sample { s := m.dea(); return text("a.txt", "DEA# %s%d", s[:8], (int(s[8]-'0')+1)%10) },
		func(m maker) sample { s := m.mbi(); return text("a.txt", "MBI %sS%s", s[:1], s[2:]) },
		func(m maker) sample { s := m.mbi(); return text("a.txt", "MBI 0%s", s[1:]) },
	}},
	{"version", []form{func(m maker) sample {
		return text("a.json", `"version": "%s.%s.%s-rc.1"`, m.digits(1), m.digits(2), m.digits(3))
	}, func(m maker) sample { return text("go.sum", "v0.0.0-20%s-%s", m.digits(12), m.hex(12)) }}},
	{"IBAN", []form{func(m maker) sample {
		return text("a.txt", "IBAN DE%s %s %s %s %s %s", m.digits(2), m.digits(4), m.digits(4), m.digits(4), m.digits(4), m.digits(2))
	}}},
	{"card number", []form{func(m maker) sample {
		return text("a.txt", "4%s %s %s %s", m.digits(3), m.digits(4), m.digits(4), m.digits(4))
	}}},
	{"phone without a patient", []form{func(m maker) sample { return text("a.txt", "Call %s for support", m.phone()) }, func(m maker) sample {
		return text("a.json", `{"name": "%s %s", "phone": "%s"}`, m.first(), m.last(), m.phone())
	}}},
	{"contact of an author", []form{func(m maker) sample {
		f, l := m.first(), m.last()
		return text("AUTHORS", "%s %s <%s>", f, l, m.mail(f, l))
	}}},
	{"contact that reaches nobody", []form{
		func(m maker) sample {
			return text("a.txt", "Patient name: %s %s, phone 312-555-01%s", m.first(), m.last(), m.digits(2))
		},
		func(m maker) sample {
			return text("a.txt", "Patient name: %s %s, e-mail %s@example.com", m.first(), m.last(), m.word(6))
		},
		func(m maker) sample { return text("a.txt", "Patient name: Test Patient, phone %s", m.phone()) },
	}},
	{"a birthday of a user", []form{func(m maker) sample {
		return text("a.rb", `User.create(name: "%s", birthday: "%s")`, m.first(), m.iso())
	}, func(m maker) sample { return text("a.json", `{"user": {"dob": "%s"}}`, m.slashed()) }}},
	{"a member of a cluster", []form{func(m maker) sample { return text("etcd.log", "added member %s to cluster %s", m.hex(16), m.hex(16)) }, func(m maker) sample { return text("a.log", "member_id=%s group_id=%s", m.digits(6), m.digits(4)) }}},
	{"an account of a cloud", []form{func(m maker) sample { return text("a.tf", `account_number = "%s"`, m.digits(12)) }, func(m maker) sample { return text("a.tf", `policy_number = %s`, m.digits(6)) }}},
	{"a template of HL7", []form{
		func(m maker) sample {
			return text("a.liquid", "PID|1||{{ id%s }}||{{ last }}^{{ first }}||{{ dob }}", m.word(2))
		},
		func(m maker) sample { return text("a.md", "The PID|segment holds %s", m.word(6)) }, func(maker) sample { return text("a.hl7", "PID|1||||||||||||") },
		func(m maker) sample {
			return text("a.hl7", "MSH|^~\\&|A|B\rPID|1||%s||TEST^PATIENT||%s\r", m.digits(6), m.plain())
		},
	}},
	{"FHIR that is about nobody", []form{
		func(m maker) sample {
			return text("a.json", `{"resourceType": "StructureDefinition", "id": "%s", "type": "Patient", "name": "%s"}`, m.uuid(), m.word(7))
		},
		func(m maker) sample { return text("a.json", `{"resourceType": "Patient", "id": "%s"}`, m.uuid()) },
		func(m maker) sample {
			return text("a.json", `{"resourceType": "Practitioner", "name": [{"family": "%s"}], "birthDate": "%s"}`, m.last(), m.iso())
		},
		func(m maker) sample {
			return text("a.json", `{"resourceType":"Patient","text":{"div":"Generated by Synthea"},"name":[{"family":"%s%s","given":["%s%s"]}],"birthDate":"%s"}`, m.last(), m.digits(3), m.first(), m.digits(3), m.iso())
		},
		func(m maker) sample {
			return text("a.json", `{"resourceType":"Patient","meta":{"security":[{"code":"HTEST"}]},"name":[{"family":"%s"}],"birthDate":"%s"}`, m.last(), m.iso())
		},
		func(m maker) sample {
			return text("a.json", `{"resourceType":"Patient","name":[{"family":"${%s}"}],"birthDate":""}`, m.word(5))
		},
	}},
	{"X12 that is about nobody", []form{
		func(m maker) sample {
			return text("a.850", "ISA*00*          ~ST*850*0001~N1*BY*%s~PO1*1*%s*EA~", m.word(8), m.digits(3))
		},
		func(m maker) sample {
			return text("a.837", "ST*837*0001~NM1*85*2*%s CLINIC*****XX*%s~NM1*PR*2*%s~", strings.ToUpper(m.word(6)), m.npi(), strings.ToUpper(m.word(6)))
		},
		func(m maker) sample { return text("a.837", "ST*837*0001~NM1*IL*1*DOE*JANE****MI*%s~", m.digits(9)) },
	}},
	{"markup that is about nobody", []form{func(m maker) sample {
		return text("a.xml", "<ClinicalDocument><patientRole><patient><name/></patient></patientRole><title>%s</title></ClinicalDocument>", m.word(5))
	}, func(m maker) sample { return text("a.html", `<Patient name={%s} onChange={save} />`, m.word(4)) }}},
	{"DICOM without identity", []form{func(m maker) sample {
		s := dicomFile(m, "1.2.840.10008.1.2.1")
		at := strings.Index(s, "\x10\x00\x10\x00")
		return sample{Name: "a.dcm", Text: s[:at]}
	}}},
	{"other tables", []form{
		func(m maker) sample {
			return rows(m, ",", "id,first_name,last_name,ticket", func() string { return m.digits(9) })
		},
		func(m maker) sample { return rows(m, ",", "id,a,b,ssn", func() string { return m.word(9) }) },
		func(m maker) sample {
			return rows(m, ",", "id,firstname,lastname,email", func() string { return m.mail("a", "b") })
		},
		func(m maker) sample { return rows(m, ",", "id,a,b,ssn", func() string { return "9" + m.digits(8) }) },
	}},
	{"lock file", []form{func(m maker) sample {
		return text("Cargo.lock", "[[package]]\nname = \"%s\"\nversion = \"0.%s.%s\"\nchecksum = \"%s\"", m.word(6), m.digits(1), m.digits(2), m.hex(64))
	}, func(m maker) sample {
		return text("yarn.lock", "integrity sha512-%s==", base64.StdEncoding.EncodeToString([]byte(m.word(64))))
	}}},
	{"code about patients", []form{
		func(m maker) sample {
			return text("a.ts", "interface Patient { mrn: string; dob: Date; memberId?: string } // v%s", m.digits(3))
		},
		func(m maker) sample {
			return text("a.py", "patients = Patient.objects.filter(age__gt=%s)[:%s]", m.digits(2), m.digits(3))
		},
		func(m maker) sample {
			return text("a.md", "Be patient: the job takes %s minutes, see ticket %s", m.digits(2), m.digits(6))
		},
		func(m maker) sample { return text("a.go", `diagnosis := codes["%s"] // %s`, m.icd(), m.word(4)) },
	}},
	{"identifiers in code", []form{
		func(m maker) sample {
			return text("a.java", "String className%s = x.getClassName(); int classNo = %s;", m.word(2), m.digits(9))
		},
		func(m maker) sample {
			return text("a.py", "mission = %s; session_id = %s; businessNumber = %s", m.digits(9), m.digits(9), m.digits(9))
		},
		func(m maker) sample {
			return text("a.c", "#define DEADLINE_%s 0x%s /* npi_t */", strings.ToUpper(m.word(3)), m.hex(8))
		},
	}},
	{"numbers of nine and ten digits", []form{func(m maker) sample { return text("a.json", "[%s, %s, %s]", m.digits(9), m.digits(10), m.digits(9)) }, func(m maker) sample {
		return text("a.csv", "%s,%s\n%s,%s\n", m.digits(9), m.digits(10), m.digits(9), m.digits(10))
	}}},
	{"coordinates and sizes", []form{func(m maker) sample {
		return text("a.svg", "M%s.%s,%s.%sL%s", m.digits(3), m.digits(2), m.digits(3), m.digits(2), m.digits(3))
	}, func(m maker) sample {
		return text("a.css", "margin: %spx %spx; z-index: %s", m.digits(2), m.digits(2), m.digits(9))
	}}},
	{"serial numbers", []form{func(m maker) sample { return text("a.txt", "S/N %s-%s", strings.ToUpper(m.word(3)), m.digits(8)) }, func(m maker) sample {
		return text("a.txt", "ISBN 978-%s-%s-%s-%s", m.digits(1), m.digits(3), m.digits(5), m.digits(1))
	}, func(m maker) sample { return text("a.txt", "VIN 1%s%s", strings.ToUpper(m.word(10)), m.digits(6)) }}},
	{"names of ARNs and images", []form{func(m maker) sample { return text("a.tf", "arn:aws:iam::%s:role/%s", m.digits(12), m.word(8)) }, func(m maker) sample { return text("a.yaml", "image: registry/%s@sha256:%s", m.word(5), m.hex(64)) }}},
	{"changelog", []form{func(m maker) sample {
		return text("CHANGELOG.md", "## %d.%d.0 (%s)\n* fix #%s", m.IntN(9), m.IntN(20), m.iso(), m.digits(5))
	}}},
	{"data of tests", []form{
		func(m maker) sample { return text("a_test.go", `want := []string{"%s", "%s"}`, m.digits(9), m.word(9)) }, func(m maker) sample {
			return text("faker.py", "ssn = fake.ssn(); npi = fake.numerify('##########'); dob = fake.date_of_birth()  # %s", m.word(3))
		},
		func(m maker) sample { return text("a.txt", "MRN: 123456%s", m.pick("", "7", "78")) }, func(m maker) sample {
			return text("a.feature", `Given a patient with MRN "<mrn%s>" and DOB "<dob>"`, m.digits(1))
		},
	}},
	{"regular expressions and masks", []form{func(m maker) sample { return text("a.rb", `/\A\d{3}-?\d{2}-?\d{4}\z/ # %s`, m.word(4)) }, func(m maker) sample { return text("a.txt", "MRN: ######, DOB: **/**/**** (%s)", m.word(4)) }}},
	{"measurements", []form{func(m maker) sample {
		return text("a.txt", "patient weight %s kg, pressure %s/%s", m.digits(2), m.digits(3), m.digits(2))
	}, func(m maker) sample { return text("a.log", "p99=%sms rps=%s", m.digits(3), m.digits(5)) }}},
	{"money", []form{func(m maker) sample { return text("a.txt", "Total $%s,%s.%s", m.digits(3), m.digits(3), m.digits(2)) }}},
	{"postal codes", []form{func(m maker) sample { return text("a.txt", "%s, OH %s-%s", m.last(), m.digits(5), m.digits(4)) }}},
	{"providers alone", []form{func(m maker) sample { return text("a.csv", "provider,npi\n%s,%s\n", m.last(), m.npi()) }}},
	{"minified code", []form{func(m maker) sample {
		return text("a.min.js", "!function(e,t){var n=%s,r=%q;e.id=n%%%s}(window,%s);", m.digits(9), fmt.Sprint(m.digits(10)), m.digits(5), m.digits(9))
	}}},
}
