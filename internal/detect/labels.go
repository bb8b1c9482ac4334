package detect

import "strings"

// topic is what a word says about the text around it.
type topic uint32

const (
	labelSSN topic = 1 << iota
	labelMRN
	labelNPI
	labelDEA
	labelMBI
	labelMember
	labelAccount
	labelBirth
	labelDiagnosis
	labelPatient // the name of a patient
	health       // health care, so that a member or an account is one of it
	identified   // not a word: an identifier was found here
	generated    // a generator of synthetic patients names itself
)

// labelled are the topics after which a value is looked for.
const labelled = labelSSN | labelMRN | labelNPI | labelDEA | labelMBI | labelMember | labelAccount | labelBirth | labelDiagnosis | labelPatient

// labels says what words mean. A "~" is a space, "_", "-" or nothing. Labels of up
// to shortLabel bytes must be words of their own, also as a part of camelCase.
var labels = []struct {
	words string
	topic topic
}{
	{"ssn socsec soc~sec social~security ss# ss~no ssno ssnum ss~number taxpayer~id~ssn", labelSSN},
	{"mrn medical~record medical~rec~no medrec med~rec patient~id patient~no patient~number patient~identifier chart~no chart~number chart~id hospital~number", labelMRN},
	{"npi national~provider~id", labelNPI},
	{"dea dea~number dea~no dea# prescriber~dea", labelDEA},
	{"mbi medicare~beneficiary medicare~id medicare~number medicare~no medicare~# hicn", labelMBI},
	{"member~id member~no member~number member# subscriber~id subscriber~number subscriber~no health~plan~id insurance~id insurance~number policy~number policy~no policy~id medicaid~id medicaid~number beneficiary~id beneficiary~number insured~id plan~member", labelMember},
	{"account~no account~number account~num acct acct~no acct# acct~number account# patient~account guarantor~account", labelAccount},
	{"dob d.o.b date~of~birth birth~date birthdate birth~day bday born~on birth~dt", labelBirth},
	{"diagnosis diagnoses diagnosed dx icd10 icd-10 icd~10 icd~code dx~code", labelDiagnosis},
	{"patient~name pt~name patient~first~name patient~last~name patient~full~name patient: name~of~patient", labelPatient},
	{"patient patients medicare medicaid hospital clinic physician medical insurance insured payer diagnosis hipaa ehr emr fhir hl7 guarantor prescription encounter hospice health~plan healthplan inpatient outpatient mrn icd10 icd-10", health},
	{"synthea synthetichealth", generated},
}

const shortLabel = 10

// word is one word of the automaton: a keyword of rules, or a label.
type word struct {
	text  string
	rules []uint16
	topic topic
}

// vocabulary is every word that the automaton looks for.
func vocabulary(set *ruleSet) []word {
	var all []word
	at := map[string]int{}
	get := func(text string) *word {
		n, ok := at[text]
		if !ok {
			n = len(all)
			at[text] = n
			all = append(all, word{text: text})
		}
		return &all[n]
	}
	for n := range set.Rules {
		for _, k := range set.Rules[n].Keywords {
			w := get(strings.ToLower(k))
			w.rules = append(w.rules, uint16(n))
		}
	}
	for _, l := range labels {
		for _, pattern := range strings.Fields(l.words) {
			for _, spelling := range spellings(pattern) {
				get(spelling).topic |= l.topic
			}
		}
	}
	for _, f := range triggers {
		for _, text := range strings.Fields(f.words) {
			get(text).topic |= f.topic
		}
	}
	return all
}

// spellings writes the "~" of a pattern in the ways that names are written.
func spellings(pattern string) []string {
	if !strings.Contains(pattern, "~") {
		return []string{pattern}
	}
	var all []string
	for _, between := range []string{" ", "_", "-", ""} {
		all = append(all, strings.ReplaceAll(pattern, "~", between))
	}
	return all
}

// standsAlone tells whether a label is a word, or a part of a camelCase one.
func standsAlone(text []byte, start, end int) bool {
	if start > 0 && letter(text[start-1]) && !(lower(text[start-1]) && upper(text[start])) {
		return false
	}
	if end-start > shortLabel || end == len(text) || !letter(text[end]) {
		return true
	}
	// camelCase goes on with a capital: ssnNumber; so does SSNValue, one byte later
	if upper(text[end]) && lower(text[end-1]) {
		return true
	}
	return upper(text[end]) && upper(text[end-1]) && end+1 < len(text) && lower(text[end+1])
}

func lower(b byte) bool  { return b >= 'a' && b <= 'z' }
func upper(b byte) bool  { return b >= 'A' && b <= 'Z' }
func letter(b byte) bool { return lower(b) || upper(b) }
func digit(b byte) bool  { return b >= '0' && b <= '9' }
func alnum(b byte) bool  { return letter(b) || digit(b) }
