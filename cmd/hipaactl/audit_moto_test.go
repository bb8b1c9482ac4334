package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/organizations"
	orgtypes "github.com/aws/aws-sdk-go-v2/service/organizations/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestAuditOfAnOrganization reads two accounts of an emulated organization, writes every
// format, and judges the snapshot again.
func TestAuditOfAnOrganization(t *testing.T) {
	reportSchema(t) // from here: the test changes directories
	url := awstest.Start(t)
	onlyTestCredentials(t)
	auditEmptyAccount(t, url)
	member := seedOrganization(t, url)
	for _, bucket := range []struct{ account, name string }{{ownAccount, "records"}, {ownAccount, "logs"}, {member, "archive"}} {
		seedBucket(t, url, bucket.account, bucket.name)
	}
	repo := t.TempDir()
	dir := filepath.Join(repo, "audits") // roots are accounts, wherever the audit is started
	for _, made := range []string{filepath.Join(repo, ".git"), dir} {
		if err := os.Mkdir(made, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	anchor := at("account.tf")
	if err := os.WriteFile(anchor, []byte("# the account\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	stdout, stderr, code := invoke(t, nil, "audit", "aws", "--organization", "--endpoint-url", url, "--region", "eu-west-1", "--rule", "HIPAA-S3-*", "--skip-rule", "HIPAA-S3-004",
		"-f", "text", "-f", "json=audit.json", "-f", "sarif=audit.sarif", "-f", "junit=audit.xml", "--sarif-anchor", "account.tf", "--save", "saved.json")
	if code != 1 { // a failure outranks what the emulator does not answer
		t.Fatalf("exit %d\n%s\n%s", code, stdout, stderr)
	}
	for _, want := range []string{
		"Account 123456789012, eu-west-1\n\n  aws_s3_bucket\n", "    of     aws_s3_bucket.logs, aws_s3_bucket.records\n",
		"Account " + member + ", eu-west-1\n\n  aws_s3_bucket.archive  arn:aws:s3:::archive\n", "2 accounts in 1 region (eu-west-1)",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("lacks %q:\n%s", want, stdout)
		}
	}
	first := reportIn(t, at("audit.json"))
	var sources []finding.Source
	for _, id := range slices.Sorted(slices.Values([]string{ownAccount, member})) { // the emulator draws the member's
		sources = append(sources, finding.Source{Kind: "live", Name: id})
	}
	if d := cmp.Diff(sources, first.Sources); d != "" {
		t.Error(d)
	}
	for _, f := range first.Findings {
		if f.Resource.ARN == "" || f.Resource.Account == "" || f.Resource.Region != "eu-west-1" {
			t.Errorf("%+v does not say what it is about", f.Resource)
		}
	}
	if info, err := os.Stat(at("saved.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the snapshot is %v, %v", info, err)
	}
	if _, _, code := invoke(t, nil, "scan", "saved.json", "--rule", "HIPAA-S3-*", "--skip-rule", "HIPAA-S3-004", "-f", "json=again.json"); code != 1 {
		t.Errorf("the snapshot judged again: exit %d", code)
	}
	again := reportIn(t, at("again.json"))
	again.Sources, again.Time = first.Sources, first.Time
	if d := cmp.Diff(first, again); d != "" {
		t.Errorf("the snapshot judged again differs (-audit +scan):\n%s", d)
	}
	seen := 0
	for _, f := range first.Findings {
		for _, e := range f.Evidence {
			if e.Value == "[]" {
				continue // many calls show that there is none
			}
			seen++
			if e.Call == "" || e.Time == "" {
				t.Errorf("%s of %s does not say by which call and when: %+v", f.Rule, f.Resource.Address, e)
			}
		}
	}
	if seen == 0 {
		t.Error("there is no evidence")
	}
	if _, _, code := invoke(t, nil, "scan", "saved.json", "--rule", "HIPAA-RDS-001", "-f", "json=other.json"); code != 0 && code != 3 {
		t.Errorf("the snapshot judged by another rule: exit %d", code)
	}
	if o := reportIn(t, at("other.json")); len(o.Coverage.Calls) < 5 {
		t.Errorf("the snapshot was not read for rules that were not chosen: %+v", o.Coverage.Calls)
	}
	for name, want := range map[string]string{"audit.sarif": `"uri": "audits/account.tf"`, "audit.xml": `aws_s3_bucket.archive (` + member + `/eu-west-1)`} {
		text, err := os.ReadFile(at(name))
		if err != nil || !bytes.Contains(text, []byte(want)) {
			t.Errorf("%s lacks %q, %v", name, want, err)
		}
	}
	if _, stderr, code := invoke(t, nil, "scan", "saved.json", "-f", "sarif"); code != 2 || !strings.Contains(stderr, "--sarif-anchor") {
		t.Errorf("SARIF without a file to show it in: exit %d, %s", code, stderr)
	}
}

// auditEmptyAccount: nothing in it is nothing wrong with it, beyond what every account
// must have.
func auditEmptyAccount(t *testing.T, url string) {
	t.Helper()
	args := []string{"audit", "aws", "--endpoint-url", url, "--region", "eu-west-1"}
	stdout, stderr, code := invoke(t, nil, append(args, "--rule", "HIPAA-RDS-001")...)
	if code != 0 || !strings.Contains(stdout, "PASSED") || !strings.Contains(stdout, "account 123456789012 in 1 region (eu-west-1)") {
		t.Errorf("exit %d\n%s\n%s", code, stdout, stderr)
	}
	if stdout, stderr, code := invoke(t, nil, append(args, "--rule", "HIPAA-CTR-001")...); code != 1 {
		t.Errorf("an account without a trail: exit %d\n%s\n%s", code, stdout, stderr)
	}
}

// reportIn reads a report that has to be as the published schema says.
func reportIn(t *testing.T, file string) finding.Report {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := reportSchema(t).Validate(v); err != nil {
		t.Error(err)
	}
	var r finding.Report
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// seedOrganization makes an organization of the caller's account and another, whose id it returns.
func seedOrganization(t *testing.T, url string) string {
	t.Helper()
	client := organizations.NewFromConfig(awstest.Seeder(url, ownAccount, "us-east-1"))
	if _, err := client.CreateOrganization(t.Context(), &organizations.CreateOrganizationInput{FeatureSet: orgtypes.OrganizationFeatureSetAll}); err != nil {
		t.Fatal(err)
	}
	name, email := "Records", "records@example.com"
	made, err := client.CreateAccount(t.Context(), &organizations.CreateAccountInput{AccountName: &name, Email: &email})
	if err != nil {
		t.Fatal(err)
	}
	return *made.CreateAccountStatus.AccountId
}

func seedBucket(t *testing.T, url, account, name string) {
	t.Helper()
	client := s3.NewFromConfig(awstest.Seeder(url, account, "eu-west-1"), func(o *s3.Options) { o.UsePathStyle = true })
	if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{
		Bucket: &name, CreateBucketConfiguration: &s3types.CreateBucketConfiguration{LocationConstraint: "eu-west-1"},
	}); err != nil {
		t.Fatal(err)
	}
}
