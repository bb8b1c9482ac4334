package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestEveryFormatNamesALaxerThreshold: whoever reads only one document must see what was
// asked of whom, and what would have been asked.
func TestEveryFormatNamesALaxerThreshold(t *testing.T) {
	lowered := func(lax bool) finding.Report {
		r := account()
		r.Parameters = []finding.Parameter{{Rule: r.Findings[0].Rule, Name: "zonal_grace", Value: 4711, Default: 1213, Laxer: lax}}
		return r
	}
	for _, name := range Names() {
		format, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		text := render(t, format, lowered(true))
		for _, want := range []string{"zonal_grace", "4711", "1213"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %s", name, want)
			}
		}
		if text == render(t, format, lowered(false)) {
			t.Errorf("%s tells a laxer threshold from a stricter one by nothing", name)
		}
	}
}

func TestGitHubShowsThresholdsWithinItsLimits(t *testing.T) {
	var r finding.Report
	for i := range 30 {
		r.Parameters = append(r.Parameters, finding.Parameter{Rule: "R", Name: fmt.Sprintf("p%02d", i), Value: i, Default: 99, Laxer: true})
		r.Findings = append(r.Findings, finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Low})
	}
	var notices []command
	for _, c := range commands(t, r) {
		if c.name == "notice" {
			notices = append(notices, c)
		}
	}
	if len(notices) != maxAnnotations {
		t.Errorf("got %d notices", len(notices))
	}
	lines := strings.Split(notices[0].data, "\n")
	if len(lines) != shownThresholds+1 || lines[0] != "R.p00 = 0 (default 99)" || !strings.HasPrefix(lines[shownThresholds], "and 10 more") {
		t.Errorf("got %q", lines)
	}
}

// TestGitLabComparesThresholds: the same one is the same issue in the next report, and another
// value is another issue.
func TestGitLabComparesThresholds(t *testing.T) {
	set := func(value int) gitlabIssue {
		all := gitlab(finding.Report{Parameters: []finding.Parameter{{Rule: "R", Name: "p", Value: value, Default: 9, Laxer: true}}})
		if len(all) != 1 {
			t.Fatalf("got %d issues", len(all))
		}
		return all[0]
	}
	if a, again, other := set(1), set(1), set(2); a != again || a.Fingerprint == other.Fingerprint || a.Severity != "info" || a.Location.Path != "." {
		t.Errorf("got %+v and %+v", a, other)
	}
}
