package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"
	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestASFFGolden(t *testing.T) {
	matchesGolden(t, "account.asff.json", render(t, ASFF, accountSample()))
	for name, r := range map[string]finding.Report{"nothing": {}, "code": sample()} {
		if got := render(t, ASFF, r); got != "[]\n" {
			t.Errorf("of %s: %s", name, got)
		}
	}
}

// hub stands in for Security Hub: it answers as one that takes everything, and keeps what it got.
type hub struct{ got []byte }

func (h *hub) Do(r *http.Request) (*http.Response, error) {
	var err error
	h.got, err = io.ReadAll(r.Body)
	header := http.Header{"Content-Type": {"application/json"}}
	return &http.Response{StatusCode: 200, Header: header, Body: io.NopCloser(strings.NewReader(`{"FailedCount":0,"SuccessCount":1,"FailedFindings":[]}`))}, err
}

// submit hands findings to the SDK, which says what is missing, and gives what it sent.
func submit(t *testing.T, findings []types.AwsSecurityFinding) (sent []any, err error) {
	t.Helper()
	h := &hub{}
	client := securityhub.New(securityhub.Options{Region: "eu-west-1", HTTPClient: h, Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "none", SecretAccessKey: "none"}, nil
	})})
	if _, err := client.BatchImportFindings(t.Context(), &securityhub.BatchImportFindingsInput{Findings: findings}); err != nil {
		return nil, err
	}
	var body struct{ Findings []any }
	if err := json.Unmarshal(h.got, &body); err != nil {
		t.Fatal(err)
	}
	return body.Findings, nil
}

