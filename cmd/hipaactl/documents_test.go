package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/snapshot"
)

// TestDocumentsOfAccounts writes every format about the recorded accounts, into the folder that
// HIPAACTL_DOCUMENTS names so that CI can show them to their validators, and to Security Hub's
// SDK what is for Security Hub.
func TestDocumentsOfAccounts(t *testing.T) {
	dir := os.Getenv("HIPAACTL_DOCUMENTS")
	if dir == "" {
		dir = t.TempDir()
	}
	extensions := map[string]string{"sarif": ".sarif", "junit": ".xml", "json": ".json", "oscal": ".oscal.json"}
	for _, name := range []string{"sound", "broken"} {
		t.Run(name, func(t *testing.T) {
			shot := filepath.Join(dir, name+".snapshot")
			if err := os.WriteFile(shot, recordedSnapshot(t, name), 0o600); err != nil {
				t.Fatal(err)
			}
			args := []string{"scan", shot, "-q", "--sarif-anchor", "main.go"}
			for _, format := range report.Names() {
				extension := extensions[format]
				if extension == "" {
					extension = "." + format
				}
				args = append(args, "-f", format+"="+filepath.Join(dir, name+extension))
			}
			if _, stderr, code := invoke(t, nil, args...); code > 1 {
				t.Fatalf("exit %d: %s", code, stderr)
			}
			document, err := os.ReadFile(filepath.Join(dir, name+".asff"))
			if err != nil {
				t.Fatal(err)
			}
			importFindings(t, document)
		})
	}
}

// recordedSnapshot is what an audit of a recorded account saves.
func recordedSnapshot(t *testing.T, name string) []byte {
	t.Helper()
	loaded := builtIn(t)
	emulated(t)
	t.Setenv("AWS_CA_BUNDLE", "")
	result, err := aws.Audit(t.Context(), aws.Options{
		Wanted: loaded.Wanted(), EndpointURL: "http://127.0.0.1:1", Regions: []string{awstest.Region}, Parallelism: 1,
		HTTPClient: awstest.Recorded(t, filepath.Join(recordings, name), false),
	})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := snapshot.Write(&b, snapshot.Snapshot{Time: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Set: result.Set}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// accepting answers as a Security Hub that takes everything.
type accepting struct{}

func (accepting) Do(r *http.Request) (*http.Response, error) {
	_, err := io.Copy(io.Discard, r.Body)
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(`{"FailedCount":0,"SuccessCount":0}`))}, err
}

// importFindings reads a document as the SDK's types, which have every attribute that there is, and
// lets the SDK check each batch.
func importFindings(t *testing.T, document []byte) {
	t.Helper()
	var findings []types.AwsSecurityFinding
	d := json.NewDecoder(bytes.NewReader(document))
	d.DisallowUnknownFields()
	if err := d.Decode(&findings); err != nil {
		t.Fatal(err)
	}
	if len(findings) < 10 {
		t.Fatalf("%d findings of an account", len(findings))
	}
	client := securityhub.New(securityhub.Options{Region: awstest.Region, HTTPClient: accepting{}, Credentials: sdk.CredentialsProviderFunc(func(context.Context) (sdk.Credentials, error) {
		return sdk.Credentials{AccessKeyID: "none", SecretAccessKey: "none"}, nil
	})})
	for len(findings) > 0 {
		n := min(len(findings), 100)
		if _, err := client.BatchImportFindings(t.Context(), &securityhub.BatchImportFindingsInput{Findings: findings[:n]}); err != nil {
			t.Fatal(err)
		}
		findings = findings[n:]
	}
}
