package checks

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"sync"
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

// chunk is how many resources a worker judges at a time.
const chunk = 1024

// job is a part of one policy's work.
type job struct {
	builder *builder
	// inputs builds what is judged; without leaves out what input.without says.
	inputs func(without bool) []*input
	// found or err is the outcome.
	found []finding.Finding
	err   error
	// seen is the evidence of passes that equal inputs share.
	seen map[evidenceKey][]finding.Evidence
}

// Evaluate judges every resource of the set. The set is not changed. It ends
// early, with an error for each policy that was not finished, when ctx is done.
func (p *Policies) Evaluate(ctx context.Context, set *resource.Set, o EvalOptions) Result {
	w := newWorld(set, o.WholeAccount)
	var needed []*policy
	for _, pol := range p.all {
		if pol.Scope != ScopeResource || slices.ContainsFunc(pol.types, func(t string) bool { return len(w.byType[t]) > 0 }) || w.mayStub(pol) {
			needed = append(needed, pol)
		}
	}
	programs := p.prepare(ctx, needed, o.Now)
	var jobs []*job
	for _, pol := range needed {
		jobs = append(jobs, w.jobs(pol, programs[pol], nil)...)
	}
	work(jobs, o.Parallelism, func(j *job) { j.run(ctx) })
	return p.result(w, jobs)
}

// jobs splits what a policy has to judge.
func (w *world) jobs(pol *policy, prog *program, m *memory) []*job {
	b := &builder{world: w, policy: pol, program: prog, links: pol.links, memory: m}
	if pol.Scope != ScopeResource {
		return []*job{{builder: b, inputs: b.scopes}}
	}
	var all []*entity
	for _, typ := range pol.types {
		all = append(all, w.byType[typ]...)
	}
	all = append(all, w.stubs(pol)...)
	var jobs []*job
	for part := range slices.Chunk(all, chunk) {
		jobs = append(jobs, &job{builder: b, inputs: func(without bool) []*input {
			out := make([]*input, len(part))
			for i, e := range part {
				out[i] = b.build(e, without)
			}
			return out
		}})
	}
	return jobs
}

// work runs the jobs on a number of workers.
func work(jobs []*job, workers int, run func(*job)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	queue := make(chan *job)
	var wg sync.WaitGroup
	for range min(workers, len(jobs)) {
		wg.Go(func() {
			for j := range queue {
				run(j)
			}
		})
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	wg.Wait()
}

// run judges and reports.
func (j *job) run(ctx context.Context) {
	all, verdicts, err := j.judge(ctx)
	if err != nil {
		j.err = err
		return
	}
	j.seen = map[evidenceKey][]finding.Evidence{}
	for i, in := range all {
		j.found = append(j.found, j.findings(in, verdicts[i])...)
	}
	j.seen = nil
}

// judge projects, asks the policy and comes to verdicts, in the order of assertions.
func (j *job) judge(ctx context.Context) ([]*input, [][]verdict, error) {
	if err := j.builder.program.err; err != nil {
		return nil, nil, err
	}
	all := j.inputs(false)
	said, err := j.ask(ctx, all)
	if err != nil {
		return nil, nil, err
	}
	verdicts := make([][]verdict, len(all))
	again := false
	for i, in := range all {
		verdicts[i] = j.builder.verdicts(in, said[i])
		again = again || in.partial && slices.ContainsFunc(verdicts[i], verdict.unknown)
	}
	if again {
		err = j.retry(ctx, verdicts)
	}
	return all, verdicts, err
}

// retry judges what is unknown once more without the members of helping lists
// of which something was not seen. A pass without them stands.
func (j *job) retry(ctx context.Context, verdicts [][]verdict) error {
	fewer := j.inputs(true)
	said, err := j.ask(ctx, fewer)
	if err != nil {
		return err
	}
	for i, in := range fewer {
		for k, v := range j.builder.verdicts(in, said[i]) {
			if verdicts[i][k].unknown() && v.status == finding.Pass {
				verdicts[i][k] = v
			}
		}
	}
	return nil
}

// ask asks the policy about each distinct input once. For each input it returns
// what the policy says under each PHI mark it has to be judged under.
func (j *job) ask(ctx context.Context, inputs []*input) ([][][]statement, error) {
	prog := j.builder.program
	var batch distinctTerms
	slots := make([][]int, len(inputs))
	for i, in := range inputs {
		if in.settled != nil {
			continue
		}
		for _, mark := range in.marks(prog.readsPHI) {
			slots[i] = append(slots[i], batch.add(in.term(mark)))
		}
		in.slot = slots[i][0]
	}
	answers, err := j.builder.answers(ctx, &batch)
	if err != nil {
		return nil, err
	}
	out := make([][][]statement, len(inputs))
	for i := range inputs {
		for _, slot := range slots[i] {
			out[i] = append(out[i], answers[slot])
		}
	}
	return out, nil
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
		for _, typ := range j.builder.policy.types {
			judged[typ] = true
		}
	}
	r.Findings = sorted(r.Findings)
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

// sorted orders findings by way of pointers, since a finding is large.
func sorted(all []finding.Finding) []finding.Finding {
	order := make([]*finding.Finding, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	slices.SortFunc(order, func(a, b *finding.Finding) int { return finding.Compare(*a, *b) })
	out := make([]finding.Finding, len(all))
	for i, f := range order {
		out[i] = *f
	}
	return out
}
