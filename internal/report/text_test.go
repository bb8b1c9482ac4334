package report

import (
	"errors"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// hostile is text that would act on a terminal or mislead a reader.
const hostile = "a\x1b[2Jb\x07c\rd\u202ee\u200bf\u2028g\xffh\u009bi\x7fj\U000E0041k\uE000l"

func hostileReport() finding.Report {
	r := sample()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Resource.Address += hostile
		f.Message += hostile
		f.Location.File += hostile
		f.Location.Excerpt = []finding.Line{{Number: 1, Text: hostile, Offending: true}}
		f.Location.Callers = []finding.Place{{File: hostile, Line: 1}}
		if f.Status == finding.Unknown {
			f.Causes = []resource.Cause{{What: hostile, Why: hostile, File: hostile, Settle: hostile}}
		}
		if f.Waiver != nil {
			f.Waiver = &finding.Waiver{Kind: hostile, Reason: hostile, Approver: hostile, Expires: hostile}
		}
		f.Resource.Root += hostile
		f.Resource.ARN = hostile
	}
	for i := range r.Gaps {
		g := &r.Gaps[i]
		g.What, g.Why, g.Settle, g.File, g.Root = hostile, hostile, hostile, hostile, hostile
	}
	for id, rule := range r.Rules {
		rule.Title, rule.Description, rule.Remediation = hostile, hostile, hostile
		rule.References = []string{hostile}
		rule.Citations = append([]finding.Citation{{ID: hostile, Title: hostile, Kind: hostile}}, rule.Citations...)
		r.Rules[id] = rule
	}
	r.Parameters = []finding.Parameter{{Rule: hostile, Name: hostile, Value: hostile, Default: hostile}}
	r.Coverage.Notes = []string{hostile}
	r.Coverage.Roots = []string{hostile}
	r.Coverage.UnjudgedTypes = []finding.Count{{Name: hostile, Count: 1}}
	r.Coverage.Citations = []finding.Tally{{Citation: finding.Citation{ID: hostile, Title: hostile, Kind: hostile}}}
	r.Tool.Version = hostile
	return r
}

