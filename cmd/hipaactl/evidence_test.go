package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/report"
)

// TestEvidence attaches documents of other tools to a result: they get into every format
// that shows them, and change neither verdicts nor the exit code.
func TestEvidence(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	code := write("main.tf", "resource \"aws_ebs_volume\" \"a\" {\n  availability_zone = \"us-east-1a\"\n  size              = 1\n  encrypted         = true\n}\n")
	result := filepath.Join(dir, "result.json")
	if _, errs, exit := invoke(t, nil, "scan", filepath.Dir(code), "--fail-on", "never", "-f", "json="+result); exit != report.ExitClean {
		t.Fatalf("scan: exit %d: %s", exit, errs)
	}
	scan := write("zap.sarif", `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ZAP"}},"results":[{"level":"error"}]}]}`)
	tests := write("restore.xml", `<testsuite><testcase name="a"/></testsuite>`)
	for _, format := range []string{"text", "json", "sarif", "junit", "csv", "markdown", "html", "oscal"} {
		out, errs, exit := invoke(t, nil, "report", result, "--evidence", scan, "--evidence", "restore-test="+tests, "--fail-on", "never", "-f", format)
		if exit != report.ExitClean || !strings.Contains(out, "zap.sarif") || !strings.Contains(out, "restore-test") {
			t.Errorf("%s: exit %d, %s: does not name the documents", format, exit, errs)
		}
	}
	for spec, want := range map[string]string{
		write("own.sarif", `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Own"}},"results":[]}]}`): "write KIND=FILE",
		"sbom=" + scan:  "want an SBOM",
		result:          "as a RESULT to merge",
		dir + "/absent": "no such file",
	} {
		out, errs, exit := invoke(t, nil, "report", result, "--evidence", spec)
		if exit != report.ExitUsage || out != "" || !strings.Contains(errs, want) {
			t.Errorf("--evidence %s: exit %d, %q, want %q", spec, exit, errs, want)
		}
	}
}
