package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// TestLiveFigures measures what docs/performance.md says of accounts, with the built
// program against the emulator in a process of its own.
func TestLiveFigures(t *testing.T) {
	if os.Getenv("HIPAACTL_FIGURES") == "" {
		t.Skip("it measures for minutes (make figures)")
	}
	program := filepath.Join(t.TempDir(), "hipaactl")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	emulated(t)
	measure := func(t *testing.T, url string, args ...string) {
		t.Helper()
		report := filepath.Join(t.TempDir(), "report.json")
		args = append([]string{"audit", "aws", "--endpoint-url", url, "-q", "-f", "json=" + report}, args...)
		for _, region := range awstest.FleetRegions() {
			args = append(args, "--region", region)
		}
		cmd := exec.CommandContext(t.Context(), program, args...)
		start := time.Now()
		out, _ := cmd.CombinedOutput()
		wall := time.Since(start)
		text, err := os.ReadFile(report)
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var doc struct {
			Complete bool
			Summary  map[string]int
			Gaps     []struct{ What, Why string }
			Coverage struct {
				Calls []struct {
					Service                string
					Calls, Retries, Failed int
				}
			}
		}
		if err := json.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		total := 0
		for _, c := range doc.Coverage.Calls {
			total += c.Calls
			t.Logf("%-24s %5d calls %3d retries %3d failed", c.Service, c.Calls, c.Retries, c.Failed)
		}
		t.Logf("%d calls, %.1f s wall, %.1f s CPU, complete %v, %v, %d gaps", total, wall.Seconds(),
			(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), doc.Complete, doc.Summary, len(doc.Gaps))
	}
	t.Setenv("AWS_MAX_ATTEMPTS", "2") // what the emulator lacks answers 500 for good
	t.Run("200 buckets, 200 databases, 50 VPCs", func(t *testing.T) {
		url := awstest.Start(t)
		awstest.Fleet(t, url, "123456789012", 200, 200, 50)
		measure(t, url)
	})
	t.Run("20 accounts", func(t *testing.T) {
		url := awstest.Start(t)
		for _, id := range append(awstest.Organization(t, url, "123456789012", 19), "123456789012") {
			awstest.Fleet(t, url, id, 4, 4, 4)
		}
		measure(t, url, "--organization", "--role-name", "audit")
	})
}
