package detect

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	maskedForm = regexp.MustCompile(`^(?:\[[a-z0-9 -]+\]|\*{3}-\*\*-\*{4}|\*{4}-\*\*-\*\*|\*{3}-\*{3}-\*{4}|\*{3}@\*{3})$`)
	longNumber = regexp.MustCompile(`\d{5}`)
)

// FuzzScan: whatever the text, a scan ends, its matches are in the text, sorted
// and the same the next time, and neither mask nor reason holds the value.
func FuzzScan(f *testing.F) {
	d, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range append(positives(), negatives()...) {
		f.Add(s.Name, []byte(s.Text))
	}
	f.Add("a.env", []byte("API_KEY="+key("x7Kq9ZtR3mVb5L", "wYc2NfJ8hPd4Sg")+"\nurl=postgres://a:"+key("h7Gq2", "mZx9")+"@h/d"))
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		matches := d.Scan(name, text)
		if !slices.Equal(matches, d.Scan(name, text)) {
			t.Fatal("another scan finds something else")
		}
		last := 0
		for _, m := range matches {
			if m.Start < last || m.End < m.Start || m.End > len(text) || m.Line < 1 || m.Column < 1 {
				t.Fatalf("%s at %d to %d of %d, line %d column %d, after %d", m.Kind, m.Start, m.End, len(text), m.Line, m.Column, last)
			}
			last = m.Start
			if want := 1 + bytes.Count(text[:m.Start], newline); narrow(text) == nil && m.Line != want {
				t.Fatalf("%s on line %d, is on %d", m.Kind, m.Line, want)
			}
			if !maskedForm.MatchString(m.Masked) || longNumber.MatchString(m.Masked+m.Why) {
				t.Fatalf("%s is not masked", m.Kind)
			}
		}
		redacted := d.Redact(text)
		if len(redacted) != len(text) {
			t.Fatal("redacted text has another length")
		}
		for _, m := range matches {
			if name == "" && m.Confidence >= Medium && bytes.ContainsFunc(redacted[m.Start:m.End], func(r rune) bool { return r < 128 && alnum(byte(r)) }) {
				t.Fatalf("%s is not redacted", m.Kind)
			}
		}
	})
}

// TestTimeIsLinear gives what parsers start on, again and again without an end. A
// scan that went back over the text would take minutes for each.
func TestTimeIsLinear(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const size, limit = 1 << 17, 4 * time.Second
	for _, piece := range []string{
		`{"resourceType":"Patient","a":`, `{"resourceType":"Patient","name":[{"family":"A"`, `"resourceType":"Patient`, "<patientRole>", "<patientRole ", "<", `<Patient xmlns="http://hl7.org/fhir">`,
		"PID|", "\nPID|1|", "NM1*IL*1*", "\nNM1*IL*1*A*B*", "ssn ", "dob: ", "patient name: Ab Cd ", "dx I10 mrn 483921 ", "mrn 483921 ssn 536-22-8726 ", "1", "1-", "12/", "a,ssn\n1,", `"`, ",", "536228726 ",
		"key = ", "://a:b", "eyJ", "key", "s.", "curl -u ", "-----BEGIN PRIVATE KEY-----", "secret: data: ", "sourcegraph ", "api_key=" + "a1b2c3d4e5f6 ", "\x00", "é",
	} {
		for _, name := range []string{"a.yaml", "a.csv"} {
			before := userTime()
			d.Scan(name, []byte(strings.Repeat(piece, size/len(piece))))
			if took := userTime() - before; took > limit {
				t.Errorf("%.20q repeated for 128 KiB takes %s", piece, took)
			} else if took > time.Second/4 {
				t.Logf("%.20q repeated for 128 KiB takes %s", piece, took)
			}
		}
	}
}

func userTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano())
}
