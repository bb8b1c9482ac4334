package detect

import (
	"strings"
	"testing"
)

// lines writes each match as the line it is on, its kind and its confidence.
func lines(t *testing.T, name, text string) string {
	t.Helper()
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range d.Scan(name, []byte(text)) {
		out = append(out, m.Kind+" "+m.Confidence.String())
	}
	return strings.Join(out, ", ")
}

// key puts a credential together, so that no file here holds one.
func key(parts ...string) string { return strings.Join(parts, "") }

func TestScan(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a labelled number", "a.txt", "SSN: 536-22-8726", "ssn high"},
		{"in code", "a.go", `ssn := "536228726"`, "ssn high"},
		{"in JSON", "a.json", `{"patientSSN": "536-22-8726"}`, "ssn high"},
		{"in XML", "a.xml", `<socialSecurityNumber>536-22-8726</socialSecurityNumber>`, "ssn high"},
		{"without a label", "a.txt", "call 536-22-8726 now", "ssn medium"},
		{"of the sample card", "a.txt", "ssn 078-05-1120", "ssn low"},
		{"counting", "a.txt", "ssn 123-45-6789", "ssn low"},
		{"not issued", "a.txt", "ssn 666-22-8726, ssn 912-22-8726, ssn 536-00-8726, ssn 536-22-0000, 000-00-0000", ""},
		{"bare nine digits", "a.txt", "order 536228726", ""},
		{"bare nine digits of a patient", "a.txt", "patient 536228726", "ssn low"},
		{"in another word", "a.go", "className = 536228726", ""},
		{"a medical record", "a.txt", "MRN: 00483921", "mrn medium"},
		{"a card of Medicare", "a.txt", "Medicare ID 2EH5-TF6-NK84 and MBI 3FJ6TG7PM95", "mbi high, mbi high"},
		{"with letters that no card has", "a.txt", "Medicare ID 2EH5-TF6-NL84", ""},
	} {
		if got := lines(t, c.file, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCredentials(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an AWS key", "aws_access_key_id = " + key("AKIA", "Z7VRSQ5TJN2XMPLK"), "aws-access-token high"},
		{"of the documentation", "aws_access_key_id = " + key("AKIA", "IOSFODNN7EXAMPLE"), ""},
		{"a token of GitHub", key("ghp", "_", "x7Kq9ZtR3mVb5LwYc2NfJ8hPd4SgA6eUo1Ti"), "github-pat high"},
		{"a password in a URL", "postgres://app:" + "h7Gq2mZx9" + "@db.internal.corp:5432/x", "url-password medium"},
		{"a password that is a variable", "postgres://app:${DB_PASSWORD}@db.internal.corp/x", ""},
	} {
		if got := lines(t, "main.tf", c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
