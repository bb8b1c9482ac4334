package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestMDText(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "port 22 is open; a_b": "port 22 is open; a_b", "a_b _c_": `a_b \_c\_`,
		"a|b": "a&#124;b", `a\|b`: `a\\&#124;b`, "`x`": "\\`x\\`", "<script>": "&lt;script&gt;", "a & b": "a &amp; b", "&lt;": "&amp;lt;",
		"[x](y)": `\[x\](y)`, "![x](y)": `\!\[x\](y)`, "**b** ~s~ $1$": `\*\*b\*\* \~s\~ \$1\$`,
		"@security a@b.example": "@&#8203;security a@&#8203;b.example", "see #12, GH-3 and !4": `see \#&#8203;12, G&#8203;H-3 and \!&#8203;4`,
		"https://x.example www.x.example": "https:&#8203;//x.example w&#8203;ww.x.example",
		"- x":                             `\- x`, "+": `\+`, "=== ": `\===`, "---": `\---`, "1. x": `1\. x`, "12)": `12\)`, "164.312(b) x": "164.312(b) x", "# x": `\# x`, "a - b": "a - b",
		"a\nb\r\n\tc": `a\\nb\\x0d\\n c`, "a\u202eb": `a\\u202eb`, "\x00\x01": `\\x00\\x01`,
	} {
		if got := mdText(in); got != want {
			t.Errorf("mdText(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMDCode(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "aws_s3_bucket.b": "`aws_s3_bucket.b`", "@security": "`@security`", `m["a"]`: "`m[\"a\"]`",
		"a`b": "`` a`b ``", "``a`": "``` ``a` ```", "`": "`` ` ``", "a|b": "a&#124;b", "a\nb": "`a\\nb`", "<b>": "`<b>`",
	} {
		if got := mdCode(in); got != want {
			t.Errorf("mdCode(%q) = %q, want %q", in, got, want)
		}
	}
}

// marking is text that would be markup, a link, a mention, a cell or a line of its own.
const marking = "x | y\n\n# h\n- @security #1 <script>alert(1)</script> [a](https://evil.example) ![b](//evil) `c ``d \\| &lt; $e$ www.evil.example m@evil.example -->\n/close\n~~~\n"

// markedReport holds marking wherever a report takes text.
func markedReport(marking string) finding.Report {
	r := sample()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Resource = finding.Resource{Root: marking, Address: marking, ARN: marking, Source: f.Resource.Source}
		f.Assertion, f.Message, f.PHI, f.Baseline = marking, marking, marking, marking
		f.Location = finding.Location{File: marking, Line: 1, Callers: []finding.Place{{File: marking, Line: 2}}}
		f.Evidence = []finding.Evidence{{Path: marking, Value: marking}}
		if i%2 == 0 {
			f.Location = finding.Location{}
		}
		if f.Status == finding.Unknown {
			f.Causes = []finding.Cause{{What: marking, Why: marking, File: marking, Settle: marking}, {What: marking + "2"}}
		}
		if f.Waiver != nil {
			f.Waiver = &finding.Waiver{Kind: marking, Reason: marking, Measure: marking, Approver: marking, Expires: marking}
		}
	}
	for id, rule := range r.Rules {
		rule.Title, rule.Description, rule.Remediation, rule.Proposed = marking, marking, marking, []string{marking}
		rule.Citations = append(rule.Citations, finding.Citation{ID: marking, Title: marking, Kind: marking})
		r.Rules[id] = rule
	}
	for i := range r.Gaps {
		r.Gaps[i] = finding.Gap{Kind: r.Gaps[i].Kind, Root: marking, What: marking, Why: marking, Settle: marking, File: marking, Line: i}
	}
	r.Tool, r.Time = finding.Tool{Name: marking, Version: marking, Policies: marking}, finding.Time{Started: marking}
	r.Sources = []finding.Source{{Name: marking}}
	r.Repository = &finding.Repository{URL: marking, Revision: marking}
	r.Results = []finding.Result{{Name: marking, Digest: marking, Tool: r.Tool, Time: r.Time, Profile: marking, Problem: marking}}
	r.Attached = []finding.Attached{{Name: marking, Digest: marking, Format: marking, Parts: []finding.AttachedPart{
		{Kind: marking, Tool: marking, Version: marking, Time: marking, Complete: true, Supports: []finding.Support{{Citation: finding.Citation{ID: marking}, Reason: marking}}},
		{Kind: marking, Why: marking},
	}}}
	r.Profile = &finding.Profile{Name: marking, Title: marking, NotLaw: true, Overridden: []string{marking}}
	r.Baseline = &finding.Baseline{Of: marking, Kind: marking, Gone: []finding.Gone{{Rule: marking, Assertion: marking, Root: marking, Address: marking, Why: marking}}}
	r.Parameters = []finding.Parameter{{Rule: marking, Name: marking, Value: marking, Default: marking, Laxer: true}}
	r.Coverage.Notes, r.Coverage.RulesSkipped = []string{marking}, []string{marking}
	r.Coverage.UnjudgedTypes = []finding.Count{{Name: marking, Count: 1}}
	r.Coverage.UnknownByCause = r.Coverage.UnjudgedTypes
	r.Coverage.Calls = []finding.ServiceCalls{{Service: marking, Calls: 1}}
	r.Coverage.Unprovable = []finding.Citation{{ID: marking, Title: marking, Kind: marking}}
	return r
}

