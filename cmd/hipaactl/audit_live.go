package main

import (
	"context"
	"errors"
	"io"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/internal/waiver"
)

// liveRun is what audits have in common, whatever they read: what they judge by, and how
// they keep and report it.
type liveRun struct {
	plan     reporting
	before   *earlier
	book     waiver.Book
	policies *checks.Policies
	options  policyOptions
	markers  markerOptions
	waivers  waiverOptions
	save     string
}

func newLive(plan reporting, baseline baselineOptions, options policyOptions, markers markerOptions, waivers waiverOptions, save string) (*liveRun, error) {
	r := &liveRun{plan: plan, options: options, markers: markers, waivers: waivers, save: save}
	var err error
	if r.before, err = baseline.read(); err != nil {
		return nil, err
	}
	if r.book, err = waivers.book(options.config); err != nil {
		return nil, err
	}
	r.options.of = onResources
	r.policies, err = r.options.load()
	return r, err
}

// wanted are the types to read: those of the chosen rules or, for a snapshot, of all, so
// that it can be judged by others later.
func (r *liveRun) wanted(engine, what string) (resource.Wanted, error) {
	live := false
	for _, rule := range rulesByID(r.policies.List()) {
		live = live || rule.hasEngine(engine)
	}
	if !live {
		return nil, usagef("none of the chosen rules judges %s; hipaactl policy list -f json shows the engines of each", what)
	}
	if r.save == "" {
		return phi.WantOf(r.policies.Wanted()), nil
	}
	all, err := r.options.all().load()
	if err != nil {
		return nil, err
	}
	return phi.WantOf(all.Wanted()), nil
}

// finish keeps, judges and reports what was seen. elsewhere tells of types that the audit never reads.
func (r *liveRun) finish(ctx context.Context, p process, set *resource.Set, wanted resource.Wanted, sources []finding.Source, elsewhere func(typ string) bool) error {
	saved := r.keep(set, wanted, elsewhere)
	moves := phi.Mark(set, r.markers.markers())
	judged := r.policies.Evaluate(context.WithoutCancel(ctx), set, checks.EvalOptions{Now: r.plan.clock.now})
	if err := r.waivers.apply(r.book, &judged, set, r.plan, r.options, r.policies); err != nil {
		return errors.Join(saved, err)
	}
	out, err := r.options.report(set, judged, r.policies)
	if err != nil {
		return errors.Join(saved, err)
	}
	out.Time = r.plan.clock.stamp()
	out.Sources = sources
	out.PHIOnly = r.plan.phiScope(set)
	if r.plan.lists() {
		out.Inventory = inventoryOf(set, moves)
	}
	j := judgement{out, set, runOf(set, judged, r.policies)}
	if err := r.before.compare(ctx, &j); err != nil {
		return errors.Join(saved, err)
	}
	return errors.Join(saved, r.plan.finish(p, j.report))
}

// keep writes the snapshot, for its owner alone: it is a map of the account.
func (r *liveRun) keep(set *resource.Set, wanted resource.Wanted, elsewhere func(typ string) bool) error {
	if r.save == "" {
		return nil
	}
	shot := snapshot.Snapshot{Time: r.plan.clock.now, Tool: snapshot.Tool{Name: "hipaactl", Version: currentBuild().Version}, Set: *set}
	shot.Mask = new(finding.Masker).Mask
	for typ := range wanted {
		if !elsewhere(typ) {
			shot.Types = append(shot.Types, typ) // written in order
		}
	}
	return writeFile(r.save, onlyOwner, func(w io.Writer) error { return snapshot.Write(w, shot) })
}
