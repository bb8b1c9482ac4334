package report

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestGitLabTakesUnwaivedFails(t *testing.T) {
	var got []string
	for _, i := range gitlab(sorted(sample())) {
		got = append(got, fmt.Sprintf("%s %s %s:%d %s", i.CheckName, i.Severity, i.Location.Path, i.Location.Lines.Begin, i.Description))
	}
	want := []string{
		// At the call, not in the downloaded file.
		"HIPAA-VPC-001 major envs/dev/main.tf:11 HIPAA-VPC-001 VPCs have flow logs: module.net.aws_vpc.this[0]: no flow log names the VPC",
		"HIPAA-RDS-001 minor envs/prod/db.tf:12 HIPAA-RDS-001 Databases are encrypted: the key is the customer's own: aws_db_instance.main: kms_key_id is not set",
		`HIPAA-S3-003 blocker modules/a store/main.tf:4 HIPAA-S3-003 S3 buckets block public access: module.store["a"].aws_s3_bucket.records: block_public_acls is off`,
		"HIPAA-RDS-001 info envs/dev/main.tf:1 A laxer threshold: HIPAA-RDS-001.min_days = 3 (default 7)",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestGitLabNeverRepeatsAFingerprint: GitLab would show one finding of those that share it.
func TestGitLabNeverRepeatsAFingerprint(t *testing.T) {
	var r finding.Report
	for _, print := range []string{"a", "a", "a", "b", "", ""} {
		r.Findings = append(r.Findings, finding.Finding{Rule: "R", Status: finding.Fail, Fingerprint: print})
	}
	seen := map[string]bool{}
	for _, i := range gitlab(r) {
		if seen[i.Fingerprint] || i.Fingerprint == "" {
			t.Errorf("fingerprint %q again", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
	if !seen["a"] || !seen["b"] {
		t.Errorf("the first of each was to keep its own: %v", seen)
	}
}

// TestGitLabHasAPlaceForEverything: a path that is not empty, a line from 1, a severity it knows.
func TestGitLabHasAPlaceForEverything(t *testing.T) {
	known := map[string]bool{"info": true, "minor": true, "major": true, "critical": true, "blocker": true}
	for name, r := range map[string]finding.Report{"sample": sample(), "account": account(), "anchored": Anchored(account(), "infra/main.tf"), "hostile": hostileReport()} {
		for _, i := range gitlab(sorted(r)) {
			if i.Location.Path == "" || i.Location.Lines.Begin < 1 || !known[i.Severity] || i.Description == "" || i.CheckName == "" {
				t.Errorf("%s: %+v", name, i)
			}
			if name == "anchored" && i.Location.Path != "infra/main.tf" {
				t.Errorf("an account is at %s", i.Location.Path)
			}
		}
	}
}

func TestGitLabOfNothingIsAnEmptyList(t *testing.T) {
	text := render(t, GitLab, finding.Report{})
	var got []gitlabIssue
	if err := json.Unmarshal([]byte(text), &got); err != nil || text != "[]\n" {
		t.Errorf("got %q, %v", text, err)
	}
}
