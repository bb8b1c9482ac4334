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
	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/leaks"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/report"
	repo "github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/terraform"
	"github.com/hipaactl/hipaactl/internal/tree"
	"github.com/hipaactl/hipaactl/policies"
)

func newPolicyTest(p process) *cobra.Command {
	var o testOptions
	cmd := &cobra.Command{
		Use:   "test [DIR...]",
		Short: "Test policies: their Rego tests and their examples",
		Long: `Test loads the policies below each DIR as scan --policies does, runs the test_ rules of their
_test.rego files, and judges the examples beside each policy: in pass.tf everything passes, in
fail.tf and unknown.tf each judged resource has such a verdict; pass.json and so on are
snapshots of an account. A DIR may be the folder of a built-in policy, which it then stands for.
Without DIR it runs the Rego tests of the built-in policies.

Then it tries the policies on these examples. It hides what they read, a value at a time: each
verdict must stay or become unknown. And it changes each declared attribute: if no change takes
any pass away, the policy reads it in vain, or no example shows what it is for.

Exit codes: 0 all as expected, 1 something was not, 2 usage, a policy that does not load, or
nothing to test.`,
		Example: "  hipaactl policy test our-policies\n  hipaactl policy test policies/aws/s3/public_access_block    # a built-in one, in a clone\n  hipaactl policy test policies --scores    # all of them",
		RunE: func(cmd *cobra.Command, dirs []string) error {
			return runPolicyTest(cmd.Context(), p, dirs, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.now, "now", "", "judge examples as of this `time` (RFC 3339; default SOURCE_DATE_EPOCH, else the clock)")
	f.BoolVar(&o.quick, "quick", false, "only the Rego tests and the examples")
	f.BoolVar(&o.scores, "scores", false, "print for each rule how many of its attributes the examples show to decide something")
	return cmd
}

// tested is the outcome of one test or example.
type tested struct {
	name string
	err  error
}

// beside are the built-in policies that load beside the tested ones: those that no DIR holds
// itself, be it the whole tree of them or the folder of one.
func beside(dirs []string) (fs.FS, error) {
	var trees []fs.FS
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err == nil && info.IsDir() { // else loading says what is wrong
			trees = append(trees, os.DirFS(dir))
		}
	}
	return checks.Hide(policies.FS, trees...)
}

// testOptions are the flags of policy test as they were given.
type testOptions struct {
	now           string
	quick, scores bool
}

func runPolicyTest(ctx context.Context, p process, dirs []string, o testOptions) error {
	clock, err := newClock(o.now, p)
	if err != nil {
		return err
	}
	builtIn, err := beside(dirs)
	if err != nil {
		return err
	}
	load := checks.Options{Embedded: builtIn, Dirs: dirs, KnownCitation: hipaa.Known}
	if _, err := checks.Load(load); err != nil {
		return err
	}
	tests, err := regoTests(ctx, dirs)
	if err != nil {
		return err
	}
	var tried checks.Tried
	for _, dir := range dirs {
		suite := checks.Suite{Tree: os.DirFS(dir), Prefix: prefixOf(dir), Load: load, Read: exampleLoader(dir), Now: clock.now}
		found, err := suite.Try(ctx, o.quick)
		if err != nil {
			return err
		}
		for _, e := range found.Examples {
			tests = append(tests, tested{e.Name + " " + e.Rule, e.Err})
		}
		tried.Properties, tried.Scores = append(tried.Properties, found.Properties...), append(tried.Scores, found.Scores...)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(tests) == 0 {
		return usagef("nothing to test in %s: no test_ rule in a _test.rego file and no example such as pass.tf or fail.json", strings.Join(dirs, ", "))
	}
	return printTests(p, tests, tried, o.scores)
}

func regoTests(ctx context.Context, dirs []string) ([]tested, error) {
	var results []checks.RegoTest
	var errs []error
	if len(dirs) == 0 {
		all, err := checks.RegoTests(ctx, policies.FS, "")
		results, errs = all, append(errs, err)
	}
	for _, dir := range dirs {
		builtIn, err := beside([]string{dir})
		if err != nil {
			return nil, err
		}
		some, err := checks.RegoTests(ctx, os.DirFS(dir), prefixOf(dir), builtIn)
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
		if filepath.Ext(file) == ".txtar" {
			return examples(ctx, text)
		}
		alone, err := os.MkdirTemp("", "hipaactl-example-")
		if err != nil {
			return set, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(alone)) }()
		if err := os.WriteFile(filepath.Join(alone, "main.tf"), text, 0o600); err != nil {
			return set, err
		}
		set, err = terraform.Load(ctx, terraform.Options{Paths: []string{alone}, Wanted: phi.Want(wanted)})
		phi.Mark(&set, phi.Markers{})
		return set, err
	}
}

// examples examines the files of an archive, for the rules of leaks and for those of repo.
func examples(ctx context.Context, text []byte) (resource.Set, error) {
	d, err := detect.New()
	if err != nil {
		return resource.Set{}, err
	}
	source := tree.Archive(text)
	set, err := leaks.Scan(ctx, leaks.Options{Source: source, What: "files", Detector: d})
	if err != nil {
		return resource.Set{}, err
	}
	whole, err := repo.Scan(ctx, repo.Options{Source: source, Root: "."})
	set.Merge(whole)
	set.Sort()
	return set, err
}

// printTests lists what was not as expected, and counts.
func printTests(p process, tests []tested, tried checks.Tried, scores bool) error {
	var b bytes.Buffer
	unexpected := printFailed(&b, tests)
	var properties []tested
	for _, o := range tried.Properties {
		properties = append(properties, tested{o.Name + " " + o.Rule, o.Err})
	}
	dishonest := printFailed(&b, properties)
	declared, unnoticed := 0, 0
	for _, s := range tried.Scores {
		declared, unnoticed = declared+len(s.Declared), unnoticed+len(s.Unnoticed)
		if scores {
			fmt.Fprintf(&b, "%3d %%  %s  %d of %d attributes\n", s.Percent(), s.Rule, len(s.Declared)-len(s.Unnoticed), len(s.Declared))
		}
		for _, attribute := range s.Unnoticed {
			fmt.Fprintf(&b, "FAILED  %s reads %s, and no change of it turns a pass of any example into something else:\n"+
				"        declare it only if it decides something, and show that in an example\n", s.Rule, report.Plain(attribute))
		}
	}
	fmt.Fprintf(&b, "%d of %d tests and examples are as expected\n", len(tests)-unexpected, len(tests))
	if len(tried.Properties) > 0 {
		fmt.Fprintf(&b, "%d of %d policies answer what was hidden with unknown\n", len(properties)-dishonest, len(properties))
		fmt.Fprintf(&b, "%d of %d declared attributes are shown to decide something\n", declared-unnoticed, declared)
	}
	if err := writeAll(p.stdout, &b); err != nil {
		return err
	}
	if unexpected+dishonest+unnoticed > 0 {
		return exit(report.ExitTripped)
	}
	return nil
}

// printFailed lists what failed and counts it.
func printFailed(b *bytes.Buffer, tests []tested) int {
	failed := 0
	for _, t := range tests {
		if t.err == nil {
			continue
		}
		failed++
		fmt.Fprintf(b, "FAILED  %s\n", report.Plain(t.name))
		for line := range strings.Lines(t.err.Error()) {
			fmt.Fprintf(b, "        %s\n", report.Plain(strings.TrimRight(line, "\n")))
		}
	}
	return failed
}
