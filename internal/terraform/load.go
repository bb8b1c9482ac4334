package terraform

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// Load reads everything that the paths name. What could not be read is a gap in
// the set; an error is an *InputError (a path that does not exist, a variable
// that no root declares, nothing to scan) or the context's.
func Load(ctx context.Context, opts Options) (resource.Set, error) {
	if opts.Parallelism <= 0 {
		opts.Parallelism = runtime.GOMAXPROCS(0)
	}
	if len(opts.Paths) == 0 {
		opts.Paths = []string{"."}
	}
	opts.Wanted = provider.Expand(opts.Wanted)
	examiner, err := contents.New()
	if err != nil {
		return resource.Set{}, err
	}
	job := &job{ctx: ctx, opts: opts, examiner: examiner, loaders: map[string]*loader{}}
	for _, path := range opts.Paths {
		if err := job.add(path); err != nil {
			return resource.Set{}, err
		}
	}
	if err := job.addOwners(); err != nil {
		return resource.Set{}, err
	}
	return job.run()
}

// job is one Load under way.
type job struct {
	ctx  context.Context
	opts Options
	// examiner looks for secrets in the texts that policies want examined.
	examiner *contents.Examiner
	loaders  map[string]*loader
	roots    []*root
	set      resource.Set
	// documents are plans and states, read after the configuration.
	documents []document
	// named are the files of configuration that the user named, for addOwners.
	named []named
	// empty are the paths that held nothing.
	empty []string
}

// add sorts a path into configuration, documents and standard input.
func (j *job) add(path string) error {
	if path == "-" {
		return j.addStdin()
	}
	info, err := os.Stat(path)
	if err != nil {
		return &InputError{fmt.Sprintf("%s: no such file or directory", path)}
	}
	abs, err := realPath(path)
	if err != nil {
		return &InputError{fmt.Sprintf("%s: %v", path, err)}
	}
	shown := shownPath(path)
	if !info.IsDir() {
		switch {
		case IsPart(path):
			return j.addNamed(shown, path, abs)
		case strings.HasSuffix(path, ".tfvars") || strings.HasSuffix(path, ".tfvars.json"):
			return &InputError{fmt.Sprintf("%s: Terraform loads terraform.tfvars and *.auto.tfvars alone; give it with --var-file, beside its root module", path)}
		}
		return j.addDocument(shown, abs)
	}
	return j.addDir(shown, abs, false)
}

// addDir adds the roots below a directory, or that one alone.
func (j *job) addDir(shown, abs string, alone bool) error {
	l := j.loader(abs)
	var d discovery
	if alone {
		d.roots = []*module{l.module(shown, abs)}
	} else {
		d = l.discover(shown, abs)
	}
	if len(d.roots) == 0 && len(d.gaps) == 0 {
		j.empty = append(j.empty, shown)
	}
	j.set.Gaps = append(j.set.Gaps, d.gaps...)
	for _, m := range d.roots {
		if m != nil && !slices.ContainsFunc(j.roots, func(r *root) bool { return r.mod.abs == m.abs }) {
			j.roots = append(j.roots, j.newRoot(l, m))
		}
	}
	return nil
}

func (j *job) loader(abs string) *loader {
	boundary := boundaryOf(abs)
	l, ok := j.loaders[boundary]
	if !ok {
		l = newLoader(boundary, j.opts.Parallelism)
		j.loaders[boundary] = l
	}
	return l
}

func (j *job) newRoot(l *loader, m *module) *root {
	return &root{
		ctx: j.ctx, loader: l, mod: m, wanted: j.opts.Wanted, workspace: j.workspace(m.abs),
		refs: map[refKey]int{}, examiner: j.examiner,
	}
}

// run evaluates the roots and reads the documents.
func (j *job) run() (resource.Set, error) {
	if len(j.roots) == 0 && len(j.documents) == 0 && len(j.set.Gaps) == 0 {
		return resource.Set{}, &InputError{fmt.Sprintf("nothing to scan in %s: no .tf, .tf.json or .tofu file, plan or state", strings.Join(j.empty, ", "))}
	}
	if j.opts.Source != "" && len(j.documents) == 0 {
		return resource.Set{}, &InputError{"--source names the configuration of a plan or state, and none is scanned"}
	}
	for _, path := range j.empty {
		j.set.Gaps = append(j.set.Gaps, resource.Gap{
			Kind: resource.GapConfig, Root: path, What: path, Why: "it holds no .tf, .tf.json or .tofu file", Settle: "check the path, or leave it out",
		})
	}
	if err := j.giveInputs(); err != nil {
		return resource.Set{}, err
	}
	sets := make([]resource.Set, len(j.roots))
	parallel(len(j.roots), j.opts.Parallelism, func(i int) { sets[i] = j.roots[i].evaluate() })
	for _, s := range sets {
		j.set.Merge(s)
	}
	j.countFiles()
	if err := j.readDocuments(); err != nil {
		return resource.Set{}, err
	}
	if err := j.ctx.Err(); err != nil {
		return resource.Set{}, err
	}
	j.trim()
	j.set.Sort()
	return j.set, nil
}

// countFiles counts each file once, however many roots use it.
func (j *job) countFiles() {
	for _, l := range j.loaders {
		for _, entry := range l.modules {
			if entry.mod == nil {
				continue
			}
			j.set.Seen.FilesFailed += len(entry.mod.failed)
			j.set.Seen.FilesParsed += len(entry.mod.files) - len(entry.mod.failed)
		}
	}
}

// evaluate is the root module's resources. A fault of ours costs this root, and is said;
// what it was about stays untold, since it may quote the configuration.
func (r *root) evaluate() (set resource.Set) {
	defer func() {
		if v := recover(); v != nil {
			set = r.failed()
		}
	}()
	r.prepare()
	top := newInstance(r, r.mod)
	top.collect(&set)
	set.Gaps, set.Notes, set.Seen = r.gaps, r.notes, r.seen
	set.Seen.Roots = []string{r.mod.dir}
	return set
}

// parallel runs do for 0..n-1 on at most parallelism goroutines.
func parallel(n, parallelism int, do func(i int)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, max(parallelism, 1))
	for i := range n {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			do(i)
		}()
	}
	wg.Wait()
}

func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// shownPath is a path as reports show it: relative to the working directory
// where it lies below, slash-separated.
func shownPath(path string) string {
	if filepath.IsAbs(path) {
		if cwd, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(cwd, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
				path = rel
			}
		}
	}
	return filepath.ToSlash(filepath.Clean(path))
}

func compareText(a, b string) int { return cmp.Compare(a, b) }

func sortCauses(causes []resource.Cause) {
	slices.SortFunc(causes, resource.CompareCauses)
}
