package terraform

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// IsPart tells whether a file that a user names stands for configuration: configuration
// itself, variables that Terraform loads without being told, and the lock file. It tells by
// the name alone.
func IsPart(name string) bool {
	return isConfig(name) || isLoaded(filepath.Base(name))
}

// isLoaded tells of files beside a root module's configuration that count for it and that no
// module call brings along.
func isLoaded(name string) bool {
	base := strings.TrimSuffix(name, ".json")
	return base == "terraform.tfvars" || strings.HasSuffix(base, ".auto.tfvars") || name == ".terraform.lock.hcl"
}

// named is a file that the user named. It stands for the root modules that it is part of.
type named struct {
	// shown and abs are its directory. A link lies where it is, not where it leads.
	shown, abs string
	// file is the absolute path of what it is or leads to.
	file string
	// alone tells that it counts for a root module in that directory and for no other.
	alone bool
}

// addNamed takes a file note of, for addOwners.
func (j *job) addNamed(shown, path, abs string) error {
	dir, err := realPath(filepath.Dir(path))
	if err != nil {
		return &InputError{shown + ": " + withoutPath(err).Error()}
	}
	j.named = append(j.named, named{joinShown(shown, ".."), dir, abs, isLoaded(filepath.Base(path))})
	return nil
}

// addOwners adds the root modules that the named files are part of. What calls a module is
// looked for in the repository that holds it; outside of any, a file stands for its directory.
func (j *job) addOwners() error {
	graphs := map[string]*callGraph{}
	for _, n := range j.named {
		boundary := boundaryOf(n.abs)
		if _, err := os.Lstat(filepath.Join(boundary, ".git")); n.alone || err != nil {
			if err := j.addDir(n.shown, n.abs, true); err != nil {
				return err
			}
			continue
		}
		graph, ok := graphs[boundary]
		if !ok {
			graph = callsIn(boundary, j.opts.Parallelism)
			graphs[boundary] = graph
			for _, dir := range graph.closed {
				shown := n.beside(dir)
				j.set.Gaps = append(j.set.Gaps, resource.Gap{
					Kind: resource.GapFile, Root: shown, What: shown, Why: "the directory cannot be read, and may call what was named", Settle: "grant read permission",
				})
			}
		}
		for _, dir := range graph.owners(n) {
			shown := n.shown
			if dir != n.abs {
				shown = n.beside(dir)
			}
			if err := j.addDir(shown, dir, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// beside is how another directory is shown: from the working directory, or whole where the
// file was named so and lies elsewhere.
func (n named) beside(abs string) string {
	here, err := os.Getwd()
	if err == nil && !filepath.IsAbs(filepath.FromSlash(n.shown)) {
		if here, err = filepath.EvalSymlinks(here); err == nil {
			return filepath.ToSlash(relative(here, abs))
		}
	}
	return filepath.ToSlash(abs)
}

// callGraph says which directories of a repository call which.
type callGraph struct {
	// callers are the directories that call one, by its absolute path.
	callers map[string][]string
	// links are the directories that hold a link to a file, by the file's absolute path.
	links map[string][]string
	// blind are directories with a file that could not be read at all, so that they may call any.
	blind []string
	// closed are directories that could not be entered.
	closed []string
}

// callsIn parses the configuration of a repository for its module calls alone.
func callsIn(boundary string, parallelism int) *callGraph {
	g := &callGraph{callers: map[string][]string{}, links: map[string][]string{}}
	var dirs []string
	_ = filepath.WalkDir(boundary, func(path string, e fs.DirEntry, err error) error { // it fails on no entry
		switch {
		case err != nil:
			g.closed = append(g.closed, path)
			return skip(e)
		case e.IsDir() && path != boundary && skipped(e.Name()):
			return fs.SkipDir
		case e.IsDir() || !isConfig(e.Name()) || strings.HasPrefix(e.Name(), "."):
			return nil
		}
		dir := filepath.Dir(path)
		if e.Type()&fs.ModeSymlink != 0 {
			if target, err := filepath.EvalSymlinks(path); err == nil {
				g.links[target] = append(g.links[target], dir)
			}
		}
		dirs = append(dirs, dir)
		return nil
	})
	slices.Sort(dirs)
	dirs = slices.Compact(dirs)
	called, blind := make([][]string, len(dirs)), make([]bool, len(dirs))
	l := newLoader(boundary, parallelism)
	parallel(len(dirs), parallelism, func(i int) {
		if m := l.parseDir(dirs[i], dirs[i]); m != nil {
			called[i], blind[i] = m.mayCall()
		}
	})
	for i, dir := range dirs {
		if blind[i] {
			g.blind = append(g.blind, dir)
		}
		for _, target := range called[i] {
			if target != dir {
				g.callers[target] = append(g.callers[target], dir)
			}
		}
	}
	return g
}

// localPath is a string that may be the source of a local module.
var localPath = regexp.MustCompile(`"(\.\.?(?:/[^"\n]*)?)"`)

// mayCall are the absolute directories that the module calls or, for files that were not
// understood, may call: whatever path they name. One that was not read may call any: blind.
func (m *module) mayCall() (sources []string, blind bool) {
	sources = m.localCalls()
	for _, f := range m.files {
		if f.diags.HasErrors() {
			blind = blind || f.src == nil
			for _, match := range localPath.FindAllSubmatch(f.src, -1) {
				sources = append(sources, string(match[1]))
			}
		}
	}
	for i, source := range sources {
		dir := filepath.Join(m.abs, filepath.FromSlash(source))
		if target, err := filepath.EvalSymlinks(dir); err == nil {
			dir = target
		}
		sources[i] = dir
	}
	return sources, blind
}

// owners are the directories of the root modules that a file is part of, in order: what
// calls its directory, at any distance, and is called by none; else the directory itself. A
// file that others link to is part of them too.
func (g *callGraph) owners(n named) []string {
	var out []string
	for _, dir := range slices.Concat([]string{n.abs}, g.links[n.file], g.blind) {
		out = append(out, g.roots(dir)...)
	}
	slices.SortFunc(out, cmp.Compare[string])
	return slices.Compact(out)
}

func (g *callGraph) roots(dir string) []string {
	seen, next := map[string]bool{dir: true}, []string{dir}
	var out []string
	for len(next) > 0 {
		callers := g.callers[next[0]]
		if len(callers) == 0 {
			out = append(out, next[0])
		}
		for _, c := range callers {
			if !seen[c] {
				seen[c] = true
				next = append(next, c)
			}
		}
		next = next[1:]
	}
	if len(out) == 0 {
		return []string{dir} // modules that only call each other
	}
	return out
}
