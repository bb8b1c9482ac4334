package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestMergeFigures measures what docs/performance.md says of merging: the results of as many
// accounts as HIPAACTL_FIGURES_RESULTS says (1,000), 10,000 findings each. The findings are those
// of the clinic, so that they are as long as real ones.
func TestMergeFigures(t *testing.T) {
	if os.Getenv("HIPAACTL_FIGURES") == "" || runtime.GOOS != "linux" {
		t.Skip("it takes minutes and 10 GB (make figures), and Linux, which counts memory in KiB")
	}
	results, err := strconv.Atoi(os.Getenv("HIPAACTL_FIGURES_RESULTS"))
	if err != nil {
		results = 1000
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "hipaactl")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := exec.CommandContext(t.Context(), program, "scan", "../../examples/clinic", "-f", "json", "-q", "--fail-on", "never").Output()
	if err != nil {
		t.Fatal(err)
	}
	var like finding.Report
	if err := json.Unmarshal(text, &like); err != nil {
		t.Fatal(err)
	}
	var size int64
	for i := range results {
		size += writeResult(t, filepath.Join(dir, "results", fmt.Sprintf("%04d.json", i)), like, fmt.Sprintf("%012d", 100000000000+i), 10_000)
	}
	t.Logf("%d results of 10,000 findings, %d MiB", results, size>>20)
	for _, formats := range [][]string{{"html"}, {"json", "csv", "html", "markdown"}} {
		args := []string{"report", filepath.Join(dir, "results"), "-q", "--fail-on", "never", "--sarif-anchor", "figures_merge_test.go"}
		for _, f := range formats {
			args = append(args, "-f", f+"="+filepath.Join(dir, "out."+f))
		}
		start := time.Now()
		cmd := exec.CommandContext(t.Context(), program, args...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%v: %s", err, out)
		}
		used, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		t.Logf("%-28s %6.1f s wall, %6.1f s CPU, %4d MiB", strings.Join(formats, " "), time.Since(start).Seconds(),
			(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), used.Maxrss>>10)
	}
}

// writeResult writes a result of an account with as many findings as are asked for.
func writeResult(t *testing.T, name string, like finding.Report, account string, findings int) int64 {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	all := like.Findings
	like.Findings, like.Inventory = []finding.Finding{}, nil
	head, err := json.Marshal(like)
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := strings.Cut(string(head), `"findings":[]`)
	_, _ = w.WriteString(before + `"findings":[`)
	for i := range findings {
		one := all[i%len(all)]
		one.Resource.Account, one.Resource.Root, one.Resource.Source = account, account+"/eu-west-1", resource.Live
		one.Resource.Address = fmt.Sprintf("aws_s3_bucket.b%06d", i)
		one.Location = finding.Location{Callers: []finding.Place{}}
		one.Fingerprint = finding.Fingerprint(one.Rule, one.Assertion, one.Resource.Root, one.Resource.Address, nil)
		text, err := json.Marshal(one)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			_ = w.WriteByte(',')
		}
		_, _ = w.Write(text)
	}
	_, _ = w.WriteString("]" + after)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
