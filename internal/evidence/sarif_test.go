package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// ran is a SARIF document of runs of zap, each given by the members beside its tool.
func ran(rules string, runs ...string) string {
	for i, r := range runs {
		runs[i] = `{"tool":{"driver":{"name":"zap","rules":[` + rules + `]}},` + r + `}`
	}
	return `{"version":"2.1.0","runs":[` + strings.Join(runs, ",") + `]}`
}

// only reads a document that has one part.
func only(t *testing.T, text string) finding.AttachedPart {
	t.Helper()
	a, err := Read("x", "", strings.NewReader(text))
	if err != nil || len(a.Parts) != 1 {
		t.Fatalf("got %+v, %v", a, err)
	}
	return a.Parts[0]
}

func TestSARIFSaysHowTheRunWent(t *testing.T) {
	const fine = `"results":[],"invocations":[{"executionSuccessful":true,"endTimeUtc":"2026-11-20T10:00:00Z"}]`
	for name, c := range map[string]struct {
		runs      []string
		time, why string
	}{
		"fine":                {[]string{fine}, "2026-11-20T10:00:00Z", ""},
		"nothing said":        {[]string{`"results":[],"invocations":[{}]`}, "", ""},
		"no list":             {[]string{`"invocations":[]`}, "", "no list of results"},
		"start alone":         {[]string{`"results":[],"invocations":[{"startTimeUtc":"2026-11-20T09:00:00Z","endTimeUtc":null}]`}, "2026-11-20T09:00:00Z", ""},
		"the later of one":    {[]string{`"results":[],"invocations":[{"endTimeUtc":"2026-11-20T09:00:00Z"},{"endTimeUtc":"2026-11-20T11:00:00Z"},{"endTimeUtc":"2026-11-20T10:00:00Z"}]`}, "2026-11-20T11:00:00Z", ""},
		"the earlier of two":  {[]string{fine, `"results":[],"invocations":[{"endTimeUtc":"2026-11-20T09:00:00Z"}]`, fine}, "2026-11-20T09:00:00Z", ""},
		"one of two not":      {[]string{fine, `"results":[],"invocations":[{"executionSuccessful":false}]`}, "2026-11-20T10:00:00Z", "not successful"},
		"configuration error": {[]string{`"results":[],"invocations":[{"toolConfigurationNotifications":[{"level":"warning"},{"level":"error"}]}]`}, "", "met errors"},
		"warnings":            {[]string{`"results":[],"invocations":[{"toolExecutionNotifications":[{"level":"warning"},{}]}]`}, "", ""},
		"the worse stands":    {[]string{`"results":[],"invocations":[{"executionSuccessful":false},{"toolExecutionNotifications":[{"level":"error"}]}]`}, "", "not successful"},
	} {
		t.Run(name, func(t *testing.T) {
			p := only(t, ran("", c.runs...))
			if p.Time != c.time || p.Complete != (c.why == "") || !strings.Contains(p.Why, c.why) {
				t.Errorf("got time %q, complete %v, why %q; want %q, %q", p.Time, p.Complete, p.Why, c.time, c.why)
			}
		})
	}
}

func TestSARIFFindsTheRuleOfAResult(t *testing.T) {
	const rules = `{"id":"a","defaultConfiguration":{"level":"note"}},{"id":"b","defaultConfiguration":{"level":"error"},"properties":{"security-severity":"9.5","tags":"none"}},{"id":"b"},{"id":"c","defaultConfiguration":{}}`
	for result, want := range map[string]string{
		`{"ruleIndex":1}`: "1 0 0 0 critical",
		`{"rule":{"index":1},"ruleId":"a","ruleIndex":0}`:        "1 0 0 0 critical",
		`{"rule":{"id":"b"},"ruleId":"a"}`:                       "1 0 0 0 critical",
		`{"ruleId":"b","ruleIndex":-1}`:                          "1 0 0 0 critical",
		`{"ruleId":"b/of/it","ruleIndex":99}`:                    "1 0 0 0 critical",
		`{"ruleId":"b","rule":{"toolComponent":{"index":7}}}`:    "0 1 0 0 other",
		`{"ruleId":"b","rule":{"toolComponent":{"name":"zap"}}}`: "1 0 0 0 critical",
		`{"ruleId":"a"}`:                 "0 0 1 0 other",
		`{"ruleId":"c"}`:                 "0 1 0 0 other",
		`{"ruleId":"unheard"}`:           "0 1 0 0 other",
		`{}`:                             "0 1 0 0 other",
		`{"ruleId":"b","level":"none"}`:  "0 0 0 1 critical",
		`{"ruleId":"b","level":"worst"}`: "1 0 0 0 critical",
		`{"ruleId":"b","kind":"fail"}`:   "1 0 0 0 critical",
		`{"ruleId":"b","kind":"notApplicable","level":"error"}`:    "0 0 0 1 other",
		`{"ruleId":"b","suppressions":[]}`:                         "1 0 0 0 critical",
		`{"ruleId":"b","suppressions":[{"status":"accepted"}]}`:    "suppressed",
		`{"ruleId":"b","suppressions":[{},{"status":"rejected"}]}`: "1 0 0 0 critical",
		`{"ruleId":"b","suppressions":[{"status":"underReview"}]}`: "1 0 0 0 critical",
		`{"ruleId":"b","baselineState":"absent"}`:                  "",
		`{"ruleId":"b","baselineState":"unchanged"}`:               "1 0 0 0 critical",
	} {
		r := only(t, ran(rules, `"results":[`+result+`]`)).Results
		got := ""
		switch s := r.Severities; {
		case r.Suppressed == 1 && r.Total == 0:
			got = "suppressed"
		case r.Total == 1:
			l := r.Levels
			got = fmt.Sprint(l.Error, l.Warning, l.Note, l.None, map[bool]string{true: " critical", false: " other"}[s.Critical == 1 && s.Other == 0])
		}
		if strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("%s: got %q, want %q", result, got, want)
		}
	}
}

