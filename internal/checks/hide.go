package checks

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

// Hide is a tree of policies without the files whose package one of the others has too, so that
// a built-in policy can be tested from its own folder. Where they have none in common it is
// the tree itself.
func Hide(tree fs.FS, others ...fs.FS) (fs.FS, error) {
	taken := map[string]bool{}
	var errs []error
	for _, other := range others {
		errs = append(errs, eachPackage(other, func(_, pkg string) { taken[pkg] = true }))
	}
	hidden := map[string]bool{}
	errs = append(errs, eachPackage(tree, func(file, pkg string) { hidden[file] = taken[pkg] }))
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for _, hide := range hidden {
		if hide {
			hidden[IndexFile], hidden[CompiledFile] = true, true // they hold what is hidden
			return partOfTree{tree, hidden}, nil
		}
	}
	return tree, nil
}

// eachPackage names every Rego file and its package; what has none is left to who loads it.
func eachPackage(tree fs.FS, do func(file, pkg string)) error {
	return fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".rego" {
			return err
		}
		text, err := fs.ReadFile(tree, file)
		if s, bad := readSource(file, text); err == nil && bad == nil {
			do(file, s.pkg)
		}
		return err
	})
}

// partOfTree is a tree without some of its files.
type partOfTree struct {
	fs.FS
	hidden map[string]bool
}

// Open implements fs.FS.
func (t partOfTree) Open(name string) (fs.File, error) {
	if t.hidden[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return t.FS.Open(name)
}

// ReadDir implements fs.ReadDirFS.
func (t partOfTree) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(t.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return t.hidden[path.Join(name, e.Name())] }), err
}
