package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// sites has more networks and assets than are drawn.
func sites() finding.Report {
	r := audited()
	r.Inventory = inventoried(80)
	return r
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
		"sample": audited(), "account": account(), "none": {Complete: true}, "few": many(20), "many": many(5000), "sites": sites(), "hostile": hostileReport(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(render(t, HTML, r)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestHTMLOfAPart: where a report comes without some of its findings, the document says so,
// and its verdicts count what it does not show.
func TestHTMLOfAPart(t *testing.T) {
	r := many(30)
	r.Coverage.Citations = []finding.Tally{{Citation: audit, Summary: finding.Summary{Pass: 5, Unknown: 7}}}
	r.Findings = r.Findings[:20]
	for _, s := range standings(r) {
		if s.ID == audit.ID && s.Verdict != undecided {
			t.Errorf("%s is %s", s.ID, s.Verdict)
		}
	}
	if got := render(t, HTML, r); !strings.Contains(got, "Not every verdict is in this document.") || !strings.Contains(got, "at least ") {
		t.Error("it does not say that findings are left out")
	}
}