func TestSARIFIsBounded(t *testing.T) {
	var ids, runs strings.Builder
	for i := range maxRules + 1 {
		fmt.Fprintf(&ids, `{"ruleId":"%d"},`, i)
	}
	for i := range maxRuns + 1 {
		fmt.Fprintf(&runs, `{"tool":{"driver":{"name":"zap","version":"%d"}},"results":[]},`, i)
	}
	for name, c := range map[string]struct{ text, want string }{
		"rules":   {ran(strings.Repeat(`{},`, maxRules)+`{}`, `"results":[]`), "more than 200000 rules"},
		"results": {ran("", `"results":[`+ids.String()+`{}]`), "more than 200000 rules"},
		"tools":   {`{"version":"2.1.0","runs":[` + runs.String() + `{}]}`, "more than 1000 tools"},
	} {
		if _, err := Read("x", "", strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	same := strings.Repeat(`"results":[{}]|`, 3*maxRuns)
	if p := only(t, ran("", strings.Split(strings.TrimSuffix(same, "|"), "|")...)); p.Results.Total != 3*maxRuns {
		t.Errorf("%d of %d results of one tool's runs were counted", p.Results.Total, 3*maxRuns)
	}
}

func TestJUnitCountsEachCaseOnce(t *testing.T) {
	for text, want := range map[string]finding.AttachedTests{
		`<testcase/>`: {Total: 1},
		`<testcase><error/><failure/><skipped/></testcase>`:                    {Total: 1, Errors: 1},
		`<testcase><skipped/><failure/><failure/></testcase>`:                  {Total: 1, Failures: 1},
		`<testcase><properties><failure/></properties></testcase><failure/>`:   {Total: 1},
		`<testcase status="run" result="skipped"/><testcase status="run"/>`:    {Total: 2, Skipped: 1},
		`<testcase status="disabled"/><testcase status="skipped"/>`:            {Total: 2, Skipped: 2},
		`<testcase><failure/></testcase><testcase/><testcase name="failure"/>`: {Total: 3, Failures: 1},
		`<testsuite tests="9" failures="9"/>`:                                  {},
	} {
		p := only(t, `<testsuites>`+text+`</testsuites>`)
		if d := cmp.Diff(&want, p.Tests); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
}

func TestSBOMNamesItsTools(t *testing.T) {
	for tools, want := range map[string]string{
		`[]`: "", `null`: "", `[{"name":"a","version":"1"}]`: "a|1", `[{"version":"1"},{"name":"a"}]`: "a|", `{"components":[{"name":"a","version":"1"},{"name":"b"}]}`: "a, b|",
		`{"services":[]}`: "", `[` + strings.Repeat(`{"name":"a"},`, maxTools+4) + `{"name":"b"}]`: "a, a, a, a, a, a, a, a|",
	} {
		p := only(t, `{"bomFormat":"CycloneDX","components":[{}],"metadata":{"tools":`+tools+`}}`)
		if got := strings.TrimSuffix(p.Tool+"|"+p.Version, "|"); got != strings.TrimSuffix(want, "|") {
			t.Errorf("%s: got %q, want %q", tools, got, want)
		}
	}
}
