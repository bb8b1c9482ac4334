package github

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Options say what to read and as whom.
type Options struct {
	// Wanted are the resource types to read: those that the policies judge or relate.
	Wanted resource.Wanted
	// Owner is an organization or user; Repo one of its repositories, or empty for all that
	// Filter leaves.
	Owner, Repo string
	Filter      Filter
	// Token is one of any kind. App, where it is not nil, takes its place.
	Token string
	App   *App
	// EndpointURL is that of a GitHub Enterprise Server; empty means github.com.
	EndpointURL string
	// Parallelism bounds the calls under way; 0 means 8.
	Parallelism int
	// Now is the clock.
	Now func() time.Time
	// Progress is told of each step, one at a time; nil means nobody listens.
	Progress func(Status)
	// Transport replaces the network, for tests.
	Transport http.RoundTripper
	// sleep waits, for tests.
	sleep func(context.Context, time.Duration) error
}

// Result is what was seen.
type Result struct {
	Set resource.Set
	// Owner is the owner's name as GitHub writes it.
	Owner string
	// Places are the owner and its repositories, in order.
	Places []Status
}

// Status says how far the owner, or a repository of it, has been read.
type Status struct {
	// Place is "acme", or "acme/records".
	Place string
	// Calls were made so far, Failed of them were not answered.
	Calls, Failed int
	// Done tells that nothing more is to come.
	Done bool
	// Problem says why it could not be read at all; else empty.
	Problem string
	// Waiting is until when a rate limit holds all calls back; zero where none does.
	Waiting time.Time
}

// run is one audit: what was found so far, and the limits that all calls share.
type run struct {
	options Options
	parts   []part
	client  *gh.Client
	hangUp  func()
	// slots bounds the calls that are under way.
	slots chan struct{}

	mu       sync.Mutex
	paused   time.Time
	set      resource.Set
	gaps     resource.Losses
	progress map[string]*Status
	rulesets map[int64]*memo

	// telling orders what the listener hears.
	telling sync.Mutex
}

// Audit reads the owner's settings. An error means that nothing could be read: there is no
// token, it is refused (a *CredentialsError), or there is no such owner or repository.
// Everything else that goes wrong is a gap of the set. When ctx ends, what was seen so far
// is returned, with a gap for what was not.
func Audit(ctx context.Context, o Options) (Result, error) {
	r := &run{
		options: o, parts: partsFor(o.Wanted), slots: make(chan struct{}, cmp.Or(o.Parallelism, 8)), hangUp: func() {},
		progress: map[string]*Status{}, rulesets: map[int64]*memo{},
	}
	if r.options.Now == nil {
		r.options.Now = time.Now //nolint:forbidigo // for who does not care; cmd gives its own
	}
	if r.options.sleep == nil {
		r.options.sleep = sleep
	}
	if err := r.connect(); err != nil {
		return Result{}, err
	}
	defer func() { r.hangUp() }()
	owner, repos, err := r.find(ctx)
	if err != nil {
		return r.result(), err
	}
	r.uncollected()
	places := []*place{owner}
	if o.Repo != "" {
		places = nil // the owner's settings were not asked for
	}
	someAtATime(ctx, repositoriesAtOnce, append(places, repos...), r.place)
	out := r.result()
	out.Owner = owner.owner
	return out, nil
}

// repositoriesAtOnce bounds what thousands of repositories take of memory. More of them
// would only wait for the same calls.
const repositoriesAtOnce = 8

// place reads the owner or one repository.
func (r *run) place(ctx context.Context, p *place) {
	if p.repo != nil && !p.complete(ctx) {
		return
	}
	r.begin(p)
	var parts sync.WaitGroup
	for _, part := range r.parts {
		if part.organization == (p.repo == nil) {
			q := *p
			q.part = part
			parts.Go(func() { part.run(ctx, &q) })
		}
	}
	parts.Wait()
	r.finish(p, "")
}

