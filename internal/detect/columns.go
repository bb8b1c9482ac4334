package detect

import (
	"bytes"
	"strings"
)

// columnSort is what a column of a table can be.
type columnSort struct {
	kind       string
	name       string
	headers    string // words of headers, letters and digits alone
	alone      Confidence
	ofPatients Confidence // where the table is about patients
	about      bool       // makes a table one about patients
	valid      func([]byte) bool
	invented   func(string) bool
}

var columnSorts = []columnSort{
	{"ssn", "a Social Security number", "ssn socialsecurity socialsecuritynumber socialsecurityno socsec ssno patientssn memberssn subscriberssn employeessn ssnum", High, High, true, cellSSN, inventedNumber},
	{"mrn", "the number of a medical record", "mrn medicalrecordnumber medicalrecordno medrecno patientid patientnumber patientmrn patid chartnumber chartno patientidentifier hospitalnumber", Medium, Medium, true, cellNumber, nil},
	{"mbi", "a Medicare beneficiary identifier", "mbi mbinum medicareid medicarenumber medicarebeneficiaryid medicarebeneficiaryidentifier benemblid benembi", High, High, true, cellMBI, inventedNumber},
	{"member-id", "the number of a member of a health plan", "memberid membernumber memberno subscriberid subscribernumber insuranceid insurancenumber policynumber healthplanid medicaidid medicaidnumber beneficiaryid beneid planmemberid", Low, Medium, false, cellNumber, nil},
	{"account-number", "the number of an account", "accountnumber accountno acctno patientaccount patientaccountnumber guarantoraccount", Low, Medium, false, cellNumber, nil},
	{"date-of-birth", "a date of birth", "dob dateofbirth birthdate birthday birthdt patientdob memberdob bday benebirthdt dateofbirthmmddyyyy", Low, Medium, false, cellDate, nil},
	{"diagnosis", "a diagnosis", "diagnosis diagnosiscode diagnosis1 primarydiagnosis primarydiagnosiscode icd10 icd10code icdcode icd dx dxcode principaldiagnosis admittingdiagnosis", Low, Medium, true, cellICD, nil},
	{"name", "the name of a patient", "patientname patient patientfirstname patientlastname patientfullname ptname membername", Medium, Medium, true, cellName, inventedName},
	{"name", "a name", "name firstname lastname fullname first last fname lname surname givenname familyname middlename", Low, Medium, false, cellName, inventedName},
	{"phone", "a phone number", "phone phonenumber telephone mobile cell homephone cellphone workphone patientphone tel", Low, Medium, false, cellPhone, inventedContact},
	{"email", "an e-mail address", "email emailaddress mail patientemail", Low, Medium, false, cellMail, inventedContact},
	{"address", "an address", "address streetaddress street address1 addressline1 homeaddress patientaddress addr", Low, Medium, false, cellAddress, nil},
	{"npi", "a National Provider Identifier", "npi providernpi nationalprovideridentifier renderingnpi billingnpi", Low, Low, false, validNPI, nil},
	{"dea", "a DEA number", "dea deanumber deano", Medium, Medium, false, validDEA, inventedNumber},
}

// sortOf finds what a header says its column is.
func sortOf(header string) *columnSort {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(header))
	if plain == "" || len(plain) > 40 {
		return nil
	}
	for i := range columnSorts {
		if indexOf(strings.Fields(columnSorts[i].headers), plain) >= 0 {
			return &columnSorts[i]
		}
	}
	return nil
}

// about tells whether a table is about patients: a column says so by itself (a
// medical record, a diagnosis, a card of Medicare), or a member's number, a
// birth date and a name come together.
func (t *table) about() bool {
	has := map[string]bool{}
	for _, c := range t.columns {
		if c.sort == nil {
			continue
		}
		if c.sort.about {
			return true
		}
		has[c.sort.kind] = true
	}
	return has["member-id"] && has["date-of-birth"]
}

func cellSSN(cell []byte) bool {
	end, _ := parseSSN(cell, 0)
	return end == len(cell)
}

func cellMBI(cell []byte) bool {
	end, _ := parseMBI(cell, 0)
	return end == len(cell)
}

func cellNumber(cell []byte) bool {
	end, digits, letters := identifier(cell, 0)
	return end == len(cell) && digits >= 4 && letters <= 20 || looksLikeUUID(cell)
}

func looksLikeUUID(cell []byte) bool {
	return len(cell) == 36 && bytes.Count(cell, []byte("-")) == 4
}

func cellDate(cell []byte) bool {
	_, end := parseDate(cell, 0)
	return end > 0 && (end == len(cell) || cell[end] == ' ' || cell[end] == 'T')
}

func cellICD(cell []byte) bool { return parseICD(cell, 0) == len(cell) }

func cellName(cell []byte) bool {
	letters := 0
	for _, b := range cell {
		if letter(b) || b > 127 {
			letters++
		} else if digit(b) && letters < 2 {
			return false
		}
	}
	return letters >= 2 && letters*2 > len(cell)
}

func cellPhone(cell []byte) bool {
	digits := 0
	for _, b := range cell {
		if digit(b) {
			digits++
		} else if strings.IndexByte("()+-. x", b) < 0 {
			return false
		}
	}
	return digits >= 10 && digits <= 15
}

func cellMail(cell []byte) bool {
	at := bytes.IndexByte(cell, '@')
	return at > 0 && bytes.IndexByte(cell[at:], '.') > 1
}

func cellAddress(cell []byte) bool {
	return len(cell) > 5 && digit(cell[0]) && bytes.IndexByte(cell, ' ') > 0
}
