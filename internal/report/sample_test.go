package report

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var (
	accessControl = finding.Citation{ID: "164.312(a)(1)", Title: "Access control", Kind: "standard"}
	transmission  = finding.Citation{ID: "164.312(e)(1)", Title: "Transmission security", Kind: "standard"}
	encryption    = finding.Citation{ID: "164.312(a)(2)(iv)", Title: "Encryption and decryption", Kind: "addressable"}
	audit         = finding.Citation{ID: "164.312(b)", Title: "Audit controls", Kind: "standard"}
	noValue       = resource.Cause{Kind: resource.NotGiven, What: "var.encrypted", Why: "the variable has no value", File: "envs/prod/vars.tf", Line: 3, Settle: "set var.encrypted (for example with --var encrypted=true)"}
	unreadVPC     = resource.Cause{Kind: resource.NotVisible, What: "module.vpc", Why: "the module is not on disk", File: "envs/prod/main.tf", Line: 20, Settle: "run terraform init"}
)

func sampleRules() map[string]finding.Rule {
	return map[string]finding.Rule{
		"HIPAA-S3-003": {
			Title: "S3 buckets block public access", Severity: finding.Critical,
			Description: "A bucket that can be made public can leak every record in it with one wrong ACL or policy.",
			Citations:   []finding.Citation{accessControl, transmission},
			Remediation: "Declare aws_s3_bucket_public_access_block for the bucket with all four arguments true.",
			References:  []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
		},
		"HIPAA-RDS-001": {
			Title: "Databases are encrypted", Severity: finding.Medium,
			Description: "Storage that is not encrypted can be read by whoever obtains it.",
			Citations:   []finding.Citation{encryption},
			Remediation: "Set storage_encrypted = true. An existing database has to be restored from an encrypted copy of a snapshot.",
			Assertions:  map[string]string{"key": "the key is the customer's own"},
			Params:      map[string]any{"min_days": 7},
		},
		"HIPAA-VPC-001": {Title: "VPCs have flow logs", Severity: finding.Medium, Citations: []finding.Citation{audit}},
	}
}