// begin enters a place as one that is judged, whatever is in it.
func (r *run) begin(p *place) {
	r.mu.Lock()
	r.set.Scopes = append(r.set.Scopes, resource.ScopeRead{Root: p.root(), Scope: p.scope(), Provider: "github"})
	begun := *r.status(p)
	r.mu.Unlock()
	r.report(begun)
}

func (r *run) finish(p *place, problem string) {
	r.mu.Lock()
	s := r.status(p)
	s.Done, s.Problem = true, problem
	done := *s
	r.mu.Unlock()
	r.report(done)
}

// unreadable enters a repository of which nothing could be read.
func (r *run) unreadable(p *place, f *failure) {
	r.mu.Lock()
	c := f.cause()
	what := "repository " + p.owner + "/" + p.name()
	r.gaps.Set(resource.Gap{Kind: resource.GapCall, Root: p.root(), What: what, Why: c.What + ": " + c.Why, Settle: c.Settle, Scope: p.scope()})
	r.mu.Unlock()
	r.finish(p, f.Error())
}

// status is the entry for a place; r.mu is held.
func (r *run) status(p *place) *Status {
	name := p.owner
	if p.repo != nil {
		name += "/" + p.name()
	}
	if r.progress[name] == nil {
		r.progress[name] = &Status{Place: name}
	}
	return r.progress[name]
}

// report tells the listener, one at a time.
func (r *run) report(s Status) {
	if r.options.Progress == nil {
		return
	}
	r.telling.Lock()
	defer r.telling.Unlock()
	r.options.Progress(s)
}

// turn waits until a call may be made. done frees the slot.
func (r *run) turn(ctx context.Context) (done func(), err error) {
	select {
	case r.slots <- struct{}{}:
		return func() { <-r.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (r *run) add(res *resource.Resource) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.set.Resources = append(r.set.Resources, res)
}

func (r *run) note(p *place, c *resource.Call) {
	r.mu.Lock()
	r.set.Calls = append(r.set.Calls, c)
	s := r.status(p)
	s.Calls++
	if c.Failure != "" {
		s.Failed++
	}
	now := *s
	r.mu.Unlock()
	r.report(now)
}

// lose enters a gap; no types at all mean that the resources carry what was lost.
func (r *run) lose(p *place, what string, f *failure, types []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := f.cause()
	r.gaps.Add(resource.Gap{Kind: resource.GapCall, Root: p.root(), What: what, Why: c.Why, Settle: c.Settle, Scope: p.scope()}, types)
}

// uncollected enters the wanted types that no part reads.
func (r *run) uncollected() {
	known := Types()
	for typ := range r.options.Wanted {
		if CodeAlone(typ) || slices.Contains(known, typ) {
			continue
		}
		r.gaps.Set(resource.Gap{
			Kind: resource.GapCall, What: typ, Types: []string{typ}, Why: "hipaactl does not read this type from GitHub",
			Settle: fmt.Sprintf("judge code instead, or leave the rules that read %s out with --skip-rule", typ),
		})
	}
}

// result is what was seen, in order.
func (r *run) result() Result {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.set.Gaps = append(r.set.Gaps, r.gaps.Take()...)
	for _, s := range r.set.Scopes {
		r.set.Seen.Roots = append(r.set.Seen.Roots, s.Root)
	}
	r.set.Sort()
	out := Result{Set: r.set}
	for _, s := range r.progress {
		out.Places = append(out.Places, *s)
	}
	slices.SortFunc(out.Places, func(a, b Status) int { return cmp.Compare(a.Place, b.Place) })
	return out
}

// refused is the error of a run of which nothing could be read.
func refused(ctx context.Context, what string, err error) error {
	var credentials *CredentialsError
	f := asFailure(err)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &credentials):
		return credentials
	case f == nil:
		return err
	case f.kind == "expired":
		return &CredentialsError{what: "GitHub refuses the token: it is expired or not valid"}
	case f.kind == "hidden":
		return fmt.Errorf("%s: there is no such thing, or the token may not see it", what)
	}
	return &CredentialsError{what: what + ": " + f.Error() + "; " + f.settle()}
}
