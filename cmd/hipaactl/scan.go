package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// scanOptions are the flags of scan as they were given.
type scanOptions struct {
	paths        []string
	report       reportOptions
	wholeAccount bool
	policies     policyOptions
	markers      markerOptions
	waivers      waiverOptions
	inputs       []terraform.Input
	source       string
	parallelism  int
}

// newScan makes the command. run is a parameter so that tests can look at the flags alone.
func newScan(p process, run func(context.Context, process, scanOptions) error) *cobra.Command {
	var o scanOptions
	cmd := &cobra.Command{
		Use:   "scan [PATH...]",
		Short: "Judge Terraform configuration, plans, state and snapshots of accounts",
		Long: `Scan judges Terraform configuration, plans and state, and lets a build fail on the result.

A PATH is a directory (every root module in it and below it is found), a .tf file, a plan or
state in JSON (terraform show -json), or - for either on standard input. Without PATH it is
the working directory. Nothing is downloaded and no terraform is run: modules have to be on
disk, where terraform init puts them.

A single PATH may be a snapshot, which audit aws --save wrote: the account is judged again as
it was at that time, unless --now says another, by the policies of today.

Verdicts are pass, fail, unknown (with what would settle it) and not applicable. The gate
trips on every failure unless --fail-on says otherwise; advice (severity info) never trips
it. Every flag can be set as HIPAACTL_FLAG_NAME in the environment.

Exit codes: 0 clean, 1 the gate tripped, 2 usage or nothing to scan, 3 something that was
asked for could not be read (--allow-incomplete accepts that).`,
		Example: `  # the working directory, for people
  hipaactl scan

  # one environment as CI would: log, code scanning and test report in one run
  hipaactl scan envs/prod -f text -f sarif=hipaactl.sarif -f junit=hipaactl.xml

  # what terraform is about to do, with findings at the lines of its configuration
  terraform show -json plan.out | hipaactl scan - --source .

  # what an audit saw last quarter, judged again
  hipaactl scan 2026-q1.json

  # only encryption at rest, and only what is severe
  hipaactl scan --citation "164.312(a)(2)(iv)" --fail-on high`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return run(cmd.Context(), p, o)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *scanOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	o.report.addGate(cmd)
	o.policies.addFlags(cmd)
	o.markers.addFlags(cmd)
	o.waivers.addFlags(cmd)
	f.BoolVar(&o.wholeAccount, "whole-account", false, "the paths are everything in one account, so what is absent is missing")
	f.Var(inputFlag{&o.inputs, true}, "var-file", "read variables from `FILE`; repeatable")
	f.Var(inputFlag{&o.inputs, false}, "var", "set a variable, `NAME=VALUE`; repeatable")
	f.StringVar(&o.source, "source", "", "the configuration in `DIR` is what the plan was made from")
	f.IntVar(&o.parallelism, "parallelism", 0, "use at most `N` processors (default all)")
	o.report.addRun(cmd)
}

// runScan is the main job: policies, resources, PHI marks, verdicts, report, gate.
func runScan(ctx context.Context, p process, o scanOptions) error {
	plan, err := o.plan(p)
	if err != nil {
		return err
	}
	book, err := o.waivers.book(o.policies.config)
	if err != nil {
		return err
	}
	policies, err := o.policies.load()
	if err != nil {
		return err
	}
	set, seen, err := o.read(ctx, p, &plan, policies.Wanted())
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return err
	}
	phi.Mark(&set, o.markers.markers())
	result := policies.Evaluate(ctx, &set, checks.EvalOptions{Now: plan.clock.now, WholeAccount: o.wholeAccount, Parallelism: o.parallelism})
	if err := ctx.Err(); err != nil {
		return err
	}
	book.Add(inline(&set))
	if err := o.waivers.apply(book, &result, &set, plan, o.policies, policies); err != nil {
		return err
	}
	r, err := o.policies.report(&set, result, policies)
	if err != nil {
		return err
	}
	r.Time = plan.clock.stamp()
	r.Sources = seen
	r.PHIOnly = plan.phiScope(&set)
	if plan.outputs.has("text") {
		excerpts(r.Findings, &set)
	}
	return plan.finish(p, r)
}

// read reads what is to be judged, and names it: configuration, plans and state, or a snapshot.
func (o scanOptions) read(ctx context.Context, p process, plan *reporting, wanted resource.Wanted) (resource.Set, []finding.Source, error) {
	saved, stdin, err := o.findSnapshot(interruptible(ctx, p.stdin))
	switch {
	case err != nil:
		return resource.Set{}, nil, err
	case saved != nil:
		return saved.read(plan, o.report.now != "", phi.WantOf(wanted)), []finding.Source{{Kind: resource.Live, Name: filepath.ToSlash(o.paths[0])}}, nil
	}
	set, err := terraform.Load(ctx, terraform.Options{
		Paths: o.paths, Stdin: stdin, Inputs: o.inputs, Getenv: p.getenv,
		Wanted: phi.Want(wanted), Source: o.source, Parallelism: o.parallelism,
	})
	if err != nil {
		return resource.Set{}, nil, err
	}
	plan.repo.rebaseRoots(&set)
	seen := sources(o.paths, &set)
	return set, seen, nil
}

// plan checks the flags, before anything is read.
func (o scanOptions) plan(p process) (reporting, error) {
	if slices.Contains(o.paths, "") {
		return reporting{}, usagef("a PATH is empty; . is the working directory")
	}
	if o.parallelism < 0 {
		return reporting{}, usagef("--parallelism: %d is not a number of processors", o.parallelism)
	}
	if err := cmp.Or(o.waivers.check(), o.markers.check(o.policies.config)); err != nil {
		return reporting{}, err
	}
	return o.report.plan(p)
}

// sources names what the user asked for. A file that is no configuration is a plan unless
// only state was seen.
func sources(paths []string, set *resource.Set) []finding.Source {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	document := resource.State
	for _, r := range set.Resources {
		if r.Source == resource.Plan {
			document = resource.Plan
		}
	}
	out := make([]finding.Source, 0, len(paths))
	for _, path := range paths {
		kind := resource.Code
		if path == "-" || (strings.HasSuffix(path, ".json") && !strings.HasSuffix(path, ".tf.json") && !strings.HasSuffix(path, ".tofu.json")) {
			kind = document
		}
		out = append(out, finding.Source{Kind: kind, Name: filepath.ToSlash(path)})
	}
	return out
}

// inputFlag collects --var and --var-file in the order in which they were given, since
// the later one wins.
type inputFlag struct {
	inputs *[]terraform.Input
	file   bool
}

func (f inputFlag) Set(s string) error {
	switch {
	case f.file && s == "":
		return fmt.Errorf("want a file")
	case f.file:
		*f.inputs = append(*f.inputs, terraform.Input{File: s})
	case !strings.Contains(s, "=") || strings.HasPrefix(s, "="):
		return fmt.Errorf("want NAME=VALUE")
	default:
		*f.inputs = append(*f.inputs, terraform.Input{Assignment: s})
	}
	return nil
}

func (f inputFlag) String() string { return "" }
func (f inputFlag) Type() string   { return "string" }
