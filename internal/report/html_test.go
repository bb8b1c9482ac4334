package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// audited holds what an auditor's report says beyond the sample.
func audited() finding.Report {
	r := sample()
	r.Profile = &finding.Profile{Name: "nprm-2025", Title: "Proposed rule of January 2025", NotLaw: true, Overridden: []string{"HIPAA-RDS-001.min_days"}}
	r.Baseline = &finding.Baseline{Of: "baseline.json", Kind: "file", New: 1, Unchanged: 2, Fixed: 1, Gone: []finding.Gone{
		{Rule: "HIPAA-S3-003", Root: "envs/dev", Address: "aws_s3_bucket.old", Fingerprint: strings.Repeat("0", 32), Why: "removed"},
	}}
	r.Coverage.RulesSkipped = []string{"HIPAA-EC2-001"}
	required := r.Rules["HIPAA-VPC-001"]
	required.Citations = []finding.Citation{{ID: "164.312(b)", Title: "Audit controls", Kind: "standard"}, {ID: "164.308(a)(1)(ii)(D)", Title: "Information system activity review", Kind: "required"}}
	r.Rules["HIPAA-VPC-001"] = required
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Status == finding.Fail && f.PHI == "yes" {
			f.Baseline, f.PHIWhy = "new", "the tag DataClass says so"
			f.PHIPath = []finding.PHIStep{{From: "aws_db_instance.main", To: f.Resource.Address, Via: "aws_s3_bucket.records.tags", Why: "exports go there"}}
		}
	}
	return r
}

