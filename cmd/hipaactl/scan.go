package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/baseline"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// scanOptions are the flags of scan as they were given.
type scanOptions struct {
	inputOptions
	report       reportOptions
	baseline     baselineOptions
	wholeAccount bool
	policies     policyOptions
	markers      markerOptions
	waivers      waiverOptions
}

// newScan makes the command. run is a parameter so that tests can look at the flags alone.
func newScan(p process, run func(context.Context, process, scanOptions) error) *cobra.Command {
	var o scanOptions
	cmd := &cobra.Command{
		Use:   "scan [PATH...]",
		Short: "Judge Terraform configuration, plans, state and snapshots of accounts",
		Long: `Scan judges Terraform configuration, plans and state, and lets a build fail on the result.

A PATH is a directory (every root module in it and below it is found), a file of configuration,
a plan or state in JSON (terraform show -json), or - for either on standard input. Without PATH
it is the working directory. Nothing is downloaded and no terraform is run: modules have to be
on disk, where terraform init puts them. Values are those of *.tfvars, --var and TF_VAR_*; the
workspace is the one that terraform selected, or TF_WORKSPACE.

A file of configuration stands for the root modules of its git repository that it is part of,
as a hook hands over what changed: that of a module for every root module that calls it.

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

  # what a commit changes
  hipaactl scan envs/prod/main.tf modules/database/main.tf

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
	o.baseline.addFlags(cmd)
	o.baseline.addSince(cmd)
	o.policies.addFlags(cmd)
	o.markers.addFlags(cmd)
	o.waivers.addFlags(cmd)
	f.BoolVar(&o.wholeAccount, "whole-account", false, "the paths are everything in one account, so what is absent is missing")
	o.inputOptions.addFlags(cmd)
	o.report.addRun(cmd)
}

// runScan judges, compares with an earlier run where one is named, reports and ends with the
// gate's exit code.
func runScan(ctx context.Context, p process, o scanOptions) error {
	plan, err := o.plan(p)
	if err != nil {
		return err
	}
	before, err := o.before(ctx, p, &plan)
	if err != nil {
		return err
	}
	j, err := o.judge(ctx, p, &plan)
	if err != nil {
		return err
	}
	if err := before.compare(ctx, &j); err != nil {
		return err
	}
	if plan.outputs.has("text") {
		excerpts(j.report.Findings, j.set)
	}
	return plan.finish(p, j.report)
}

// judgement is what was read, and the report on it.
type judgement struct {
	report finding.Report
	set    *resource.Set
	// run is what a comparison needs beside the findings.
	run baseline.Run
}

// judge is the main job: policies, resources, PHI marks, verdicts, waivers, report.
func (o scanOptions) judge(ctx context.Context, p process, plan *reporting) (judgement, error) {
	book, err := o.waivers.book(o.policies.config)
	if err != nil {
		return judgement{}, err
	}
	o.policies.of = onResources
	policies, err := o.policies.load()
	if err != nil {
		return judgement{}, err
	}
	set, seen, err := o.read(ctx, p, plan, o.report.now != "", policies.Wanted())
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return judgement{}, err
	}
	moves := phi.Mark(&set, o.markers.markers())
	result := policies.Evaluate(ctx, &set, checks.EvalOptions{Now: plan.clock.now, WholeAccount: o.wholeAccount, Parallelism: o.parallelism})
	if err := ctx.Err(); err != nil {
		return judgement{}, err
	}
	collectJudged()
	book.Add(inline(&set))
	if err := o.waivers.apply(book, &result, &set, *plan, o.policies, policies); err != nil {
		return judgement{}, err
	}
	r, err := o.policies.report(&set, result, policies)
	if err != nil {
		return judgement{}, err
	}
	r.Time = plan.clock.stamp()
	r.Sources = seen
	r.Repository = revisionOf(plan.repo.scanned)
	r.PHIOnly = plan.phiScope(&set)
	if plan.lists() {
		r.Inventory = inventoryOf(&set, moves)
	}
	run := runOf(&set, result, policies)
	run.Read = plan.repo.below(o.paths)
	return judgement{r, &set, run}, nil
}

// plan checks the flags, before anything is read.
func (o scanOptions) plan(p process) (reporting, error) {
	if err := cmp.Or(o.inputOptions.check(), o.baseline.check(), o.waivers.check(), o.markers.check(o.policies.config)); err != nil {
		return reporting{}, err
	}
	return o.report.plan(p)
}
