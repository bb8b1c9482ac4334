package terraform

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// discovery is what a walk below one path found.
type discovery struct {
	// roots are the modules that no other module below the path calls.
	roots []*module
	gaps  []resource.Gap
}

// candidate is a directory that holds configuration.
type candidate struct{ shown, abs string }

// discover finds the root modules at and below a directory. The directory itself
// is one if it holds configuration, even where another module calls it.
func (l *loader) discover(dir, abs string) discovery {
	var d discovery
	var found []candidate
	foreign := map[string][]string{}
	err := filepath.WalkDir(abs, func(path string, e fs.DirEntry, err error) error {
		shown := joinShown(dir, relative(abs, path))
		if err != nil {
			d.gaps = append(d.gaps, resource.Gap{Kind: resource.GapFile, Root: shown, What: shown, Why: "the directory cannot be read", Settle: "grant read permission"})
			return skip(e)
		}
		if e.IsDir() {
			if path != abs && skipped(e.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		switch name := e.Name(); {
		case name == "terragrunt.hcl" || name == "cdktf.json":
			foreign[name] = append(foreign[name], shown)
		case isConfig(name) && !strings.HasPrefix(name, "."):
			if parent := filepath.Dir(path); len(found) == 0 || found[len(found)-1].abs != parent {
				found = append(found, candidate{joinShown(dir, relative(abs, parent)), parent})
			}
		}
		return nil
	})
	if err != nil {
		d.gaps = append(d.gaps, resource.Gap{Kind: resource.GapFile, Root: dir, What: dir, Why: "the directory cannot be read", Settle: "grant read permission"})
	}
	slices.SortFunc(found, func(a, b candidate) int { return compareText(a.abs, b.abs) })
	found = slices.Compact(found)
	d.roots = l.uncalled(found, abs)
	d.gaps = append(d.gaps, foreignGaps(dir, foreign)...)
	return d
}

// uncalled parses the candidates and keeps those that are nobody's module.
func (l *loader) uncalled(found []candidate, top string) []*module {
	modules := make([]*module, len(found))
	parallel(len(found), cap(l.parsing), func(i int) { modules[i] = l.module(found[i].shown, found[i].abs) })
	called := map[string]bool{}
	for _, m := range modules {
		if m == nil {
			continue
		}
		for _, source := range m.localCalls() {
			called[filepath.Join(m.abs, source)] = true
		}
	}
	var roots []*module
	for _, m := range modules {
		if m != nil && (!called[m.abs] || m.abs == top) {
			roots = append(roots, m)
		}
	}
	if len(roots) == 0 && len(modules) > 0 && modules[0] != nil {
		roots = modules[:1] // modules that only call each other
	}
	return roots
}

// foreignGaps name what is configuration, but not of a kind that is read.
func foreignGaps(dir string, foreign map[string][]string) []resource.Gap {
	kinds := []struct{ file, tool, settle string }{
		{"terragrunt.hcl", "Terragrunt", "scan the plans that terragrunt makes (terragrunt run-all show -json)"},
		{"cdktf.json", "CDK for Terraform", "run cdktf synth and scan its output directory"},
	}
	var gaps []resource.Gap
	for _, k := range kinds {
		if files := foreign[k.file]; len(files) > 0 {
			slices.Sort(files)
			gaps = append(gaps, resource.Gap{
				Kind: resource.GapConfig, Root: dir, What: files[0], Settle: k.settle,
				Why: fmt.Sprintf("%s is not supported (files found: %d)", k.tool, len(files)),
			})
		}
	}
	return gaps
}

func skipped(name string) bool {
	return name == "node_modules" || strings.HasPrefix(name, ".")
}

func skip(e fs.DirEntry) error {
	if e != nil && e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func relative(base, path string) string {
	rel, err := filepath.Rel(base, path)
	if err != nil {
		return path
	}
	return rel
}

// boundaryOf is the directory outside which a scan of abs reads nothing: the
// repository that holds it, else the working directory, else abs itself.
func boundaryOf(abs string) string {
	for dir := abs; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			break
		}
	}
	if cwd, err := os.Getwd(); err == nil {
		if target, err := filepath.EvalSymlinks(cwd); err == nil && within(target, abs) {
			return target
		}
	}
	return abs
}