var (
	codeSpan  = regexp.MustCompile("(^|[^\\\\`])(`[^`]+`|`` .*? ``|``` .*? ```)")
	reference = regexp.MustCompile(`&#\d+;|&[a-z]+;`)
	acting    = regexp.MustCompile(`[@]\w|[#]\d|://|(?i)\bwww\.|<|[^\\][\[\]]|^/|^~~~|^\s*` + "```")
)

// acts is what a page would act on, character references read as they are.
func acts(line string) string { return acting.FindString(reference.ReplaceAllString(line, "\u200b")) }

// TestMarkdownShowsWhatComesFromOutside and does nothing with it: outside of code spans nothing
// is left that a page would act on, and no line, cell or heading is added.
func TestMarkdownShowsWhatComesFromOutside(t *testing.T) {
	for _, marking := range []string{marking, strings.ReplaceAll(marking, "|", "")} { // a bar keeps text from being code
		showsOutside(t, render(t, NewMarkdown(MarkdownOptions{}), markedReport(marking)))
	}
}

func showsOutside(t *testing.T, text string) {
	t.Helper()
	if n := strings.Count(text, "evil"); n < 50 {
		t.Fatalf("only %d places show what came from outside", n)
	}
	columns := 0
	for i, line := range strings.Split(text, "\n") {
		if i == 0 {
			if line != MarkdownMarker {
				t.Errorf("begins with %q", line)
			}
			continue
		}
		if m := acts(codeSpan.ReplaceAllString(line, "$1")); m != "" {
			t.Errorf("line %d acts by %q: %s", i+1, m, line)
		}
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		cells := strings.Count(line, "|")
		if columns != 0 && cells != columns {
			t.Errorf("line %d has %d bars, its table %d: %s", i+1, cells, columns, line)
		}
		columns = cells
	}
	plain := render(t, NewMarkdown(MarkdownOptions{}), sample())
	if a, b := strings.Count(text, "\n#"), strings.Count(plain, "\n#"); a < b || a > b+6 { // sections that sample has not
		t.Errorf("%d headings, %d without markup from outside", a, b)
	}
}

// crowded is a report of n failures of all severities, with all else that sample has.
func crowded(n int) finding.Report {
	r := sample()
	for i := range n {
		f := r.Findings[0]
		f.Rule, f.Status, f.Severity, f.Waiver = "HIPAA-S3-003", finding.Fail, finding.Severities()[i%5], nil
		f.Resource.Address = fmt.Sprintf("aws_s3_bucket.b[%05d]", i)
		f.Message = strings.Repeat("what was found ", 20)
		r.Findings = append(r.Findings, f)
	}
	r.Finish()
	return r
}

// TestMarkdownStaysWithinItsLimit where every section is longer than its share.
func TestMarkdownStaysWithinItsLimit(t *testing.T) {
	r := crowded(1000)
	for i := range 1000 {
		f := r.Findings[i]
		f.Waiver = &finding.Waiver{Kind: "false-positive", Reason: f.Message, Approver: "@security", Expires: "2027-01-31"}
		r.Findings = append(r.Findings, f)
		f.Waiver, f.Status, f.Causes = nil, finding.Unknown, []finding.Cause{{What: fmt.Sprintf("var.v%d", i), Why: f.Message, Settle: f.Message}}
		f.Resource.Address = fmt.Sprintf("unknown.u%d", i)
		r.Findings = append(r.Findings, f)
		r.Gaps = append(r.Gaps, finding.Gap{Kind: "file", What: fmt.Sprintf("f%d.tf", i), Why: f.Message})
		r.Parameters = append(r.Parameters, finding.Parameter{Rule: "R", Name: fmt.Sprintf("p%d", i), Value: f.Message})
		r.Results = append(r.Results, finding.Result{Name: fmt.Sprintf("r%d", i), Problem: f.Message})
	}
	r.Finish()
	for limit := MinMarkdown; limit < 300_000; limit = limit * 3 / 2 {
		if text := render(t, NewMarkdown(MarkdownOptions{Limit: limit}), r); len(text) > limit {
			t.Errorf("limit %d: %d bytes", limit, len(text))
		}
	}
}

