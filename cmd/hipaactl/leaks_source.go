package main

import (
	"context"
	"path/filepath"

	"github.com/hipaactl/hipaactl/internal/leaks"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// sources says what to examine, by the flags and by where the paths lie.
func (o leaksOptions) sources(ctx context.Context, p process) (leaks.Options, error) {
	places, err := placesOf(p, o.scanned(), o.ofGit())
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
	var all []tree.Source
	for _, at := range places {
		out.Roots = append(out.Roots, filepath.ToSlash(at.top))
		s, err := o.source(ctx, at, &out)
		if err != nil {
			return leaks.Options{}, err
		}
		all = append(all, s)
	}
	out.Source = tree.All(all...)
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

// source lists what is to be examined of one place.
func (o leaksOptions) source(ctx context.Context, at *place, out *leaks.Options) (tree.Source, error) {
	switch {
	case o.staged:
		entries, err := at.git.staged(ctx, at.specs())
		return at.versions(entries), err
	case o.history:
		entries, cut, err := at.git.history(ctx, o.since, at.specs())
		if cut {
			out.Gaps = append(out.Gaps, resource.Gap{
				Kind: resource.GapFile, Root: filepath.ToSlash(at.top), What: "older history", Why: "the clone is shallow and does not have it",
				Settle: "git fetch --unshallow (actions/checkout: fetch-depth: 0)",
			})
		}
		return at.versions(entries), err
	case o.since != "":
		l, err := at.git.changed(ctx, o.since, at.specs())
		return at.working(l), err
	}
	return at.present(ctx)
}
