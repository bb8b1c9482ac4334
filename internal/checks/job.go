package checks

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// chunk is how many resources a worker judges at a time: what it builds for them is garbage afterwards.
const chunk = 128

// job is a part of one policy's work.
type job struct {
	builder *builder
	// inputs builds what is judged; without leaves out what input.without says.
	inputs func(without bool) []*input
	// most is how many inputs these are at most; 0 where that is not known before.
	most int
	// found or err is the outcome. Where most is known, there is room for all.
	found []finding.Finding
	err   error
	// seen is what findings on equal inputs share.
	seen map[aboutKey]*about
}

// jobs splits what a policy has to judge.
func (w *world) jobs(pol *policy, prog *program, m *memory) []*job {
	b := &builder{world: w, policy: pol, program: prog, links: pol.view().links, memory: m}
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
		jobs = append(jobs, &job{builder: b, most: len(part), inputs: func(without bool) []*input {
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
func work[T any](jobs []T, workers int, run func(T)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	queue := make(chan T)
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
	j.seen = map[aboutKey]*about{}
	for i, in := range all {
		j.findings(in, verdicts[i])
	}
	j.seen = nil
}

// judge projects, asks the policy and comes to verdicts, in the order of assertions.
func (j *job) judge(ctx context.Context) ([]*input, [][]verdict, error) {
	if err := cmp.Or(ctx.Err(), j.builder.program.err); err != nil {
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
			if j.builder.policy.User {
				inputs[i].redact(answers[slot])
			}
			out[i] = append(out[i], answers[slot])
		}
	}
	return out, nil
}
