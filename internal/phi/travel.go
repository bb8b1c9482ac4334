package phi

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// travel carries marks along edges.
type travel struct {
	edges []graph.Edge
	// out lists the edges of each resource, in the order of their other ends.
	out map[*resource.Resource][]int
	// start is where a carried mark comes from.
	start map[*resource.Resource]*resource.Resource
	// excluded tells where the user says that there is no PHI.
	excluded func(*resource.Resource) bool
}

func newTravel(g graph.Graph, excluded func(*resource.Resource) bool) *travel {
	t := &travel{
		edges: g.Edges, out: map[*resource.Resource][]int{},
		start: map[*resource.Resource]*resource.Resource{}, excluded: excluded,
	}
	for i, e := range g.Edges {
		t.out[e.From] = append(t.out[e.From], i)
	}
	return t
}

// run carries what is certain first: what is reached for certain and also perhaps is
// reached for certain.
func (t *travel) run() {
	t.carry(resource.PHIYes)
	t.carry(resource.PHIUnknown)
}

// carry visits everything that can be reached, nearest first, so that the way to each is
// one of the shortest; between equals the order of the edges decides. Nothing is visited
// twice, so that cycles end.
func (t *travel) carry(mark resource.PHIMark) {
	front := t.sources(mark)
	for len(front) > 0 {
		var next []*resource.Resource
		for _, r := range front {
			for _, i := range t.out[r] {
				e := &t.edges[i]
				if !t.takes(e.To, mark) || mark == resource.PHIYes && len(e.Causes) > 0 {
					continue
				}
				e.To.PHI = t.carried(e, mark)
				if len(t.out[e.To]) > 0 {
					next = append(next, e.To)
				}
			}
		}
		slices.SortFunc(next, func(a, b *resource.Resource) int { return cmp.Compare(t.out[a][0], t.out[b][0]) })
		front = next
	}
}

// sources are where the mark comes from, in order. PHI that may be there may come from
// where it certainly is, along an edge that is not certain.
func (t *travel) sources(mark resource.PHIMark) []*resource.Resource {
	var out []*resource.Resource
	for _, e := range t.edges { // in the order of From
		if m := e.From.PHI.Mark; (m == mark || m == resource.PHIYes) && (len(out) == 0 || out[len(out)-1] != e.From) {
			out = append(out, e.From)
		}
	}
	return out
}

// takes tells whether the mark changes anything there.
func (t *travel) takes(r *resource.Resource, mark resource.PHIMark) bool {
	switch r.PHI.Mark {
	case resource.PHIYes:
		return false
	case resource.PHIUnknown:
		return mark == resource.PHIYes
	case resource.PHINo, resource.PHIUnmarked:
	}
	return !t.excluded(r)
}

// maxWay bounds the steps that are kept of a way, and maxCauses what explains one mark. A
// longer way keeps its end; where it began, the reason says.
const (
	maxWay    = 24
	maxCauses = 10
)

// carried is the mark of what an edge leads to.
func (t *travel) carried(e *graph.Edge, mark resource.PHIMark) resource.PHI {
	start := cmp.Or(t.start[e.From], e.From)
	t.start[e.To] = start
	way := e.From.PHI.Path
	p := resource.PHI{Mark: mark, Path: append(slices.Clone(way[max(0, len(way)+1-maxWay):]), step(e))}
	reason, _, _ := strings.Cut(start.PHI.Why, although)
	p.Why = "carried from " + shown(start, e.To) + " (" + reason + ")"
	if mark == resource.PHIUnknown {
		p.Why = "may be " + p.Why
		p.Causes = distinct(slices.Concat(e.Causes, e.From.PHI.Causes))
		p.Causes = p.Causes[:min(len(p.Causes), maxCauses)]
	}
	if own := e.To.PHI; own.Mark == resource.PHINo {
		p.Why += although + own.Why
	}
	return p
}

// although joins what decided and what spoke against it.
const although = ", although "

// step is an edge for people.
func step(e *graph.Edge) resource.PHIStep {
	return resource.PHIStep{From: shown(e.From, e.To), To: e.To.Shown(), Via: via(e), Why: e.Row.Why}
}

// shown is the address of a resource, with its root where that is not the other's.
func shown(r, beside *resource.Resource) string {
	if r.Root != beside.Root {
		return strings.TrimSpace(r.Root + " " + r.Shown())
	}
	return r.Shown()
}

// via is the attribute that holds the reference. What stands for an inline block is
// named as it is written.
func via(e *graph.Edge) string {
	h := e.Holder
	if h.InlineOf.IsZero() {
		return shown(h, e.To) + "." + e.Path
	}
	block := strings.TrimPrefix(h.Address.Name, h.InlineOf.Name+".")
	return h.InlineOf.String() + "." + block + "." + e.Path
}