// readASFF reads a document as the SDK's own types, which have every attribute there is.
func readASFF(t *testing.T, text string) []types.AwsSecurityFinding {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	var out []types.AwsSecurityFinding
	if err := d.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestASFFIsWhatTheSDKTakes: no attribute is unknown to it, none that it asks for is
// missing, and what it sends is what was written.
func TestASFFIsWhatTheSDKTakes(t *testing.T) {
	for name, r := range reports() {
		text := render(t, ASFF, r)
		findings := readASFF(t, text)
		for len(findings) > 0 {
			n := min(len(findings), 100)
			sent, err := submit(t, findings[:n])
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(sent) != n {
				t.Errorf("%s: sent %d of %d", name, len(sent), n)
			}
			findings = findings[n:]
		}
	}
	text := render(t, ASFF, accountSample())
	sent, err := submit(t, readASFF(t, text))
	if err != nil {
		t.Fatal(err)
	}
	var wrote []any
	if err := json.Unmarshal([]byte(text), &wrote); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(wrote, sent); d != "" {
		t.Errorf("what was sent is not what was written (-written +sent):\n%s", d)
	}
}

// TestTheSDKRefuses shows that its validation is one.
func TestTheSDKRefuses(t *testing.T) {
	whole := render(t, ASFF, accountSample())
	for _, missing := range []string{"AwsAccountId", "CreatedAt", "Description", "GeneratorId", "Id", "ProductArn", "SchemaVersion", "Title", "UpdatedAt"} {
		var findings []map[string]any
		if err := json.Unmarshal([]byte(whole), &findings); err != nil {
			t.Fatal(err)
		}
		delete(findings[0], missing)
		text, err := json.Marshal(findings[:1])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := submit(t, readASFF(t, string(text))); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}

// TestASFFStaysWithinItsLimits, whatever texts rules, waivers and evidence have.
func TestASFFStaysWithinItsLimits(t *testing.T) {
	long := strings.Repeat("é long text ", 1000)
	r := accountSample()
	for id, rule := range r.Rules {
		rule.Title, rule.Description, rule.Remediation = long, long, long
		for i := range 50 {
			rule.Citations = append(rule.Citations, finding.Citation{ID: fmt.Sprintf("%d%s", i, long)})
		}
		r.Rules[id] = rule
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Message, f.Resource.ARN = long, f.Resource.ARN+long
		for range 100 {
			f.Evidence = append(f.Evidence, finding.Evidence{Path: long, Value: long})
		}
		if f.Waiver != nil {
			f.Waiver.Reason = long
		}
		if len(f.Causes) > 0 {
			f.Causes[0].Why = long
		}
	}
	r.Gaps[0].Why, r.Gaps[0].Settle, r.Gaps[0].What = long, long, long
	for _, f := range readASFF(t, render(t, ASFF, r)) {
		within := func(what string, text *string, most int) {
			if n := utf8.RuneCountInString(aws.ToString(text)); text != nil && (n > most || n == 0) {
				t.Errorf("%s has %d characters, there may be %d", what, n, most)
			}
		}
		within("Id", f.Id, 512)
		within("GeneratorId", f.GeneratorId, 512)
		within("ProductArn", f.ProductArn, 2048)
		within("AwsAccountId", f.AwsAccountId, 12)
		within("Title", f.Title, 256)
		within("Description", f.Description, 1024)
		within("resource", f.Resources[0].Id, 512)
		if f.Remediation != nil {
			within("Recommendation", f.Remediation.Recommendation.Text, 512)
		}
		if f.Note != nil {
			within("Note", f.Note.Text, 512)
		}
		for k, v := range f.ProductFields {
			within("the name of a field", &k, 128)
			within(k, &v, 2048)
		}
		if len(f.ProductFields) > 50 || len(f.Compliance.RelatedRequirements) > 32 || len(f.Resources) > 32 || len(f.FindingProviderFields.Types) != 1 {
			t.Errorf("%d fields, %d requirements, %d resources", len(f.ProductFields), len(f.Compliance.RelatedRequirements), len(f.Resources))
		}
		var b bytes.Buffer
		if err := json.NewEncoder(&b).Encode(f); err != nil || b.Len() > 240<<10 {
			t.Errorf("%d bytes, %v", b.Len(), err)
		}
	}
}

// TestASFFStates: each is a value that the API has, and the one that fits the verdict.
func TestASFFStates(t *testing.T) {
	var got []string
	for _, f := range readASFF(t, render(t, ASFF, accountSample())) {
		label := f.FindingProviderFields.Severity.Label
		for value, ok := range map[string]bool{
			string(f.Compliance.Status): contains(f.Compliance.Status.Values(), f.Compliance.Status), string(f.Workflow.Status): contains(f.Workflow.Status.Values(), f.Workflow.Status),
			string(label): contains(label.Values(), label), string(f.RecordState): contains(f.RecordState.Values(), f.RecordState),
			string(f.Resources[0].Partition): contains(f.Resources[0].Partition.Values(), f.Resources[0].Partition),
		} {
			if !ok {
				t.Errorf("the API has no %q", value)
			}
		}
		got = append(got, fmt.Sprintf("%s %s %s %s in %s", f.Compliance.Status, label, f.Workflow.Status, *f.Resources[0].Type, *f.Resources[0].Region))
	}
	want := []string{
		"FAILED HIGH NEW AwsRdsDbInstance in eu-west-1", "PASSED INFORMATIONAL RESOLVED AwsRdsDbInstance in eu-west-1", "FAILED HIGH SUPPRESSED AwsRdsDbInstance in eu-west-1",
		"WARNING HIGH NEW AwsRdsDbInstance in eu-west-1", "FAILED CRITICAL NEW AwsAccount in us-east-1",
		"NOT_AVAILABLE INFORMATIONAL NEW AwsAccount in eu-west-1", "NOT_AVAILABLE INFORMATIONAL NEW AwsAccount in us-east-1", "NOT_AVAILABLE INFORMATIONAL NEW AwsAccount in us-east-1",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func contains[T comparable](all []T, one T) bool {
	for _, v := range all {
		if v == one {
			return true
		}
	}
	return false
}

// TestASFFTypes are Security Hub's: it has details for each, but for accounts.
func TestASFFTypes(t *testing.T) {
	details := reflect.TypeFor[types.ResourceDetails]()
	for of, name := range asffTypes {
		if _, ok := details.FieldByName(name); !ok && name != "AwsAccount" {
			t.Errorf("%s: Security Hub has no %s", of, name)
		}
	}
}

func TestASFFOfAnotherPartition(t *testing.T) {
	r := accountSample()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Resource.Account = "444455556666"
		f.Resource.ARN = strings.Replace(f.Resource.ARN, "arn:aws:", "arn:aws-us-gov:", 1)
		if f.Resource.Type == "account" {
			f.Resource.Region = ""
		}
	}
	want := "arn:aws-us-gov:securityhub:us-gov-west-1:444455556666:product/444455556666/default"
	if got := render(t, ASFF, r); !strings.Contains(got, want) {
		t.Errorf("lacks %s", want)
	}
}
