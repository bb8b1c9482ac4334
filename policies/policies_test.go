package policies_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// tree is the source tree of the policies, examples included.
var tree = os.DirFS(".")

// noon is the time of observation of every example.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func TestIndexIsFresh(t *testing.T) {
	want, err := checks.Index(tree)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(checks.IndexFile, want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(checks.IndexFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s does not say what the policies say: run `go generate ./policies`", checks.IndexFile)
	}
}

// all loads every policy from its source, so that the test does not depend on the index,
// and turns on what is off by default, as some policies only then have their say.
func all(t *testing.T) *checks.Policies {
	t.Helper()
	o := checks.Options{Embedded: sources{tree}, KnownCitation: hipaa.Known, Params: map[string]string{}}
	p, err := checks.Load(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range p.List() {
		for name, param := range m.Params {
			if param.Type == "bool" {
				o.Params[m.ID+"."+name] = "true"
			}
		}
	}
	if p, err = checks.Load(o); err != nil {
		t.Fatal(err)
	}
	return p
}

// sources is the tree without its index.
type sources struct{ fs.FS }

func (s sources) Open(name string) (fs.File, error) {
	if name == checks.IndexFile {
		return nil, fs.ErrNotExist
	}
	return s.FS.Open(name)
}

// load reads one example: a snapshot as it is, Terraform as a root module in a directory
// of its own, since its siblings are examples too.
func load(ctx context.Context, file string, wanted resource.Wanted) (resource.Set, error) {
	text, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		return resource.Set{}, err
	}
	if path.Ext(file) == ".json" {
		s, err := snapshot.ReadExample(text, file)
		phi.Mark(&s.Set, phi.Markers{})
		return s.Set, err
	}
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		return resource.Set{}, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, path.Base(file)), text, 0o600); err != nil {
		return resource.Set{}, err
	}
	set, err := terraform.Load(ctx, terraform.Options{Paths: []string{dir}, Wanted: phi.Want(wanted)})
	phi.Mark(&set, phi.Markers{})
	return set, err
}

func TestRego(t *testing.T) {
	results, err := checks.RegoTests(context.Background(), tree, "")
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	for _, r := range results {
		tested[path.Dir(r.Place)] = true
		if r.Err != nil {
			t.Errorf("%s: %s: %v", r.Place, r.Name, r.Err)
		}
	}
	for _, m := range all(t).List() {
		if !tested[path.Dir(m.Source)] {
			t.Errorf("%s has no tests: write %s", m.Source, path.Join(path.Dir(m.Source), "policy_test.rego"))
		}
	}
}

func TestExamples(t *testing.T) {
	for _, m := range all(t).List() {
		t.Run(path.Dir(m.Source), func(t *testing.T) {
			t.Parallel()
			examples, err := checks.Examples(tree, m, "")
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, e := range examples {
				p := only(t, m.ID, e.Params)
				seen[path.Ext(e.File)], seen[string(e.Status)], seen[string(e.Status)+path.Ext(e.File)] = true, true, true
				if err := p.RunExample(context.Background(), e, load, checks.EvalOptions{Now: noon}); err != nil {
					t.Error(err)
				}
			}
			for _, status := range []string{"pass", "fail", "unknown"} {
				if !seen[status] && (status != "unknown" || m.Scope == checks.ScopeResource) {
					t.Errorf("%s has no example %s.tf or live_%s.json", m.Source, status, status)
				}
			}
			for _, file := range []string{"pass.json", "fail.json"} {
				if seen[".json"] && !seen[file] {
					t.Errorf("%s has no example live_%s beside its other snapshots", m.Source, file)
				}
			}
		})
	}
}

// TestSnapshots: what was saved and read again gives the same findings, evidence included.
func TestSnapshots(t *testing.T) {
	for _, m := range all(t).List() {
		for _, s := range samples(t, m) {
			if !s.Live || m.When != "" { // its examples are those of its neighbour as well
				continue
			}
			p := only(t, m.ID, s.Params)
			var saved bytes.Buffer
			if err := snapshot.Write(&saved, snapshot.Snapshot{Time: s.Time, Set: *s.set}); err != nil {
				t.Fatal(err)
			}
			again, err := snapshot.Read(saved.Bytes(), s.File)
			if err != nil {
				t.Fatal(err)
			}
			phi.Mark(&again.Set, phi.Markers{})
			o := s.Options(checks.EvalOptions{})
			want, got := p.Evaluate(context.Background(), s.set, o), p.Evaluate(context.Background(), &again.Set, o)
			if diff := cmp.Diff(want.Findings, got.Findings); diff != "" {
				t.Errorf("%s: judged again it differs:\n%s", s.File, diff)
			}
		}
	}
}

