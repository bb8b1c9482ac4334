package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// history lists the first commit of every version of every file that is reachable, or of
// those since this branch left a revision; and whether a shallow clone lacks some of them.
func (g git) history(ctx context.Context, revision string, specs []string) (all []blobVersion, cut bool, err error) {
	commits := []string{"--all", "HEAD"}
	if revision != "" {
		base, err := g.since(ctx, revision)
		if err != nil {
			return nil, false, err
		}
		commits = []string{"HEAD", "^" + base}
	} else if _, err := g.commit(ctx, "HEAD"); err != nil {
		commits = commits[:1] // nothing was committed to this branch yet
	}
	list, err := g.run(ctx, slices.Concat([]string{"rev-list", "--topo-order", "--reverse"}, commits, []string{"--"})...)
	if err != nil {
		return nil, false, unreadError{err}
	}
	if cut, err = g.cuts(ctx, list); err != nil {
		return nil, false, err
	}
	if all, err = g.added(ctx, list, specs); err != nil || revision != "" || len(specs) > 0 {
		return all, cut, err
	}
	tagged, err := g.tagged(ctx)
	return append(all, tagged...), cut, err
}

// added lists what each of the commits adds or changes, each version of a file once.
func (g git) added(ctx context.Context, commits string, specs []string) ([]blobVersion, error) {
	args := []string{"--literal-pathspecs", "diff-tree", "--stdin", "-r", "-m", "--root", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d", "--"}
	cmd := g.command(ctx, append(args, specs...)...)
	var errs bytes.Buffer
	cmd.Stdin, cmd.Stderr = strings.NewReader(commits), &errs
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

// cuts tells whether one of the commits, a line each, is where a shallow clone ends.
// Source: https://git-scm.com/docs/shallow
func (g git) cuts(ctx context.Context, commits string) (bool, error) {
	out, err := g.run(ctx, "rev-parse", "--git-path", "shallow")
	if err != nil {
		return false, unreadError{err}
	}
	file := strings.TrimSuffix(out, "\n")
	if !filepath.IsAbs(file) {
		file = filepath.Join(g.dir, file)
	}
	text, err := os.ReadFile(file)
	switch {
	case os.IsNotExist(err):
		return false, nil
	case err != nil:
		return false, unreadError{err}
	}
	ends := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		ends[strings.TrimSpace(line)] = true
	}
	for line := range strings.Lines(commits) {
		if ends[strings.TrimSpace(line)] {
			return true, nil
		}
	}
	return false, nil
}

// tagged lists the files that a tag or another reference names by themselves, with no commit
// that has them. They are named by the reference.
func (g git) tagged(ctx context.Context) ([]blobVersion, error) {
	out, err := g.run(ctx, "for-each-ref", "--format=%(objecttype)%(*objecttype) %(refname)")
	if err != nil {
		return nil, unreadError{err}
	}
	var all []blobVersion
	for line := range strings.Lines(out) {
		kind, ref, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if kind == "commit" || kind == "tagcommit" {
			continue
		}
		if _, err := g.commit(ctx, ref); err == nil {
			continue // a tag of a tag
		}
		id, err := g.run(ctx, "rev-parse", "--verify", "--end-of-options", ref+"^{blob}")
		if err == nil {
			all = append(all, blobVersion{treeEntry{mode: "100644", id: strings.TrimSpace(id), path: ref, size: -1}, ""})
			continue
		}
		entries, err := g.tree(ctx, ref)
		if err != nil {
			return nil, unreadError{err}
		}
		for _, e := range entries {
			e.path = ref + "/" + e.path
			all = append(all, blobVersion{e, ""})
		}
	}
	return all, nil
}
