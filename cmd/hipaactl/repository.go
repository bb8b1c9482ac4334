package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// repository knows where the working directory lies in its repository. Sources name files
// from the working directory; what programs read, and what goes into fingerprints, names
// them from the repository's root, so that it does not matter where a scan was started.
type repository struct {
	// prefix is the working directory below the root: "infra", empty at the root and
	// outside of any repository.
	prefix string
	// scanned is the repository that holds all scanned roots, which need not be the
	// working directory's; empty where they are not of one.
	scanned string
	// accounts tells that roots are accounts, which lie in no repository. The files that a
	// report of one names, such as that of the waivers, do.
	accounts bool
	// copied is where the files of another revision lie, whose paths are those of the
	// working tree all the same; nil where it is scanned itself.
	copied *copied
}

// ofAccounts is the repository for a report about what was read of accounts.
func (r repository) ofAccounts() repository { return repository{prefix: r.prefix, accounts: true} }

// findRepository looks for .git upward from the working directory.
func findRepository() (repository, error) {
	dir, err := os.Getwd()
	if err != nil {
		return repository{}, fmt.Errorf("find the working directory: %w", err)
	}
	root := above(dir)
	if root == "" || root == dir {
		return repository{}, nil
	}
	rel, err := filepath.Rel(root, dir)
	return repository{prefix: filepath.ToSlash(rel)}, err
}

// above is the repository that holds a directory, empty where there is none.
func above(dir string) string {
	for root := dir; ; root = filepath.Dir(root) {
		if _, err := os.Lstat(filepath.Join(root, ".git")); err == nil {
			return root
		}
		if root == filepath.Dir(root) {
			return ""
		}
	}
}

// bareAbove is the git repository without a working tree, or the inside of one's .git, that a
// directory is or lies in; empty where there is none. Git goes by the same three names.
// Source: https://git-scm.com/docs/gitrepository-layout
func bareAbove(dir string) string {
	for root := dir; ; root = filepath.Dir(root) {
		head, noHead := os.Lstat(filepath.Join(root, "HEAD"))
		objects, noObjects := os.Stat(filepath.Join(root, "objects"))
		refs, noRefs := os.Stat(filepath.Join(root, "refs"))
		if noHead == nil && noObjects == nil && noRefs == nil && !head.IsDir() && objects.IsDir() && refs.IsDir() {
			return root
		}
		if root == filepath.Dir(root) {
			return ""
		}
	}
}

// repositoryOf is the one repository that holds all roots, empty where there are
// several, whose roots' names would then collide, or none.
func repositoryOf(roots []string) string {
	one := ""
	for i, root := range roots {
		abs, err := filepath.Abs(filepath.FromSlash(root))
		if err != nil {
			return ""
		}
		if holds := above(abs); i == 0 {
			one = holds
		} else if holds != one {
			return ""
		}
	}
	return one
}

// rootName is the name of a root that goes into fingerprints.
func (r repository) rootName(root string) string {
	root = r.copied.original(root)
	if r.scanned == "" {
		return r.fromRoot(root)
	}
	abs, err := filepath.Abs(filepath.FromSlash(root))
	if err != nil {
		return root
	}
	rel, err := filepath.Rel(r.scanned, abs)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return r.fromRoot(root)
	}
	return filepath.ToSlash(rel)
}

// fromRoot turns a path from the working directory into one from the repository's root.
func (r repository) fromRoot(file string) string {
	if r.prefix == "" || file == "" || path.IsAbs(file) {
		return file
	}
	return path.Join(r.prefix, file)
}

// fromHere is the inverse of fromRoot.
func (r repository) fromHere(file string) string {
	if r.prefix == "" || file == "" || path.IsAbs(file) {
		return file
	}
	rel, err := filepath.Rel(filepath.FromSlash(r.prefix), filepath.FromSlash(file))
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// rebaseRoots names the set's roots from the repository's root, before fingerprints are
// made of them.
func (r *repository) rebaseRoots(set *resource.Set) {
	if r.copied == nil {
		r.scanned = repositoryOf(set.Seen.Roots)
	}
	for _, res := range set.Resources {
		if res.Source != resource.Live {
			res.Root = r.rootName(res.Root)
		}
	}
	for i := range set.Gaps {
		set.Gaps[i].Root = r.rootName(set.Gaps[i].Root)
	}
	for i, root := range set.Seen.Roots {
		set.Seen.Roots[i] = r.rootName(root)
	}
}

// forPrograms names every file from the repository's root; roots already are.
func (r repository) forPrograms(rep finding.Report) finding.Report {
	if r.prefix == "" {
		return rep
	}
	return rename(rep, r.fromRoot, func(root string) string { return root })
}

// forPeople names every root from the working directory; files already are.
func (r repository) forPeople(rep finding.Report) finding.Report {
	if r.prefix == "" {
		return rep
	}
	root := r.fromHere
	if r.accounts {
		root = func(root string) string { return root }
	}
	return rename(rep, func(file string) string { return file }, root)
}

// rename is a copy of the report with other names for its files and roots.
func rename(r finding.Report, file, root func(string) string) finding.Report {
	r.Findings = slices.Clone(r.Findings)
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Resource.Root = root(f.Resource.Root)
		f.Location.File = file(f.Location.File)
		f.Location.Callers = slices.Clone(f.Location.Callers)
		for j := range f.Location.Callers {
			f.Location.Callers[j].File = file(f.Location.Callers[j].File)
		}
		if f.Waiver != nil {
			w := *f.Waiver
			w.File = file(w.File)
			f.Waiver = &w
		}
		f.Causes = slices.Clone(f.Causes)
		for j := range f.Causes {
			f.Causes[j].File = file(f.Causes[j].File)
		}
		f.Evidence = slices.Clone(f.Evidence)
		for j := range f.Evidence {
			f.Evidence[j].File = file(f.Evidence[j].File)
		}
	}
	r.Gaps = slices.Clone(r.Gaps)
	for i := range r.Gaps {
		g := &r.Gaps[i]
		if g.What == g.File {
			g.What = file(g.What)
		}
		g.Root, g.File = root(g.Root), file(g.File)
	}
	if r.Baseline != nil {
		b := *r.Baseline
		if b.Kind == "file" {
			b.Of = file(b.Of)
		}
		b.Gone = slices.Clone(b.Gone)
		for i := range b.Gone {
			b.Gone[i].Root = root(b.Gone[i].Root)
		}
		r.Baseline = &b
	}
	if r.Inventory != nil {
		in := *r.Inventory
		in.Assets = slices.Clone(in.Assets)
		for i := range in.Assets {
			in.Assets[i].Root, in.Assets[i].File = root(in.Assets[i].Root), file(in.Assets[i].File)
		}
		r.Inventory = &in
	}
	r.Coverage.Roots = slices.Clone(r.Coverage.Roots)
	for i := range r.Coverage.Roots {
		r.Coverage.Roots[i] = root(r.Coverage.Roots[i])
	}
	return r
}

// isConfig tells whether a file is Terraform configuration, whose lines may be shown.
func isConfig(file string) bool {
	for _, suffix := range []string{".tf", ".tofu", ".tf.json", ".tofu.json"} {
		if strings.HasSuffix(file, suffix) {
			return true
		}
	}
	return false
}
