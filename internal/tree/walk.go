package tree

import (
	"context"
	"io"
	"os"
	"path"
	"path/filepath"
)

// Walk is the source of the files below directories that lie in no repository, but for those
// that a .gitignore there leaves out. Links are not followed. What cannot be listed is handed
// out as what cannot be opened.
func Walk(dirs ...string) Source {
	return func(ctx context.Context, take func(File) error) error {
		for _, dir := range dirs {
			w := walker{root: dir, take: take}
			if err := w.walk(ctx, ".", nil); err != nil {
				return err
			}
		}
		return nil
	}
}

type walker struct {
	root string
	take func(File) error
}

func (w *walker) walk(ctx context.Context, dir string, rules ignores) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Join(w.root, filepath.FromSlash(dir)))
	if err != nil {
		unlisted := w.file(dir, func() (io.ReadCloser, error) { return nil, err })
		unlisted.Dir = true
		return w.take(unlisted)
	}
	rules = rules.with(dir, filepath.Join(w.root, filepath.FromSlash(dir), ".gitignore"))
	for _, e := range entries { // sorted
		name := path.Join(dir, e.Name())
		if e.Name() == ".git" || rules.ignored(name, e.IsDir()) {
			continue
		}
		if e.IsDir() {
			if err := w.walk(ctx, name, rules); err != nil {
				return err
			}
			continue
		}
		if err := w.take(w.file(name, Opener(filepath.Join(w.root, filepath.FromSlash(name))))); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) file(name string, open func() (io.ReadCloser, error)) File {
	root := filepath.ToSlash(w.root)
	return File{Root: root, Name: name, Shown: path.Join(root, name), Open: open}
}

// Opener opens a file of the disk. A link, a directory and what is no file have no text of
// their own.
func Opener(name string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		info, err := os.Lstat(name)
		switch {
		case err != nil:
			return nil, err
		case !info.Mode().IsRegular():
			return nil, nil //nolint:nilnil // as File.Open says
		}
		return os.Open(name)
	}
}

// All is the source of what several hand out, one after the other.
func All(sources ...Source) Source {
	return func(ctx context.Context, take func(File) error) error {
		for _, s := range sources {
			if err := s(ctx, take); err != nil {
				return err
			}
		}
		return nil
	}
}