// TestMarkdownIsCut within its limit: the most severe failures stay, what was left out is
// counted, and no section is lost for the sake of another.
func TestMarkdownIsCut(t *testing.T) {
	whole := crowded(5000)
	for _, limit := range []int{MinMarkdown, 16384, 65536, MaxMarkdown} {
		text := render(t, NewMarkdown(MarkdownOptions{Limit: limit}), whole)
		if len(text) > limit || len(text) < limit/2 {
			t.Errorf("limit %d: %d bytes", limit, len(text))
		}
		rows := strings.Count(text, "\n| `aws_s3_bucket.b[")
		missing := 5003 - rows // and what sample itself has
		said := regexp.MustCompile(`(\d+) failures`).FindStringSubmatch(text[strings.Index(text, "**This report was cut**"):])
		var n int
		if len(said) == 2 {
			_, _ = fmt.Sscan(said[1], &n)
		}
		if n < missing-3 || n > missing {
			t.Errorf("limit %d: says %d failures are left out, %d are", limit, n, missing)
		}
		for _, section := range []string{"# HIPAA Security Rule: failed", "## Scope", "## By safeguard", "## Failures", "## Unknown", "## Not read", "## Waived", "## Thresholds", "## Passed", "## What no check", "## Method"} {
			if limit > MinMarkdown && !strings.Contains(text, "\n"+section) {
				t.Errorf("limit %d: no section %q", limit, section)
			}
		}
		if strings.Contains(text, "### High") && strings.Count(text, "\n| `aws_s3_bucket.b[") < 1000 {
			t.Errorf("limit %d: a milder failure stands while critical ones are left out", limit)
		}
	}
	if text := render(t, NewMarkdown(MarkdownOptions{}), sample()); strings.Contains(text, "left out") {
		t.Errorf("cut without need:\n%s", text)
	}
}

func TestMarkdownOfNothing(t *testing.T) {
	text := render(t, NewMarkdown(MarkdownOptions{}), finding.Report{Complete: true})
	for _, want := range []string{"# HIPAA Security Rule: passed\n", "there was nothing to judge", "## Failures\n\nNone.\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

func TestMarkdownNamesTheGate(t *testing.T) {
	r := sample()
	if text := render(t, NewMarkdown(MarkdownOptions{Gate: &Gate{AllowIncomplete: true}, MinSeverity: finding.High}), r); !strings.Contains(text, "# HIPAA Security Rule: passed") ||
		!strings.Contains(text, "5 findings below the severity to display") || strings.Contains(text, "### Medium") || !strings.Contains(text, "**Not complete:** 2 gaps") {
		t.Errorf("got\n%s", text)
	}
}

func TestMarkdownOfOtherTools(t *testing.T) {
	text := render(t, NewMarkdown(MarkdownOptions{}), attachedSample())
	for _, want := range []string{
		"## Evidence of other tools\n\n" + attachedNote, "| `bom.json` | syft (sbom) | the document does not tell when | 3 components | 164.308(a)(1)(ii)(A) |",
		"| **nothing**: the tool did not finish: its invocation was not successful |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

func TestMarkdownOfABaseline(t *testing.T) {
	r := sample()
	r.Baseline = &finding.Baseline{Of: "baseline.json", Kind: "file", New: 1, Unchanged: 2, Fixed: 1, Gone: []finding.Gone{{Rule: "HIPAA-S3-001", Root: "envs/dev", Address: "aws_s3_bucket.x", Why: "fixed"}}}
	for i := range r.Findings {
		if r.Findings[i].Status == finding.Fail {
			r.Findings[i].Baseline = "new"
		}
	}
	text := render(t, NewMarkdown(MarkdownOptions{}), r)
	for _, want := range []string{"`baseline.json`: 1 new, 2 unchanged, 1 fixed.", "| `HIPAA-S3-001` | `aws_s3_bucket.x` | `envs/dev` | fixed |", "; new |"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

func FuzzMarkdownText(f *testing.F) {
	f.Add(marking)
	f.Add("@a")
	f.Fuzz(func(t *testing.T, s string) {
		text, code := mdText(s), mdCode(s)
		if m := acts("- " + text); m != "" || strings.ContainsAny(text+code, "|\n\r") {
			t.Fatalf("%q acts by %q: %q, %q", s, m, text, code)
		}
	})
}
