package attestation

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const whole = `# signed in March
attestations:
  - kind: risk-analysis
    date: 2026-03-02
    assessor: Security office
    approver: Privacy officer
    scope: every system that holds records
    next_review: "2027-03-02"
    document: docs/risk-analysis.pdf
    sha256: E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
`

func TestParse(t *testing.T) {
	got, problems := Parse([]byte(whole))
	want := []Entry{{
		Kind: RiskAnalysis, Date: "2026-03-02", Assessor: "Security office", Approver: "Privacy officer", Scope: "every system that holds records",
		NextReview: "2027-03-02", Document: "docs/risk-analysis.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Line: 3,
		Lines: map[string]int{"kind": 3, "date": 4, "assessor": 5, "approver": 6, "scope": 7, "next_review": 8, "document": 9, "sha256": 10},
	}}
	if d := cmp.Diff(want, got); d != "" || problems != nil {
		t.Errorf("%v\n-want +got:\n%s", problems, d)
	}
}

// TestProblems: each case is a file, and what is said of it with its line.
func TestProblems(t *testing.T) {
	entry := "attestations:\n  - kind: risk-analysis\n"
	for text, want := range map[string]string{
		"":                                  "",
		"# nothing\n":                       "",
		"attestations:\n":                   "",
		"attestations: []\n":                "",
		"attestation: []\n":                 `1: unknown key "attestation"; the only one is attestations`,
		"536-22-8471: x\n":                  `1: unknown key (not shown); the only one is attestations`,
		"- a\n":                             "1: want the key attestations and a list below it",
		"attestations: x\n":                 "1: attestations: want a list",
		"attestations:\n  - x\n":            "2: want keys such as kind and date, written out",
		"attestations:\n  - date:\n":        "2: kind is missing; the only one is risk-analysis",
		"attestations: []\nattestations:\n": "2: the key attestations is given twice",
		"a: [\n":                            "1: it is not YAML",
		"attestations:\n---\nx: y\n":        "2: it holds more than one document, or ends in none",
		"attestations:\n  - kind: x\n":      "2: kind: the only kind is risk-analysis",
		entry + "    date: 2026-02-30\n":    "3: date: want a date such as 2026-03-31",
		entry + "    date: 3026-02-03\n":    "3: date: want a date such as 2026-03-31",
		entry + "    date: 03/02/2026\n":    "3: date: want a date such as 2026-03-31",
		entry + "    sha256: abc\n":         "3: sha256: want the 64 hexadecimal digits that sha256sum prints",
		entry + "    scope: [a, b]\n":       "3: scope: want text",
		entry + "    date: 2026-01-01\n    date: 2026-01-02\n": "4: the key date is given twice",
		entry + "    asessor: x\n":                             `3: unknown key "asessor"; known are kind, date, assessor, approver, scope, next_review, document, sha256`,
		entry + "    scope: " + strings.Repeat("a", 5000):      "3: scope: longer than 4096 bytes",
	} {
		entries, problems := Parse([]byte(text))
		got := ""
		for _, p := range problems {
			got += string(rune('0'+p.Line)) + ": " + p.Message
		}
		if got != want || want != "" && len(entries) > 0 {
			t.Errorf("%q\n got %s, %v\nwant %s", text, got, entries, want)
		}
	}
}

func TestPath(t *testing.T) {
	for in, want := range map[string]string{
		"": "", ".": "", "docs/a.pdf": "docs/a.pdf", "./docs//a.pdf": "docs/a.pdf", "docs/../a.pdf": "a.pdf",
		"../a.pdf": "", "..": "", "/etc/passwd": "", "https://files.example/a.pdf": "", `\\share\a.pdf`: "", "a\x00": "",
	} {
		if got := (Entry{Document: in}).Path(); got != want {
			t.Errorf("Path(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("attestations: [{kind: risk-analysis, date: 2026-01-01}, &a {kind: *a}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, problems := Parse(data)
		for _, p := range problems {
			if p.Line < 1 || p.Message == "" {
				t.Errorf("a problem without a place or a message: %+v", p)
			}
		}
		for _, e := range entries {
			if e.Kind != RiskAnalysis || e.Line < 1 {
				t.Errorf("an entry of no kind or place: %+v", e)
			}
			for _, d := range []string{e.Date, e.NextReview} {
				if _, err := time.Parse(Layout, d); d != "" && err != nil {
					t.Errorf("a date that is none: %v", err)
				}
			}
			if p := e.Path(); p == ".." || strings.HasPrefix(p, "../") || strings.HasPrefix(p, "/") {
				t.Errorf("a path that leads out: %q", p)
			}
		}
	})
}
