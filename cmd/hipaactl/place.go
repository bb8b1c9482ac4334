package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"

	"github.com/hipaactl/hipaactl/internal/tree"
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

// placesOf sorts paths by repository, in the order in which they are named. flag is one that
// only a repository can answer, empty for none.
func placesOf(p process, paths []string, flag string) ([]*place, error) {
	program, missing := exec.LookPath("git")
	if flag != "" && missing != nil {
		return nil, usagef("%s: git is not installed", flag)
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	var places []*place
	tops := map[string]*place{}
	for _, name := range paths {
		info, err := os.Stat(name)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, usagef("%s: no such file or directory", filepath.ToSlash(name))
			}
			return nil, err
		}
		abs, err := target(name, info, flag)
		if err != nil {
			return nil, err
		}
		dir := abs
		if !info.IsDir() {
			dir = filepath.Dir(abs)
		}
		top := above(dir)
		if bare := bareAbove(dir); top == "" && bare != "" {
			if flag != "--history" {
				return nil, usagef("%s: a bare git repository, which holds no files that can be read as they are; hipaactl leaks --history examines all versions of them", filepath.ToSlash(name))
			}
			top, abs = bare, bare
		}
		if flag != "" && top == "" {
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
				at.git = &git{program: program, dir: top, flag: flag, index: index(p, here, top)}
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

// target is where what the user named lies. A link that is named is followed, but for git, to
// which it is a file of its own.
func target(name string, info fs.FileInfo, flag string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return "", usagef("%s: neither a file nor a directory", filepath.ToSlash(name))
	}
	if own, err := os.Lstat(name); flag != "" || err == nil && own.Mode()&fs.ModeSymlink == 0 {
		return abs, nil
	}
	return filepath.EvalSymlinks(abs)
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
// FILE` make one of their own. It counts for the repository of the working directory alone. A
// relative name is one from the top, where git starts its hooks, whatever directory those
// went to; one that is none would be an empty index, in which nothing is staged.
// Source: https://git-scm.com/docs/githooks
func index(p process, here, top string) string {
	name := p.getenv("GIT_INDEX_FILE")
	if name == "" || above(here) != top {
		return ""
	}
	for _, from := range []string{top, here} {
		file := name
		if !filepath.IsAbs(name) {
			file = filepath.Join(from, name)
		}
		if _, err := os.Stat(file); err == nil {
			return file
		}
	}
	return ""
}

// present lists the files as they lie in the working tree: what git tracks and what is new
// there, and outside of a repository all that no .gitignore leaves out.
func (at *place) present(ctx context.Context) (tree.Source, error) {
	if at.git == nil {
		var dirs []string
		if len(at.dirs) > 0 {
			dirs = []string{at.top}
		}
		return tree.All(tree.Walk(dirs...), at.working(listing{names: at.files})), nil
	}
	var l listing
	if len(at.dirs) > 0 {
		var err error
		if l, err = at.git.list(ctx, dirSpecs(at.dirs), "--cached", "--others", "--exclude-standard"); err != nil {
			return nil, err
		}
	}
	l.names = append(l.names, at.files...) // also what is ignored, since it was named
	slices.Sort(l.names)
	l.names = slices.Compact(l.names)
	return at.working(l), nil
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

func (at *place) file(name string) tree.File {
	top := filepath.ToSlash(at.top)
	return tree.File{Root: top, Name: name, Shown: path.Join(top, name), Open: tree.Opener(filepath.Join(at.top, filepath.FromSlash(name)))}
}

// working hands out files of the working tree, and first what could not be looked into.
func (at *place) working(l listing) tree.Source {
	return func(_ context.Context, take func(tree.File) error) error {
		for _, dir := range l.unlisted {
			f := at.file(path.Clean(dir.name))
			f.Dir, f.Open = true, func() (io.ReadCloser, error) { return nil, errors.New(dir.why) }
			if err := take(f); err != nil {
				return err
			}
		}
		for _, name := range l.names {
			if err := take(at.file(path.Clean(name))); err != nil {
				return err
			}
		}
		return nil
	}
}
