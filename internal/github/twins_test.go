package github_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/terraform"
	"github.com/hipaactl/hipaactl/policies"
)

// fixtures are a repository of which everything is in order, and one of which nothing is,
// each as Terraform and as what GitHub answers.
const fixtures = "../../testdata/github/"

// recorded are the answers of a fixture.
func recorded(t *testing.T, name string) answers {
	t.Helper()
	text, err := os.ReadFile(fixtures + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]struct {
		Status int
		Body   json.RawMessage
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	out := answers{}
	for path, a := range all {
		out[path] = fmt.Sprintf("%d %s", a.Status, a.Body)
	}
	return out
}

// rules are those on GitHub.
func rules(t *testing.T) *checks.Policies {
	t.Helper()
	p, err := checks.Load(checks.Options{Embedded: policies.FS, KnownCitation: hipaa.Known, Rules: []string{"HIPAA-GH-*"}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// worst is the gravest verdict of each demand, of all that it judges.
func worst(t *testing.T, p *checks.Policies, set *resource.Set) map[string]finding.Status {
	t.Helper()
	phi.Mark(set, phi.Markers{})
	result := p.Evaluate(t.Context(), set, checks.EvalOptions{Now: noon})
	for _, e := range result.RuleErrors {
		t.Errorf("%+v", e)
	}
	order := []finding.Status{finding.NotApplicable, finding.Pass, finding.Unknown, finding.Fail}
	out := map[string]finding.Status{}
	for _, f := range result.Findings {
		key := f.Rule + " " + f.Assertion
		if slices.Index(order, f.Status) >= slices.Index(order, out[key]) {
			out[key] = f.Status
		}
	}
	return out
}

// unseen are the demands of which configuration says less than GitHub: nothing, or not for certain.
var unseen = map[string]string{
	"HIPAA-GH-003 directories": "what is in the repository is no configuration",
	"HIPAA-GH-003 file":        "the file may be in the repository although nothing configures it",
	"HIPAA-GH-003 valid":       "GitHub checks the file",
	"HIPAA-GH-008 alerts":      "alerts are no configuration",
	"HIPAA-GH-009 age":         "alerts are no configuration",
	"HIPAA-GH-009 updates":     "a file of the repository may turn them on",
	"HIPAA-GH-010 analysed":    "a workflow of the repository may do it",
	"HIPAA-GH-010 open":        "alerts are no configuration",
	"HIPAA-GH-011 members":     "the provider has no argument for it",
	"HIPAA-GH-011 required":    "the provider has no argument for it",
}

// weaker are the demands that the broken one meets: some protection is there, that is worth nothing.
var weaker = []string{"HIPAA-GH-001 ", "HIPAA-GH-003 file", "HIPAA-GH-004 required", "HIPAA-GH-006 list", "HIPAA-GH-012 forking"}

// TestBare: without any protection and any file these fail too.
func TestBare(t *testing.T) {
	p := rules(t)
	o := serve(t, acme(nil)).options()
	o.Wanted = phi.WantOf(p.Wanted())
	live := audit(t, o)
	got := worst(t, p, &live)
	for _, key := range weaker[:3] {
		if got[key] != finding.Fail {
			t.Errorf("%s: %s, want fail", key, got[key])
		}
	}
}

// TestTwins: the same settings have the same verdicts, written or read, and each rule both
// passes and fails.
func TestTwins(t *testing.T) {
	p := rules(t)
	for name, want := range map[string]finding.Status{"sound": finding.Pass, "broken": finding.Fail} {
		t.Run(name, func(t *testing.T) {
			o := serve(t, recorded(t, name)).options()
			o.Repo, o.Wanted = "", phi.WantOf(p.Wanted())
			live := audit(t, o)
			for _, g := range live.Gaps {
				t.Errorf("gap: %s: %s", g.What, g.Why)
			}
			code := configuration(t, p, name)
			onGitHub, inCode := worst(t, p, &live), worst(t, p, &code)
			for _, m := range p.List() {
				demands := []string{""}
				if len(m.Assertions) > 0 {
					demands = nil
					for a := range m.Assertions {
						demands = append(demands, a)
					}
				}
				for _, a := range demands {
					key := m.ID + " " + a
					if got := onGitHub[key]; got != want && !slices.Contains(weaker, key) {
						t.Errorf("%s on GitHub: %s, want %s", key, got, want)
					}
					if got := inCode[key]; unseen[key] == "" && got != onGitHub[key] || unseen[key] != "" && got == finding.Fail {
						t.Errorf("%s in code: %s, on GitHub %s", key, got, onGitHub[key])
					}
				}
			}
			replay(t, p, live, onGitHub)
		})
	}
}

func configuration(t *testing.T, p *checks.Policies, name string) resource.Set {
	t.Helper()
	text, err := os.ReadFile(fixtures + name + ".tf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := terraform.Load(t.Context(), terraform.Options{Paths: []string{dir}, Wanted: phi.Want(p.Wanted())})
	if err != nil || len(set.Gaps) > 0 {
		t.Fatal(err, set.Gaps)
	}
	return set
}

// replay: what was saved has the verdicts of what was read.
func replay(t *testing.T, p *checks.Policies, live resource.Set, want map[string]finding.Status) {
	t.Helper()
	var b bytes.Buffer
	if err := snapshot.Write(&b, snapshot.Snapshot{Time: noon, Types: github.Types(), Set: live}); err != nil {
		t.Fatal(err)
	}
	shot, err := snapshot.Read(b.Bytes(), "x.json")
	if err != nil {
		t.Fatal(err)
	}
	got := worst(t, p, &shot.Set)
	for key, status := range want {
		if got[key] != status {
			t.Errorf("%s of the snapshot: %s, was %s", key, got[key], status)
		}
	}
}
