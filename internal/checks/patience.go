package checks

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
)

// patience is how long a policy may take over a chunk of resources, which is a thousand
// times what it needs: one that takes longer will not end.
const patience = 10 * time.Second

// limit is the time a policy has. Once it was too slow it is not asked again, or each
// chunk would take as long.
type limit struct {
	time time.Duration
	hit  atomic.Bool
}

// run asks the policy within the limit; without one, as long as ctx lasts.
func (b *builder) run(ctx context.Context, inputs []*ast.Term) ([][]statement, error) {
	if b.limit == nil {
		return b.program.run(ctx, b.policy, inputs)
	}
	slow := fmt.Errorf("%s: the policy did not answer within %s: a rule goes over too many combinations", b.policy.Source, b.limit.time)
	if b.limit.hit.Load() {
		return nil, slow
	}
	timed, cancel := context.WithTimeout(ctx, b.limit.time)
	defer cancel()
	out, err := b.program.run(timed, b.policy, inputs)
	if err != nil && ctx.Err() == nil && timed.Err() != nil {
		b.limit.hit.Store(true)
		return nil, slow
	}
	return out, err
}
