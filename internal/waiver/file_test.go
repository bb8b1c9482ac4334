package waiver

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

const sound = `waivers:
  - rule: HIPAA-S3-003
    resource: aws_s3_bucket.site
    kind: false-positive
    reason: It is public on purpose
    approver: "@security"
    created: 2026-11-01
    expires: 2027-01-31
`

func TestParseSound(t *testing.T) {
	got := Parse("w.yaml", []byte(sound))
	want := Book{Waivers: []Waiver{{
		Rule: "HIPAA-S3-003", Resource: "aws_s3_bucket.site", Kind: FalsePositive, Reason: "It is public on purpose",
		Approver: "@security", Created: day("2026-11-01"), Expires: day("2027-01-31"), At: finding.Place{File: "w.yaml", Line: 2},
	}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestParseMalformed: nothing of a malformed entry holds; the message names place and key.
func TestParseMalformed(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"unknown key":       {"reason:", "reson:", `line 5: unknown key "reson" (did you mean reason?); reason is missing`},
		"no rule":           {"rule: HIPAA-S3-003", "assertion: x", "rule is missing"},
		"no resource":       {"    resource: aws_s3_bucket.site\n", "", "resource is missing"},
		"no reason":         {"    reason: It is public on purpose\n", "", "reason is missing"},
		"blank reason":      {"It is public on purpose", `"  "`, "line 5: reason is empty"},
		"null approver":     {`"@security"`, "~", "line 6: approver is empty"},
		"no approver":       {"    approver: \"@security\"\n", "", "approver is missing"},
		"no expiry":         {"    expires: 2027-01-31\n", "", "expires is missing"},
		"not a date":        {"2027-01-31", "next year", "expires: want a date such as 2027-01-31"},
		"no such day":       {"2027-01-31", "2027-02-30", "expires: want a date"},
		"a time":            {"2027-01-31", "2027-01-31T10:00:00Z", "expires: want a date"},
		"backwards":         {"2027-01-31", "2026-10-01", "expires before it was created"},
		"no kind":           {"    kind: false-positive\n", "", "kind is missing"},
		"kind":              {"false-positive", "false_positive", "did you mean false-positive?"},
		"no measure":        {"false-positive", "alternative-measure", "measure is missing"},
		"measure":           {"false-positive", "false-positive\n    measure: x", "measure is for kind: alternative-measure"},
		"twice":             {"kind: false-positive", "kind: false-positive\n    rule: HIPAA-S3-001", "rule is given twice"},
		"account":           {"kind:", "account: 12\n    kind:", "account: want 12 digits"},
		"list for text":     {"HIPAA-S3-003", "[HIPAA-S3-003]", "line 2: want text after the key"},
		"text for keys":     {sound[9:], "  - hello\n", "want keys such as rule"},
		"not a list":        {sound[9:], " {rule: x}\n", "waivers: want a list"},
		"top key":           {"waivers:", "waiver:", `unknown key "waiver" (did you mean waivers?)`},
		"top list":          {"waivers:\n", "", "want the key waivers"},
		"not YAML":          {"kind: ", "\tkind: [", "it is not YAML"},
		"two documents":     {"2027-01-31\n", "2027-01-31\n---\nwaivers: []\n", "more than one document"},
		"alias for an item": {sound[9:], "  - &a {rule: x}\n  - *a\n", "want keys such as rule"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sound, c.old, c.new, 1)
			if text == sound {
				t.Fatal("the case changes nothing")
			}
			got := Parse("w.yaml", []byte(text))
			all := ""
			for _, p := range got.Problems {
				all += p.Message + "\n"
				if p.At.Line < 1 || p.At.File != "w.yaml" || p.Severity != finding.High {
					t.Errorf("%+v", p)
				}
			}
			if !strings.Contains(all, c.want) {
				t.Errorf("got %q, want %q", all, c.want)
			}
			if len(got.Waivers) > 0 && name != "two documents" {
				t.Errorf("it holds: %+v", got.Waivers)
			}
		})
	}
	for _, empty := range []string{"", "# nothing\n", "waivers:\n", "waivers: []\n", "---\n"} {
		if got := Parse("w.yaml", []byte(empty)); len(got.Waivers)+len(got.Problems) > 0 {
			t.Errorf("%q: %+v", empty, got)
		}
	}
}

// TestParseKeepsOthers: a malformed entry does not take the others with it.
func TestParseKeepsOthers(t *testing.T) {
	got := Parse("w.yaml", []byte(sound+"  - rule: HIPAA-S3-001\n"))
	if len(got.Waivers) != 1 || len(got.Problems) != 1 || got.Problems[0].At.Line != 9 {
		t.Errorf("%+v", got)
	}
}

// TestSilent: no problem repeats a value, which may be a secret in the wrong place.
func TestSilent(t *testing.T) {
	for _, text := range []string{
		strings.ReplaceAll(sound, "2027-01-31", "hunter2"), strings.ReplaceAll(sound, "false-positive", "hunter2"),
		sound + "    account: hunter2\n", sound + "    password=hunter2: x\n", "waivers: hunter2", "hunter2", "hunter2: *hunter2",
	} {
		for _, p := range Parse("w.yaml", []byte(text)).Problems {
			if strings.Contains(p.Message+p.Name, "hunter2") && !strings.HasPrefix(text, "hunter2:") {
				t.Errorf("%q: %s", text, p.Message)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sound)
	f.Add("waivers:\n- {rule: *, a: &b [1], <<: *b}\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		got := Parse("w.yaml", []byte(text))
		for _, w := range got.Waivers {
			if w.Rule == "" || w.Resource == "" || w.Reason == "" || w.Approver == "" || w.Kind == "" || w.Expires.IsZero() || w.At.Line < 1 {
				t.Errorf("not documented: %+v", w)
			}
		}
	})
}

func FuzzInline(f *testing.F) {
	f.Add("# hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s kind=false-positive reason=\"a b\"\nresource \"a\" \"b\" {}\n")
	f.Add("/* hipaactl:ignore A\n b=\"\\\" */ module \"m\" {")
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range Inline("m.tf", []byte(text)).Waivers {
			if w.Rule == "" || w.Reason == "" || w.Approver == "" || w.Kind == "" || w.Expires.IsZero() || w.Block == nil {
				t.Errorf("not documented: %+v", w)
			}
		}
	})
}
