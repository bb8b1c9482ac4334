package aws

import (
	"context"
	"slices"
	"sync"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/time/rate"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// run is one audit: what was found so far, and the limits that all calls share.
type run struct {
	ctx     context.Context //nolint:containedctx // it says why calls fail, after they did
	options Options
	parts   []part
	// slots bounds the calls that are under way.
	slots chan struct{}
	// client makes the calls of all services.
	client sdk.HTTPClient
	// examiner looks for secrets in texts that may hold them.
	examiner *contents.Examiner

	mu       sync.Mutex
	limiters map[limiterKey]*rate.Limiter
	set      resource.Set
	gaps     resource.Losses
	progress map[string]*AccountStatus

	// telling orders what the listener hears.
	telling sync.Mutex
}

type limiterKey struct{ account, region, service string }

// rates are the calls a second and the burst for one account, region and service,
// well below what AWS documents or is known to allow: EC2 refills 20 requests a
// second (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html),
// IAM and STS publish no figure and cannot be raised, Lambda allows 15
// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html) and
// CloudTrail 10 (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html),
// which the account's own work shares. DynamoDB allows 10 of DescribeContinuousBackups and
// of ListTagsOfResource, two of the three calls that a table needs
// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html).
func rates(service string) (perSecond rate.Limit, burst int) {
	switch service {
	case "s3":
		return 100, 100
	case "iam", "organizations":
		return 10, 20
	case "ec2":
		return 20, 50
	case "kms":
		return 50, 50
	case "lambda", "cloudtrail":
		return 8, 8
	case "dynamodb":
		return 15, 15
	}
	return 20, 40
}

// turn waits until a call may be made. done frees the slot.
func (r *run) turn(ctx context.Context, p *place, op operation) (done func(), err error) {
	if err := r.limiter(p, op).Wait(ctx); err != nil {
		if ctx.Err() == nil {
			err = context.DeadlineExceeded // its turn would come after the end of --timeout
		}
		return nil, err
	}
	select {
	case r.slots <- struct{}{}:
		return func() { <-r.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (r *run) limiter(p *place, op operation) *rate.Limiter {
	r.mu.Lock()
	defer r.mu.Unlock()
	k := limiterKey{p.account.id, p.region, op.service}
	if r.limiters[k] == nil {
		r.limiters[k] = rate.NewLimiter(rates(op.service))
	}
	return r.limiters[k]
}

func (r *run) add(res *resource.Resource) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.set.Resources = append(r.set.Resources, res)
}

func (r *run) note(c *resource.Call) {
	r.mu.Lock()
	r.set.Calls = append(r.set.Calls, c)
	s := r.status(c.Account, c.Region)
	s.Calls++
	if c.Failure != "" {
		s.Failed++
	}
	snapshot := *s
	r.mu.Unlock()
	r.report(snapshot)
}

// lose enters a gap; no types at all mean that the resources carry what was lost.
func (r *run) lose(p *place, what string, f *failure, types []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := f.cause()
	r.gaps.Add(resource.Gap{Kind: resource.GapCall, Root: p.root(), What: what, Why: c.Why, Settle: c.Settle, Scope: p.scope()}, types)
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
		out.Accounts = append(out.Accounts, *s)
	}
	slices.SortFunc(out.Accounts, compareStatus)
	return out
}
