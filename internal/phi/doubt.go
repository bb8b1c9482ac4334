package phi

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// doubts are what an account did not answer. A log bucket whose name could not be read may
// be any bucket of the account, and a volume that could not be listed may be the origin of
// a snapshot; no mark of those is then certain. In code this is left open: an unread value
// says where it comes from, and mostly leads elsewhere.
type doubts struct {
	members map[place][]*resource.Resource
	// outs wait for one resource to hold PHI, or perhaps; waiting, for any of a place.
	outs    map[*resource.Resource][]doubt
	waiting map[place][]doubt
	// always wait for nothing.
	always []doubt
	// raised are the places of which everything is in doubt.
	raised map[place]bool
}

// place is a type in an account.
type place struct{ account, typ string }

// doubt tells that PHI may get to one resource, or to any of the types in an account.
type doubt struct {
	account string
	types   []string
	one     *resource.Resource
	cause   resource.Cause
}

func newDoubts(set *resource.Set, g graph.Graph) *doubts {
	d := &doubts{
		members: map[place][]*resource.Resource{}, outs: map[*resource.Resource][]doubt{},
		waiting: map[place][]doubt{}, raised: map[place]bool{},
	}
	for _, r := range set.Resources {
		if r.Source == resource.Live {
			p := place{r.Scope.AccountKey, r.Address.Type}
			d.members[p] = append(d.members[p], r)
		}
	}
	lost := d.lose(set)
	for _, o := range g.Open {
		if o.Holder.Source == resource.Live {
			d.open(o, lost)
		}
	}
	return d
}

// open enters what a reference with one unseen end leaves in doubt.
func (d *doubts) open(o graph.Open, lost losses) {
	account := o.Seen.Scope.AccountKey
	switch {
	case o.Unread && o.Out:
		d.outs[o.Seen] = append(d.outs[o.Seen], doubt{account: account, types: o.Row.To.Types, cause: o.Cause})
	case o.Unread:
		d.wait(account, o.Row.From.Types, doubt{one: o.Seen, cause: o.Cause})
	case !o.Out:
		for _, typ := range o.Row.From.Types {
			if cause, ok := lost.of(account, typ); ok {
				d.always = append(d.always, doubt{one: o.Seen, cause: cause})
			}
		}
	}
}

func (d *doubts) wait(account string, types []string, what doubt) {
	for _, typ := range types {
		p := place{account, typ}
		d.waiting[p] = append(d.waiting[p], what)
	}
}

// losses are the calls that were not answered, by what they would have listed.
type losses map[place]resource.Cause

// anyType stands for a call that would have listed anything.
const anyType = ""

func (l losses) of(account, typ string) (resource.Cause, bool) {
	if cause, ok := l[place{account, typ}]; ok {
		return cause, true
	}
	cause, ok := l[place{account, anyType}]
	return cause, ok
}

// lose enters what calls that were not answered leave in doubt: what was to be listed may
// refer to anything. It returns the types that may have members that were not seen.
func (d *doubts) lose(set *resource.Set) losses {
	lost := losses{}
	for _, gap := range set.Gaps {
		if gap.Kind != resource.GapCall || gap.Settled {
			continue
		}
		cause := resource.Cause{Kind: resource.NotVisible, What: gap.What, Why: gap.Why, Settle: gap.Settle}
		types := gap.Types
		if len(types) == 0 {
			types = []string{anyType}
		}
		for _, typ := range types {
			p := place{gap.Scope.AccountKey, typ}
			if _, ok := lost[p]; !ok {
				lost[p] = cause
			}
		}
	}
	if len(lost) == 0 {
		return lost
	}
	accounts := map[string]bool{} // in no order: each account's doubts are about itself
	for p := range lost {
		accounts[p.account] = true
	}
	for _, row := range Edges() {
		for account := range accounts {
			if cause, ok := lost.of(account, row.Holder); ok {
				d.miss(account, row, lost, cause)
			}
		}
	}
	return lost
}

// miss enters one row whose holders may be unseen. Only what they name can be in doubt.
func (d *doubts) miss(account string, row graph.Row, lost losses, cause resource.Cause) {
	what := doubt{account: account, types: row.To.Types, cause: cause}
	if row.To.Path == "" {
		return
	}
	if row.From.Path == "" || slices.ContainsFunc(row.From.Types, func(typ string) bool { _, ok := lost.of(account, typ); return ok }) {
		d.always = append(d.always, what)
		return
	}
	d.wait(account, row.From.Types, what)
}

// fire gives the doubts that one resource raises which holds PHI, or perhaps does. Each
// is given once.
func (d *doubts) fire(r *resource.Resource) []doubt {
	p := place{r.Scope.AccountKey, r.Address.Type}
	out := d.outs[r]
	delete(d.outs, r)
	if r.Source == resource.Live {
		out = append(out, d.waiting[p]...)
		delete(d.waiting, p)
	}
	return out
}

// about lists the resources that a doubt is about, those of a place once.
func (d *doubts) about(what doubt) []*resource.Resource {
	if what.one != nil {
		return []*resource.Resource{what.one}
	}
	var out []*resource.Resource
	for _, typ := range what.types {
		p := place{what.account, typ}
		if !d.raised[p] {
			d.raised[p] = true
			out = append(out, d.members[p]...)
		}
	}
	return out
}
