package main

import (
	"cmp"
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// examineOptions are the flags of the commands that examine files, leaks and repo, as they
// were given.
type examineOptions struct {
	paths       []string
	parallelism int
	report      reportOptions
	baseline    baselineOptions
	policies    policyOptions
	waivers     waiverOptions
}

// examination is what one of these commands does its own way.
type examination struct {
	// of is what its rules judge.
	of subject
	// partial tells that it looks at part of what it could be asked about.
	partial bool
	read    func(context.Context) (resource.Set, error)
}

func (o *examineOptions) addFlags(cmd *cobra.Command) {
	o.report.addGate(cmd)
	o.baseline.addFlags(cmd)
	o.policies.addFlags(cmd)
	o.waivers.addFlags(cmd)
	cmd.Flags().IntVar(&o.parallelism, "parallelism", 0, "use at most `N` processors (default all)")
	o.report.addRun(cmd)
}

func (o examineOptions) check() error {
	if o.parallelism < 0 {
		return usagef("--parallelism: %d is not a number of processors", o.parallelism)
	}
	for _, path := range o.paths {
		if path == "" {
			return usagef("a PATH is empty; . is the working directory")
		}
	}
	return cmp.Or(o.baseline.check(), o.waivers.check())
}

// run examines, judges, reports and ends with the gate's exit code.
func (o examineOptions) run(ctx context.Context, p process, e examination) error {
	plan, err := o.report.plan(p)
	if err != nil {
		return err
	}
	before, err := o.baseline.read()
	if err != nil {
		return err
	}
	j, err := o.judge(ctx, e, &plan)
	if err != nil {
		return err
	}
	if err := before.compare(ctx, &j); err != nil {
		return err
	}
	return plan.finish(p, j.report)
}

func (o examineOptions) judge(ctx context.Context, e examination, plan *reporting) (judgement, error) {
	book, err := o.waivers.book(o.policies.config)
	if err != nil {
		return judgement{}, err
	}
	o.policies.of = e.of
	policies, err := o.policies.load()
	if err != nil {
		return judgement{}, err
	}
	set, err := e.read(ctx)
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return judgement{}, err
	}
	plan.repo.rebaseRoots(&set)
	o.waivers.partial = e.partial
	result := policies.Evaluate(ctx, &set, checks.EvalOptions{Now: plan.clock.now, Parallelism: o.parallelism})
	if err := ctx.Err(); err != nil {
		return judgement{}, err
	}
	if err := o.waivers.apply(book, &result, &set, *plan, o.policies, policies); err != nil {
		return judgement{}, err
	}
	r, err := o.policies.report(&set, result, policies)
	if err != nil {
		return judgement{}, err
	}
	r.Time = plan.clock.stamp()
	for _, path := range o.scanned() {
		r.Sources = append(r.Sources, finding.Source{Kind: resource.Code, Name: filepath.ToSlash(path)})
	}
	r.Repository = revisionOf(plan.repo.scanned)
	r.PHIOnly = plan.phiScope(&set)
	if plan.lists() {
		r.Inventory = inventoryOf(&set, phi.Map{})
	}
	compared := set
	if e.partial { // what lies elsewhere in the root is neither put right nor gone
		compared.Seen.Roots = nil
	}
	run := runOf(&compared, result, policies)
	run.Read = func(string) bool { return false }
	return judgement{r, &set, run}, nil
}

func (o examineOptions) scanned() []string {
	if len(o.paths) == 0 {
		return []string{"."}
	}
	return o.paths
}
