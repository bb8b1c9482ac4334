package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/baseline"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// baselineFile is where hipaactl baseline writes unless the user says otherwise, from the
// repository's root or, outside of any, the working directory.
const baselineFile = ".hipaactl/baseline.json"

// noBaseline is the value of --baseline for "compare with nothing".
const noBaseline = "none"

// baselineOptions say what a run is compared with.
type baselineOptions struct {
	file  string
	since string
}

func (o *baselineOptions) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.file, "baseline", "", "trip the gate only on what the baseline `FILE` does not hold (hipaactl baseline writes it); none compares with nothing")
}

func (o *baselineOptions) addSince(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.since, "new-since", "", "trip the gate only on what is new since the git `REVISION`, or since this branch left it")
	complete(cmd, "new-since") // no files
}

func (o *baselineOptions) check() error {
	if o.since != "" && o.named() {
		return usagef("--new-since and --baseline both say what is not new: use one; --baseline none leaves out that of the settings")
	}
	return nil
}

func (o *baselineOptions) named() bool { return o.file != "" && o.file != noBaseline }

// earlier is what a run is compared with.
type earlier struct {
	// of and kind are as in finding.Baseline.
	of, kind string
	// entries are what failed then. They may take long, and are asked for once.
	entries func(context.Context, *judgement) (baseline.Baseline, []string, error)
}

// read reads the baseline file, nil where none is named.
func (o *baselineOptions) read() (*earlier, error) {
	if !o.named() {
		return nil, nil
	}
	b, err := readBaseline(o.file)
	if err != nil {
		return nil, err
	}
	return &earlier{of: filepath.ToSlash(filepath.Clean(o.file)), kind: "file", entries: func(context.Context, *judgement) (baseline.Baseline, []string, error) {
		return b, nil, nil
	}}, nil
}

// readBaseline reads a file that has to be there.
func readBaseline(name string) (baseline.Baseline, error) {
	shown := filepath.ToSlash(filepath.Clean(name))
	data, err := readLimited(name, baseline.MaxSize, fmt.Sprintf("larger than %d MB, which no baseline is", baseline.MaxSize>>20))
	var path *os.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return baseline.Baseline{}, usagef("--baseline: there is no %s; hipaactl baseline --output %s records what fails now", shown, shown)
	case errors.As(err, &path):
		return baseline.Baseline{}, usagef("--baseline: %s: %w", shown, path.Err)
	case err != nil:
		return baseline.Baseline{}, usagef("--baseline: %s: %w", shown, err)
	}
	b, err := baseline.Parse(data)
	var wrong *baseline.Error
	if errors.As(err, &wrong) {
		return b, usagef("--baseline: %s:%d: %s", shown, wrong.Line, wrong.What)
	}
	return b, err
}

// compare marks the findings of a run and adds the comparison to its report.
func (e *earlier) compare(ctx context.Context, j *judgement) error {
	if e == nil {
		return nil
	}
	known, notes, err := e.entries(ctx, j)
	if err != nil {
		return err
	}
	r := known.Compare(j.report.Findings, j.run).Report
	r.Of, r.Kind = e.of, e.kind
	j.report.Baseline = &r
	j.report.Coverage.Notes = append(j.report.Coverage.Notes, notes...)
	return nil
}

// runOf is what a comparison needs of a run.
func runOf(set *resource.Set, result checks.Result, policies *checks.Policies) baseline.Run {
	run := baseline.Run{Set: set}
	for _, m := range policies.List() {
		run.Rules = append(run.Rules, m.ID)
	}
	for _, broken := range result.RuleErrors {
		run.Broken = append(run.Broken, broken.Rule)
	}
	return run
}

// accountRoot is a root that is an account and not a directory of one's own.
var accountRoot = regexp.MustCompile(`^[0-9]{12}(/|$)`)

// below tells whether a root, which may be gone, lies in what was scanned.
func (r repository) below(paths []string) func(string) bool {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var dirs []string
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			dirs = append(dirs, finding.Masked(r.rootName(filepath.ToSlash(filepath.Clean(path)))))
		}
	}
	return func(root string) bool {
		for _, dir := range dirs {
			if root == dir || strings.HasPrefix(root, dir+"/") || dir == "." && filepath.IsLocal(root) && !accountRoot.MatchString(root) {
				return true
			}
		}
		return false
	}
}
