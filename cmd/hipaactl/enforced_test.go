package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestEnforced audits, where policies are enforced, as a user who may see some of an account
// in which everything is right: nothing fails, what was not seen does not pass, and the
// report is not complete.
func TestEnforced(t *testing.T) {
	url := awstest.Start(t)
	emulated(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2") // a busy machine may lose a connection
	awstest.Sound(t, url, ownAccount)
	id, secret := awstest.User(t, url, ownAccount, "auditor", "ec2:DescribeRegions", "ec2:DescribeVpcs", "iam:GetAccountPasswordPolicy", "rds:DescribeDBInstances", "s3:ListAllMyBuckets",
		"s3:GetBucketLocation", "s3:GetBucketTagging", "s3:GetBucketVersioning")
	awstest.Enforce(t, url)
	t.Setenv("AWS_ACCESS_KEY_ID", id)
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	report := filepath.Join(t.TempDir(), "report.json")
	stdout, stderr, code := invoke(t, nil, "audit", "aws", "--endpoint-url", url, "--region", awstest.Region, "-f", "text", "-f", "json="+report)
	if code != 3 {
		t.Fatalf("exit %d, want 3\n%s\n%s", code, stdout, stderr)
	}
	r := reportIn(t, report)
	if r.Complete {
		t.Error("it calls itself complete")
	}
	passed := map[string]bool{}
	for _, f := range r.Findings {
		switch f.Status {
		case finding.Fail:
			t.Errorf("%s fails for %s, of which nothing is wrong", f.Rule, f.Resource.Address)
		case finding.Pass:
			passed[f.Rule] = true
		}
	}
	// All that these rules judge is there to see for this user, and nothing of what others do.
	want := []string{"HIPAA-IAM-001", "HIPAA-IAM-002", "HIPAA-RDS-001", "HIPAA-RDS-004", "HIPAA-RDS-005", "HIPAA-RDS-007", "HIPAA-S3-008", "HIPAA-TAG-001"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(passed))); diff != "" {
		t.Errorf("rules that pass (-want +got):\n%s", diff)
	}
	for _, want := range []string{"grant s3:GetEncryptionConfiguration", "grant ec2:DescribeFlowLogs"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("nothing says %q:\n%s", want, stdout)
		}
	}
	if strings.Contains(stdout+stderr, secret) {
		t.Error("the secret key was printed")
	}
}
