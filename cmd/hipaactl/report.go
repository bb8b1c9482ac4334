package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/evidence"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/merge"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// mergeOptions are the flags of report.
type mergeOptions struct {
	report   reportOptions
	results  []string
	evidence []string
	compare  []string
	publish  publishOptions
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

--evidence attaches what other tools found: SARIF, CycloneDX, SPDX and JUnit documents, to the
citations that they support. They support; hipaactl does not judge by them. KIND=FILE says
what a document is where its tool does not tell:

` + kindList() + `
--compare shows what changed since earlier results.

--github-upload hands the failures to GitHub code scanning, and --github-comment comments on the
pull request, as a workflow does; the token is GITHUB_TOKEN or GH_TOKEN, and what else they need
is what GitHub Actions sets, or flags. What could not be published is exit 3.

The gate is that of scan; --fail-on never only writes.`,
		Example: `  # one account per job, one report for the auditor
  hipaactl report results/ -f html=audit.html -f json=audit.json

  # beside what other tools found, and with what changed since the last quarter
  hipaactl report results/ --evidence trivy.sarif --evidence restore-test=junit.xml --compare 2026-q3.json -f html=audit.html

  # in a workflow: alerts and a comment on the pull request
  hipaactl report hipaactl.json --github-upload --github-comment -f github

  # another format of a result, without judging again
  hipaactl report scan.json -f sarif=scan.sarif --fail-on never`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.results = args
			return runReport(cmd.Context(), p, o)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringArrayVar(&o.evidence, "evidence", nil, "attach the document `[KIND=]FILE` of another tool; repeatable")
	f.StringArrayVar(&o.compare, "compare", nil, "show what changed since the result `FILE`; repeatable where it was of several")
	o.report.addGate(cmd)
	o.publish.addFlags(cmd)
	o.report.addRun(cmd)
	return cmd
}

func runReport(ctx context.Context, p process, o mergeOptions) error {
	plan, err := o.report.plan(p)
	if err != nil {
		return err
	}
	publisher, err := o.publish.publisher(p)
	if err != nil {
		return err
	}
	inputs, err := inputsOf(ctx, p, o.results)
	if err != nil {
		return err
	}
	attached, err := attach(o.evidence)
	if err != nil {
		return err
	}
	merged, err := merge.Merge(ctx, inputs)
	if err != nil {
		return err
	}
	r := merged.Report
	r.Attach(attached...) // beside what the results came with
	changed, err := o.comparison(ctx, p, merged)
	if err != nil {
		return err
	}
	if changed != nil {
		r.Comparison = changed // and not what a result came with
	}
	if r.PHIOnly, err = plan.phiAmong(merged.Findings()); err != nil {
		return err
	}
	held, err := report.Bounded(r, merged.Findings())
	if err != nil {
		return err
	}
	plan.repo = repository{} // files are named as the results name them
	plan.stream = func(w io.Writer, format string) (bool, error) {
		return report.Stream(w, format, r, merged.Findings())
	}
	publisher.join(ctx, p, &plan)
	return plan.finish(p, held)
}

// kindList describes the kinds of evidence, for the help.
func kindList() string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, k := range evidence.Kinds() {
		_, _ = fmt.Fprintf(t, "  %s\t%s\n", k.Name, k.What) // into memory
	}
	_ = t.Flush()
	return b.String()
}

// attach reads the documents of other tools. A document that cannot be read is the user's to mend:
// the report would seem to know of it.
func attach(specs []string) ([]finding.Attached, error) {
	var out []finding.Attached
	for _, spec := range specs {
		kind, name, said := strings.Cut(spec, "=")
		hint := ""
		if !said || !slices.Contains(kindNames(), kind) {
			hint = spelling.Meant(kind, kindNames())
			kind, name = "", spec // a file's name may hold an equals sign
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, usagef("--evidence %s: there is no such file%s", spec, hint)
		}
		one, err := evidence.Read(filepath.ToSlash(name), kind, f)
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, usagef("--evidence %w", err)
		}
		out = append(out, one)
	}
	return out, nil
}

func kindNames() []string {
	var names []string
	for _, k := range evidence.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// comparison is what changed since the results that --compare names; nil without any.
func (o mergeOptions) comparison(ctx context.Context, p process, now *merge.Merged) (*finding.Comparison, error) {
	if len(o.compare) == 0 {
		return nil, nil
	}
	inputs, err := inputsOf(ctx, p, o.compare)
	if err != nil {
		return nil, err
	}
	before, err := merge.Merge(ctx, inputs)
	if err != nil {
		return nil, err
	}
	for _, r := range before.Report.Results {
		if r.Problem != "" {
			return nil, usagef("--compare %s: %s", r.Name, r.Problem)
		}
	}
	c, err := merge.Compare(strings.Join(o.compare, ", "), before, now)
	return &c, err
}

// inputsOf are the results that are named, each once.
func inputsOf(ctx context.Context, p process, names []string) ([]merge.Input, error) {
	var inputs []merge.Input
	seen := map[string]bool{}
	add := func(name string) {
		if name = filepath.Clean(name); !seen[name] {
			seen[name] = true
			inputs = append(inputs, merge.Input{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return os.Open(name) }})
		}
	}
	for _, name := range names {
		if name == "-" {
			in, err := spooled(ctx, p.stdin)
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
func spooled(ctx context.Context, stdin io.Reader) (merge.Input, error) {
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	data, err := io.ReadAll(interruptible(ctx, stdin))
	if err != nil {
		return merge.Input{}, fmt.Errorf("read standard input: %w", err)
	}
	return merge.Input{Name: "stdin", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(string(data))), nil }}, nil
}
