package aws

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/time/rate"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Options say what to read and as whom.
type Options struct {
	// Wanted are the resource types to read: those that the policies judge or relate.
	Wanted resource.Wanted
	// Regions to read; empty means all that are enabled for the account.
	Regions []string
	// Profile, RoleARN and ExternalID choose the credentials; empty means the
	// standard chain alone.
	Profile, RoleARN, ExternalID string
	// Organization reads every active account of the organization, through the role
	// named RoleName in each but the caller's own. Accounts keeps only these ids.
	Organization bool
	RoleName     string
	Accounts     []string
	// Shard reads only a part of the organization's accounts.
	Shard Shard
	// EndpointURL sends every request there: an emulator or a proxy.
	EndpointURL string
	// Parallelism bounds the calls under way; 0 means 16.
	Parallelism int
	// Now is the clock.
	Now func() time.Time
	// Progress is told of each step, one at a time; nil means nobody listens.
	Progress func(AccountStatus)
	// HTTPClient replaces the SDK's, for tests.
	HTTPClient sdk.HTTPClient
	// watch hears of each call and of the part that makes it, for tests.
	watch func(part, operation)
}

// Result is what was seen.
type Result struct {
	Set resource.Set
	// Accounts are the accounts and their Regions, in order.
	Accounts []AccountStatus
}

// AccountStatus says how far an account, or one Region of it, has been read.
type AccountStatus struct {
	// Account is its id, Name the organization's name for it if that is known.
	// Region is empty for what is global.
	Account, Name, Region string
	// Calls were made so far, Failed of them were not answered.
	Calls, Failed int
	// Done tells that nothing more is to come.
	Done bool
	// Problem says why the account or Region could not be read at all; else empty.
	Problem string
}

func compareStatus(a, b AccountStatus) int {
	return cmp.Or(cmp.Compare(a.Account, b.Account), cmp.Compare(a.Region, b.Region))
}

// Audit reads the accounts. An error means that nothing could be read: there are
// no credentials, or they are refused (a *CredentialsError). Everything else that
// goes wrong is a gap of the set. When ctx ends, what was seen so far is returned,
// with a gap for what was not.
func Audit(ctx context.Context, o Options) (Result, error) {
	examiner, err := contents.New()
	if err != nil {
		return Result{}, err
	}
	r := &run{
		ctx: ctx, options: o, examiner: examiner, parts: partsFor(o.Wanted), slots: make(chan struct{}, cmp.Or(o.Parallelism, 16)),
		limiters: map[limiterKey]*rate.Limiter{}, progress: map[string]*AccountStatus{},
	}
	if r.options.Now == nil {
		r.options.Now = time.Now //nolint:forbidigo // for who does not care; cmd gives its own
	}
	defer r.hangUp()
	own, err := r.signIn(ctx)
	if err != nil {
		return r.result(), err
	}
	accounts := []*account{own}
	if o.Organization {
		if accounts, err = r.members(ctx, own); err != nil {
			return r.result(), err
		}
	}
	r.uncollected()
	someAtATime(ctx, accountsAtOnce, accounts, r.account)
	return r.result(), nil
}

// accountsAtOnce bounds what hundreds of accounts, each with all its Regions, take of
// memory. More of them would only wait for the same calls.
const accountsAtOnce = 8

// account reads one account.
func (r *run) account(ctx context.Context, a *account) {
	if err := a.verify(ctx, r); err != nil {
		r.unreadable(a, "", err)
		return
	}
	regions, partial := r.regions(ctx, a)
	r.begin(a, "", partial)
	for _, region := range regions {
		r.begin(a, region, false)
	}
	var all sync.WaitGroup
	for _, region := range append([]string{""}, regions...) {
		all.Go(func() {
			var parts sync.WaitGroup
			for _, part := range r.parts {
				if part.global != (region == "") {
					continue
				}
				parts.Go(func() { part.run(ctx, &place{run: r, account: a, region: region, part: part}) })
			}
			parts.Wait()
			r.finish(a, region)
		})
	}
	all.Wait()
	a.forget()
}

// begin enters an account or Region as one that is judged, whatever is in it. partial says of an
// account that not all of its Regions are read.
func (r *run) begin(a *account, region string, partial bool) {
	p := &place{run: r, account: a, region: region}
	r.mu.Lock()
	r.set.Scopes = append(r.set.Scopes, resource.ScopeRead{Root: p.root(), Scope: p.scope(), Partial: partial})
	s := r.status(a.id, region)
	s.Name = a.name
	begun := *s
	r.mu.Unlock()
	r.report(begun)
}

func (r *run) finish(a *account, region string) {
	r.mu.Lock()
	s := r.status(a.id, region)
	s.Done = true
	done := *s
	r.mu.Unlock()
	r.report(done)
}

// status is the entry for a place; r.mu is held.
func (r *run) status(account, region string) *AccountStatus {
	root := rootOf(account, region)
	if r.progress[root] == nil {
		r.progress[root] = &AccountStatus{Account: account, Region: region}
	}
	return r.progress[root]
}

// report tells the listener, one at a time.
func (r *run) report(s AccountStatus) {
	if r.options.Progress == nil {
		return
	}
	r.telling.Lock()
	defer r.telling.Unlock()
	r.options.Progress(s)
}

// unreadable enters an account or Region of which nothing could be read.
func (r *run) unreadable(a *account, region string, f *failure) {
	p := &place{run: r, account: a, region: region}
	r.mu.Lock()
	c := f.cause()
	what := "account " + a.id
	if region != "" {
		what = "Region " + region + " of account " + a.id
	}
	r.gaps.Set(resource.Gap{
		Kind: resource.GapCall, Root: p.root(), What: what, Why: c.What + ": " + c.Why, Settle: c.Settle, Scope: p.scope(),
	})
	s := r.status(a.id, region)
	s.Name, s.Done, s.Problem = cmp.Or(s.Name, a.name), true, f.Error()
	done := *s
	r.mu.Unlock()
	r.report(done)
}

// uncollected enters the wanted types that no part reads: what a user's policy
// says of them cannot be judged on an account.
func (r *run) uncollected() {
	known := Types()
	for typ := range r.options.Wanted {
		if CodeAlone(typ) || slices.Contains(known, typ) {
			continue
		}
		r.gaps.Set(resource.Gap{
			Kind: resource.GapCall, What: typ, Types: []string{typ}, // of every account: root and scope are empty
			Why:    "hipaactl does not read this type from an account",
			Settle: fmt.Sprintf("judge code instead, or leave the rules that read %s out with --skip-rule", typ),
		})
	}
}
