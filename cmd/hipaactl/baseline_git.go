package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// git runs git's plumbing in a repository. No command of a comparison looks at the working tree or
// the index, so that neither hooks, filters, textconv nor fsmonitor have part in it (leaks asks which
// files there are, and reads them itself); none asks, and none fetches.
type git struct {
	program, dir string
	// flag is what asked for it, for messages.
	flag string
	// index is the index of a commit under way; empty for the repository's own.
	index string
}

// newGit finds git for the repository in a directory.
func newGit(dir string) (git, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return git{}, usagef("--new-since: git is not installed; record a baseline with hipaactl baseline instead, which needs none")
	}
	return git{program: program, dir: dir, flag: "--new-since"}, nil
}

func (g git) command(ctx context.Context, args ...string) *exec.Cmd {
	quiet := []string{
		"--no-pager", "-C", g.dir, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "protocol.allow=never",
	}
	cmd := exec.CommandContext(ctx, g.program, append(quiet, args...)...) //nolint:gosec // git, and what a revision names was checked to be none of its flags
	cmd.Env = gitEnvironment(os.Environ())
	if g.index != "" {
		cmd.Env = append(cmd.Env, "GIT_INDEX_FILE="+g.index)
	}
	return cmd
}

// gitEnvironment is the environment without what a hook or another git sets to lead git to
// one repository: the repository is the one that is scanned. Where git reads its settings
// stays, since they say which directories are safe.
func gitEnvironment(all []string) []string {
	var env []string
	for _, v := range all {
		name, _, _ := strings.Cut(v, "=")
		if strings.HasPrefix(name, "GIT_CONFIG_") && name != "GIT_CONFIG_PARAMETERS" || !strings.HasPrefix(name, "GIT_") && name != "LC_ALL" {
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1")
}

// gitError is what git said, in a line.
type gitError struct {
	said string
	code int
}

func (e *gitError) Error() string { return "git: " + e.said }

// run returns what git prints.
func (g git) run(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	return out.String(), saidBy(ctx, err, errs.String())
}

func saidBy(ctx context.Context, err error, said string) error {
	var ended *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &ended):
		line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
		return &gitError{strings.TrimPrefix(line, "fatal: "), ended.ExitCode()}
	}
	return err
}

// since is the commit that a revision and HEAD have in common: HEAD's branch left it there.
func (g git) since(ctx context.Context, revision string) (string, error) {
	if strings.HasPrefix(revision, "-") {
		return "", usagef("%s %s: not a revision", g.flag, revision)
	}
	tip, err := g.commit(ctx, revision)
	if err != nil {
		return "", g.unknown(ctx, revision, err)
	}
	head, err := g.commit(ctx, "HEAD")
	if err != nil {
		return "", g.unknown(ctx, "HEAD", err)
	}
	out, err := g.run(ctx, "merge-base", tip, head)
	var failed *gitError
	switch {
	case errors.As(err, &failed):
		return "", usagef("%s %s: it has no commit in common with HEAD%s", g.flag, revision, g.shallow(ctx))
	case err != nil:
		return "", err
	}
	return strings.TrimSpace(out), nil
}

// commit is the id of the commit that a revision names.
func (g git) commit(ctx context.Context, revision string) (string, error) {
	out, err := g.run(ctx, "rev-parse", "--verify", "--end-of-options", revision+"^{commit}")
	return strings.TrimSpace(out), err
}

// unknown is the error for a revision that git does not find.
func (g git) unknown(ctx context.Context, revision string, err error) error {
	var failed *gitError
	if !errors.As(err, &failed) {
		return err
	}
	if strings.Contains(failed.said, "dubious ownership") || strings.Contains(failed.said, "not a git repository") {
		return usagef("%s: git: %s", g.flag, failed.said)
	}
	return usagef("%s %s: there is no such commit here%s", g.flag, revision, g.shallow(ctx))
}

// shallow says what helps where the clone has only some of the history.
func (g git) shallow(ctx context.Context) string {
	if out, err := g.run(ctx, "rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(out) == "true" {
		return ": the clone is shallow; fetch more of it, with git fetch --unshallow or git fetch --depth=N origin BRANCH (actions/checkout: fetch-depth: 0)"
	}
	return "; git fetch origin BRANCH brings a branch"
}

// treeEntry is an entry of a tree.
type treeEntry struct {
	mode, id, path string
	size           int64
}

// tree lists all files of a commit.
func (g git) tree(ctx context.Context, commit string) ([]treeEntry, error) {
	out, err := g.run(ctx, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	var all []treeEntry
	for entry := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		meta, path, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 4 {
			continue // an empty tree
		}
		o := treeEntry{mode: fields[0], id: fields[2], path: path, size: -1}
		_, _ = fmt.Sscan(fields[3], &o.size) // "-" for what has none
		all = append(all, o)
	}
	return all, nil
}