// sample holds one of everything that a format must treat in its own way.
func sample() finding.Report {
	bucket := finding.Resource{Root: "envs/prod", Address: `module.store["a"].aws_s3_bucket.records`, Type: "aws_s3_bucket", Source: resource.Code}
	db := finding.Resource{Root: "envs/prod", Address: "aws_db_instance.main", Type: "aws_db_instance", Source: resource.Code}
	vpc := finding.Resource{Root: "envs/dev", Address: "module.net.aws_vpc.this[0]", Type: "aws_vpc", Source: resource.Code}
	dbAt := finding.Location{File: "envs/prod/db.tf", Line: 12, EndLine: 14}
	r := finding.Report{
		Schema:  finding.Schema,
		Tool:    finding.Tool{Name: "hipaactl", Version: "v1.2.3", Policies: "0f"},
		Time:    finding.Time{Started: "2026-11-23T02:00:00Z", Finished: "2026-11-23T02:00:01Z"},
		Sources: []finding.Source{{Kind: resource.Code, Name: "envs"}}, Rules: sampleRules(),
		Findings: []finding.Finding{
			{
				Rule: "HIPAA-S3-003", Status: finding.Fail, Severity: finding.Critical, Message: "block_public_acls is off", PHI: "yes",
				Paths: []string{"_.block[*].block_public_acls"}, Resource: bucket,
				Evidence: []finding.Evidence{{Path: "_.block[0].block_public_acls", Value: "false", File: "modules/a store/block.tf", Line: 5}, {Path: "_.block[0].id", File: "modules/a store/block.tf", Line: 5}},
				Location: finding.Location{
					File: "modules/a store/main.tf", Line: 4, EndLine: 4, Callers: []finding.Place{{File: "envs/prod/main.tf", Line: 7}},
					Excerpt: []finding.Line{{Number: 4, Text: `resource "aws_s3_bucket" "records" {`}, {Number: 9, Text: "\tacl = \"public-read\"", Offending: true}},
				},
			},
			{Rule: "HIPAA-S3-003", Status: finding.Pass, Severity: finding.Critical, PHI: "no", Resource: finding.Resource{Root: "envs/dev", Address: "aws_s3_bucket.logs", Type: "aws_s3_bucket", Source: resource.Code}, Location: finding.Location{File: "envs/dev/main.tf", Line: 2, EndLine: 2}},
			{
				Rule: "HIPAA-RDS-001", Status: finding.Unknown, Severity: finding.Medium, Message: "storage_encrypted is not known", PHI: "unmarked",
				Causes: []resource.Cause{noValue}, Paths: []string{"storage_encrypted"}, Resource: db, Location: dbAt,
			},
			{
				Rule: "HIPAA-RDS-001", Assertion: "key", Status: finding.Fail, Severity: finding.Low, Message: "kms_key_id is not set", PHI: "unknown",
				Paths: []string{"kms_key_id"}, Evidence: []finding.Evidence{{Path: "kms_key_id", File: "envs/prod/db.tf", Line: 12}, {Path: "storage_encrypted", Value: "true", File: "envs/prod/db.tf", Line: 12}}, Resource: db, Location: dbAt,
			},
			{
				Rule: "HIPAA-VPC-001", Status: finding.Fail, Severity: finding.Medium, Message: "no flow log names the VPC", PHI: "unmarked", Resource: vpc,
				Location: finding.Location{
					File: "envs/dev/.terraform/modules/net/main.tf", Line: 30, EndLine: 33, Downloaded: true,
					Callers: []finding.Place{{File: "envs/dev/.terraform/modules/wrap/main.tf", Line: 2}, {File: "envs/dev/main.tf", Line: 11}},
				},
			},
			{
				Rule: "HIPAA-VPC-001", Status: finding.Fail, Severity: finding.Medium, Message: "no flow log names the VPC", PHI: "no",
				Resource: finding.Resource{Root: "envs/dev", Address: "aws_vpc.sandbox", Type: "aws_vpc", Source: resource.Code}, Location: finding.Location{File: "envs/dev/main.tf", Line: 40, EndLine: 40},
				Waiver: &finding.Waiver{Kind: "risk-acceptance", Reason: "No data in the sandbox", Approver: "@security", Expires: "2027-01-31"},
			},
			{Rule: "HIPAA-VPC-001", Status: finding.NotApplicable, Severity: finding.Medium, PHI: "no", Resource: finding.Resource{Root: "envs/dev", Address: "aws_default_vpc.this", Type: "aws_default_vpc", Source: resource.Code}, Location: finding.Location{File: "envs/dev/main.tf", Line: 50, EndLine: 50}},
			{
				Rule: "HIPAA-VPC-001", Status: finding.Unknown, Severity: finding.Medium, Message: "flow logs may be elsewhere", PHI: "unmarked",
				Causes: []resource.Cause{unreadVPC, noValue}, Resource: finding.Resource{Root: "envs/prod", Address: "aws_vpc.main", Type: "aws_vpc", Source: resource.Code}, Location: finding.Location{File: "envs/prod/main.tf", Line: 30, EndLine: 30},
			},
		},
		Gaps: []finding.Gap{
			{Kind: resource.GapModule, Root: "envs/prod", What: "module.vpc", Why: "the module is not on disk", Settle: "run terraform init", File: "envs/prod/main.tf", Line: 20},
			{Kind: resource.GapFile, Root: "envs/dev", What: "envs/dev/broken.tf", Why: "unclosed block", Settle: "correct the file", File: "envs/dev/broken.tf", Line: 9},
		},
		Parameters: []finding.Parameter{{Rule: "HIPAA-RDS-001", Name: "min_days", Value: 3, Default: 7, Laxer: true}},
		Coverage: finding.Coverage{
			Roots: []string{"envs/dev", "envs/prod", "envs/test"}, FilesParsed: 5, FilesFailed: 1, ModulesRead: 2, ModulesUnread: 1,
			Resources: 9, Judged: 6, UnjudgedTypes: []finding.Count{{Name: "aws_route", Count: 1}, {Name: "aws_sqs_queue", Count: 2}},
			RulesEvaluated: 3, UnknownByCause: []finding.Count{{Name: "var.encrypted", Count: 2}},
			Citations:  []finding.Tally{{Citation: accessControl, Summary: finding.Summary{Pass: 1, Fail: 1}}, {Citation: encryption, Summary: finding.Summary{Unknown: 1, Fail: 1}}, {Citation: audit, Summary: finding.Summary{Fail: 1}}},
			Unprovable: []finding.Citation{{ID: "164.308(a)(1)(ii)(C)", Title: "Sanction policy", Kind: "required"}},
			Notes:      []string{"envs/dev/.terraform.lock.hcl did not parse"},
		},
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Fingerprint = finding.Fingerprint(f.Rule, f.Assertion, f.Resource.Root, f.Resource.Address, f.Paths)
	}
	r.Finish()
	return r
}

func render(t *testing.T, f Format, r finding.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	golden := map[string]Format{
		"report.json": JSON, "report.sarif": SARIF, "report.xml": JUnit,
		"report.txt": NewText(TextOptions{}), "report.color.txt": NewText(TextOptions{Color: true, Width: 72}),
	}
	for name, format := range golden {
		t.Run(name, func(t *testing.T) {
			got := render(t, format, sample())
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
		})
	}
}

func TestOrderOfInputDoesNotShow(t *testing.T) {
	for _, name := range Names() {
		format, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		want := render(t, format, sample())
		random := rand.New(rand.NewPCG(1, 2))
		for range 20 {
			r := sample()
			random.Shuffle(len(r.Findings), func(i, j int) { r.Findings[i], r.Findings[j] = r.Findings[j], r.Findings[i] })
			random.Shuffle(len(r.Gaps), func(i, j int) { r.Gaps[i], r.Gaps[j] = r.Gaps[j], r.Gaps[i] })
			if d := cmp.Diff(want, render(t, format, r)); d != "" {
				t.Fatalf("%s depends on the order of its input (-want +got):\n%s", name, d)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	if _, err := Lookup("pdf"); err == nil || !strings.Contains(err.Error(), strings.Join(Names(), ", ")) {
		t.Errorf("the error does not list the formats: %v", err)
	}
}
