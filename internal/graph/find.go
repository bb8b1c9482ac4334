package graph

import (
	"cmp"
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Find finds the references of a set. The same set gives the same graph, in whatever
// order its resources stand.
func (t *Table) Find(set *resource.Set) Graph {
	g, _ := t.find(set)
	return g
}

// find also counts the steps that it took.
func (t *Table) find(set *resource.Set) (Graph, int) {
	sorted := make([]*resource.Resource, 0, len(set.Resources))
	for _, r := range set.Resources {
		if !r.Address.Data {
			sorted = append(sorted, r)
		}
	}
	slices.SortStableFunc(sorted, resource.Compare)
	f := finder{index: newIndex(sorted, t.named), seen: map[edgeKey]int{}}
	for _, r := range sorted {
		for _, c := range t.byHolder[r.Address.Type] {
			f.row(r, c)
		}
	}
	f.sort()
	return f.graph, f.index.steps
}

// finder finds edges row by row.
type finder struct {
	index *index
	graph Graph
	// seen is the place of each edge.
	seen map[edgeKey]int
}

// edgeKey names an edge: two references of one kind from one resource to another are one.
type edgeKey struct {
	from, to *resource.Resource
	kind     string
}

// end is one resource that a reference names, or none that was seen.
type end struct {
	resource *resource.Resource
	at       string
	// causes say why it may not be named; of one that was not seen, why it was not.
	causes []resource.Cause
	// unread tells of one that was not seen that what names it was not, either.
	unread bool
}

// row reads one row on one holder. Where both ends are named, each of the one side
// belongs to each of the other.
func (f *finder) row(holder *resource.Resource, c compiled) {
	from, to := f.ends(holder, c.row.From, c.from), f.ends(holder, c.row.To, c.to)
	for _, a := range from {
		for _, b := range to {
			f.join(holder, c.row, a, b)
		}
	}
}

// join enters the edge between two ends, or that one of them is open.
func (f *finder) join(holder *resource.Resource, row *Row, from, to end) {
	f.index.steps++
	at := cmp.Or(to.at, from.at)
	a, b := from.resource, to.resource
	switch {
	case a == b:
	case b == nil:
		f.graph.Open = append(f.graph.Open, Open{Seen: a, Holder: holder, Row: row, Path: at, Out: true, Unread: to.unread, Cause: to.causes[0]})
	case a == nil:
		f.graph.Open = append(f.graph.Open, Open{Seen: b, Holder: holder, Row: row, Path: cmp.Or(from.at, at), Unread: from.unread, Cause: from.causes[0]})
	default:
		causes := slices.Concat(from.causes, to.causes, lacks(b, a.Existence), lacks(b, holder.Existence))
		f.enter(Edge{From: a, To: b, Holder: holder, Row: row, Path: at, Causes: tidy(causes)})
	}
}

// enter enters an edge. Of several references of one kind between the same two, the first
// certain one is the edge.
func (f *finder) enter(e Edge) {
	k := edgeKey{e.From, e.To, e.Row.Kind}
	i, again := f.seen[k]
	switch {
	case !again:
		f.seen[k] = len(f.graph.Edges)
		f.graph.Edges = append(f.graph.Edges, e)
	case len(e.Causes) == 0 && len(f.graph.Edges[i].Causes) > 0:
		f.graph.Edges[i] = e
	}
}

// lacks are the causes of the conditions of which r's own existence says nothing.
func lacks(r *resource.Resource, conditions []resource.Condition) []resource.Cause {
	var out []resource.Cause
	for _, c := range conditions {
		if !slices.ContainsFunc(r.Existence, func(o resource.Condition) bool { return o.ID == c.ID }) {
			out = append(out, c.Cause)
		}
	}
	return out
}

// ends are the resources that one side of a row names, those that were not seen included.
func (f *finder) ends(holder *resource.Resource, e End, p path) []end {
	if e.Path == "" {
		return []end{{resource: holder}}
	}
	r := reader{holder: holder}
	r.read(p)
	f.index.steps += r.steps
	var out []end
	for _, n := range r.names {
		out = append(out, f.resolve(holder, n, e)...)
	}
	for _, cause := range tidy(r.opens) {
		out = append(out, end{at: e.Path, causes: []resource.Cause{cause}, unread: true})
	}
	return distinct(out)
}

// distinct keeps of the ends that are the same resource the first certain one, and of
// those that were not seen one for each place.
func distinct(ends []end) []end {
	type key struct {
		r  *resource.Resource
		at string
	}
	at := map[key]int{}
	out := ends[:0]
	for _, e := range ends {
		k := key{r: e.resource}
		if e.resource == nil {
			k.at = e.at
		}
		i, ok := at[k]
		switch {
		case !ok:
			at[k] = len(out)
			out = append(out, e)
		case len(e.causes) == 0:
			out[i] = e
		}
	}
	return out
}

// ordered sorts resources into the one order, each once.
func (f *finder) ordered(all []*resource.Resource) []*resource.Resource {
	slices.SortFunc(all, func(a, b *resource.Resource) int { return cmp.Compare(f.index.position[a], f.index.position[b]) })
	return slices.Compact(all)
}

// sort brings the graph into its one order.
func (f *finder) sort() {
	at := func(r *resource.Resource) int { return f.index.position[r] }
	slices.SortStableFunc(f.graph.Edges, func(a, b Edge) int {
		return cmp.Or(
			cmp.Compare(at(a.From), at(b.From)), cmp.Compare(at(a.To), at(b.To)), cmp.Compare(a.Row.Kind, b.Row.Kind),
			cmp.Compare(at(a.Holder), at(b.Holder)), cmp.Compare(a.Path, b.Path),
		)
	})
	slices.SortStableFunc(f.graph.Open, func(a, b Open) int {
		return cmp.Or(
			cmp.Compare(at(a.Seen), at(b.Seen)), cmp.Compare(a.Row.Kind, b.Row.Kind),
			cmp.Compare(at(a.Holder), at(b.Holder)), cmp.Compare(a.Path, b.Path), resource.CompareCauses(a.Cause, b.Cause),
		)
	})
	f.graph.Open = slices.CompactFunc(f.graph.Open, func(a, b Open) bool {
		return a.Seen == b.Seen && a.Row.Kind == b.Row.Kind && a.Holder == b.Holder && a.Path == b.Path && a.Out == b.Out
	})
}
