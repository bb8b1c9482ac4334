package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// account is a report on two accounts: buckets that fail alike, one that does not, an
// account as a whole, an unknown, and lost calls of one kind.
func account() finding.Report {
	r := finding.Report{
		Tool: finding.Tool{Name: "hipaactl", Version: "v1.2.3"}, Time: finding.Time{Started: "2046-11-23T02:00:00Z", Finished: "2046-11-23T02:00:01Z"},
		Sources: []finding.Source{{Kind: resource.Live, Name: "111122223333"}, {Kind: resource.Live, Name: "444455556666"}},
		Rules: map[string]finding.Rule{
			"R-1": {Title: "Databases are encrypted", Severity: finding.High, Citations: []finding.Citation{encryption}},
			"R-2": {Title: "Root has MFA", Severity: finding.Critical, Citations: []finding.Citation{accessControl}},
		},
		Coverage: finding.Coverage{
			Roots:     []string{"111122223333/eu-west-1", "111122223333/global", "444455556666/global"},
			Accounts:  []finding.Account{{Account: "111122223333", Regions: []string{"eu-west-1"}}, {Account: "444455556666"}},
			Calls:     []finding.ServiceCalls{{Service: "iam", Calls: 2}, {Service: "rds", Calls: 1200, Retries: 3, Failed: 1}},
			Resources: 14, Judged: 13, RulesEvaluated: 2,
		},
	}
	database := func(name, value string, status finding.Status) finding.Finding {
		return finding.Finding{
			Rule: "R-1", Status: status, Severity: finding.High, Message: "the storage is not encrypted", PHI: "yes", Paths: []string{"storage_encrypted"},
			Evidence: []finding.Evidence{{Path: "storage_encrypted", Value: value, Call: "rds:DescribeDBInstances", Time: "2046-11-23T02:00:00Z"}},
			Resource: finding.Resource{
				Root: "111122223333/eu-west-1", Address: "aws_db_instance." + name, Type: "aws_db_instance", Source: resource.Live,
				Account: "111122223333", Region: "eu-west-1", ARN: "arn:aws:rds:eu-west-1:111122223333:db:" + name,
			},
		}
	}
	for i := range 11 {
		r.Findings = append(r.Findings, database(fmt.Sprintf("db%02d", i), "false", finding.Fail))
	}
	unknown := database("hidden", "", finding.Unknown)
	unknown.Causes = []resource.Cause{{Kind: resource.NotVisible, What: "rds:DescribeDBInstances", Why: "access was denied", Settle: "grant rds:DescribeDBInstances"}}
	root := finding.Finding{
		Rule: "R-2", Status: finding.Fail, Severity: finding.Critical, Message: "root has no MFA", PHI: "unmarked",
		Resource: finding.Resource{Root: "444455556666", Address: "account", Type: "account", Source: resource.Live, Account: "444455556666"},
	}
	r.Findings = append(r.Findings, unknown, root)
	for i := range 200 {
		r.Gaps = append(r.Gaps, finding.Gap{
			Kind: resource.GapCall, Root: "111122223333/global", What: fmt.Sprintf("s3:GetBucketTagging of b%03d", i),
			Why: "access was denied (AccessDenied)", Settle: "grant s3:GetBucketTagging",
		})
	}
	r.Gaps = append(r.Gaps,
		finding.Gap{Kind: resource.GapCall, Root: "111122223333/eu-west-1", What: "rds:DescribeDBSnapshots", Why: "no answer came in time", Settle: "run again"},
		finding.Gap{Kind: resource.GapFile, Root: "a", What: "a/x.tf", Why: "unclosed block"},
		finding.Gap{Kind: resource.GapFile, Root: "b", What: "b/y.tf", Why: "unclosed block"},
		finding.Gap{Kind: resource.GapCall, Root: "777788889999/global", What: "account 777788889999", Why: "sts:AssumeRole: access was denied", Settle: "check the role"},
	)
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Fingerprint = finding.Fingerprint(f.Rule, f.Assertion, f.Resource.Root, f.Resource.Address, f.Paths)
	}
	r.Finish()
	return r
}

