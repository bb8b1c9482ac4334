package checks

import (
	"github.com/hipaactl/hipaactl/internal/resource"
)

// members are the seen members of a related list, and why there may be more.
func (w *world) members(judged, mine *entity, rel *relation) ([]*entity, []resource.Cause) {
	if mine.stub != nil {
		return mine.companions[rel.name], []resource.Cause{*mine.stub}
	}
	if rel.On.Scope != "" {
		return w.inScope(judged, mine, rel)
	}
	j := w.join(rel, mine.Address.Type)
	hits := j.members[mine]
	members := make([]*entity, 0, len(hits))
	causes := j.opens[mine]
	for _, h := range hits {
		missing := judged.lacks(concat(h.member.Existence, h.conditions))
		if len(missing) == 0 {
			members = append(members, h.member)
			continue
		}
		for _, c := range missing {
			causes = concat(causes, []resource.Cause{c.Cause})
		}
	}
	if j.settled[mine] {
		return members, causes // everything that I name was seen
	}
	causes = concat(causes, j.loose[mine.part])
	if j.texts[mine.part].mayName(mine) && !j.outgoing {
		causes = concat(causes, j.unnamed(mine))
	}
	causes = concat(causes, w.gaps.lostFiles(mine.Root, rel.Type))
	if j.outgoing {
		for _, l := range linksOf(mine, rel.On.Mine) {
			causes = concat(causes, w.gaps.givenLink(mine, l))
		}
	} else {
		causes = concat(causes, w.gaps.given(mine))
	}
	causes = concat(causes, w.gaps.lostLinks(rel, mine))
	return members, concat(causes, w.elsewhere(mine, rel))
}

// unnamed explains that a link with a known text may name a resource whose own
// identity is not known.
func (j *join) unnamed(e *entity) []resource.Cause {
	if len(e.unsettled) > 0 {
		return e.unsettled
	}
	return []resource.Cause{{
		Kind: resource.AfterApply, What: "the " + j.key.theirType + " of " + e.Address.String(),
		Why: "whether its " + j.key.theirs + " names this resource is decided only when the configuration is applied", Settle: "refer to " + e.Address.String() + " there",
	}}
}

// elsewhere explains a list whose members another root may declare.
func (w *world) elsewhere(mine *entity, rel *relation) []resource.Cause {
	if !rel.Elsewhere || mine.Source == resource.Live || !w.wholeAccount {
		return nil
	}
	return w.gaps.anywhere(rel.Type)
}

// mayBeElsewhere tells whether another stack, which was not scanned, may declare members of a list.
func (w *world) mayBeElsewhere(mine *entity, rel *relation) bool {
	return rel.Elsewhere && mine.stub == nil && !w.closed(mine.Resource)
}

func elsewhere(typ string) resource.Cause {
	return resource.Cause{
		Kind: resource.NotVisible, What: typ, Why: "another stack of the account may declare one",
		Settle: "scan all stacks of the account together with --whole-account",
	}
}

// inScope are the members of the same account or region.
func (w *world) inScope(judged, mine *entity, rel *relation) ([]*entity, []resource.Cause) {
	key := scopeKey{rel.Type, rel.On.Scope, w.scopeOf(mine.Resource, rel.On.Scope)}
	all := w.scopes[key]
	if rel.bare() {
		all = w.kinds(key)
	}
	members, causes := w.present(all, judged)
	if rel.On.Scope == ScopeRegion && mine.Source != resource.Live {
		causes = concat(causes, w.perhapsHere(rel.Type, mine.Resource, mine.Root))
	}
	if w.wholeAccount && mine.Source != resource.Live {
		for root := range w.gaps.files {
			causes = concat(causes, w.gaps.lostFiles(root, rel.Type))
		}
	} else {
		causes = concat(causes, w.gaps.lostFiles(mine.Root, rel.Type))
	}
	scope := mine.Scope
	if rel.On.Scope == ScopeAccount {
		scope.Region, scope.RegionKey = "", ""
	}
	causes = concat(causes, w.gaps.lostCalls(rel.Type, scope))
	return members, concat(causes, w.elsewhere(mine, rel))
}

// kind is all that a list that reads nothing of its members shows of one.
type kind struct {
	mark  resource.PHIMark
	scope resource.Scope
}

// kinds are the resources of a type in an account or region, the first of each kind in
// place of all. Each of thousands of resources may have the list, of thousands of others.
func (w *world) kinds(key scopeKey) []*entity {
	w.mu.Lock()
	defer w.mu.Unlock()
	if known, ok := w.alike[key]; ok {
		return known
	}
	var out []*entity
	first := map[kind]int{}
	for _, e := range w.scopes[key] {
		if len(e.Existence) > 0 {
			out = append(out, e) // whether it is there depends on who asks
			continue
		}
		k := kind{e.PHI.Mark, e.Scope}
		i, seen := first[k]
		switch {
		case !seen:
			first[k] = len(out)
			out = append(out, e)
		case len(e.PHI.Causes) > 0 && len(out[i].PHI.Causes) < maxCauses:
			out[i] = out[i].because(e.PHI.Causes)
		}
	}
	w.alike[key] = out
	return out
}

// because is the entity whose mark has more causes.
func (e *entity) because(causes []resource.Cause) *entity {
	of, out := *e.Resource, *e
	of.PHI.Causes = sortedCauses(concat(of.PHI.Causes, causes))
	out.Resource = &of
	return &out
}

// present leaves out the members of which it is not known whether they exist;
// judged is nil where nothing is given.
func (w *world) present(all []*entity, judged *entity) (members []*entity, causes []resource.Cause) {
	if judged == nil {
		judged = nobody
	}
	for _, m := range all {
		missing := judged.lacks(m.Existence)
		if len(missing) == 0 {
			members = append(members, m)
		}
		for _, c := range missing {
			causes = append(causes, c.Cause)
		}
	}
	return members, causes
}

// nobody is an entity about which nothing is known.
var nobody = &entity{Resource: &resource.Resource{}}
