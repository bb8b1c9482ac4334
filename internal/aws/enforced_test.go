package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// TestEnforced shows what a user sees of an account who may see some of it, where
// policies are enforced: the rest is unknown, and every call that was denied is named.
func TestEnforced(t *testing.T) {
	url := startMoto(t)
	awstest.Sound(t, url, ownAccount)
	id, secret := awstest.User(t, url, ownAccount, "auditor", "ec2:DescribeRegions", "ec2:DescribeVpcs", "iam:GetAccountPasswordPolicy", "rds:DescribeDBInstances", "s3:ListAllMyBuckets",
		"s3:GetBucketLocation", "s3:GetBucketTagging", "s3:GetBucketVersioning")
	awstest.Enforce(t, url)
	environment(t)
	t.Setenv("AWS_ACCESS_KEY_ID", id)
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	s := audit(t, aws.Options{
		Wanted:  wanted("aws_db_instance", "aws_db_snapshot", "aws_flow_log", "aws_iam_account_password_policy", "aws_iam_account_summary", "aws_s3_bucket", "aws_s3_bucket_policy", "aws_s3_bucket_versioning", "aws_vpc"),
		Regions: []string{awstest.Region}, EndpointURL: url,
	})
	holds(t, s.one(t, "aws_iam_account_password_policy", ""), map[string]any{"minimum_password_length": 14})
	holds(t, s.one(t, "aws_db_instance", "orders"), map[string]any{"storage_encrypted": true})
	for typ, n := range map[string]int{"aws_vpc": 1, "aws_flow_log": 0, "aws_db_snapshot": 0, "aws_s3_bucket": 3, "aws_s3_bucket_versioning": 3, "aws_s3_bucket_policy": 3} {
		if got := s.names(typ); len(got) != n {
			t.Errorf("%d of %s, want %d: %v", len(got), typ, n, got)
		}
	}
	for _, r := range s.Resources {
		switch r.Address.Type {
		case "aws_s3_bucket_versioning":
			checkValues(t, r, map[string]string{"versioning_configuration": `[{"status":"Enabled","mfa_delete":"Disabled"}]`})
		case "aws_s3_bucket_policy":
			if len(r.Existence) != 1 || r.Unread.What != "s3:GetBucketPolicy" || r.Values.Type().HasAttribute("policy") {
				t.Errorf("%s: %+v", r.Address, r.Unread)
			}
		case "aws_iam_account_summary":
			if r.Unread.What != "iam:GetAccountSummary" {
				t.Errorf("%s: %v", r.Address, plain(r.Values))
			}
		}
	}
	want := []string{
		"eu-west-1 ec2:DescribeFlowLogs: aws_flow_log", "eu-west-1 rds:DescribeDBSnapshots: aws_db_snapshot",
		"eu-west-1 s3:GetBucketPolicy of clinic-access-logs: settled", "eu-west-1 s3:GetBucketPolicy of clinic-phi-records: settled", "eu-west-1 s3:GetBucketPolicy of clinic-trail: settled",
		"global iam:GetAccountSummary: settled", "global iam:ListVirtualMFADevices: settled",
	}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
	for _, g := range s.Gaps {
		if !strings.HasPrefix(g.Why, "access was denied") {
			t.Errorf("%s: %s", g.What, g.Why)
		}
	}
}
