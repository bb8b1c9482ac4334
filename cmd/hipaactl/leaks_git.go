package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// list lists files of the repository, from its root.
func (g git) list(ctx context.Context, specs []string, which ...string) (listing, error) {
	args := slices.Concat([]string{"--literal-pathspecs", "ls-files", "-z", "--full-name"}, which, []string{"--"}, specs)
	cmd := g.command(ctx, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := saidBy(ctx, cmd.Run(), errs.String()); err != nil {
		return listing{}, unreadError{err}
	}
	l := listing{unlisted: unlisted(errs.String())}
	for name := range strings.SplitSeq(out.String(), "\x00") {
		if name != "" {
			l.names = append(l.names, name)
		}
	}
	slices.Sort(l.names)
	l.names = slices.Compact(l.names)
	return l, nil
}

// listing is what git lists.
type listing struct {
	names []string
	// unlisted are the directories that it could not look into, and why. It warns of them
	// and goes on without.
	unlisted []unlistedDir
}

type unlistedDir struct{ name, why string }

var couldNotOpen = regexp.MustCompile(`(?ms)^warning: could not open directory '(.*?)/?': ([^'\n]*)$`)

// unlisted reads git's warnings.
// Source: https://github.com/git/git/blob/v2.39.5/dir.c, open_cached_dir
func unlisted(said string) []unlistedDir {
	var all []unlistedDir
	for _, m := range couldNotOpen.FindAllStringSubmatch(said, -1) {
		all = append(all, unlistedDir{m[1], strings.ToLower(m[2])})
	}
	return all
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
func (g git) changed(ctx context.Context, revision string, specs []string) (listing, error) {
	base, err := g.since(ctx, revision)
	if err != nil {
		return listing{}, err
	}
	committed, err := g.difference(ctx, base, specs)
	if err != nil {
		return listing{}, err
	}
	l, err := g.list(ctx, specs, "--modified", "--others", "--exclude-standard")
	if err != nil {
		return listing{}, err
	}
	for _, v := range committed {
		l.names = append(l.names, v.path)
	}
	slices.Sort(l.names)
	l.names = slices.Compact(l.names)
	return l, nil
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
