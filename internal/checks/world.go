package checks

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// world is one set prepared for judging: entities by type, joins and gaps.
type world struct {
	wholeAccount bool
	entities     []*entity
	// read are the accounts and regions that a live source read, whatever is in them.
	read      []*entity
	byType    map[string][]*entity
	gaps      gaps
	documents documents

	mu    sync.Mutex
	joins map[joinKey]*join
	// seen are the Regions of accounts, for the policies that look at them.
	seen map[seenKey]seenRegions
	// scopes finds the resources of a type in an account or region.
	scopes map[scopeKey][]*entity
	// alike are those of them that stand for all, where a list reads nothing of them.
	alike map[scopeKey][]*entity
	// placed finds one resource of a type in each root and region, and roots those of a region,
	// where they are one account.
	placed map[string][]*entity
	roots  map[string][]string
}

type scopeKey struct{ typ, scope, key string }

func newWorld(set *resource.Set, wholeAccount bool) *world {
	w := &world{
		wholeAccount: wholeAccount, byType: map[string][]*entity{}, joins: map[joinKey]*join{}, seen: map[seenKey]seenRegions{},
		gaps: newGaps(set.Gaps), scopes: map[scopeKey][]*entity{}, alike: map[scopeKey][]*entity{}, read: scopesRead(set),
		placed: map[string][]*entity{}, roots: map[string][]string{},
	}
	resources := slices.Clone(set.Resources)
	slices.SortStableFunc(resources, resource.Compare)
	for _, r := range resources {
		if r.Address.Data {
			continue
		}
		e := newEntity(r)
		w.entities = append(w.entities, e)
		w.byType[r.Address.Type] = append(w.byType[r.Address.Type], e)
		for _, scope := range []string{ScopeAccount, ScopeRegion} {
			k := scopeKey{r.Address.Type, scope, w.scopeOf(r, scope)}
			w.scopes[k] = append(w.scopes[k], e)
		}
		w.place(e)
	}
	return w
}

// place notes in which regions a root has resources of a type, for perhapsHere.
func (w *world) place(e *entity) {
	if !w.wholeAccount || e.Source == resource.Live {
		return
	}
	typ, key := e.Address.Type, w.regionOf(e.Resource)
	same := func(o *entity) bool { return o.Root == e.Root && o.Scope == e.Scope }
	if !slices.ContainsFunc(w.placed[typ], same) {
		w.placed[typ] = append(w.placed[typ], e)
	}
	if !slices.Contains(w.roots[key], e.Root) {
		w.roots[key] = append(w.roots[key], e.Root)
	}
}

// regionOf is what regions compare by. One without a name is that of its root alone, since the
// same expression may have another value in another root, unless it is left to the provider's
// surroundings, which the roots share.
func (w *world) regionOf(r *resource.Resource) string {
	if w.wholeAccount && r.Source != resource.Live && r.Scope.Region == "" && r.Scope.RegionKey != "" {
		return r.Scope.RegionKey + "\x00" + r.Root
	}
	return r.Scope.RegionKey
}

// perhapsHere explains that resources of a type may be in the region of one that these roots
// have there. Within a root regions that are configured differently are different; two roots
// of an account compare by name, and where one has no name nobody knows.
func (w *world) perhapsHere(typ string, there *resource.Resource, roots ...string) []resource.Cause {
	var out []resource.Cause
	for _, e := range w.placed[typ] {
		switch {
		case w.regionOf(e.Resource) == w.regionOf(there), e.Scope.Region != "" && there.Scope.Region != "":
		case !slices.ContainsFunc(roots, func(root string) bool { return root != e.Root }):
		default:
			out = append(out, resource.Cause{
				Kind: resource.NotVisible, What: e.Address.String(), Why: "whether it is in the same Region is not known",
				Settle: "name the Region in the provider configurations of both stacks, or give the variable that does a value",
			}.At(e.Location.Range))
		}
	}
	return out
}

// scopeOf is the key of the account or region that a resource belongs to. In
// code that is its root's, unless the whole account was scanned.
func (w *world) scopeOf(r *resource.Resource, scope string) string {
	key := partOf(r)
	if w.wholeAccount && r.Source != resource.Live {
		key = ""
	}
	if scope == ScopeRegion {
		key += "\x00" + w.regionOf(r)
	}
	return key
}

// join works a join out once.
func (w *world) join(rel *relation, mineType string) *join {
	k := joinKey{rel.Type, rel.On.Theirs.String(), mineType, rel.On.Mine.String()}
	w.mu.Lock()
	defer w.mu.Unlock()
	if j := w.joins[k]; j != nil {
		return j
	}
	j := &join{
		key: k, members: map[*entity][]hit{}, opens: map[*entity][]resource.Cause{},
		loose: map[string][]resource.Cause{}, strays: map[string][]stray{}, settled: map[*entity]bool{},
		astray: map[strayKey]bool{}, texts: map[string]strayTexts{},
	}
	theirs, mine := w.byType[rel.Type], w.byType[mineType]
	switch {
	case identifies(mineType, rel.On.Mine):
		j.incoming(theirs, mine, rel.On.Theirs, rel.On.Mine)
	case identifies(rel.Type, rel.On.Theirs):
		j.outwards(theirs, mine, rel.On.Mine)
	default:
		j.sideways(theirs, mine, rel.On.Theirs, rel.On.Mine)
	}
	j.tidy()
	w.joins[k] = j
	return j
}

func identifies(typ string, p Path) bool {
	return len(p) == 1 && resource.IdentityOf(typ).Names(p[0].Name)
}

// maxCauses bounds what explains one unknown: after ten causes an eleventh helps nobody.
const maxCauses = 10

// tidy removes repetitions, so that many unknown links of one cause cost as much as one.
func (j *join) tidy() {
	for part, causes := range j.loose {
		causes = sortedCauses(causes)
		j.loose[part] = causes[:min(len(causes), maxCauses)]
	}
	for part, strays := range j.strays {
		for _, s := range strays {
			j.astray[strayKey{s.companion, s.link.text}] = true
		}
		var opaque, plain []string
		for _, s := range strays {
			switch {
			case !s.link.known || s.link.namesType(j.key.mineType):
			case s.link.opaque():
				opaque = append(opaque, spellings(s.link.text, j.key.mineType)...)
			default:
				plain = append(plain, spellings(s.link.text, j.key.mineType)...)
			}
		}
		j.texts[part] = strayTexts{distinct(opaque), distinct(plain)}
	}
}

// strayTexts are the spellings of links that named nothing seen.
type strayTexts struct{ opaque, plain []string }

// mayName tells whether a link that named nothing seen may name e once
// everything is known.
func (t strayTexts) mayName(e *entity) bool {
	if len(t.opaque)+len(t.plain) == 0 {
		return false
	}
	if len(e.unsettled) > 0 {
		return true
	}
	for _, n := range e.names {
		fits := func(text string) bool { return mayEqual(n.text, text) }
		if slices.ContainsFunc(t.opaque, fits) || resource.HasPlaceholder(n.text) && slices.ContainsFunc(t.plain, fits) {
			return true
		}
	}
	return false
}

func distinct(texts []string) []string {
	slices.Sort(texts)
	return slices.Compact(texts)
}

// sortedCauses is the causes in order and without repetition.
func sortedCauses(causes []resource.Cause) []resource.Cause {
	out := slices.Clone(causes)
	slices.SortFunc(out, func(a, b resource.Cause) int {
		return cmp.Or(
			strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.What, b.What),
			cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Why, b.Why), strings.Compare(a.Settle, b.Settle),
		)
	})
	return slices.Compact(out)
}
