package github

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	gh "github.com/google/go-github/v84/github"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var errNoList = errors.New("the answer holds no list")

func itoa(n int) string { return strconv.Itoa(n) }

// place is the owner, or one of its repositories, as a part sees it.
type place struct {
	run   *run
	owner string
	// user tells that the owner is a person and no organization.
	user bool
	// repo is nil for the owner itself.
	repo *gh.Repository
	// read is the call that answered repo.
	read read
	part part
}

// name is that of the repository, empty for the owner.
func (p *place) name() string { return p.repo.GetName() }

// path are the arguments of endpoints that begin with /repos/{owner}/{repo}.
func (p *place) path(more ...string) []string { return append([]string{p.owner, p.name()}, more...) }

// rights tells whether the token is known to have rights on the repository with which
// GitHub does not hide its settings.
func (p *place) rights() bool {
	return p.run.options.App != nil || p.repo.GetPermissions().GetAdmin() || p.repo.GetPermissions().GetPush()
}

func (p *place) wants(typ string) bool { return p.run.options.Wanted[typ] != nil }

func (p *place) scope() resource.Scope {
	return resource.Scope{AccountKey: p.owner, RegionKey: p.name(), Account: p.owner, Region: p.name()}
}

func (p *place) root() string { return rootOf(p.owner, p.name()) }

// rootOf names a place in reports.
func rootOf(owner, repo string) string {
	if repo == "" {
		repo = "global"
	}
	return owner + "/" + repo
}

// item is one resource as a collector found it.
type item struct {
	typ, name string
	attrs     attrs
	// read is the call that showed it; reads are others, by top-level attribute.
	read  read
	reads map[string]read
	// maybe says that it may not exist, as the call that would tell failed: what it holds is unknown.
	maybe *resource.Cause
}

// emit enters a resource.
func (p *place) emit(it item) {
	values := make(map[string]cty.Value, len(it.attrs))
	for name, v := range it.attrs {
		op := it.read.op
		if other, ok := it.reads[name]; ok {
			op = other.op
		}
		values[name] = value(v, op)
	}
	r := &resource.Resource{
		Root: p.root(), Address: resource.Address{Type: it.typ, Name: it.name}, Source: resource.Live, Scope: p.scope(),
		Values: cty.ObjectVal(values), Reads: map[string]*resource.Call{"": it.read.call},
	}
	for name, other := range it.reads {
		r.Reads[name] = other.call
	}
	if it.maybe != nil {
		r.Unread = *it.maybe
		r.Existence = []resource.Condition{{ID: p.root() + " " + it.typ + " " + it.name, Cause: *it.maybe}}
	}
	p.run.add(r)
}

// lost enters a failed listing: everything of the types may be unseen here. It tells whether it was one.
func (p *place) lost(r read, err error, types ...string) bool {
	f := asFailure(err)
	if f == nil {
		return false
	}
	if len(types) == 0 {
		types = p.part.types
	}
	p.run.lose(p, r.name(), f, types)
	return true
}

// lostOne enters a failed read of something that is emitted nevertheless, with what could
// not be seen of it as unknown.
func (p *place) lostOne(r read, err error) {
	if f := asFailure(err); f != nil {
		p.run.lose(p, r.name(), f, nil)
	}
}

func (r read) name() string {
	if r.call.Target == "" {
		return r.op.String()
	}
	return r.op.String() + " of " + r.call.Target
}

// begin notes that a call is made; end, how it went.
func (p *place) begin(op operation, args []string) read {
	target := ""
	if strings.HasPrefix(op.path, "/repos/{owner}/{repo}") && len(args) > 2 {
		target = strings.Join(args[2:], "/")
	}
	return read{op, &resource.Call{Operation: op.String(), Target: target, Account: p.owner, Region: p.name()}}
}

func (p *place) end(ctx context.Context, r read, resp *gh.Response, err error) error {
	err = classify(ctx, r.op, resp, err)
	r.call.Time = p.run.options.Now().UTC()
	if f := asFailure(err); f != nil {
		r.call.Failure = f.kind
	}
	p.run.note(p, r.call)
	return err
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