func TestNothingActsOnATerminal(t *testing.T) {
	for _, name := range []string{"text", "junit"} {
		format, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(render(t, format, hostileReport()), "\n") {
			for _, r := range line {
				if !shown(r) || r == '\uFFFD' {
					t.Errorf("%s, line %d: holds %U: %q", name, i+1, r, line)
				}
			}
		}
	}
	for _, r := range render(t, SARIF, hostileReport()) {
		if r != '\n' && !shown(r) {
			t.Errorf("SARIF holds %U", r)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"aws_s3_bucket.logs[\"ü\"]": "aws_s3_bucket.logs[\"ü\"]",
		"a\x1b[2Jb":                 `a\x1b[2Jb`,
		"a\tb\nc":                   `a  b\nc`,
		"a\u202eb\u200bc":           `a\u202eb\u200bc`,
		"a\xffb\u009bc":             `a\xffb\u009bc`,
		"\U000E0041":                `\U000e0041`,
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestUnknownsOfOneCauseStandTogether(t *testing.T) {
	var r finding.Report
	for i, what := range []string{"var.a", "var.b", "var.b", "var.a", "var.b", "var.b", "var.b", "var.b"} {
		r.Findings = append(r.Findings, finding.Finding{
			Rule: "R", Status: finding.Unknown, Causes: []finding.Cause{{What: what, Why: "no value"}},
			Resource: finding.Resource{Address: "x.n" + string(rune('0'+i))},
		})
	}
	got := render(t, NewText(TextOptions{}), r)
	want := "  ? var.b: no value\n      R  x.n1\n      R  x.n2\n      R  x.n4\n      R  x.n5\n      and 2 more\n" +
		"  ? var.a: no value\n      R  x.n0\n      R  x.n3\n"
	if !strings.Contains(got, want) {
		t.Errorf("want\n%s\nin\n%s", want, got)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add(hostile)
	f.Add("aws_s3_bucket.logs")
	f.Fuzz(func(t *testing.T, s string) {
		got := Plain(s)
		for _, r := range got {
			if !shown(r) {
				t.Fatalf("Plain(%q) = %q holds %U", s, got, r)
			}
		}
		if Plain(got) != got {
			t.Fatalf("Plain is not idempotent on %q", s)
		}
	})
}

func TestWidth(t *testing.T) {
	for _, width := range []int{60, 72, 132} {
		r := sample()
		for i, line := range strings.Split(render(t, NewText(TextOptions{Width: width}), r), "\n") {
			long := len([]rune(line)) > width
			unbreakable := strings.Contains(line, "https://") || strings.Contains(line, "HIPAA-") || strings.HasPrefix(line, "FAILED") ||
				strings.Contains(line, ".terraform") || strings.Contains(line, "aws_s3_bucket_public_access_block") || strings.HasPrefix(line, "  module.")
			if long && !unbreakable {
				t.Errorf("width %d, line %d: %q", width, i+1, line)
			}
		}
	}
}

func TestVerdict(t *testing.T) {
	only := func(complete bool, all ...finding.Finding) finding.Report {
		r := finding.Report{Complete: complete, Findings: all}
		r.Finish()
		return r
	}
	low := finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Low}
	info := finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Info}
	unknown := finding.Finding{Rule: "R", Status: finding.Unknown, Severity: finding.High}
	tests := []struct {
		name   string
		report finding.Report
		gate   Gate
		want   string
	}{
		{"nothing", only(true), DefaultGate(), "PASSED  0 failed, 0 unknown, 0 passed, 0 not applicable; the gate holds: there was nothing to judge"},
		{"fail", only(true, low), DefaultGate(), "FAILED  1 failed (1 low), 0 unknown, 0 passed, 0 not applicable; the gate tripped on 1 failure"},
		{"below the gate", only(true, low), Gate{FailOn: finding.High}, "PASSED  1 failed (1 low), 0 unknown, 0 passed, 0 not applicable; the gate holds"},
		{"advice", only(true, info), DefaultGate(), "PASSED  1 failed (1 info), 0 unknown, 0 passed, 0 not applicable; the gate holds"},
		{"unknown", only(true, unknown), Gate{FailOn: finding.Low, FailOnUnknown: true}, "FAILED  0 failed, 1 unknown, 0 passed, 0 not applicable; the gate tripped on 1 unknown"},
		{"incomplete", only(false), DefaultGate(), "INCOMPLETE  0 failed, 0 unknown, 0 passed, 0 not applicable; the gate holds, but not everything was read"},
		{"allowed", only(false), Gate{FailOn: finding.Low, AllowIncomplete: true}, "PASSED  0 failed, 0 unknown, 0 passed, 0 not applicable; the gate holds; not everything was read, which was allowed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := render(t, NewText(TextOptions{Gate: &tt.gate}), tt.report); !strings.Contains(got, tt.want+"\n") {
				t.Errorf("want %q in:\n%s", tt.want, got)
			}
		})
	}
}

func TestMinSeverityOnlyHides(t *testing.T) {
	got := render(t, NewText(TextOptions{MinSeverity: finding.High}), sample())
	if strings.Contains(got, "LOW") || strings.Contains(got, "MEDIUM") || !strings.Contains(got, "CRITICAL") {
		t.Errorf("shows the wrong findings:\n%s", got)
	}
	for _, want := range []string{"3 failed (1 critical, 1 medium, 1 low)", "tripped on 3 failures", "5 findings below the severity to display"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

func TestAtLeastKeepsPassesAndTheWholeSummary(t *testing.T) {
	whole := sample()
	r := AtLeast(whole, finding.High)
	if r.Summary != whole.Summary || len(whole.Findings) != 8 {
		t.Errorf("the summary or the original changed: %+v", r.Summary)
	}
	var got finding.Summary
	for _, f := range r.Findings {
		got.Add(f)
	}
	if want := (finding.Summary{Pass: 1, Fail: 1, NotApplicable: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriterErrors(t *testing.T) {
	for _, name := range Names() {
		format, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := format(brokenPipe{}, sample()); err == nil || !strings.Contains(err.Error(), "broken pipe") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}
