package main

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
)

// estate is a recorded account that is audited many times, each time with one answer changed.
type estate struct {
	loaded *checks.Policies
	wanted resource.Wanted
	replay awstest.Replay
	// supplied answers the operations that the emulator does not have.
	supplied map[string]string
	// asked are the undisturbed answers, read is what was made of them, before and after PHI
	// was marked, and clean what the rules say of it.
	asked        map[awstest.Request]awstest.Answer
	read, marked resource.Set
	clean        outcome
	// makes are the operations that were made for each type alone, reads the names of those that
	// may be.
	makes, reads map[string]map[string]bool
	// saves tells to judge what was read again from a snapshot, with the same findings.
	saves bool
}

// audited is when an estate is audited and judged.
var audited = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

type changer func(awstest.Request, awstest.Answer) awstest.Answer

func newEstate(t *testing.T, name string) *estate {
	t.Helper()
	emulated(t)
	t.Setenv("AWS_CA_BUNDLE", "") // the SDK wants to set it on a client that is not its own
	e := &estate{
		loaded: builtIn(t), wanted: builtIn(t).Wanted(), replay: awstest.NewReplay(t, recordings+"/"+name), supplied: supplied(),
		asked: map[awstest.Request]awstest.Answer{}, clean: newOutcome(), makes: map[string]map[string]bool{}, reads: map[string]map[string]bool{},
	}
	var mu sync.Mutex
	var err error
	e.read, err = e.audit(t, e.wanted, func(q awstest.Request, a awstest.Answer) awstest.Answer {
		mu.Lock()
		defer mu.Unlock()
		e.asked[q] = a
		return a
	})
	if err != nil || len(e.read.Gaps) > 0 {
		t.Fatalf("undisturbed: %v, lost %v", err, e.read.Gaps)
	}
	e.marked = e.with(e.read, nil)
	e.clean.add(judge(t, e.loaded, &e.marked))
	e.note(t)
	return e
}

// operations are those that were called but for signing in, without which there is nothing to audit.
func (e *estate) operations() []string {
	all := map[string]bool{}
	for q := range e.asked {
		all[q.Operation] = q.Operation != "STS GetCallerIdentity"
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(op string) bool { return !all[op] })
}

// part is what the parts of an audit read that make an operation; everything, where none is
// known to.
func (e *estate) part(operation string) resource.Wanted {
	name, out := operation[strings.LastIndexByte(operation, ' ')+1:], resource.Wanted{}
	for typ, shape := range e.wanted {
		if e.makes[typ][operation] || e.reads[typ][name] {
			out[typ] = shape
		}
	}
	if len(out) == 0 {
		return e.wanted
	}
	return out
}

// note finds which operations each type takes that is read alone.
func (e *estate) note(t *testing.T) {
	t.Helper()
	var mu sync.Mutex
	types := make(chan string)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for typ := range types {
				alone, made, reads := resource.Wanted{typ: e.wanted[typ]}, map[string]bool{}, map[string]bool{}
				for _, r := range aws.Readings(alone) {
					reads[r.Operation[strings.LastIndexByte(r.Operation, ':')+1:]] = true
				}
				var calls sync.Mutex
				_, err := e.audit(t, alone, func(q awstest.Request, a awstest.Answer) awstest.Answer {
					calls.Lock()
					defer calls.Unlock()
					made[q.Operation] = true
					return a
				})
				mu.Lock()
				if err != nil {
					t.Error(err)
				}
				e.makes[typ], e.reads[typ] = made, reads
				mu.Unlock()
			}
		})
	}
	for typ := range e.wanted {
		types <- typ
	}
	close(types)
	workers.Wait()
}

// audit reads what is wanted.
func (e *estate) audit(t *testing.T, wanted resource.Wanted, change changer) (resource.Set, error) {
	t.Helper()
	client := e.replay.Client(func(q awstest.Request, a awstest.Answer) awstest.Answer {
		if body, ok := e.supplied[q.Operation]; ok {
			a = awstest.Answer{Status: http.StatusOK, Body: body}
		}
		if q.Operation == "Elastic Load Balancing DescribeLoadBalancers" { // AWS gives a policy to every listener with TLS
			a.Body = strings.ReplaceAll(a.Body, "<PolicyNames/>", "<PolicyNames><member>tls</member></PolicyNames>")
		}
		return change(q, a)
	})
	result, err := aws.Audit(t.Context(), aws.Options{
		Wanted: wanted, EndpointURL: "http://127.0.0.1:1", Regions: []string{awstest.Region}, HTTPClient: client, Now: func() time.Time { return audited },
	})
	return result.Set, err
}

