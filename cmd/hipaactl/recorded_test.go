package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/phi"
)

// recordings hold what the emulator answered for the accounts of testdata/live, so
// that the live half is tested where the emulator is not installed.
// HIPAACTL_RECORD=1 makes them anew.
const recordings = "../../testdata/aws"

// TestRecorded reads the recorded accounts and compares every verdict.
func TestRecorded(t *testing.T) {
	loaded := builtIn(t)
	record := os.Getenv("HIPAACTL_RECORD") != ""
	emulated(t)
	for name, fill := range map[string]func(testing.TB, string, string) awstest.Names{"sound": awstest.Sound, "broken": awstest.Broken} {
		t.Run(name, func(t *testing.T) {
			url := "http://127.0.0.1:1"
			if record {
				url = awstest.Start(t)
				fill(t, url, "123456789012")
			}
			t.Setenv("AWS_CA_BUNDLE", "") // the SDK wants to set it on a client that is not its own
			result, err := aws.Audit(t.Context(), aws.Options{
				Wanted: loaded.Wanted(), EndpointURL: url, Regions: []string{awstest.Region}, Parallelism: 1,
				HTTPClient: awstest.Recorded(t, filepath.Join(recordings, name), record),
			})
			if err != nil {
				t.Fatal(err)
			}
			phi.Mark(&result.Set, phi.Markers{})
			findings := loaded.Evaluate(t.Context(), &result.Set, checks.EvalOptions{Now: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}).Findings
			var b strings.Builder
			all := rulings(findings, nil)
			for _, key := range sortedKeys(all) {
				b.WriteString(all[key] + " " + key + "\n")
			}
			for _, g := range result.Set.Gaps {
				b.WriteString("lost " + g.What + ": " + g.Why + "\n")
			}
			golden := filepath.Join(recordings, name+".golden")
			if record || os.Getenv("HIPAACTL_UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
				t.Errorf("verdicts differ (-want +got; HIPAACTL_UPDATE=1 accepts):\n%s", diff)
			}
		})
	}
}
