package aws

import (
	"context"
	"sync"
	"sync/atomic"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// place is one account and region as a part sees it; region is empty for what
// is global.
type place struct {
	run     *run
	account *account
	region  string
	part    part
}

// config is the SDK's configuration for clients of this place.
func (p *place) config() sdk.Config {
	c := p.account.config.Copy()
	if p.region != "" {
		c.Region = p.region
	}
	return c
}

// in is the same place for another region: S3 lists all buckets in one.
func (p *place) in(region string) *place {
	out := *p
	out.region = region
	return &out
}

func (p *place) wants(typ string) bool { return p.run.options.Wanted[typ] != nil }

func (p *place) scope() resource.Scope {
	return resource.Scope{AccountKey: p.account.id, RegionKey: p.region, Account: p.account.id, Region: p.region}
}

func (p *place) root() string { return rootOf(p.account.id, p.region) }

// rootOf names a place in reports.
func rootOf(account, region string) string {
	if region == "" {
		region = "global"
	}
	return account + "/" + region
}

// arn is an ARN in the account's partition: arn("rds", "db:orders").
func (p *place) arn(service, rest string) string {
	return "arn:" + p.account.partition + ":" + service + ":" + p.region + ":" + p.account.id + ":" + rest
}

// item is one resource as a collector found it.
type item struct {
	typ, name, arn string
	attrs          attrs
	// read is the call that showed it; reads are others, by top-level attribute.
	read  read
	reads map[string]read
	// unread explains the attributes that are left out, nil where the collector
	// never reads them.
	unread *failure
	// maybe says that it may not exist: the call that would tell failed.
	maybe *failure
}

// emit enters a resource. One that the answer gives no name cannot be told from others,
// nor what refers to it: it was not seen.
func (p *place) emit(it item) {
	if it.name == "" {
		p.run.lose(p, named(it.read.op, it.read.call.Target), &failure{op: it.read.op, kind: "unreadable", code: it.typ + " without a name"}, []string{it.typ})
		return
	}
	values := make(map[string]cty.Value, len(it.attrs))
	for name, v := range it.attrs {
		op := it.read.op
		if other, ok := it.reads[name]; ok {
			op = other.op
		}
		values[name] = converter{op, p.run.examiner}.value(v, it.typ+"."+name)
	}
	r := &resource.Resource{
		Root: p.root(), Address: resource.Address{Type: it.typ, Name: it.name}, Source: resource.Live, Scope: p.scope(),
		Values: cty.ObjectVal(values), ARN: it.arn, Reads: map[string]*resource.Call{"": it.read.call},
	}
	for name, other := range it.reads {
		r.Reads[name] = other.call
	}
	if it.unread != nil {
		r.Unread = it.unread.cause()
	}
	if it.maybe != nil {
		r.Existence = []resource.Condition{{ID: p.root() + " " + it.typ + " " + it.name, Cause: it.maybe.cause()}}
	}
	p.run.add(r)
}

// companion emits what one call says of one resource: nothing where the account
// answered "not configured", and where the call failed something that may be
// there, of which only the given attributes are known.
func (p *place) companion(it item, err error, known attrs, rest func() attrs) {
	if isAbsent(err) {
		return
	}
	if it.attrs = (attrs{}); err == nil {
		it.attrs = rest()
	}
	for name, v := range known {
		it.attrs[name] = v
	}
	if f := asFailure(err); f != nil {
		if it.unread, it.maybe = f, f; !isGone(f) { // of what is gone nothing was lost
			p.lostOne(it.read, f)
		}
	}
	p.emit(it)
}

// lost enters a failed listing: everything of the part's types may be unseen here.
func (p *place) lost(op operation, target string, err error) bool {
	f := asFailure(err)
	if f == nil {
		return false
	}
	p.run.lose(p, named(op, target), f, p.part.types)
	return true
}

// garbled enters an answer that lacks what it always has, like a failed call.
func (p *place) garbled(op operation, target string) {
	p.lost(op, target, &failure{op: op, kind: "unreadable"})
}

// lostOne enters a failed read of something that is emitted nevertheless, with
// what could not be seen of it as unknown.
func (p *place) lostOne(r read, err error) {
	if f := asFailure(err); f != nil {
		p.run.lose(p, named(r.op, r.call.Target), f, nil)
	}
}

func named(op operation, target string) string {
	if target == "" {
		return op.String()
	}
	return op.String() + " of " + target
}

// begin notes that a call is made; end, how it went.
func (p *place) begin(op operation, target string) read {
	if p.run.options.watch != nil {
		p.run.options.watch(p.part, op)
	}
	return read{op, &resource.Call{Operation: op.String(), Target: target, Account: p.account.id, Region: p.region}}
}

func (p *place) end(r read, err error) error {
	err = classify(p.run.ctx, r.op, err)
	r.call.Time = p.run.options.Now().UTC()
	if f := asFailure(err); f != nil {
		r.call.Failure = f.kind
	}
	p.run.note(r.call)
	return err
}

// once makes what several parts of a service need a single time per place. Its
// own failures are its error, which each part enters for its own types.
func once[T any](p *place, key string, work func() (T, error)) (T, error) {
	m := p.account.memo(p.region + " " + key)
	m.once.Do(func() { m.value, m.err = work() })
	v, _ := m.value.(T)
	return v, m.err
}

type memo struct {
	once  sync.Once
	value any
	err   error
}

// forEach works on many members at a time; the run bounds how many calls are made. They
// are not all of them at once: ten thousand buckets would queue up before everything else
// of the account, each with a stack of its own.
func forEach[T any](ctx context.Context, all []T, work func(context.Context, T)) {
	const many = 32
	someAtATime(ctx, many, all, work)
}

// someAtATime works on so many members at a time.
func someAtATime[T any](ctx context.Context, some int, all []T, work func(context.Context, T)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(some, len(all)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				work(ctx, all[i])
			}
		})
	}
	wg.Wait()
}