func TestHTML(t *testing.T) {
	for name, r := range map[string]finding.Report{"report.html": audited(), "account.html": account(), "empty.html": {Complete: true}} {
		t.Run(name, func(t *testing.T) {
			got := render(t, HTML, r)
			if strings.Contains(got, "ZgotmplZ") || strings.Contains(got, "<no value>") {
				t.Error("a value was refused or is missing")
			}
			if name == "report.html" {
				golden(t, name, got)
			}
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("..", "..", "testdata", "golden", name)
	if *update || os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("not as in %s; go test ./internal/report -update rewrites it (-want +got):\n%s", file, d)
	}
}

// TestHTMLOfTheJSON: the document can be made from the JSON report, whose hash it names.
func TestHTMLOfTheJSON(t *testing.T) {
	for _, r := range []finding.Report{audited(), account()} {
		text := render(t, JSON, r)
		want := render(t, HTML, r)
		sum := sha256.Sum256([]byte(text))
		if !strings.Contains(want, hex.EncodeToString(sum[:])) {
			t.Error("the hash of the JSON report is not in it")
		}
		var read finding.Report
		if err := json.Unmarshal([]byte(text), &read); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, render(t, HTML, read)); d != "" {
			t.Errorf("made from the JSON it differs (-want +got):\n%s", d)
		}
	}
}

// TestHTMLShowsEverything: every citation of the rule, every resource, and what each verdict rests on.
func TestHTMLShowsEverything(t *testing.T) {
	r := audited()
	got := html.UnescapeString(render(t, HTML, r))
	var want []string
	for _, c := range hipaa.All() {
		want = append(want, c.ID+" "+c.Title, c.Provide)
	}
	for _, f := range r.Findings {
		if f.Status == finding.NotApplicable {
			continue
		}
		want = append(want, f.Resource.Address, f.Message)
		for _, e := range f.Evidence {
			want = append(want, e.Path, e.Value)
		}
		for _, c := range f.Causes {
			want = append(want, c.What, c.Settle)
		}
		if f.Status != finding.Pass {
			want = append(want, f.Fingerprint)
		}
	}
	for _, g := range r.Gaps {
		want = append(want, g.What, g.Why, g.Settle)
	}
	want = append(want, "Not law", "HIPAA-EC2-001", "HIPAA-RDS-001.min_days", "Risk accepted on a required specification",
		"Approved by @security; expires 2027-01-31", "aws_s3_bucket.old", "exports go there")
	for _, s := range want {
		if !strings.Contains(got, s) {
			t.Errorf("lacks %q", s)
		}
	}
}

// TestHTMLNeedsNothingElse: no address but those that a reader may follow, and no script but our own.
func TestHTMLNeedsNothingElse(t *testing.T) {
	got := render(t, HTML, audited())
	followed := regexp.MustCompile(`<a href="(https://[^"]+)" rel="noreferrer">([^<]+)</a>`)
	rest := followed.ReplaceAllString(got, "")
	if at := regexp.MustCompile(`(?i)https?:|//[a-z]|@import|url\(|<link|<img|<iframe|<object|<base|\bsrc=|srcset|style="|\son[a-z]+=`).FindString(rest); at != "" {
		t.Errorf("refers to something else: %q", at)
	}
	if n := strings.Count(got, "<script"); n != 1 {
		t.Errorf("%d scripts, want 1", n)
	}
	if !strings.Contains(got, `default-src &#39;none&#39;`) {
		t.Error("no policy forbids the network")
	}
}

// TestHTMLOfHostileText: nothing from a scanned repository becomes markup, and nothing hides.
func TestHTMLOfHostileText(t *testing.T) {
	const markup = `"'><script>alert(1)</script><img src=x onerror=alert(1)>{{.}}</style>javascript:alert(1)<!--` + hostile
	r := hostileReport()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Rule, f.Resource.Address, f.Message = markup, markup, markup
		f.Evidence = []finding.Evidence{{Path: markup, Value: markup, File: markup, Line: 1, Call: markup, Time: markup}}
		f.PHI, f.PHIWhy, f.Fingerprint, f.Severity = markup, markup, markup, markup
		f.PHIPath = []finding.PHIStep{{From: markup, To: markup, Via: markup, Why: markup}}
	}
	r.Rules[markup] = finding.Rule{Title: markup, Severity: markup, References: []string{"javascript:alert(1)", "https://x.test/\"><b>", markup}, Params: map[string]any{markup: markup}}
	r.Sources = []finding.Source{{Kind: markup, Name: markup}}
	r.Profile = &finding.Profile{Name: markup, Title: markup, NotLaw: true}
	r.Tool.Policies, r.Time.Started = markup, markup
	got := render(t, HTML, r)
	for i, line := range strings.Split(got, "\n") {
		for _, c := range line {
			if !shown(c) {
				t.Fatalf("line %d holds %U", i+1, c)
			}
		}
	}
	if strings.Count(got, "<script") != 1 || strings.Contains(got, "<img") || strings.Contains(got, "<b>") || strings.Contains(got, `href="javascript`) {
		t.Error("text became markup")
	}
}

// TestStandings: what may be said of a citation, from what was seen.
func TestStandings(t *testing.T) {
	const encrypted, review, sanctions = "164.312(a)(2)(iv)", "164.308(a)(1)(ii)(D)", "164.308(a)(1)(ii)(C)"
	one := func(status finding.Status) []finding.Finding {
		return []finding.Finding{{Rule: "R", Status: finding.Pass}, {Rule: "R", Status: status}}
	}
	tests := []struct {
		name, citation string
		findings       []finding.Finding
		change         func(*finding.Report)
		want           verdict
	}{
		{"all pass and configuration decides", encrypted, one(finding.Pass), nil, proved},
		{"all pass and a scan shows part", review, one(finding.Pass), nil, partly},
		{"all pass and no scan shows it", sanctions, one(finding.Pass), nil, unprovable},
		{"one fails", encrypted, one(finding.Fail), nil, failed},
		{"one fails where no scan proves", sanctions, one(finding.Fail), nil, failed},
		{"one is unknown", encrypted, one(finding.Unknown), nil, undecided},
		{"none applied", encrypted, one(finding.NotApplicable)[1:], nil, unexamined},
		{"none there", encrypted, nil, nil, unexamined},
		{"one waived", encrypted, []finding.Finding{{Rule: "R", Status: finding.Fail, Waiver: &finding.Waiver{}}, {Rule: "R", Status: finding.Pass}}, nil, partly},
		{"not all read", encrypted, one(finding.Pass), func(r *finding.Report) { r.Complete = false }, partly},
		{"laxer", encrypted, one(finding.Pass), func(r *finding.Report) { r.Parameters = []finding.Parameter{{Rule: "R", Laxer: true}} }, partly},
		{"another rule laxer", encrypted, one(finding.Pass), func(r *finding.Report) { r.Parameters = []finding.Parameter{{Rule: "Q", Laxer: true}} }, proved},
		{"rules left out", encrypted, one(finding.Pass), func(r *finding.Report) { r.Coverage.RulesSkipped = []string{"Q"} }, partly},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := finding.Report{Complete: true, Findings: tt.findings, Rules: map[string]finding.Rule{"R": {Citations: []finding.Citation{{ID: tt.citation}}}}}
			if tt.change != nil {
				tt.change(&r)
			}
			r.Finish()
			for _, s := range standings(r) {
				want := unexamined
				if s.Evidence == hipaa.Manual {
					want = unprovable
				}
				if s.ID == tt.citation {
					want = tt.want
				}
				if s.Verdict != want || len(s.Why) == 0 {
					t.Errorf("%s is %s (%v), want %s", s.ID, s.Verdict, s.Why, want)
				}
			}
		})
	}
}

