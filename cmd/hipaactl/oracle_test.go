package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// plansDir holds, per case, a configuration and the plan that Terraform itself
// made of it (plan.json, written by TestOracle with HIPAACTL_ORACLE=update). The
// plans are schema-only: no provider code ran, so that what a provider would
// compute is "known after apply".
const plansDir = "../../testdata/plans"

// TestPlans scans each configuration, its plan alone, and its plan beside the
// configuration. Wherever two of them know, they must agree; what only one of
// them knows is listed in the case's differences.txt, each with its cause.
func TestPlans(t *testing.T) {
	cases, err := filepath.Glob(plansDir + "/*/plan.json")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	for _, plan := range cases {
		dir := filepath.Dir(plan)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			got := compareWithPlan(t, dir, plan)
			name := filepath.Join(dir, "differences.txt")
			if os.Getenv("HIPAACTL_ORACLE") == "update" {
				writeDifferences(t, name, got)
			}
			want, err := os.ReadFile(name)
			if err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("plan and configuration differ otherwise than listed (-listed +got):\n%s", diff)
			}
		})
	}
}

func writeDifferences(t *testing.T, name, text string) {
	t.Helper()
	if text == "" {
		_ = os.Remove(name)
		return
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// compareWithPlan fails the test on contradictions and returns the differences in
// what is known, a line each.
func compareWithPlan(t *testing.T, dir, plan string) string {
	t.Helper()
	code := verdicts(t, dir)
	// Without the configuration beside it, and with.
	alone := filepath.Join(t.TempDir(), "plan.json")
	copyFile(t, plan, alone)
	bare, joined := verdicts(t, alone), verdicts(t, plan)
	contradictions(t, "configuration", code, "plan", bare)
	contradictions(t, "configuration", code, "plan beside its configuration", joined)
	var lines []string
	for _, key := range keysOf(code, joined) {
		if a, b := statusOf(code, key), statusOf(joined, key); a != b {
			lines = append(lines, fmt.Sprintf("%s: %s in the configuration, %s in the plan (%s)\n", key, a, b, causeOfDifference(code[key], joined[key])))
		}
	}
	return strings.Join(lines, "")
}

// contradictions fails the test where both know and disagree.
func contradictions(t *testing.T, nameA string, a map[string]finding.Finding, nameB string, b map[string]finding.Finding) {
	t.Helper()
	for _, key := range keysOf(a, b) {
		fa, okA := a[key]
		fb, okB := b[key]
		if okA && okB && fa.Status != fb.Status && fa.Status != finding.Unknown && fb.Status != finding.Unknown {
			t.Errorf("%s: %s in the %s (%s), %s in the %s (%s)", key, fa.Status, nameA, fa.Message, fb.Status, nameB, fb.Message)
		}
	}
}

// causeOfDifference is one of a closed list: stub data source (the plan provider
// answers with something that is no policy document), token (an identity that apply fills
// and the plan does not name), data source (its result is only in the plan),
// instances (an expansion that only one of them knows), variable (its value is only in the plan).
func causeOfDifference(a, b finding.Finding) string {
	for _, f := range []finding.Finding{a, b} {
		for _, c := range f.Causes {
			switch {
			case strings.HasPrefix(c.What, "data.") || strings.Contains(c.What, ".data."):
				return "data source"
			case strings.HasPrefix(c.What, "var."):
				return "variable"
			case c.Kind == resource.NotConvertible:
				return "stub data source"
			}
		}
		if strings.Contains(f.Resource.Address, "[*]") {
			return "instances"
		}
	}
	if a.Status == "" || b.Status == "" {
		return "instances"
	}
	return "token"
}

func statusOf(m map[string]finding.Finding, key string) string {
	if f, ok := m[key]; ok {
		return string(f.Status)
	}
	return "absent"
}

func keysOf(a, b map[string]finding.Finding) []string {
	var keys []string
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// verdicts scans a path; keys are "RULE ADDRESS assertion".
func verdicts(t *testing.T, path string) map[string]finding.Finding {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := Main(context.Background(), process{
		args: []string{"scan", "-f", "json", path}, stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr,
		getenv: func(string) string { return "" }, now: time.Now, columns: func(io.Writer) int { return 0 },
	})
	var report finding.Report
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		t.Fatalf("scan %s: exit %d: %s", path, code, stderr.String())
	}
	out := make(map[string]finding.Finding, len(report.Findings))
	for _, f := range report.Findings {
		out[strings.TrimSpace(f.Rule+" "+f.Resource.Address+" "+f.Assertion)] = f
	}
	return out
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOracle lets the real Terraform plan configurations and compares its plans
// with what the evaluator makes of them. It runs under `make oracle`, where
// terraform and the plan provider are present: HIPAACTL_ORACLE is "run", or
// "update" to rewrite testdata/plans; HIPAACTL_ORACLE_DIRS names further
// configurations, separated by colons.
func TestOracle(t *testing.T) {
	mode := os.Getenv("HIPAACTL_ORACLE")
	if mode == "" {
		t.Skip("set HIPAACTL_ORACLE=run (make oracle) to compare with the real terraform")
	}
	o := newOracle(t)
	dirs, err := filepath.Glob(plansDir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	dirs = append(dirs, "../../examples/clinic", "../../examples/clinic-fixed")
	if more := os.Getenv("HIPAACTL_ORACLE_DIRS"); more != "" {
		dirs = append(dirs, strings.Split(more, ":")...)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			work := filepath.Join(t.TempDir(), filepath.Base(dir))
			if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			_ = os.Remove(filepath.Join(work, "plan.json"))
			_ = os.Remove(filepath.Join(work, "waf.tf")) // the plan provider leaves out types whose schema is that deep
			plan := o.plan(t, work)
			if diff := compareWithPlan(t, work, plan); diff != "" {
				t.Logf("known to one of them only:\n%s", diff)
			}
			if mode == "update" && strings.HasPrefix(dir, plansDir) {
				copyFile(t, plan, filepath.Join(dir, "plan.json"))
			}
		})
	}
}

// TestOracleExamples compares the examples of all policies with the plans that the real
// terraform makes of them: what both know, they must agree on. Those that terraform does not
// plan, for want of a variable or of a type in the plan provider, are named.
func TestOracleExamples(t *testing.T) {
	if os.Getenv("HIPAACTL_ORACLE") == "" {
		t.Skip("set HIPAACTL_ORACLE=run (make oracle) to compare with the real terraform")
	}
	o := newOracle(t)
	files, err := filepath.Glob("../../policies/aws/*/*/*.tf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		if filepath.Base(file) == "unknown.tf" {
			continue // most want values
		}
		t.Run(strings.TrimPrefix(filepath.ToSlash(file), "../../policies/"), func(t *testing.T) {
			work, alone := t.TempDir(), filepath.Join(t.TempDir(), "plan.json")
			if err := os.CopyFS(work, os.DirFS(filepath.Dir(file))); err != nil { // with its modules
				t.Fatal(err)
			}
			others, err := filepath.Glob(filepath.Join(work, "*.tf"))
			if err != nil {
				t.Fatal(err)
			}
			for _, other := range others {
				if filepath.Base(other) != filepath.Base(file) {
					_ = os.Remove(other)
				}
			}
			o.skipUnplanned(t, work)
			copyFile(t, o.plan(t, work), alone)
			if err := os.Remove(filepath.Join(work, "plan.json")); err != nil {
				t.Fatal(err)
			}
			contradictions(t, "configuration", verdicts(t, work), "plan", verdicts(t, alone))
		})
	}
}

// skipUnplanned skips what terraform refuses to plan.
func (o oracle) skipUnplanned(t *testing.T, dir string) {
	t.Helper()
	runCommand(t, dir, o.env, "terraform", "get")
	cmd := exec.CommandContext(t.Context(), "terraform", "plan", "-no-color", "-input=false", "-lock=false")
	cmd.Dir, cmd.Env = dir, o.env
	if text, err := cmd.CombinedOutput(); err != nil {
		_, why, _ := strings.Cut(string(text), "Error: ")
		t.Skipf("terraform does not plan it: %s", tail(why))
	}
}

// oracle is the real terraform with a provider that echoes the configuration.
type oracle struct{ env []string }

func newOracle(t *testing.T) oracle {
	t.Helper()
	tool, err := filepath.Abs("../../../shared/tools/plan-provider")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(tool); err != nil {
		t.Skip("the plan provider is not beside the checkout")
	}
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "src"), os.DirFS(tool)); err != nil {
		t.Fatal(err)
	}
	runCommand(t, filepath.Join(dir, "src"), os.Environ(), "go", "build", "-o", filepath.Join(dir, "terraform-provider-aws"), ".")
	config := fmt.Sprintf("provider_installation {\n  dev_overrides { \"hashicorp/aws\" = %q }\n  filesystem_mirror { path = %q }\n}\ndisable_checkpoint = true\n", dir, filepath.Join(dir, "none"))
	rc := filepath.Join(dir, "cli.tfrc")
	if err := os.WriteFile(rc, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "none"), 0o750); err != nil {
		t.Fatal(err)
	}
	schema := filepath.Join(tool, "../../schema/aws-provider-6.47.json.gz")
	return oracle{append(os.Environ(), "TF_CLI_CONFIG_FILE="+rc, "SCHEMA="+schema, "TF_IN_AUTOMATION=1", "CHECKPOINT_DISABLE=1")}
}

// plan writes plan.json into the configuration's directory.
func (o oracle) plan(t *testing.T, dir string) string {
	t.Helper()
	runCommand(t, dir, o.env, "terraform", "get")
	runCommand(t, dir, o.env, "terraform", "plan", "-input=false", "-lock=false", "-out", "p.tfplan")
	text := runCommand(t, dir, o.env, "terraform", "show", "-json", "p.tfplan")
	plan := filepath.Join(dir, "plan.json")
	if err := os.WriteFile(plan, append(stripped(t, text), '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	return plan
}

// stripped drops what differs from run to run.
func stripped(t *testing.T, text []byte) []byte {
	t.Helper()
	var plan map[string]any
	if err := json.Unmarshal(text, &plan); err != nil {
		t.Fatal(err)
	}
	delete(plan, "timestamp")
	out, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func runCommand(t *testing.T, dir string, env []string, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, stderr.String(), tail(stdout.String()))
	}
	return stdout.Bytes()
}

func tail(s string) string {
	if len(s) > 2000 {
		return s[len(s)-2000:]
	}
	return s
}
