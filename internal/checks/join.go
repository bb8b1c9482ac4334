package checks

import (
	"github.com/hipaactl/hipaactl/internal/resource"
)

// joinKey names a join. Policies that relate the same types in the same way share it.
type joinKey struct{ theirType, theirs, mineType, mine string }

// hit is a member of a list, and under which conditions its link is what it is.
type hit struct {
	member     *entity
	conditions []resource.Condition
}

// join is who belongs to whom, worked out once for all resources of two types.
type join struct {
	key joinKey
	// members lists, for each resource on my side, those on theirs.
	members map[*entity][]hit
	// opens explains, for each resource on my side, members that may be unseen.
	opens map[*entity][]resource.Cause
	// loose explains links that may name anything, by part.
	loose map[string][]resource.Cause
	// strays are links that name nothing seen, by part, and texts their spellings.
	strays map[string][]stray
	texts  map[string]strayTexts
	astray map[strayKey]bool
	// outgoing tells that the join was driven from my side.
	outgoing bool
	// settled marks resources whose outgoing links were all found.
	settled map[*entity]bool
}

// strayKey names a stray link.
type strayKey struct {
	companion *entity
	text      string
}

// stray is a link of a companion whose target is not in the set.
type stray struct {
	companion *entity
	link      link
}

// incoming joins resources that name me: theirs holds the reference, mine is an identity.
func (j *join) incoming(theirs, mine []*entity, path, minePath Path) {
	f := newFinder()
	for _, e := range mine {
		f.addIdentity(e)
		for _, l := range linksOf(e, minePath) {
			for _, key := range l.shared() {
				f.addText(e, key)
			}
		}
	}
	for _, m := range theirs {
		for _, l := range linksOf(m, path) {
			found := f.find(m, j.key.mineType, l)
			for _, e := range found {
				j.add(e, m, l)
			}
			if len(found) == 0 {
				j.miss(f, m, l)
			}
		}
	}
}

// miss deals with a link that names nothing seen for certain.
func (j *join) miss(f *finder, m *entity, l link) {
	if !l.known {
		targets, bound := 0, false
		for _, ref := range l.refs {
			if ref.Address.Type != j.key.mineType {
				continue
			}
			bound = true
			if e := f.address(m.part, ref.Address); e != nil {
				j.opens[e] = append(j.opens[e], l.causes...)
				targets++
			}
		}
		if !bound {
			j.loose[m.part] = append(j.loose[m.part], l.causes...)
		}
		if targets > 0 {
			return
		}
	}
	j.strays[m.part] = append(j.strays[m.part], stray{m, l})
}

// outwards joins resources that I name: mine holds the reference, theirs is an identity.
func (j *join) outwards(theirs, mine []*entity, path Path) {
	j.outgoing = true
	f := newFinder()
	for _, m := range theirs {
		f.addIdentity(m)
	}
	for _, e := range mine {
		j.settled[e] = true
		for _, l := range linksOf(e, path) {
			found := f.find(e, j.key.theirType, l)
			for _, m := range found {
				j.add(e, m, l)
			}
			if len(found) == 0 && !l.namesAnother(j.key.theirType) {
				j.settled[e] = false
				j.opens[e] = append(j.opens[e], j.unmatched(e, l)...)
			}
		}
	}
}

// unmatched explains a list whose target was not seen.
func (j *join) unmatched(e *entity, l link) []resource.Cause {
	if !l.known {
		return l.causes
	}
	settle := "scan the stack that declares it together with this one"
	if e.Source == resource.Live {
		settle = "see whether it exists, and in which account"
	}
	return []resource.Cause{{
		Kind: resource.NotVisible, What: j.key.theirType + " named by " + e.Address.String() + "." + j.key.mine,
		Why: "it is not in what was read", Settle: settle,
	}}
}

// sideways joins resources that name the same third thing: neither side is an identity.
func (j *join) sideways(theirs, mine []*entity, theirPath, minePath Path) {
	j.outgoing = true
	f := newFinder()
	for _, m := range theirs {
		for _, l := range linksOf(m, theirPath) {
			keys := l.shared()
			for _, key := range keys {
				f.addText(m, key)
			}
			if len(keys) == 0 {
				j.loose[m.part] = append(j.loose[m.part], l.causes...)
			}
		}
	}
	candidates := map[string]bool{}
	for _, m := range theirs {
		candidates[m.part] = true
	}
	for _, e := range mine {
		for _, l := range linksOf(e, minePath) {
			for _, key := range l.shared() {
				for _, m := range f.byText[finderKey{part: e.part, text: key}] {
					j.add(e, m, l)
				}
			}
			if !l.known && candidates[e.part] {
				j.opens[e] = append(j.opens[e], l.causes...)
			}
		}
	}
}

// shared are the keys under which two links to the same third thing meet.
func (l link) shared() []string {
	var keys []string
	if l.known {
		keys = append(keys, l.text)
		if a, ok := l.names(l.text); ok {
			keys = append(keys, "\x00address:"+a.String())
		}
		return keys
	}
	if l.origin != "" {
		keys = append(keys, originPrefix+l.origin)
	}
	for _, ref := range l.refs {
		if ref.Address.Data {
			keys = append(keys, "\x00address:"+ref.Address.String())
		}
	}
	return keys
}

// add notes a member. One that is linked twice counts with the less conditional link.
func (j *join) add(mine, member *entity, l link) {
	list := j.members[mine]
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].member == member {
			if len(l.maybes) < len(list[i].conditions) {
				list[i].conditions = l.maybes
			}
			return
		}
		if !j.outgoing {
			break // the members come one after the other
		}
	}
	j.members[mine] = append(list, hit{member, l.maybes})
}
