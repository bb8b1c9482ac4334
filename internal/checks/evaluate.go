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
	work(jobs, o.Parallelism, func(j *job) { j.run(ctx) })
	return p.result(w, jobs)
}

// result puts together what the jobs found. A policy with an error has no findings.
func (p *Policies) result(w *world, jobs []*job) Result {
	r := Result{Parameters: p.changed}
	broken := map[*policy]bool{}
	for _, j := range jobs {
		if pol := j.builder.policy; j.err != nil && !broken[pol] {
			broken[pol] = true
			r.RuleErrors = append(r.RuleErrors, RuleError{pol.ID, pol.Source, j.err})
		}
	}
	n := 0
	for _, j := range jobs {
		n += len(j.found)
	}
	r.Findings = slices.Grow(r.Findings, n)
	rules := map[string]bool{}
	judged := map[string]bool{}
	for _, j := range jobs {
		if broken[j.builder.policy] {
			continue
		}
		r.Findings = append(r.Findings, j.found...)
		if len(j.found) > 0 {
			rules[j.builder.policy.ID] = true
		}
		j.found = nil
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
