package policies_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/leaks"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/terraform"
	files "github.com/hipaactl/hipaactl/internal/tree"
)

// tree is the source tree of the policies, examples included.
var tree = os.DirFS(".")

// noon is the time of observation of every example.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // tens of thousands of small judgements in one process
	os.Exit(m.Run())
}

// TestGeneratedIsFresh also writes the files, for `go generate`.
func TestGeneratedIsFresh(t *testing.T) {
	for name, generate := range map[string]func(fs.FS) ([]byte, error){checks.IndexFile: checks.Index, checks.CompiledFile: checks.Compiled} {
		want, err := generate(tree)
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("HIPAACTL_UPDATE") != "" {
			if err := os.WriteFile(name, want, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s does not say what the policies say: run `go generate ./policies`", name)
		}
	}
}

// suite is the tree without its index, so that no test depends on that.
var suite = &checks.Suite{Tree: tree, Load: checks.Options{Embedded: sources{tree}, KnownCitation: hipaa.Known}, Read: load, Now: noon}

// all are the policies, those included that say something only where a parameter is on.
func all(t *testing.T) []checks.Metadata {
	t.Helper()
	list, err := suite.List()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// sources is the tree without what was generated of it.
type sources struct{ fs.FS }

func (s sources) Open(name string) (fs.File, error) {
	if name == checks.IndexFile || name == checks.CompiledFile {
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
	if path.Ext(file) == ".txtar" {
		return examine(ctx, text)
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

// examine examines the files of an archive.
func examine(ctx context.Context, text []byte) (resource.Set, error) {
	d, err := detect.New()
	if err != nil {
		return resource.Set{}, err
	}
	source := files.Archive(text)
	set, err := leaks.Scan(ctx, leaks.Options{Source: source, What: "files", Detector: d})
	if err != nil {
		return resource.Set{}, err
	}
	whole, err := repository.Scan(ctx, repository.Options{Source: source, Root: "."})
	set.Merge(whole)
	set.Sort()
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
	for _, m := range all(t) {
		if !tested[path.Dir(m.Source)] {
			t.Errorf("%s has no tests: write %s", m.Source, path.Join(path.Dir(m.Source), "policy_test.rego"))
		}
	}
}

func TestExamples(t *testing.T) {
	for _, m := range all(t) {
		t.Run(path.Dir(m.Source), func(t *testing.T) {
			t.Parallel()
			examples, found, err := suite.Examples(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, e := range examples {
				seen[path.Ext(e.File)], seen[string(e.Status)], seen[string(e.Status)+path.Ext(e.File)] = true, true, true
				if found[e.File] != nil {
					t.Error(found[e.File])
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
	for _, m := range all(t) {
		trials, err := suite.Trials(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range trials {
			if !s.Live || m.When != "" { // its examples are those of its neighbour as well
				continue
			}
			p, err := suite.Only(m.ID, s.Params)
			if err != nil {
				t.Fatal(err)
			}
			var saved bytes.Buffer
			if err := snapshot.Write(&saved, snapshot.Snapshot{Time: s.Time, Set: *s.Set}); err != nil {
				t.Fatal(err)
			}
			again, err := snapshot.Read(saved.Bytes(), s.File)
			if err != nil {
				t.Fatal(err)
			}
			phi.Mark(&again.Set, phi.Markers{})
			o := s.Options(checks.EvalOptions{})
			want, got := p.Evaluate(context.Background(), s.Set, o), p.Evaluate(context.Background(), &again.Set, o)
			if diff := cmp.Diff(want.Findings, got.Findings); diff != "" {
				t.Errorf("%s: judged again it differs:\n%s", s.File, diff)
			}
		}
	}
}

// TestProperties holds every policy to the properties that make its verdicts
// trustworthy: see checks.Policies.Prove.
func TestProperties(t *testing.T) {
	for _, m := range all(t) {
		t.Run(m.Source, func(t *testing.T) {
			t.Parallel()
			violations, err := suite.Properties(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			for _, violation := range violations {
				t.Error(violation)
			}
		})
	}
}

// TestMutation asks whether the examples of a rule, of both its halves, show what each
// declared attribute decides.
func TestMutation(t *testing.T) {
	rules := map[string]bool{}
	for _, m := range all(t) {
		rules[m.ID] = true
	}
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			score, err := suite.Mutation(t.Context(), rule)
			if err != nil {
				t.Fatal(err)
			}
			for _, attribute := range score.Unnoticed {
				t.Errorf("%s: no change of %s turns a pass of any example into something else: declare it only if it decides something, and show that in an example", rule, attribute)
			}
		})
	}
}
