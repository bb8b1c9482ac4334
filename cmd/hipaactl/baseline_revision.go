package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/hipaactl/hipaactl/internal/baseline"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// before is what the scan is compared with, nil for nothing. It is checked before anything is read.
func (o scanOptions) before(ctx context.Context, p process, plan *reporting) (*earlier, error) {
	if o.baseline.since == "" {
		return o.baseline.read()
	}
	root, err := o.oneRepository()
	if err != nil {
		return nil, err
	}
	g, err := newGit(root)
	if err != nil {
		return nil, err
	}
	commit, err := g.since(ctx, o.baseline.since)
	if err != nil {
		return nil, err
	}
	return &earlier{of: o.baseline.since, kind: "revision", entries: func(ctx context.Context, _ *judgement) (baseline.Baseline, []string, error) {
		return o.atRevision(ctx, p, *plan, g, commit)
	}}, nil
}

// oneRepository is the repository that holds all paths, each of which has to be configuration.
func (o scanOptions) oneRepository() (string, error) {
	one := ""
	for _, name := range o.scanned() {
		info, err := os.Stat(name)
		switch {
		case name == "-" || err == nil && info.Mode().IsRegular() && !terraform.IsPart(name):
			return "", usagef("--new-since compares configuration in git: %s is none; hipaactl baseline records what fails there", filepath.ToSlash(name))
		case err != nil:
			return "", usagef("%s: no such file or directory", filepath.ToSlash(name))
		}
		abs, err := filepath.Abs(name)
		if err != nil {
			return "", err
		}
		if !info.IsDir() {
			abs = filepath.Dir(abs)
		}
		holds := above(abs)
		switch {
		case holds == "":
			return "", usagef("--new-since: %s lies in no git repository", filepath.ToSlash(name))
		case one != "" && one != holds:
			return "", usagef("--new-since: the paths lie in several git repositories: scan each by itself")
		}
		one = holds
	}
	return one, nil
}

// scanned are the paths, which are the working directory where none is given.
func (o scanOptions) scanned() []string {
	if len(o.paths) == 0 {
		return []string{"."}
	}
	return o.paths
}

// atRevision judges the revision as the working tree is judged: the same paths, rules,
// thresholds and markers. Its waivers are its own, so that one which is taken away shows again
// what it covered.
func (o scanOptions) atRevision(ctx context.Context, p process, plan reporting, g git, commit string) (entries baseline.Baseline, notes []string, err error) {
	c, err := copyRevision(ctx, g, commit)
	if c != nil {
		defer func() { err = errors.Join(err, os.RemoveAll(c.to)) }()
	}
	if err != nil {
		return baseline.Baseline{}, nil, err
	}
	if err := c.modules(p.getenv("TF_DATA_DIR")); err != nil {
		return baseline.Baseline{}, nil, err
	}
	then, err := o.in(c)
	if err != nil {
		return baseline.Baseline{}, nil, err
	}
	plan.repo.copied = c
	if len(then.paths) == 0 {
		return baseline.Baseline{}, append(c.notes(o.baseline.since), o.baseline.since+" has nothing at the scanned paths, so everything counts as new"), nil
	}
	j, err := then.judge(ctx, p, &plan)
	var nothing *terraform.InputError
	switch {
	case ctx.Err() != nil:
		return baseline.Baseline{}, nil, ctx.Err()
	case errors.As(err, &nothing):
		return baseline.Baseline{}, append(c.notes(o.baseline.since), o.baseline.since+" could not be judged, so everything counts as new: "+c.plain(nothing.Message)), nil
	case err != nil:
		return baseline.Baseline{}, nil, err
	}
	notes = c.notes(o.baseline.since)
	if n := len(j.report.Gaps); n > 0 {
		gap := j.report.Gaps[0]
		notes = append(notes, fmt.Sprintf("%s was not read completely, so more may count as new: %s (%s %s: %s)", o.baseline.since, report.Count(n, "gap"), gap.Kind, c.plain(gap.What), c.plain(gap.Why)))
	}
	return baseline.Of(j.report.Findings), notes, nil
}

// in are the options for the copy of a revision.
func (o scanOptions) in(c *copied) (scanOptions, error) {
	then := o
	then.paths, then.baseline, then.undeclared = nil, baselineOptions{}, true
	for _, name := range o.scanned() {
		there, ok, err := c.copy(name)
		if !ok && err == nil && terraform.IsPart(name) { // a file stands for its root modules, where it had another name
			there, ok, err = c.sibling(name)
		}
		if err != nil {
			return then, err
		}
		if ok {
			then.paths = append(then.paths, there)
		}
	}
	if !slices.ContainsFunc(o.paths, filepath.IsAbs) {
		here, err := os.Getwd()
		if err != nil {
			return then, fmt.Errorf("find the working directory: %w", err)
		}
		c.here = here
	}
	then.inputs = slices.Clone(o.inputs)
	for i, in := range then.inputs {
		if in.File == "" {
			continue
		}
		if there, ok, err := c.copy(in.File); err != nil {
			return then, err
		} else if ok {
			then.inputs[i].File = there
		}
	}
	file, err := o.waivers.path()
	if err != nil {
		return then, err
	}
	there, ok, err := c.copy(filepath.FromSlash(file))
	switch {
	case err != nil:
		return then, err
	case ok:
		then.waivers.file = there
	case there != "": // it lies in the repository, and did not then
		then.waivers.file = filepath.Join(c.to, ".git", "none.yaml")
		err = os.WriteFile(then.waivers.file, nil, onlyOwner)
	}
	return then, err
}
