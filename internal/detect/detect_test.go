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
	token := key("ghp", "_", "x7Kq9ZtR3mVb5LwYc2NfJ8hPd4SgA6eUo1Ti")
	for _, c := range []struct{ file, want string }{
		{"README.md", "github-pat high"},
		{"node_modules/@octokit/auth-token/README.md", ""}, // the file of rules leaves all of node_modules alone
		{"docs/@octokit/auth-token/README.md", ""},         // and the rule that page
		{"go.sum", ""},
		{"certs/server.p12", "pkcs12-file medium, github-pat high"},
	} {
		if got := lines(t, c.file, token); got != c.want {
			t.Errorf("%s: got %q, want %q", c.file, got, c.want)
		}
	}
	for _, c := range []struct{ name, text, want string }{
		{"a placeholder in a URL", "postgres://app:change-me@db.internal.corp:5432/x", "url-password low"},
		{"a password to this machine", "postgres://app:" + key("h7Gq2", "mZx9") + "@localhost:5432/x", "url-password low"},
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

func TestUTF16(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, little := range []bool{true, false} {
		wide := []byte("\xfe\xff")
		if little {
			wide = []byte("\xff\xfe")
		}
		for _, r := range "first line\nSSN: 536-22-8726\n" {
			if little {
				wide = append(wide, byte(r), 0)
			} else {
				wide = append(wide, 0, byte(r))
			}
		}
		got := d.Scan("a.txt", wide)
		if len(got) != 1 || got[0].Kind != "ssn" || got[0].Line != 2 || got[0].Column != 11 || got[0].Start != 2+2*16 || got[0].End != 2+2*27 {
			t.Errorf("little-endian %v: %+v", little, got)
		}
	}
}

func TestRedact(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	got := string(d.Redact([]byte("SSN: 536-22-8726, ticket 4711\nurl=postgres://app:" + key("h7Gq2", "mZx9") + "@db.corp/x")))
	if want := "SSN: ***-**-****, ticket 4711\nurl=postgres://app:*********@db.corp/x"; got != want {
		t.Errorf("got %q", got)
	}
}

// TestRedactIsWhole: of two matches that overlap both are masked to their ends, and
// every cell of a column is.
func TestRedactIsWhole(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"id,name,ssn\n1,Marta,536-22-8726\n2,Jonas,529-14-3391\n",
		`{"resourceType":"Patient","name":[{"family":"Kowalski"}],"birthDate":"1958-03-07"}`,
	} {
		got := string(d.Redact([]byte(text)))
		for _, value := range []string{"8726", "3391", "Kowalski", "1958"} {
			if strings.Contains(got, value) {
				t.Errorf("%q is left of %.20s...", value, text)
			}
		}
	}
}

func TestMostOfAKind(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	many := []byte(strings.Repeat("ssn 536-22-8726\n", MostOfAKind+5))
	if n := len(d.Scan("a.log", many)); n != MostOfAKind {
		t.Errorf("%d matches", n)
	}
	if strings.Contains(string(d.Redact(many)), "8726") {
		t.Error("what is not counted is not redacted")
	}
}

// TestPlaces: lines and columns count from 1, columns in bytes.
func TestPlaces(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	got := d.Scan("a.txt", []byte("é SSN 536-22-8726\r\n\nSSN 529-14-3391"))
	if len(got) != 2 || got[0].Line != 1 || got[0].Column != 8 || got[1].Line != 3 || got[1].Column != 5 {
		t.Errorf("%+v", got)
	}
}