// TestTextOfAnAccount: what fails alike is shown once, under its account and region, and
// what was lost for one reason is one paragraph.
func TestTextOfAnAccount(t *testing.T) {
	got := render(t, NewText(TextOptions{}), account())
	for _, want := range []string{
		"Account 111122223333, eu-west-1\n\n  aws_db_instance  holds PHI\n\n    HIGH  R-1",
		"    of     aws_db_instance.db00, aws_db_instance.db01,", "aws_db_instance.db07\n           and 3 more\n",
		"    seen   storage_encrypted = false (rds:DescribeDBInstances)\n",
		"Account 444455556666\n\n  the account as a whole\n\n    CRITICAL  R-2",
		"      R-1  aws_db_instance.hidden  111122223333/eu-west-1\n",
		"Not read: 204 gaps",
		"  ! call s3:GetBucketTagging, 200 times: access was denied (AccessDenied)\n      to settle it: grant s3:GetBucketTagging\n      not read:     b000, b001, b002, b003, b004, b005, b006, b007 and 192 more, all in\n                    111122223333/global\n",
		"  ! call rds:DescribeDBSnapshots in 111122223333/eu-west-1: no answer came in time\n",
		"  ! file a/x.tf: unclosed block\n  ! file b/y.tf: unclosed block\n",
		"  ! account 777788889999: sts:AssumeRole: access was denied\n",
		"  read          2 accounts in 1 region (eu-west-1)\n",
		"  calls         1202 API calls: rds (1200), iam (2); 3 retries; 1 failed\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if n := strings.Count(got, "HIGH"); n != 1 {
		t.Errorf("%d paragraphs for what is one", n)
	}
	if t.Failed() {
		t.Log(got)
	}
}

// TestOneOfAKind: a resource that fails alone is named with its ARN.
func TestOneOfAKind(t *testing.T) {
	r := account()
	r.Findings = r.Findings[:1]
	got := render(t, NewText(TextOptions{}), r)
	want := "Account 111122223333, eu-west-1\n\n  aws_db_instance.db00  arn:aws:rds:eu-west-1:111122223333:db:db00  holds PHI\n"
	if !strings.Contains(got, want) || strings.Contains(got, "\n    of ") {
		t.Errorf("want %q in:\n%s", want, got)
	}
}

func TestJSONOfAnAccountMatchesItsSchema(t *testing.T) {
	text := render(t, JSON, account())
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(v); err != nil {
		t.Error(err)
	}
	var got finding.Report
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Gaps) != 204 {
		t.Errorf("%d gaps, want all 204", len(got.Gaps))
	}
	if e := got.Findings[0].Evidence; len(e) != 1 || e[0].Call != "rds:DescribeDBInstances" || e[0].Time != "2046-11-23T02:00:00Z" {
		t.Errorf("evidence %+v", e)
	}
}

// TestSARIFOfAnAccount: each alert is in the file that was named, since it is in none of its
// own, and tells by its text and logical location what it is about.
func TestSARIFOfAnAccount(t *testing.T) {
	log := sarif(sorted(Anchored(account(), "infra/main.tf")))
	seen := map[string]bool{}
	for _, run := range log.Runs {
		for _, res := range run.Results {
			at := res.Locations[0]
			if at.PhysicalLocation.ArtifactLocation.URI != "infra/main.tf" || at.PhysicalLocation.Region.StartLine != 1 {
				t.Errorf("%s is at %+v", res.Message.Text, at.PhysicalLocation)
			}
			seen[res.Message.Text+" "+at.LogicalLocations[0].FullyQualifiedName] = true
		}
	}
	for _, want := range []string{
		"aws_db_instance.db03 in 111122223333/eu-west-1: the storage is not encrypted. arn:aws:rds:eu-west-1:111122223333:db:db03",
		"account in 444455556666: root has no MFA. 444455556666/account",
	} {
		if !seen[want] {
			t.Errorf("lacks %q in %v", want, seen)
		}
	}
	if len(seen) != 12 {
		t.Errorf("%d alerts, want 12", len(seen))
	}
}

// TestAnchoredLeavesCode alone, and the report that it was given.
func TestAnchoredLeavesCode(t *testing.T) {
	whole := sample()
	if d := cmp.Diff(whole.Findings, Anchored(whole, "x.tf").Findings); d != "" {
		t.Errorf("findings of code moved (-want +got):\n%s", d)
	}
	r := account()
	if Anchored(r, "x.tf"); r.Findings[0].Location.File != "" {
		t.Error("the caller's findings moved")
	}
}

// TestSARIFAnchorsNoAccountInCode: without a file that the user names, an account is in none.
func TestSARIFAnchorsNoAccountInCode(t *testing.T) {
	r := account()
	r.Findings = append(r.Findings, sample().Findings...)
	for _, run := range sarif(sorted(r)).Runs {
		for _, res := range run.Results {
			uri := res.Locations[0].PhysicalLocation.ArtifactLocation.URI
			if inAccount := strings.Contains(res.Message.Text, " in "); inAccount != (uri == ".") {
				t.Errorf("%s is at %s", res.Message.Text, uri)
			}
		}
	}
}

func TestJUnitOfAnAccount(t *testing.T) {
	got := render(t, JUnit, account())
	for _, want := range []string{
		`name="aws_db_instance.db00 (111122223333/eu-west-1)"`, "arn:aws:rds:eu-west-1:111122223333:db:db00&#xA;Databases are encrypted",
		`classname="gap.call" name="s3:GetBucketTagging of b199 in 111122223333/global"`, `name="account 777788889999"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q", want)
		}
	}
}
