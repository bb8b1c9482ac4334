package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// list lists files of the repository, from its root.
func (g git) list(ctx context.Context, specs []string, which ...string) ([]string, error) {
	args := slices.Concat([]string{"--literal-pathspecs", "ls-files", "-z", "--full-name"}, which, []string{"--"}, specs)
	out, err := g.run(ctx, args...)
	if err != nil {
		return nil, unreadError{err}
	}
	var names []string
	for name := range strings.SplitSeq(out, "\x00") {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// staged lists what the next commit adds or changes.
func (g git) staged(ctx context.Context, specs []string) ([]blobVersion, error) {
	base, err := g.commit(ctx, "HEAD")
	var failed *gitError
	if errors.As(err, &failed) { // the first commit
		base, err = g.run(ctx, "hash-object", "-t", "tree", "--stdin")
		base = strings.TrimSpace(base)
	}
	if err != nil {
		return nil, unreadError{err}
	}
	return g.difference(ctx, base, specs)
}

// changed lists the files of the working tree that differ from where this branch left a revision.
func (g git) changed(ctx context.Context, revision string, specs []string) ([]string, error) {
	base, err := g.since(ctx, revision)
	if err != nil {
		return nil, err
	}
	committed, err := g.difference(ctx, base, specs)
	if err != nil {
		return nil, err
	}
	names, err := g.list(ctx, specs, "--modified", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	for _, v := range committed {
		names = append(names, v.path)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// blobVersion is a file as a commit or the index has it.
type blobVersion struct {
	treeEntry
	commit string
}

// difference lists what the index adds to a tree or has otherwise.
func (g git) difference(ctx context.Context, base string, specs []string) ([]blobVersion, error) {
	args := []string{"--literal-pathspecs", "diff-index", "--cached", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d", base, "--"}
	out, err := g.run(ctx, append(args, specs...)...)
	if err != nil {
		return nil, unreadError{err}
	}
	var all []blobVersion
	err = rawEntries(strings.NewReader(out), func(v blobVersion) { all = append(all, v) })
	return all, err
}

// history lists the first commit of every version of every file that is reachable, or of
// those since this branch left a revision.
func (g git) history(ctx context.Context, revision string, specs []string) ([]blobVersion, error) {
	commits := []string{"--all", "HEAD"}
	if revision != "" {
		base, err := g.since(ctx, revision)
		if err != nil {
			return nil, err
		}
		commits = []string{"HEAD", "^" + base}
	} else if _, err := g.commit(ctx, "HEAD"); err != nil {
		commits = commits[:1] // nothing was committed to this branch yet
	}
	list, err := g.run(ctx, slices.Concat([]string{"rev-list", "--topo-order", "--reverse"}, commits, []string{"--"})...)
	if err != nil {
		return nil, unreadError{err}
	}
	args := []string{"--literal-pathspecs", "diff-tree", "--stdin", "-r", "-m", "--root", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d", "--"}
	cmd := g.command(ctx, append(args, specs...)...)
	var errs bytes.Buffer
	cmd.Stdin, cmd.Stderr = strings.NewReader(list), &errs
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var all []blobVersion
	type content struct{ id, path string }
	seen := map[content]bool{}
	read := rawEntries(out, func(v blobVersion) {
		if k := (content{v.id, v.path}); !seen[k] {
			seen[k] = true
			all = append(all, v)
		}
	})
	if err := saidBy(ctx, cmd.Wait(), errs.String()); err != nil {
		return nil, unreadError{err}
	}
	return all, read
}

// rawEntries reads git's raw format with -z: ":MODE MODE ID ID STATUS", NUL, path, NUL; and of
// diff-tree the id of a commit and NUL before what it changed.
// Source: https://git-scm.com/docs/git-diff-index#_raw_output_format
func rawEntries(r io.Reader, take func(blobVersion)) error {
	in, commit := bufio.NewReader(r), ""
	for {
		token, err := in.ReadString(0)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		token = strings.Trim(token, "\x00\n")
		meta, entry := strings.CutPrefix(token, ":")
		if !entry {
			commit = token
			continue
		}
		name, err := in.ReadString(0)
		if err != nil {
			return err
		}
		if fields := strings.Fields(meta); len(fields) == 5 {
			take(blobVersion{treeEntry{mode: fields[1], id: fields[3], path: strings.TrimSuffix(name, "\x00"), size: -1}, commit})
		}
	}
}

// held bounds the versions that are read into memory; a larger one is streamed from git.
const held = 4 << 20

// versions hands out what git holds.
func (at *place) versions(all []blobVersion) tree.Source {
	return func(ctx context.Context, take func(tree.File) error) error {
		entries := make([]treeEntry, 0, len(all))
		for _, v := range all {
			entries = append(entries, v.treeEntry)
		}
		place := 0
		err := at.git.contents(ctx, entries, func(e treeEntry, r io.Reader) error {
			f := at.file(e.path)
			f.Commit = all[place].commit
			place++
			switch {
			case e.mode == "160000" || e.mode == "120000": // a submodule, a link
				f.Open = func() (io.ReadCloser, error) { return nil, nil } //nolint:nilnil // as File.Open says
			case strings.Trim(e.id, "0") == "":
				f.Open = func() (io.ReadCloser, error) { return nil, errors.New("it is not merged yet") }
			case r == nil:
				f.Open = func() (io.ReadCloser, error) { return nil, errors.New("the clone does not have it") }
			default:
				text, err := io.ReadAll(io.LimitReader(r, held+1))
				if err != nil {
					return err
				}
				f.Open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
				if len(text) > held {
					f.Open = func() (io.ReadCloser, error) { return at.git.stream(ctx, e.id) }
				}
			}
			return take(f)
		})
		if err != nil && ctx.Err() == nil {
			return unreadError{err}
		}
		return err
	}
}

// stream opens one large object.
func (g git) stream(ctx context.Context, id string) (io.ReadCloser, error) {
	ctx, cancel := context.WithCancel(ctx)
	cmd := g.command(ctx, "cat-file", "blob", id)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		return nil, &fs.PathError{Op: "read", Path: "", Err: err}
	}
	return &streamed{out: out, wait: sync.OnceValue(cmd.Wait), cancel: cancel}, nil
}

// streamed is what a command prints. It ends with an error where the command does.
type streamed struct {
	out    io.Reader
	wait   func() error
	cancel func()
}

func (s *streamed) Read(p []byte) (int, error) {
	n, err := s.out.Read(p)
	if errors.Is(err, io.EOF) && s.wait() != nil {
		err = errors.New("git did not give all of it")
	}
	return n, err
}

func (s *streamed) Close() error {
	s.cancel()
	_ = s.wait() // it was told to end, or has
	return nil
}
