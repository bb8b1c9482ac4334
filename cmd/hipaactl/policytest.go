package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/terraform"
	"github.com/hipaactl/hipaactl/policies"
)

func newPolicyTest(p process) *cobra.Command {
	var now string
	cmd := &cobra.Command{
		Use:   "test [DIR...]",
		Short: "Test policies: their Rego tests and their examples",
		Long: `Test loads the policies below each DIR as scan --policies does, runs the test_ rules of their
_test.rego files, and judges the examples beside each policy: in pass.tf everything passes, in
fail.tf and unknown.tf each judged resource has such a verdict; pass.json and so on are
snapshots of an account. Without DIR it runs the Rego tests of the built-in policies.

Exit codes: 0 all as expected, 1 something was not, 2 usage, a policy that does not load, or
nothing to test.`,
		Example: "  hipaactl policy test our-policies\n  hipaactl policy test policies    # the built-in ones, in a clone",
		RunE: func(cmd *cobra.Command, dirs []string) error {
			clock, err := newClock(now, p)
			if err != nil {
				return err
			}
			return runPolicyTest(cmd.Context(), p, dirs, clock)
		},
	}
	cmd.Flags().StringVar(&now, "now", "", "judge examples as of this `time` (RFC 3339; default SOURCE_DATE_EPOCH, else the clock)")
	return cmd
}

// tested is the outcome of one test or example.
type tested struct {
	name string
	err  error
}

// beside are the built-in policies that load beside the tested ones: none where a DIR
// is a tree of the built-in policies itself, which would only repeat them.
func beside(dirs []string) fs.FS {
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "index.json")); err == nil {
			return nil
		}
	}
	return policies.FS
}

func runPolicyTest(ctx context.Context, p process, dirs []string, clock clock) error {
	all, err := checks.Load(checks.Options{Embedded: beside(dirs), Dirs: dirs, KnownCitation: hipaa.Known})
	if err != nil {
		return err
	}
	tests, err := regoTests(ctx, dirs)
	if err != nil {
		return err
	}
	for _, dir := range dirs {
		examples, err := runExamples(ctx, all, dir, checks.EvalOptions{Now: clock.now})
		if err != nil {
			return err
		}
		tests = append(tests, examples...)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(tests) == 0 {
		return usagef("nothing to test in %s: no test_ rule in a _test.rego file and no example such as pass.tf or fail.json", strings.Join(dirs, ", "))
	}
	return printTests(p, tests)
}

func regoTests(ctx context.Context, dirs []string) ([]tested, error) {
	var results []checks.RegoTest
	var errs []error
	if len(dirs) == 0 {
		all, err := checks.RegoTests(ctx, policies.FS, "")
		results, errs = all, append(errs, err)
	}
	for _, dir := range dirs {
		some, err := checks.RegoTests(ctx, os.DirFS(dir), prefixOf(dir), policies.FS)
		results, errs = append(results, some...), append(errs, err)
	}
	slices.SortFunc(results, func(a, b checks.RegoTest) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Name, b.Name))
	})
	out := make([]tested, 0, len(results))
	for _, r := range results {
		out = append(out, tested{r.Place + " " + r.Name, r.Err})
	}
	return out, errors.Join(errs...)
}

// prefixOf is how the engine names the files of a user's directory.
func prefixOf(dir string) string { return filepath.ToSlash(dir) + "/" }

// runExamples judges the examples beside the policies that came from dir, each by its own rule alone.
func runExamples(ctx context.Context, all *checks.Policies, dir string, o checks.EvalOptions) ([]tested, error) {
	var out []tested
	for _, m := range all.List() {
		if !m.User || !strings.HasPrefix(m.Source, prefixOf(dir)) {
			continue
		}
		examples, err := checks.Examples(os.DirFS(dir), m, prefixOf(dir))
		if err != nil {
			return nil, err
		}
		for _, e := range examples {
			only, err := checks.Load(checks.Options{
				Embedded: beside([]string{dir}), Dirs: []string{dir}, Rules: []string{m.ID}, Params: e.Params, KnownCitation: hipaa.Known,
			})
			if err != nil {
				return nil, err
			}
			name := prefixOf(dir) + e.File + " " + m.ID
			out = append(out, tested{name, only.RunExample(ctx, e, exampleLoader(dir), o)})
		}
	}
	return out, nil
}

// exampleLoader reads one example: a snapshot as it is, Terraform in a directory of its own,
// since its siblings are examples too.
func exampleLoader(dir string) checks.Loader {
	return func(ctx context.Context, file string, wanted resource.Wanted) (set resource.Set, err error) {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			return set, err
		}
		if filepath.Ext(file) == ".json" {
			s, err := snapshot.ReadExample(text, prefixOf(dir)+file)
			phi.Mark(&s.Set, phi.Markers{})
			return s.Set, err
		}
		alone, err := os.MkdirTemp("", "hipaactl-example-")
		if err != nil {
			return set, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(alone)) }()
		if err := os.WriteFile(filepath.Join(alone, "main.tf"), text, 0o600); err != nil {
			return set, err
		}
		set, err = terraform.Load(ctx, terraform.Options{Paths: []string{alone}, Wanted: wanted})
		phi.Mark(&set, phi.Markers{})
		return set, err
	}
}

// printTests lists what was not as expected, and counts.
func printTests(p process, tests []tested) error {
	var b bytes.Buffer
	failed := 0
	for _, t := range tests {
		if t.err == nil {
			continue
		}
		failed++
		fmt.Fprintf(&b, "FAILED  %s\n", report.Plain(t.name))
		for line := range strings.Lines(t.err.Error()) {
			fmt.Fprintf(&b, "        %s\n", report.Plain(strings.TrimRight(line, "\n")))
		}
	}
	fmt.Fprintf(&b, "%d of %d tests and examples are as expected\n", len(tests)-failed, len(tests))
	if err := writeAll(p.stdout, &b); err != nil {
		return err
	}
	if failed > 0 {
		return exit(report.ExitTripped)
	}
	return nil
}
