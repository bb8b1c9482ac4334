package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// audited holds what an auditor's report says beyond the sample.
func audited() finding.Report {
	r := attachedSample()
	r.Comparison = &finding.Comparison{
		Of: "2026-q3.json", Time: finding.Time{Started: "2026-08-23T02:00:00Z", Finished: "2026-08-23T02:00:01Z"},
		Before: finding.Summary{Pass: 1, Fail: 4}, Now: r.Summary, New: 1, Unchanged: 2, Fixed: 2,
		Severities: []finding.SeverityTrend{{Severity: finding.Critical, Before: 2, Now: 1}, {Severity: finding.Medium, Before: 2, Now: 1}},
		Citations:  []finding.CitationTrend{{Citation: audit, Before: finding.Summary{Fail: 2}, Now: finding.Summary{Fail: 1}}},
		Appeared:   []finding.Changed{{Rule: "HIPAA-RDS-001", Assertion: "key", Severity: finding.Low, Root: "envs/prod", Address: "aws_db_instance.main"}},
		Gone:       []finding.Changed{{Rule: "HIPAA-S3-003", Severity: finding.Critical, Root: "envs/prod", Address: "aws_s3_bucket.repaired"}},
	}
	r.Repository = &finding.Repository{URL: "git@git.example:clinic.git", Revision: strings.Repeat("d", 40)}
	r.Results = []finding.Result{
		{Name: "prod.json", Digest: strings.Repeat("e", 64), Tool: r.Tool, Time: r.Time, Sources: r.Sources, Complete: true, Counted: 8},
		{Name: "lost.json", Digest: strings.Repeat("f", 64), Problem: "it is no report"},
	}
	r.Profile = &finding.Profile{Name: "nprm-2025", Title: "Proposed rule of January 2025", NotLaw: true, Overridden: []string{"HIPAA-RDS-001.min_days"}}
	r.Baseline = &finding.Baseline{Of: "baseline.json", Kind: "file", New: 1, Unchanged: 2, Fixed: 1, Gone: []finding.Gone{
		{Rule: "HIPAA-S3-003", Root: "envs/dev", Address: "aws_s3_bucket.old", Fingerprint: strings.Repeat("0", 32), Why: "removed"},
	}}
	r.Inventory = inventoried(4)
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
	for name, r := range map[string]finding.Report{"report.html": audited(), "account.html": account(), "empty.html": {Complete: true}, "phi.html": phiOnly()} {
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

func phiOnly() finding.Report {
	r := sample()
	r.PHIOnly = &finding.PHIOnly{}
	return r
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
		"Approved by @security; expires 2027-01-31", "aws_s3_bucket.old", "exports go there", "zap.sarif, ZAP 2.15.0 (dynamic-analysis): It is about access.", "the tool did not finish",
		"aws_s3_bucket.repaired", "it is no report", strings.Repeat("d", 40))
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
	if at := regexp.MustCompile(`(?i)https?:|//[a-z]|@import|url\([^#]|<link|<img|<iframe|<object|<base|\bsrc=|srcset|style="|\son[a-z]+=`).FindString(rest); at != "" {
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

// TestHTMLNamesWhatItIsAbout: the working directory says nothing to whom the report is sent.
func TestHTMLNamesWhatItIsAbout(t *testing.T) {
	here := []finding.Source{{Kind: "code", Name: "."}}
	for want, r := range map[string]finding.Report{
		"clinic":                {Sources: here, Repository: &finding.Repository{URL: "git@git.example:clinic.git"}},
		"ward":                  {Sources: here, Repository: &finding.Repository{URL: "https://git.example/acme/ward/"}},
		"the working directory": {Sources: here},
		"infra":                 {Sources: []finding.Source{{Kind: "code", Name: "infra"}}},
	} {
		if got := render(t, HTML, r); !strings.Contains(got, `<p class="subject">`+want+`</p>`) {
			t.Errorf("it is not about %s", want)
		}
	}
}
