package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // one process judges hundreds of accounts and trees, none of them large
	testscript.Main(apart{m}, map[string]func(){"hipaactl": main})
}

// apart runs the tests in the environment of emulated, so that those that need no other can run
// side by side. The program of a script has the script's.
type apart struct{ *testing.M }

func (a apart) Run() int {
	for name, value := range emulation {
		if err := os.Setenv(name, value); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return a.M.Run()
}

// TestScript runs every script of testdata/script against the program. A script is a
// command line with its files and what it must print; HIPAACTL_UPDATE=1 rewrites the
// expectations of `cmp`.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts:       os.Getenv("HIPAACTL_UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			root, err := filepath.Abs(filepath.Join("..", ".."))
			env.Setenv("REPOSITORY", root)
			env.Setenv("SOURCE_DATE_EPOCH", "1795305600") // 2026-11-22
			return err
		},
	})
}

// invoke is Main in this process, for what needs no files.
func invoke(t *testing.T, env map[string]string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(t.Context(), fake(&out, &errs, env, args...))
	return out.String(), errs.String(), code
}

func fake(stdout, stderr io.Writer, env map[string]string, args ...string) process {
	return process{
		args: args, stdin: strings.NewReader(""), stdout: stdout, stderr: stderr,
		getenv:  func(name string) string { return env[name] },
		now:     func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
		columns: func(io.Writer) int { return 0 },
	}
}

func TestUsageErrors(t *testing.T) {
	tests := []struct {
		args string
		want string
	}{
		{"scann", `unknown command "scann" (did you mean scan?)`},
		{"policy lst", `unknown command "lst" (did you mean list?)`},
		{"scan --fail-onn high", "unknown flag: --fail-onn (did you mean --fail-on?)"},
		{"scan --fail-on severe", `--fail-on: unknown threshold "severe" (want critical, high, medium, low or never)`},
		{"scan --fail-on info", `--fail-on: unknown threshold "info"`},
		{"scan --min-severity bad", `--min-severity: unknown severity "bad" (want critical, high, medium, low, info)`},
		{"scan -f pdf", `--format pdf: unknown format "pdf" (want `},
		{"scan -f serif=x", "(did you mean sarif?)"},
		{"scan -f json -f text", "standard output already carries json"},
		{"scan -f json=a -f text=./a", "./a is written twice"},
		{"scan -f json=", "the file's name is missing"},
		{"scan --color blue", "--color blue: want auto, always or never"},
		{"scan --now yesterday", "--now yesterday: want a time such as"},
		{"scan --parallelism -1", "--parallelism: -1 is not a number of processors"},
		{"scan --var encrypted", "hipaactl: --var: want NAME=VALUE"},
		{"scan --parallelism many", "hipaactl: --parallelism: want a whole number"},
		{"scan --quiet=maybe", "hipaactl: --quiet: want true or false"},
		{"policy list extra", `hipaactl policy list takes no arguments, got "extra"`},
		{"version extra", "takes no arguments"},
		{"scan --param x=1", "--param x=1: want RULE.NAME=VALUE"},
		{"scan --param HIPAA-S3-003.days=1", "HIPAA-S3-003.days"},
		{"scan --param HIPAA-RDS-005.minimum_days=NaN", "want a number"},
		{"scan --param HIPAA-RDS-005.minimum_days=inf", "want a number"},
		{"scan --rule HIPAA-S3-03", "--rule HIPAA-S3-03: there is no such rule (did you mean HIPAA-S3-003?)"},
		{"scan --skip-rule [", "--skip-rule [: malformed pattern"},
		{"scan --rule HIPAA-S3-003 --skip-rule HIPAA-*", "leave no rule"},
		{"scan --citation 164.512", "--citation 164.512: not a paragraph of 164.308 to 164.316"},
		{"scan --citation 164.310(b)", `no rule cites it; hipaactl explain "164.310(b)"`},
		{"scan --policies /nonexistent", "/nonexistent"},
		{"explain", "want exactly one RULE or CITATION, got 0"},
		{"explain HIPAA-S3-999", "there is no such rule (did you mean HIPAA-S3-"},
		{"explain 164.312(a)(9)", "no standard or specification of 164.308 to 164.316"},
		{"explain 164.312(b) -f xml", "--format xml: want text or json"},
		{"policy show HIPAA-S3-003 -f xml", "--format xml: want text or json"},
		{"policy list -f xml", "--format xml: want text, json, csv or markdown"},
		{"version -f xml", "--format xml: want text or json"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			stdout, stderr, code := invoke(t, nil, strings.Fields(tt.args)...)
			if code != 2 || stdout != "" || !strings.Contains(stderr, tt.want) || !strings.HasPrefix(stderr, "hipaactl: ") {
				t.Errorf("exit %d, want 2 and %q\nstdout: %s\nstderr: %s", code, tt.want, stdout, stderr)
			}
		})
	}
}

