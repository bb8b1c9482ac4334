package checks

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// EvalOptions say how to judge.
type EvalOptions struct {
	// Now is the time of observation, data.now (RFC 3339) for policies.
	Now time.Time
	// WholeAccount tells that all roots of the set are one closed account.
	WholeAccount bool
	// Parallelism is the number of workers; 0 means one for each CPU.
	Parallelism int
	// Patience is how long a policy may take over a chunk of resources; 0 means 10 seconds.
	// A policy that takes longer is a RuleError.
	Patience time.Duration
}

// Result is what the policies said about a set.
type Result struct {
	// Findings in finding.Compare order, passes included.
	Findings []finding.Finding
	// RuleErrors are policies that broke: they have no findings and the run is incomplete.
	RuleErrors []RuleError
	// UnjudgedTypes counts the resources of types that no loaded policy judges or relates.
	UnjudgedTypes []finding.Count
	// Judged counts the resources that at least one policy judged.
	Judged int
	// RulesEvaluated counts the rules that judged something.
	RulesEvaluated int
	// Parameters are those that were set to another value than the default.
	Parameters []finding.Parameter
}

// RuleError is a policy that could not be compiled or failed at run time.
type RuleError struct {
	Rule   string
	Source string
	Err    error
}

// Gap is the error as a report shows it.
func (e RuleError) Gap() finding.Gap {
	return finding.Gap{
		Kind: resource.GapPolicy, What: e.Rule, Why: e.Err.Error(), File: e.Source,
		Settle: "correct the policy; `hipaactl policy test` runs its tests",
	}
}

// Evaluate judges every resource of the set. The set is not changed. It ends
// early, with an error for each policy that was not finished, when ctx is done.
func (p *Policies) Evaluate(ctx context.Context, set *resource.Set, o EvalOptions) Result {
	w := newWorld(set, o.WholeAccount)
	var needed, asked []*policy
	for _, pol := range p.all {
		if pol.Scope == ScopeResource && !w.judges(pol) {
			continue
		}
		needed = append(needed, pol)
		if !w.settled(pol) {
			asked = append(asked, pol)
		}
	}
	programs := p.prepare(asked, o.Now)
	var jobs []*job
	for _, pol := range needed {
		l := &limit{time: cmp.Or(o.Patience, patience)}
		prog := programs[pol]
		if prog == nil {
			prog = &program{} // nothing is asked of it
		}
		for _, j := range w.jobs(pol, prog, nil) {
			j.builder.limit = l
			jobs = append(jobs, j)
		}
	}
	all := w.share(jobs)
	work(jobs, o.Parallelism, func(j *job) { j.run(ctx) })
	return p.result(w, jobs, all)
}

// share makes one list for what all jobs will find and gives each its part of it: findings
// are the most of what a large scan holds, and to put them together afterwards would
// take as much again. There is spare room for those on accounts and regions, whose number a
// job does not know before.
func (w *world) share(jobs []*job) []finding.Finding {
	regions := map[string]bool{}
	for _, e := range slices.Concat(w.entities, w.read) {
		regions[w.scopeOf(e.Resource, ScopeRegion)] = true
	}
	n, spare := 0, 0
	for _, j := range jobs {
		if n += j.most * len(j.builder.assertions()); j.most == 0 {
			spare += len(regions) * len(j.builder.assertions())
		}
	}
	all := make([]finding.Finding, n, n+spare)
	rest := all
	for _, j := range jobs {
		if n := j.most * len(j.builder.assertions()); n > 0 {
			j.found, rest = rest[:0:n], rest[n:]
		}
	}
	return all
}

// gather moves what the jobs found together, in the list that they share.
func gather(jobs []*job, all []finding.Finding) []finding.Finding {
	n := 0
	for _, j := range jobs {
		if j.most > 0 {
			n += copy(all[n:], j.found)
		}
	}
	clear(all[n:])
	all = all[:n]
	for _, j := range jobs {
		if j.most == 0 {
			all = append(all, j.found...)
		}
	}
	return all
}

// result puts together what the jobs found. A policy with an error has no findings.
func (p *Policies) result(w *world, jobs []*job, all []finding.Finding) Result {
	r := Result{Parameters: p.changed}
	broken := map[*policy]bool{}
	for _, j := range jobs {
		if pol := j.builder.policy; j.err != nil && !broken[pol] {
			broken[pol] = true
			r.RuleErrors = append(r.RuleErrors, RuleError{pol.ID, pol.Source, j.err})
		}
	}
	jobs = slices.DeleteFunc(jobs, func(j *job) bool { return broken[j.builder.policy] })
	r.Findings = gather(jobs, all)
	rules := map[string]bool{}
	judged := map[string]bool{}
	for _, j := range jobs {
		if len(j.found) > 0 {
			rules[j.builder.policy.ID] = true
		}
		for _, typ := range j.builder.policy.types {
			judged[typ] = true
		}
	}
	finding.Sort(r.Findings)
	r.RulesEvaluated = len(rules)
	unjudged := map[string]int{}
	for _, e := range w.entities {
		if judged[e.Address.Type] {
			r.Judged++
		} else if !p.mentioned[e.Address.Type] {
			unjudged[e.Address.Type]++
		}
	}
	for _, typ := range slices.Sorted(maps.Keys(unjudged)) {
		r.UnjudgedTypes = append(r.UnjudgedTypes, finding.Count{Name: typ, Count: unjudged[typ]})
	}
	return r
}