// alone are the policies that only loaded, by rule and parameters.
var alone sync.Map

// only loads the policies of one rule with the parameters of an example, once.
func only(t *testing.T, rule string, params map[string]string) *checks.Policies {
	t.Helper()
	key := fmt.Sprint(rule, params)
	if p, ok := alone.Load(key); ok {
		return p.(*checks.Policies)
	}
	p, err := checks.Load(checks.Options{Embedded: sources{tree}, Rules: []string{rule}, Params: params})
	if err != nil {
		t.Fatal(err)
	}
	alone.Store(key, p)
	return p
}

// sample is an example that was read.
type sample struct {
	checks.Example
	set *resource.Set
}

// samples reads the examples of a policy, in the order of their names.
func samples(t *testing.T, m checks.Metadata) []sample {
	t.Helper()
	examples, err := checks.Examples(tree, m, "")
	if err != nil {
		t.Fatal(err)
	}
	out := make([]sample, len(examples))
	for i, e := range examples {
		set, err := load(context.Background(), e.File, only(t, m.ID, e.Params).Wanted())
		if err != nil {
			t.Fatal(err)
		}
		out[i] = sample{e, &set}
	}
	return out
}

// TestProperties holds every policy to the properties that make its verdicts
// trustworthy: see checks.Policies.Prove.
func TestProperties(t *testing.T) {
	for _, m := range all(t).List() {
		if m.When != "" {
			continue // its examples are those of its neighbour as well
		}
		t.Run(m.Source, func(t *testing.T) {
			t.Parallel()
			for _, s := range samples(t, m) {
				p := only(t, m.ID, s.Params)
				for _, whole := range []bool{false, true} {
					if whole && (s.Live || m.Scope == checks.ScopeResource && !reachesElsewhere(m.Related)) {
						continue
					}
					o := s.Options(checks.EvalOptions{Now: noon})
					o.WholeAccount = whole
					for _, violation := range p.Prove(context.Background(), s.set, o) {
						t.Errorf("%s: %s", s.File, violation)
					}
				}
			}
		})
	}
}

// reachesElsewhere tells whether --whole-account makes a difference.
func reachesElsewhere(lists map[string]*checks.Related) bool {
	for _, r := range lists {
		if r.Elsewhere || reachesElsewhere(r.Related) {
			return true
		}
	}
	return false
}

// TestMutation asks whether the examples of a rule, of both its halves, show what each
// declared attribute decides. With HIPAACTL_MUTATE set it tells and does not judge.
func TestMutation(t *testing.T) {
	rules := map[string]bool{}
	for _, m := range all(t).List() {
		rules[m.ID] = true
	}
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			for _, attribute := range unnoticed(t, rule) {
				if os.Getenv("HIPAACTL_MUTATE") != "" {
					t.Logf("%s: no change of %s is noticed", rule, attribute)
				} else {
					t.Errorf("%s: no change of %s turns a pass of any example into something else: declare it only if it decides something, and show that in an example", rule, attribute)
				}
			}
		})
	}
}

// unnoticed are the attributes that decide nothing in any example of the rule, with
// parameters as they are and as its examples set them.
func unnoticed(t *testing.T, rule string) []string {
	t.Helper()
	examples, params := map[string][]checks.Sample{}, map[string]map[string]string{"": nil}
	for _, m := range only(t, rule, nil).List() {
		for _, s := range samples(t, m) {
			key := fmt.Sprint(s.Params)
			if s.Params == nil {
				key = ""
			}
			params[key] = s.Params
			examples[key] = append(examples[key], checks.Sample{Set: s.set, Now: s.Time})
		}
	}
	declared, missed := map[string]int{}, map[string]int{}
	for key, set := range params {
		p := only(t, rule, set)
		for _, attribute := range p.Mutate(context.Background(), nil, checks.EvalOptions{Now: noon}) {
			declared[attribute]++ // nothing is noticed where there is no example
		}
		for _, attribute := range p.Mutate(context.Background(), examples[key], checks.EvalOptions{Now: noon}) {
			missed[attribute]++
		}
	}
	maps.DeleteFunc(missed, func(attribute string, times int) bool { return times < declared[attribute] })
	return slices.Sorted(maps.Keys(missed))
}
