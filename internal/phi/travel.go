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
	graph    graph.Graph
	sorted   []*resource.Resource
	position map[*resource.Resource]int
	// out lists the edges of each resource, in the order of their other ends.
	out map[*resource.Resource][]int
	// start is where a carried mark comes from.
	start map[*resource.Resource]*resource.Resource
	// excluded tells where the user says that there is no PHI.
	excluded func(*resource.Resource) bool
}

func newTravel(set *resource.Set, g graph.Graph, excluded func(*resource.Resource) bool) *travel {
	t := &travel{
		graph: g, sorted: slices.Clone(set.Resources), position: make(map[*resource.Resource]int, len(set.Resources)),
		out: map[*resource.Resource][]int{}, start: map[*resource.Resource]*resource.Resource{}, excluded: excluded,
	}
	slices.SortStableFunc(t.sorted, resource.Compare)
	for i, r := range t.sorted {
		t.position[r] = i
	}
	for i, e := range g.Edges {
		t.out[e.From] = append(t.out[e.From], i)
	}
	return t
}

// run carries what is certain first: what is reached for certain and also perhaps is
// reached for certain.
func (t *travel) run(set *resource.Set) {
	t.carry(t.marked(resource.PHIYes), nil)
	t.carry(t.marked(resource.PHIYes, resource.PHIUnknown), newDoubts(set, t.graph))
}

// marked are the resources with a mark from which something leads, in order.
func (t *travel) marked(marks ...resource.PHIMark) []*resource.Resource {
	var out []*resource.Resource
	for _, r := range t.sorted {
		if slices.Contains(marks, r.PHI.Mark) {
			out = append(out, r)
		}
	}
	return out
}

// carry visits everything that can be reached, nearest first, so that the way to each is
// one of the shortest; between equals the order of resources decides. Nothing is visited
// twice, so that cycles end. Without doubts only certain edges count.
func (t *travel) carry(front []*resource.Resource, d *doubts) {
	mark := resource.PHIYes
	var next []*resource.Resource
	if d != nil {
		mark = resource.PHIUnknown
		next = t.doubt(d, d.always)
		front = t.inOrder(append(front, next...))
	}
	for len(front) > 0 {
		next = nil
		for _, r := range front {
			for _, i := range t.out[r] {
				e := &t.graph.Edges[i]
				if (d != nil || len(e.Causes) == 0) && t.takes(e, mark) {
					e.To.PHI = t.carried(e, mark)
					next = append(next, e.To)
				}
			}
			if d != nil {
				next = append(next, t.doubt(d, d.fire(r))...)
			}
		}
		front = t.inOrder(next)
	}
}

func (t *travel) inOrder(all []*resource.Resource) []*resource.Resource {
	slices.SortFunc(all, func(a, b *resource.Resource) int { return cmp.Compare(t.position[a], t.position[b]) })
	return all
}

// doubt makes unknown what the doubts are about, and returns what that changed.
func (t *travel) doubt(d *doubts, raised []doubt) []*resource.Resource {
	var out []*resource.Resource
	for _, what := range raised {
		for _, r := range d.about(what) {
			if open(r.PHI.Mark, resource.PHIUnknown) && !t.excluded(r) {
				r.PHI = resource.PHI{Mark: resource.PHIUnknown, Why: "PHI may be carried to it by what could not be read", Causes: []resource.Cause{what.cause}}
				out = append(out, r)
			}
		}
	}
	return out
}

// takes tells whether the mark changes anything where the edge leads. What merely tells of
// PHI, such as a log, need not hold any: there, the resource's own word decides, also one
// that was not seen.
func (t *travel) takes(e *graph.Edge, mark resource.PHIMark) bool {
	if e.To.PHI.Mark != resource.PHIUnmarked && slices.Contains(telling, e.Row.Kind) {
		return false
	}
	return open(e.To.PHI.Mark, mark) && !t.excluded(e.To)
}

// open tells whether one mark gives way to another.
func open(own, mark resource.PHIMark) bool {
	switch own {
	case resource.PHIYes:
		return false
	case resource.PHIUnknown:
		return mark == resource.PHIYes
	case resource.PHINo, resource.PHIUnmarked:
	}
	return true
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
