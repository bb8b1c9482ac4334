package main

import (
	"path/filepath"
	"strings"
	"testing"

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
	// Of what the first rules judge all is there to see for this user, of what the others do something is not.
	for rule, want := range map[string]bool{
		"HIPAA-IAM-001": true, "HIPAA-IAM-002": true, "HIPAA-RDS-001": true, "HIPAA-RDS-004": true, "HIPAA-RDS-005": true, "HIPAA-RDS-007": true,
		"HIPAA-S3-008": true, "HIPAA-TAG-001": true,
		"HIPAA-CTR-001": false, "HIPAA-EC2-002": false, "HIPAA-KMS-001": false, "HIPAA-RDS-011": false, "HIPAA-S3-001": false, "HIPAA-S3-003": false,
		"HIPAA-S3-007": false, "HIPAA-VPC-001": false,
	} {
		if passed[rule] != want {
			t.Errorf("%s passes: %v, want %v", rule, passed[rule], want)
		}
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