// many is a report with n failures on as many resources, and as many passes.
func many(n int) finding.Report {
	r := sample()
	r.Findings = nil
	for i := range n {
		rule := []string{"HIPAA-S3-003", "HIPAA-RDS-001", "HIPAA-VPC-001"}[i%3]
		for _, status := range []finding.Status{finding.Fail, finding.Pass} {
			f := finding.Finding{
				Rule: rule, Status: status, Severity: r.Rules[rule].Severity, Message: "block_public_acls is off", PHI: []string{"yes", "no", "unmarked", "unknown"}[i%4],
				Evidence: []finding.Evidence{{Path: "_.block[0].block_public_acls", Value: "false", File: fmt.Sprintf("envs/prod/f%d.tf", i%40), Line: i}},
				Resource: finding.Resource{Root: "envs/prod", Address: fmt.Sprintf("module.store[%q].aws_s3_bucket.%s", fmt.Sprintf("clinic-%05d", i), status), Type: "aws_s3_bucket", Source: resource.Code},
				Location: finding.Location{File: fmt.Sprintf("envs/prod/f%d.tf", i%40), Line: i + 1, EndLine: i + 2},
			}
			f.Fingerprint = finding.Fingerprint(f.Rule, f.Assertion, f.Resource.Root, f.Resource.Address, f.Paths)
			r.Findings = append(r.Findings, f)
		}
	}
	r.Finish()
	return r
}

// TestHTMLOfMany: a long report says what it leaves out, and its size grows with its findings alone.
func TestHTMLOfMany(t *testing.T) {
	small, large := len(render(t, HTML, many(500))), len(render(t, HTML, many(5000)))
	if large > 11*small || large > 12<<20 {
		t.Errorf("500 failures take %d bytes and 5000 take %d", small, large)
	}
	got := render(t, HTML, many(maxRows+5))
	if n := strings.Count(got, `<tr id="f-`); n != maxRows {
		t.Errorf("%d rows, want %d", n, maxRows)
	}
	if !strings.Contains(got, "further failure") || !strings.Contains(got, "further pass") {
		t.Error("it does not say that something is left out")
	}
}

// TestWriteHTML writes what a browser is to look at, where HIPAACTL_HTML names a folder: .ci/validate-html.
func TestWriteHTML(t *testing.T) {
	dir := os.Getenv("HIPAACTL_HTML")
	if dir == "" {
		t.Skip("HIPAACTL_HTML names no folder to write documents for a browser into (make html)")
	}
	for name, r := range map[string]finding.Report{
		"sample": audited(), "account": account(), "none": {Complete: true}, "few": many(20), "many": many(5000), "hostile": hostileReport(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(render(t, HTML, r)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
