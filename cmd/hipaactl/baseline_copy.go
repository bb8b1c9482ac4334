package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// copied is a copy of a repository's files as they were in a revision.
type copied struct {
	from, to string
	// program is git.
	program string
	// here is the working directory where paths are named from it, else empty.
	here string
	// skipped are links and submodules that could not be taken over, missing counts files that
	// the clone has not; changed are downloaded modules that were called otherwise.
	skipped []string
	missing int
	changed []string
	calls   map[string]map[string]terraform.Call
}

// original is a path of the copy as it is in the working tree, and any other as it is.
func (c *copied) original(name string) string {
	if c == nil {
		return name
	}
	abs, err := filepath.Abs(filepath.FromSlash(name))
	if err != nil {
		return name
	}
	rest, ok := strings.CutPrefix(abs, c.to)
	if !ok || rest != "" && rest[0] != filepath.Separator {
		return name
	}
	name = c.from + rest
	if c.here != "" {
		if rel, err := filepath.Rel(c.here, name); err == nil {
			name = rel
		}
	}
	return filepath.ToSlash(name)
}

// copy is where a path of the working tree lies in the copy, empty for what lies outside of
// the repository, and whether it is there.
func (c *copied) copy(name string) (there string, ok bool, err error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", false, err
	}
	rel, err := filepath.Rel(c.from, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false, nil
	}
	there = filepath.Join(c.to, rel)
	_, err = os.Stat(there)
	return there, err == nil, nil
}

// sibling is any configuration in the copy of a file's directory, and whether there is one.
func (c *copied) sibling(name string) (there string, ok bool, err error) {
	dir, ok, err := c.copy(filepath.Dir(name))
	if !ok || err != nil {
		return dir, ok, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return dir, false, err
	}
	for _, e := range entries {
		if isConfig(e.Name()) && !e.IsDir() {
			return filepath.Join(dir, e.Name()), true, nil
		}
	}
	return dir, false, nil
}

// plain is text without the place of the copy.
func (c *copied) plain(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, filepath.ToSlash(c.to)+"/", ""), c.to, ".")
}

// notes say what of the revision is not in the copy.
func (c *copied) notes(revision string) []string {
	var notes []string
	if c.missing > 0 {
		notes = append(notes, fmt.Sprintf("%s of %s: the clone has not fetched them", report.Count(c.missing, "file"), revision))
	}
	for _, list := range []struct {
		all []string
		why string
	}{
		{c.skipped, "links to outside of the repository and submodules that are not checked out are left out of " + revision},
		{c.changed, "modules that " + revision + " calls otherwise, or not at all, are not read there, so what they hold counts as new"},
	} {
		if n := len(list.all); n > 0 {
			slices.Sort(list.all)
			text := strings.Join(list.all[:min(n, 4)], ", ")
			if n > 4 {
				text += fmt.Sprintf(" and %d more", n-4)
			}
			notes = append(notes, list.why+": "+text)
		}
	}
	return notes
}

// copyRevision writes the files of a commit to a temporary directory, for its owner alone. The
// caller removes it, also after an error.
func copyRevision(ctx context.Context, g git, commit string) (*copied, error) {
	to, err := os.MkdirTemp("", "hipaactl-")
	if err != nil {
		return nil, err
	}
	c := &copied{from: g.dir, to: to, program: g.program, calls: map[string]map[string]terraform.Call{}}
	if target, err := filepath.EvalSymlinks(to); err == nil {
		c.to = target // as the files below it are named
	}
	err = c.take(ctx, g, commit, "", 0)
	return c, err
}

// maxSubmodules is how deep submodules may lie in each other.
const maxSubmodules = 4

// take writes the files of a commit below a directory of the copy.
func (c *copied) take(ctx context.Context, g git, commit, dir string, depth int) error {
	all, err := g.tree(ctx, commit)
	if err != nil {
		return err
	}
	top := filepath.Join(c.to, dir)
	if err := os.MkdirAll(filepath.Join(top, ".git"), 0o700); err != nil { // the mark of a repository's root
		return err
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // a directory
	var files, links []treeEntry
	for _, o := range all {
		switch {
		case !isLocalPath(o.path):
			c.skipped = append(c.skipped, filepath.ToSlash(filepath.Join(dir, o.path)))
		case o.mode == "160000":
			if err := c.submodule(ctx, o, dir, depth); err != nil {
				return err
			}
		case o.mode == "120000":
			links = append(links, o)
		case readable(o.path, o.size):
			files = append(files, o)
		}
	}
	// Links come last, so that no file is written through one.
	if err := g.contents(ctx, files, func(o treeEntry, in io.Reader) error { return c.file(root, o, in) }); err != nil {
		return err
	}
	return g.contents(ctx, links, func(o treeEntry, in io.Reader) error { return c.link(root, dir, o, in) })
}

func (c *copied) file(root *os.Root, o treeEntry, in io.Reader) error {
	if in == nil {
		c.missing++
		return nil
	}
	name := filepath.FromSlash(o.path)
	if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, onlyOwner)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, in)
	return errors.Join(err, f.Close())
}

// maxLink is the most bytes of a link's target.
const maxLink = 4096

// link makes a link that leads to a place in the copy.
func (c *copied) link(root *os.Root, dir string, o treeEntry, in io.Reader) error {
	if in == nil {
		c.missing++
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(in, maxLink))
	if err != nil {
		return err
	}
	name, target := filepath.FromSlash(o.path), filepath.FromSlash(string(text))
	if filepath.IsAbs(target) || !filepath.IsLocal(filepath.Join(dir, filepath.Dir(name), target)) {
		c.skipped = append(c.skipped, filepath.ToSlash(filepath.Join(dir, name)))
		return nil
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	return root.Symlink(target, name)
}

// submodule takes over a submodule that is checked out, as it was in the revision.
func (c *copied) submodule(ctx context.Context, o treeEntry, dir string, depth int) error {
	at := filepath.Join(dir, filepath.FromSlash(o.path))
	inner := git{program: c.program, dir: filepath.Join(c.from, at)}
	if _, err := os.Lstat(filepath.Join(inner.dir, ".git")); err != nil || depth == maxSubmodules {
		c.skipped = append(c.skipped, filepath.ToSlash(at))
		return nil
	}
	if _, err := inner.commit(ctx, o.id); err != nil {
		c.skipped = append(c.skipped, filepath.ToSlash(at))
		return ctx.Err()
	}
	return c.take(ctx, inner, o.id, at, depth+1)
}

// isLocalPath tells whether a path of a tree stays below it and out of git's own files.
func isLocalPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.EqualFold(part, ".git") || strings.Contains(part, `\`) {
			return false
		}
	}
	return name != "." && filepath.IsLocal(filepath.FromSlash(name))
}

// maxOther is the most bytes of a file of the revision that is neither configuration nor JSON.
const maxOther = 8 << 20

// readable tells whether a scan may read a file of this size.
func readable(name string, size int64) bool {
	return size <= maxOther || isConfig(name) || strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".tfvars")
}
