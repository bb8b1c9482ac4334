package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
)

// TestStepSummary: the Markdown is appended where annotations are asked for, within what
// GitHub shows of a step, what is there already included.
func TestStepSummary(t *testing.T) {
	clinic := filepath.Join("..", "..", "examples", "clinic")
	file := filepath.Join(t.TempDir(), "summary.md")
	run := func(before string, args ...string) (summary, stderr string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, code := invoke(t, map[string]string{"GITHUB_STEP_SUMMARY": file}, append([]string{"scan", clinic, "--rule", "HIPAA-RDS-001"}, args...)...)
		if code != report.ExitTripped {
			t.Fatalf("exit %d\n%s", code, stderr)
		}
		if asked := args[1] == "github"; asked != strings.HasPrefix(stdout, "::error file=") {
			t.Errorf("standard output begins with %.80q", stdout)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(text), stderr
	}
	if got, _ := run("", "-f", "github"); !strings.HasPrefix(got, report.MarkdownMarker+"\n\n# HIPAA Security Rule: failed\n") {
		t.Errorf("got %.200q", got)
	}
	if got, _ := run("# Build\n", "-f", "github"); !strings.HasPrefix(got, "# Build\n\n\n"+report.MarkdownMarker) {
		t.Errorf("what was there is lost, or joined: %.200q", got)
	}
	if got, _ := run("# Build\n", "-f", "json"); got != "# Build\n" {
		t.Errorf("nobody asked for a summary: %.200q", got)
	}
	for _, size := range []int{report.MaxMarkdown - 2*report.MinMarkdown, report.MaxMarkdown - 7000} {
		got, _ := run(strings.Repeat("x", size), "-f", "github")
		if len(got) > report.MaxMarkdown || !strings.Contains(got, "**This report was cut**") {
			t.Errorf("%d bytes before: %d bytes, %q", size, len(got), got[size:])
		}
	}
	full := strings.Repeat("x", report.MaxMarkdown-100)
	if got, stderr := run(full, "-f", "github"); got != full || !strings.Contains(stderr, "has no room for the report") {
		t.Errorf("%d bytes, %s", len(got), stderr)
	}
}

func TestStepSummaryThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "none", "summary.md")
	_, stderr, code := invoke(t, map[string]string{"GITHUB_STEP_SUMMARY": file}, "scan", filepath.Join("..", "..", "examples", "clinic"), "-f", "github")
	if code != report.ExitUsage || !strings.Contains(stderr, "write "+file) {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

func TestFormatsThatNeedAFile(t *testing.T) {
	for _, format := range []string{"sarif", "gitlab"} {
		_, stderr, code := invoke(t, nil, "audit", "aws", "-f", format)
		if code != report.ExitUsage || !strings.Contains(stderr, "--format "+format+": an account is in no file") || !strings.Contains(stderr, "--sarif-anchor FILE") {
			t.Errorf("%s: exit %d: %s", format, code, stderr)
		}
	}
}

// TestDocumentsOfTheClinic compares what pipelines take of the example with golden files, but
// for the digest of the policies.
func TestDocumentsOfTheClinic(t *testing.T) {
	dir := t.TempDir()
	golden, err := filepath.Abs(filepath.Join("..", "..", "testdata", "golden"))
	if err != nil {
		t.Fatal(err)
	}
	// outside of this repository, whose commit would be in the documents
	if err := os.CopyFS(filepath.Join(dir, "clinic"), os.DirFS(filepath.Join("..", "..", "examples", "clinic"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	names := map[string]string{"markdown": "clinic.md", "gitlab": "clinic.gitlab.json", "github": "clinic.github.txt"}
	args := []string{"scan", "clinic", "-q", "-f", "csv=" + filepath.Join(dir, "clinic.csv"), "-f", "json=" + filepath.Join(dir, "clinic.json")}
	for format, name := range names {
		args = append(args, "-f", format+"="+filepath.Join(dir, name))
	}
	if _, stderr, code := invoke(t, nil, args...); code != report.ExitTripped {
		t.Fatalf("exit %d\n%s", code, stderr)
	}
	for _, name := range names {
		got := digest.ReplaceAllString(read(t, filepath.Join(dir, name)), strings.Repeat("0", 64))
		file := filepath.Join(golden, name)
		if os.Getenv("HIPAACTL_UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(read(t, file), got); d != "" {
			t.Errorf("not as in %s; HIPAACTL_UPDATE=1 rewrites it (-want +got):\n%s", file, d)
		}
	}
	checkRows(t, read(t, filepath.Join(dir, "clinic.csv")), read(t, filepath.Join(dir, "clinic.json")))
}

// checkRows: the CSV has each verdict of the JSON under each citation, and nothing else that is a verdict.
func checkRows(t *testing.T, text, document string) {
	t.Helper()
	var r finding.Report
	if err := json.Unmarshal([]byte(document), &r); err != nil {
		t.Fatal(err)
	}
	want, got := map[string]int{}, map[string]int{}
	for _, f := range r.Findings {
		for _, c := range r.Rules[f.Rule].Citations {
			want[f.Fingerprint+c.ID+strings.ReplaceAll(string(f.Status), "_", " ")]++
		}
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	fingerprint, citation, status := slices.Index(rows[0], "fingerprint"), slices.Index(rows[0], "citation"), slices.Index(rows[0], "status")
	for _, row := range rows[1:] {
		if row[fingerprint] != "" {
			got[row[fingerprint]+row[citation]+row[status]]++
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

var digest = regexp.MustCompile(`[0-9a-f]{64}`)

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