func TestScanFlags(t *testing.T) {
	var got scanOptions
	cmd := newScan(fake(io.Discard, io.Discard, nil), func(_ context.Context, _ process, o scanOptions) error {
		got = o
		return nil
	})
	cmd.SetArgs([]string{
		"a", "b", "-f", "text", "--format", "sarif=x.sarif", "--fail-on", "high", "--fail-on-unknown", "--min-severity", "medium", "--baseline", "b.json",
		"--rule", "A,B", "--rule", "C", "--skip-rule", "D", "--citation", "164.312(b)", "--allow-incomplete", "--policies", "p", "--param", "R.n=a,b",
		"--phi-only", "--phi-tag", "K=a,b", "--phi-tag", "L", "--not-phi-tag", "M", "--phi-name", "*-x", "--phi-address", `a.b["c,d"]`, "--not-phi-address", "e",
		"--whole-account", "--var", "x=1,2", "--var-file", "v.tfvars", "--var", "y==", "--source", "s", "--color", "never", "--now", "t", "--parallelism", "3", "-q",
	})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	want := scanOptions{
		inputOptions: inputOptions{
			paths: []string{"a", "b"}, source: "s", parallelism: 3, inputs: []terraform.Input{{Assignment: "x=1,2"}, {File: "v.tfvars"}, {Assignment: "y=="}},
		},
		baseline: baselineOptions{file: "b.json"},
		report: reportOptions{
			formats: []string{"text", "sarif=x.sarif"}, failOn: "high", failOnUnknown: true, minSeverity: "medium",
			allowIncomplete: true, color: "never", now: "t", quiet: true, phiOnly: true,
		},
		markers:      markerOptions{tags: []string{"K=a,b", "L"}, notTags: []string{"M"}, names: []string{"*-x"}, addresses: []string{`a.b["c,d"]`}, notAddresses: []string{"e"}},
		policies:     policyOptions{dirs: []string{"p"}, rules: []string{"A", "B", "C"}, skip: []string{"D"}, citations: []string{"164.312(b)"}, params: []string{"R.n=a,b"}},
		wholeAccount: true, waivers: waiverOptions{days: 366, findings: 50},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(scanOptions{}, inputOptions{}, waiverOptions{}, policyOptions{}, markerOptions{}, reportOptions{}, baselineOptions{}, configFlag{}, configFile{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestFlagsFromTheEnvironment(t *testing.T) {
	_, stderr, code := invoke(t, map[string]string{"HIPAACTL_FAIL_ON": "severe"}, "scan")
	if code != 2 || !strings.Contains(stderr, `unknown threshold "severe"`) {
		t.Errorf("HIPAACTL_FAIL_ON is not read: exit %d, %s", code, stderr)
	}
	_, stderr, code = invoke(t, map[string]string{"HIPAACTL_FAIL_ON": "severe", "HIPAACTL_COLOR": "blue"}, "scan", "--fail-on", "low")
	if code != 2 || !strings.Contains(stderr, "--color blue") {
		t.Errorf("the flag does not beat the environment: exit %d, %s", code, stderr)
	}
	_, stderr, code = invoke(t, map[string]string{"HIPAACTL_PARALLELISM": "many"}, "scan")
	if code != 2 || !strings.Contains(stderr, "HIPAACTL_PARALLELISM: ") {
		t.Errorf("the variable is not named: exit %d, %s", code, stderr)
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(`resource "aws_s3_bucket" "b" {}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	file := filepath.Join(dir, "out.json")
	code := Main(ctx, fake(&out, &errs, nil, "scan", dir, "-f", "text", "-f", "json="+file))
	if code != 130 || out.Len() > 0 || errs.String() != "hipaactl: interrupted; nothing was written\n" {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out.String(), errs.String())
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a report was written")
	}
}

func TestInterruptWhileStandardInputIsSilent(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	for _, args := range [][]string{{"scan", "-"}, {"report", "-"}, {"report", "-", "--compare", "-"}} {
		silent, _ := io.Pipe()
		var out, errs bytes.Buffer
		p := fake(&out, &errs, nil, args...)
		p.stdin = silent
		if code := Main(ctx, p); code != 130 || out.Len() > 0 {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out.String(), errs.String())
		}
	}
}

func TestColor(t *testing.T) {
	tests := []struct {
		name     string
		mode     string
		env      map[string]string
		terminal bool
		want     bool
	}{
		{"terminal", "auto", nil, true, true},
		{"pipe", "auto", nil, false, false},
		{"always", "always", map[string]string{"NO_COLOR": "1"}, false, true},
		{"never", "never", map[string]string{"FORCE_COLOR": "1"}, true, false},
		{"NO_COLOR", "auto", map[string]string{"NO_COLOR": "1"}, true, false},
		{"empty NO_COLOR", "auto", map[string]string{"NO_COLOR": ""}, true, true},
		{"FORCE_COLOR", "auto", map[string]string{"FORCE_COLOR": "1"}, false, true},
		{"FORCE_COLOR off", "auto", map[string]string{"FORCE_COLOR": "0"}, true, false},
		{"NO_COLOR outranks FORCE_COLOR", "auto", map[string]string{"NO_COLOR": "1", "FORCE_COLOR": "1"}, true, false},
		{"dumb", "auto", map[string]string{"TERM": "dumb"}, true, false},
		{"CI", "auto", map[string]string{"CI": "true"}, true, false},
		{"CI with FORCE_COLOR", "auto", map[string]string{"CI": "true", "FORCE_COLOR": "1"}, false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := fake(io.Discard, io.Discard, tt.env)
			if tt.terminal {
				p.columns = func(io.Writer) int { return 80 }
			}
			got, err := colorFor(tt.mode, io.Discard, p)
			if err != nil || got != tt.want {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}

func TestWidth(t *testing.T) {
	p := fake(io.Discard, io.Discard, map[string]string{"HIPAACTL_WIDTH": "66"})
	p.columns = func(io.Writer) int { return 120 }
	if got := widthOf(io.Discard, p); got != 66 {
		t.Errorf("HIPAACTL_WIDTH: got %d", got)
	}
	p.getenv = func(string) string { return "" }
	if got := widthOf(io.Discard, p); got != 120 {
		t.Errorf("terminal: got %d", got)
	}
	p.getenv = func(string) string { return "x" } // HIPAACTL_WIDTH that is no number, and CI
	if got := widthOf(io.Discard, p); got != 0 {
		t.Errorf("CI: got %d", got)
	}
}

func TestClock(t *testing.T) {
	p := fake(io.Discard, io.Discard, map[string]string{"SOURCE_DATE_EPOCH": "86400"})
	tests := []struct {
		flag string
		want finding.Time
	}{
		{"", finding.Time{Started: "1970-01-02T00:00:00Z", Finished: "1970-01-02T00:00:00Z"}},
		{"2026-01-02T03:04:05+01:00", finding.Time{Started: "2026-01-02T02:04:05Z", Finished: "2026-01-02T02:04:05Z"}},
	}
	for _, tt := range tests {
		c, err := newClock(tt.flag, p)
		if err != nil || c.stamp() != tt.want {
			t.Errorf("%q: got %v, %v", tt.flag, c.stamp(), err)
		}
	}
	p.getenv = func(string) string { return "" }
	tick := 0
	p.now = func() time.Time { tick++; return time.Unix(int64(tick), 0) }
	c, err := newClock("", p)
	if got, want := c.stamp(), (finding.Time{Started: "1970-01-01T00:00:01Z", Finished: "1970-01-01T00:00:02Z"}); err != nil || got != want {
		t.Errorf("clock: got %v, %v", got, err)
	}
	p.getenv = func(string) string { return "soon" }
	if _, err := newClock("", p); err == nil {
		t.Error("SOURCE_DATE_EPOCH=soon is accepted")
	}
}
