package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/policies"
)

// openAccount is an account whose public access block is off.
var openAccount = fakeAWS{"GetPublicAccessBlock": xml(`<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls>` +
	`<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`)}

// TestWaiversOfAnAudit: what a waiver of the file does in an audit, and the exit code.
func TestWaiversOfAnAudit(t *testing.T) {
	url := openAccount.start(t)
	const account = `account: "` + ownAccount + `"`
	for name, c := range map[string]struct {
		keys   string
		args   []string
		code   int
		waived int
		demand string
	}{
		"none":              {"", nil, 1, 0, ""},
		"address":           {"resource: account", nil, 0, 1, ""},
		"account":           {"resource: account, " + account, nil, 0, 1, ""},
		"root":              {"resource: account, root: " + ownAccount, nil, 0, 1, ""},
		"another account":   {`resource: account, account: "999999999999"`, nil, 1, 0, ""},
		"unused":            {"resource: aws_s3_bucket.gone, " + account, nil, 1, 0, "use"},
		"code, unused":      {"resource: aws_s3_bucket.gone", nil, 1, 0, ""},
		"expired":           {"resource: account, expires: 2026-11-22", nil, 1, 0, "expiry"},
		"too wide":          {`resource: "arn:aws:*"`, nil, 1, 0, "width"},
		"measure, required": {"resource: account, kind: alternative-measure, measure: x", nil, 1, 0, "kind"},
		"its own profile":   {"resource: account", []string{"--rule-profile", "nprm-2025"}, 0, 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if c.keys != "" {
				keys := c.keys
				for _, pair := range []string{"kind: risk-acceptance", "expires: 2027-01-31"} {
					if key, _, _ := strings.Cut(pair, " "); !strings.Contains(keys, key) {
						keys += ", " + pair
					}
				}
				writeTest(t, waiverFile, "waivers:\n  - {rule: HIPAA-S3-004, reason: x, approver: \"@s\", "+keys+"}\n")
			}
			var errs bytes.Buffer
			args := blockArgs(url, append(c.args, "--now", "2026-11-23T00:00:00Z")...)
			r, code := auditJSON(t, t.Context(), fake(nil, &errs, nil, args...))
			if code != c.code || r.Summary.Waived != c.waived {
				t.Errorf("exit %d, want %d; %d waived, want %d\n%s", code, c.code, r.Summary.Waived, c.waived, errs.String())
			}
			demand := ""
			for _, f := range r.Findings {
				if f.Rule == "HIPAA-WVR-001" {
					demand += f.Assertion
				}
			}
			if demand != c.demand {
				t.Errorf("about the waiver: %q, want %q", demand, c.demand)
			}
		})
	}
}

// TestWaiversByARN waives what failed in the recorded account by ARN, and by a glob of its
// account's and Region's, and nothing beside it.
func TestWaiversByARN(t *testing.T) {
	loaded, err := checks.Load(checks.Options{Embedded: policies.FS, Rules: []string{"HIPAA-KMS-001"}})
	if err != nil {
		t.Fatal(err)
	}
	emulated(t)
	t.Setenv("AWS_CA_BUNDLE", "")
	all := builtIn(t)
	audit, err := aws.Audit(t.Context(), aws.Options{
		Wanted: all.Wanted(), EndpointURL: "http://127.0.0.1:1", Regions: []string{awstest.Region}, Parallelism: 1,
		HTTPClient: awstest.Recorded(t, filepath.Join(recordings, "broken"), false),
	})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	judge := func(resource string) []finding.Finding {
		result := loaded.Evaluate(t.Context(), &audit.Set, checks.EvalOptions{Now: now})
		if resource == "" {
			return result.Findings
		}
		file := filepath.Join(t.TempDir(), "w.yaml")
		writeTest(t, file, fmt.Sprintf("waivers:\n  - {rule: HIPAA-KMS-001, resource: %q, kind: risk-acceptance, reason: x, approver: \"@s\", expires: 2027-01-31}\n", resource))
		o := waiverOptions{file: file, days: 366, findings: 50}
		book, err := o.book(configFlag{})
		if err != nil {
			t.Fatal(err)
		}
		if err := o.apply(book, &result, &audit.Set, reporting{clock: clock{now: now}}, policyOptions{}, loaded); err != nil {
			t.Fatal(err)
		}
		return result.Findings
	}
	var failed []string
	for _, f := range judge("") {
		if f.Status == finding.Fail && !slices.Contains(failed, f.Resource.ARN) {
			failed = append(failed, f.Resource.ARN)
		}
	}
	if len(failed) == 0 {
		t.Fatal("nothing fails in the recorded account")
	}
	waived := func(resource string) []string {
		var out []string
		for _, f := range judge(resource) {
			if f.Waiver != nil && !slices.Contains(out, f.Resource.ARN) {
				out = append(out, f.Resource.ARN)
			}
		}
		return out
	}
	for _, arn := range failed {
		if got := waived(arn); !slices.Equal(got, []string{arn}) {
			t.Errorf("%s waives %v", arn, got)
		}
	}
	if got := waived("arn:aws:kms:" + awstest.Region + ":" + ownAccount + ":*"); !slices.Equal(got, failed) {
		t.Errorf("the account's keys: %v, want %v", got, failed)
	}
	if got := waived("arn:aws:kms:*:999999999999:*"); got != nil {
		t.Errorf("another account's: %v", got)
	}
}
