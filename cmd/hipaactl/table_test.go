package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestTable scans the archives of testdata/table as a user would, and compares
// every verdict of the one rule that an archive is about. Its comment holds a
// line "rule: ID", and optionally "args: ..." and "env: NAME=VALUE"; the file
// `want` holds lines "STATUS ADDRESS [CAUSE]", "gap WHAT", "fingerprints N" and
// "exit N" (0 where it is left out).
func TestTable(t *testing.T) {
	names, err := filepath.Glob("../../testdata/table/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { runTable(t, archive) })
	}
}

func runTable(t *testing.T, archive *txtar.Archive) {
	want := unpack(t, archive)
	args := []string{"scan", "-f", "json"}
	env := map[string]string{}
	for line := range strings.Lines(string(archive.Comment)) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch verb {
		case "rule":
			args = append(args, "--rule", rest)
		case "args":
			args = append(args, strings.Fields(rest)...)
		case "env":
			name, value, _ := strings.Cut(rest, "=")
			env[name] = value
		}
	}
	var stdout, stderr bytes.Buffer
	code := Main(context.Background(), process{
		args: args, stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr,
		getenv:  func(name string) string { return env[name] },
		now:     time.Now,
		columns: func(io.Writer) int { return 0 },
	})
	var report finding.Report
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		t.Fatalf("exit %d, no report: %v\n%s", code, err, stderr.String())
	}
	if diff := cmp.Diff(want, tableOf(report, want, code)); diff != "" {
		t.Errorf("verdicts differ (-want +got):\n%s\n%s", diff, explained(report))
	}
}

// unpack writes the archive into a fresh working directory and returns what it wants.
func unpack(t *testing.T, archive *txtar.Archive) []string {
	t.Helper()
	dir := t.TempDir()
	var want []string
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			continue
		}
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(want)
	t.Chdir(dir)
	return want
}

// tableOf prints a report as an archive wants it. A cause is printed only where
// the wanted line for that verdict names one.
func tableOf(r finding.Report, want []string, code int) []string {
	var lines []string
	fingerprints := map[string]bool{}
	for _, f := range r.Findings {
		if f.Status == finding.NotApplicable || f.Severity == finding.Info {
			continue
		}
		fingerprints[f.Fingerprint] = true
		line := fmt.Sprintf("%s %s", f.Status, f.Resource.Address)
		for _, c := range f.Causes {
			if slices.Contains(want, line+" "+c.What) {
				line += " " + c.What
				break
			}
		}
		if !slices.Contains(lines, line) || slices.ContainsFunc(want, func(w string) bool { return strings.HasPrefix(w, "fingerprints") }) {
			lines = append(lines, line)
		}
	}
	for _, g := range r.Gaps {
		lines = append(lines, "gap "+g.What)
	}
	for _, w := range want {
		if strings.HasPrefix(w, "fingerprints") {
			lines = append(lines, fmt.Sprintf("fingerprints %d", len(fingerprints)))
		}
	}
	if code != 0 {
		lines = append(lines, fmt.Sprintf("exit %d", code))
	}
	slices.Sort(lines)
	return lines
}

func explained(r finding.Report) string {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s %s %s: %s %v\n", f.Status, f.Resource.Address, f.Assertion, f.Message, f.Causes)
	}
	return b.String()
}
