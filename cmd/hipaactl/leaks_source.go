package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"

	"github.com/hipaactl/hipaactl/internal/leaks"
)

// place is what the paths name of one repository, or of what lies in none.
type place struct {
	// top is the directory that names are from, relative to the working directory where it
	// can be. git is nil outside of a repository.
	top string
	git *git
	// dirs and files are the paths, from top, with slashes.
	dirs, files []string
}

// sources says what to examine, by the flags and by where the paths lie.
func (o leaksOptions) sources(ctx context.Context, p process) (leaks.Options, error) {
	places, err := o.places(p)
	if err != nil {
		return leaks.Options{}, err
	}
	out := leaks.Options{What: "files", Once: o.history}
	if flag := o.ofGit(); flag != "" {
		out.What = flag[2:]
		if len(o.paths) == 0 { // a commit is of the whole repository, wherever one stands in it
			for _, at := range places {
				at.dirs = []string{"."}
			}
		}
	}
	var all []leaks.Source
	for _, at := range places {
		out.Roots = append(out.Roots, filepath.ToSlash(at.top))
		s, err := o.source(ctx, at)
		if err != nil {
			return leaks.Options{}, err
		}
		all = append(all, s)
	}
	out.Source = leaks.All(all...)
	return out, nil
}

// ofGit is the flag that only a repository can answer, empty for none.
func (o leaksOptions) ofGit() string {
	switch {
	case o.staged:
		return "--staged"
	case o.history:
		return "--history"
	case o.since != "":
		return "--since"
	}
	return ""
}

// places sorts the paths by repository, in the order in which they are named.
func (o leaksOptions) places(p process) ([]*place, error) {
	program, missing := exec.LookPath("git")
	if flag := o.ofGit(); flag != "" && missing != nil {
		return nil, usagef("%s: git is not installed", flag)
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	var places []*place
	tops := map[string]*place{}
	for _, name := range o.scanned() {
		info, err := os.Stat(name)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, usagef("%s: no such file or directory", filepath.ToSlash(name))
			}
			return nil, err
		}
		abs, err := filepath.Abs(name)
		if err != nil {
			return nil, err
		}
		dir := abs
		if !info.IsDir() {
			dir = filepath.Dir(abs)
		}
		top := above(dir)
		if flag := o.ofGit(); flag != "" && top == "" {
			return nil, usagef("%s: %s lies in no git repository", flag, filepath.ToSlash(name))
		}
		inGit := top != "" && missing == nil
		if !inGit {
			top = dir
		}
		at := tops[top]
		if at == nil {
			at = &place{top: relative(here, top, name)}
			if inGit {
				at.git = &git{program: program, dir: top, flag: o.ofGit(), index: index(p, here, top)}
			}
			tops[top] = at
			places = append(places, at)
		}
		rel, err := filepath.Rel(top, abs)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			at.dirs = append(at.dirs, filepath.ToSlash(rel))
		} else {
			at.files = append(at.files, filepath.ToSlash(rel))
		}
	}
	return places, nil
}

// relative names a directory from the working directory, unless the user named it by an absolute path.
func relative(here, top, named string) string {
	if filepath.IsAbs(named) {
		return top
	}
	rel, err := filepath.Rel(here, top)
	if err != nil {
		return top
	}
	return rel
}

// index is the index of the commit that calls this as a hook: `git commit -a` and `git commit
// FILE` make one of their own. It counts for the repository of the working directory alone.
// Source: https://git-scm.com/docs/githooks
func index(p process, here, top string) string {
	name := p.getenv("GIT_INDEX_FILE")
	if name == "" || above(here) != top || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(here, name)
}

// source lists the files of one place.
func (o leaksOptions) source(ctx context.Context, at *place) (leaks.Source, error) {
	named := func(_ context.Context, take func(leaks.File) error) error {
		for _, name := range at.files {
			if err := take(at.file(name)); err != nil {
				return err
			}
		}
		return nil
	}
	switch {
	case at.git == nil:
		var dirs []string
		if len(at.dirs) > 0 {
			dirs = []string{at.top}
		}
		return leaks.All(leaks.Walk(dirs...), named), nil
	case o.staged:
		entries, err := at.git.staged(ctx, at.specs())
		return at.versions(entries), err
	case o.history:
		entries, err := at.git.history(ctx, o.since, at.specs())
		return at.versions(entries), err
	case o.since != "":
		names, err := at.git.changed(ctx, o.since, at.specs())
		return at.working(names), err
	}
	var names []string
	if len(at.dirs) > 0 {
		var err error
		if names, err = at.git.list(ctx, dirSpecs(at.dirs), "--cached", "--others", "--exclude-standard"); err != nil {
			return nil, err
		}
	}
	names = append(names, at.files...) // also what is ignored, since it was named
	slices.Sort(names)
	return at.working(slices.Compact(names)), nil
}

// specs are the paths as git takes them: none for the whole repository.
func (at *place) specs() []string {
	if slices.Contains(at.dirs, ".") {
		return nil
	}
	return append(dirSpecs(at.dirs), at.files...)
}

func dirSpecs(dirs []string) []string {
	if slices.Contains(dirs, ".") {
		return nil
	}
	return slices.Clone(dirs)
}

func (at *place) file(name string) leaks.File {
	top := filepath.ToSlash(at.top)
	return leaks.File{Root: top, Name: name, Shown: path.Join(top, name), Open: leaks.Opener(filepath.Join(at.top, filepath.FromSlash(name)))}
}

// working hands out files of the working tree.
func (at *place) working(names []string) leaks.Source {
	return func(_ context.Context, take func(leaks.File) error) error {
		for _, name := range names {
			if err := take(at.file(path.Clean(name))); err != nil {
				return err
			}
		}
		return nil
	}
}
