package logs

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// term is what the end of a name can say.
type term struct {
	words []string
	// sure: hardly anything else is called so.
	sure bool
}

// terms are in the order in which they are tried: longer ones before what they end with.
func terms() []term {
	return []term{
		{[]string{"social", "security", "number"}, true},
		{[]string{"social", "security", "no"}, true},
		{[]string{"ssn"}, true},
		{[]string{"medical", "record", "number"}, true},
		{[]string{"medical", "record", "no"}, true},
		{[]string{"mrn"}, true},
		{[]string{"date", "of", "birth"}, true},
		{[]string{"birth", "date"}, true},
		{[]string{"birthdate"}, true},
		{[]string{"dob"}, true},
		{[]string{"patient", "name"}, true},
		{[]string{"patient", "first", "name"}, true},
		{[]string{"patient", "last", "name"}, true},
		{[]string{"patient", "full", "name"}, true},
		{[]string{"patient", "given", "name"}, true},
		{[]string{"patient", "family", "name"}, true},
		{[]string{"patient", "address"}, true},
		{[]string{"patient", "phone"}, true},
		{[]string{"patient", "email"}, true},
		{[]string{"patient", "phone", "number"}, true},
		{[]string{"beneficiary", "name"}, true},
		{[]string{"diagnosis", "code"}, true},
		{[]string{"diagnosis", "codes"}, true},
		{[]string{"patient", "diagnosis"}, true},
		{[]string{"primary", "diagnosis"}, true},
		{[]string{"medicare", "number"}, true},
		{[]string{"medicare", "id"}, true},
		{[]string{"medicaid", "number"}, true},
		{[]string{"medicaid", "id"}, true},
		{[]string{"hicn"}, true},
		{[]string{"diagnosis"}, false},
		{[]string{"diagnoses"}, false},
		{[]string{"mbi"}, false},
		{[]string{"patient"}, false},
		{[]string{"patient", "record"}, false},
		{[]string{"medical", "history"}, false},
		{[]string{"lab", "result"}, false},
		{[]string{"lab", "results"}, false},
		{[]string{"prescription"}, false},
	}
}

// ofPatient are names that say nothing by themselves and are PHI of a patient's.
func ofPatient() []string {
	return []string{"name", "firstname", "lastname", "fullname", "givenname", "familyname", "address", "phone", "phonenumber", "email", "diagnosis", "diagnoses", "identifier"}
}

// harmless in front of a term makes of the name a question about it, or says that it is not the value.
func harmless() []string {
	return []string{
		"is", "has", "have", "no", "not", "without", "missing", "invalid", "valid", "masked", "mask", "redacted", "hashed", "hash", "encrypted",
		"tokenized", "obfuscated", "anonymized", "scrubbed", "deidentified", "fake", "dummy", "num", "count", "total", "should", "can", "include",
		"show", "hide", "use", "validate", "check", "parse", "set", "update", "delete", "remove", "on", "handle", "log", "test", "find", "by", "to",
		"add", "create", "save", "new", "for", "with", "process", "sync", "import", "export", "expected", "require", "required",
	}
}

// named tells what a name says: the term, and whether it is sure.
func named(name string) (string, bool, bool) {
	words := wordsOf(name)
	for _, t := range terms() {
		front := len(words) - len(t.words)
		if front < 0 || !slices.Equal(words[front:], t.words) {
			continue
		}
		for _, w := range words[:front] {
			if slices.Contains(harmless(), w) {
				return "", false, false
			}
		}
		return strings.Join(t.words, " "), t.sure, true
	}
	return "", false, false
}

// wordsOf splits camelCase, snake_case and kebab-case, in lower case.
func wordsOf(name string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, strings.ToLower(word.String()))
			word.Reset()
		}
	}
	runes := []rune(name)
	for i, r := range runes {
		switch {
		case r == '_' || r == '-' || r == '$' || r == '@' || unicode.IsDigit(r):
			end()
			continue
		case unicode.IsUpper(r) && i > 0:
			lower := unicode.IsLower(runes[i-1])
			ends := unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if lower || ends {
				end()
			}
		}
		word.WriteRune(r)
	}
	end()
	return out
}

// constant tells whether a name is written as one whose value is fixed, such as that of a column:
// SSN, unless it is a field of Go or C#; and in other languages a type, such as PatientName.
func constant(l lex.Language, name, receiver string) bool {
	lead := func(s string) rune {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "_$@"))
		return r
	}
	if strings.TrimLeft(name, "_$@") == "" {
		return true
	}
	upper := unicode.IsUpper(lead(name))
	if !upper {
		return false
	}
	if l != lex.Go && l != lex.CSharp && l != lex.PHP {
		return true
	}
	// patient.SSN is a field, Columns.SSN and a bare SSN are not.
	return strings.TrimLeft(receiver, "_$@") == "" || unicode.IsUpper(lead(receiver))
}
