package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/merge"
	"github.com/hipaactl/hipaactl/internal/report"
)

// mergeOptions are the flags of report.
type mergeOptions struct {
	report  reportOptions
	results []string
}

func newReport(p process) *cobra.Command {
	o := mergeOptions{}
	cmd := &cobra.Command{
		Use:   "report RESULT...",
		Short: "Merge results and write them in any format",
		Long: `Combines JSON reports of hipaactl, of many accounts, repositories and runs, into one, and
writes it in any format. A RESULT is a file, also one that gzip has compressed, or a
directory in which every .json and .json.gz file is a result; - is standard input.

Where two results judge the same rule in the same root (an account and Region, or a root
module of one repository), the newer one counts. A result that cannot be read leaves the
report incomplete (exit 3), and the others stand.

The gate is that of scan; --fail-on never only writes.`,
		Example: `  # one account per job, one report for the auditor
  hipaactl report results/ -f html=audit.html -f json=audit.json

  # another format of a result, without judging again
  hipaactl report scan.json -f sarif=scan.sarif --fail-on never`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.results = args
			return runReport(cmd.Context(), p, o)
		},
	}
	cmd.Flags().SortFlags = false
	o.report.addGate(cmd)
	o.report.addRun(cmd)
	return cmd
}

func runReport(ctx context.Context, p process, o mergeOptions) error {
	plan, err := o.report.plan(p)
	if err != nil {
		return err
	}
	inputs, err := o.inputs(p)
	if err != nil {
		return err
	}
	merged, err := merge.Merge(ctx, inputs)
	if err != nil {
		return err
	}
	r := merged.Report
	held, err := report.Bounded(r, merged.Findings())
	if err != nil {
		return err
	}
	plan.repo = repository{} // files are named as the results name them
	plan.stream = func(w io.Writer, format string) (bool, error) {
		return report.Stream(w, format, r, merged.Findings())
	}
	return plan.finish(p, held)
}

// inputs are the results that the arguments name, each once.
func (o mergeOptions) inputs(p process) ([]merge.Input, error) {
	var inputs []merge.Input
	seen := map[string]bool{}
	add := func(name string) {
		if name = filepath.Clean(name); !seen[name] {
			seen[name] = true
			inputs = append(inputs, merge.Input{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return os.Open(name) }})
		}
	}
	for _, name := range o.results {
		if name == "-" {
			in, err := spooled(p.stdin)
			if err != nil {
				return nil, err
			}
			inputs = append(inputs, in)
			continue
		}
		info, err := os.Stat(name)
		switch {
		case err != nil:
			return nil, usagef("%s: there is no such file or directory", name)
		case !info.IsDir():
			add(name)
			continue
		}
		found, err := resultsIn(name)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, usagef("%s: no .json or .json.gz file in it", name)
		}
		for _, f := range found {
			add(f)
		}
	}
	return inputs, nil
}

// resultsIn are the results in a directory and below it, in order.
func resultsIn(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".json.gz")) {
			found = append(found, path)
		}
		return err
	})
	slices.Sort(found)
	return found, err
}

// spooled is standard input as an input: it is read into memory, since a merge reads it several times.
func spooled(stdin io.Reader) (merge.Input, error) {
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	data, err := io.ReadAll(stdin)
	if err != nil {
		return merge.Input{}, fmt.Errorf("read standard input: %w", err)
	}
	return merge.Input{Name: "stdin", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(string(data))), nil }}, nil
}