// with is the account as it was read, but for the types that were read again. Marks are
// its own.
func (e *estate) with(again resource.Set, types resource.Wanted) resource.Set {
	out := e.read
	out.Gaps, out.Resources = again.Gaps, nil
	for _, r := range e.read.Resources {
		if types[r.Address.Type] == nil {
			own := *r
			out.Resources = append(out.Resources, &own)
		}
	}
	for _, r := range again.Resources {
		if types[r.Address.Type] != nil {
			out.Resources = append(out.Resources, r)
		}
	}
	out.Sort()
	phi.Mark(&out, phi.Markers{})
	return out
}

// changed are the types of which something is not as it was undisturbed, or was not seen.
func (e *estate) changed(set resource.Set) map[string]bool {
	type key struct {
		root    string
		address resource.Address
	}
	before, out := map[key]*resource.Resource{}, map[string]bool{}
	for _, r := range e.marked.Resources {
		before[key{r.Root, r.Address}] = r
	}
	for _, r := range set.Resources {
		k := key{r.Root, r.Address}
		if !reflect.DeepEqual(before[k], r) {
			out[r.Address.Type] = true
		}
		delete(before, k)
	}
	for k := range before {
		out[k.address.Type] = true
	}
	for _, g := range set.Gaps {
		hidden := g.Types
		if len(hidden) == 0 && !g.Settled {
			hidden = slices.Collect(maps.Keys(e.wanted))
		}
		for _, typ := range hidden {
			out[typ] = true
		}
	}
	return out
}

// disturbed is what the rules say when answers to an operation are changed. The parts that
// make it read again, and the rules that read what is not as it was judge again.
func (e *estate) disturbed(t *testing.T, wanted resource.Wanted, change changer) (outcome, error) {
	t.Helper()
	again, err := e.audit(t, wanted, change)
	if err != nil {
		return outcome{}, err
	}
	set := e.with(again, wanted)
	rules := e.loaded.Reading(e.changed(set))
	found := judge(t, rules, &set)
	if e.saves {
		err = savedAlike(t, rules, &set, found)
	}
	out := newOutcome()
	judged := map[string]bool{}
	for _, m := range rules.List() {
		judged[m.ID] = true
	}
	for key, counts := range e.clean.counts {
		if rule, _, _ := strings.Cut(key, "/"); !judged[rule] {
			out.counts[key] = counts
		}
	}
	out.add(found)
	out.gaps = set.Gaps
	return out, err
}

func judge(t *testing.T, rules *checks.Policies, set *resource.Set) []finding.Finding {
	t.Helper()
	return rules.Evaluate(t.Context(), set, checks.EvalOptions{Now: audited, Parallelism: 1}).Findings
}

// savedAlike is an error where a snapshot of the set is judged otherwise than the set was.
func savedAlike(t *testing.T, rules *checks.Policies, set *resource.Set, found []finding.Finding) error {
	t.Helper()
	var file bytes.Buffer
	if err := snapshot.Write(&file, snapshot.Snapshot{Time: audited, Set: *set}); err != nil {
		return err
	}
	read, err := snapshot.Read(file.Bytes(), "saved.json")
	if err != nil {
		return err
	}
	phi.Mark(&read.Set, phi.Markers{})
	if diff := cmp.Diff(found, judge(t, rules, &read.Set)); diff != "" || len(read.Set.Gaps) != len(set.Gaps) {
		return fmt.Errorf("judged again, %d gaps of %d, -first +again:\n%s", len(read.Set.Gaps), len(set.Gaps), diff)
	}
	return nil
}

// trial is an audit in which something goes wrong with an operation.
type trial struct {
	what, operation string
	// change is made to the answers to the requests that hit.
	hit    func(awstest.Request) bool
	change func(awstest.Answer) awstest.Answer
}

// each makes all trials, as many at a time as there are processors.
func (e *estate) each(t *testing.T, all []trial, look func(trial, outcome)) {
	t.Helper()
	var mu sync.Mutex
	var workers sync.WaitGroup
	parts := map[string]resource.Wanted{}
	for _, one := range all {
		if parts[one.operation] == nil {
			parts[one.operation] = e.part(one.operation)
		}
	}
	next := make(chan trial)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for one := range next {
				got, err := e.disturbed(t, parts[one.operation], func(q awstest.Request, a awstest.Answer) awstest.Answer {
					if one.hit(q) {
						return one.change(a)
					}
					return a
				})
				mu.Lock()
				if err != nil {
					t.Errorf("%s: %v", one.what, err)
				} else {
					look(one, got)
				}
				mu.Unlock()
			}
		})
	}
	for _, one := range all {
		next <- one
	}
	close(next)
	workers.Wait()
}
