// Package phi marks which resources hold protected health information (PHI): those that a
// tag, a name or the user says, and those that it reaches from them along references (see
// Edges). It says what decided and by which way the mark came. internal/checks asks more of
// a resource that is marked, and judges one whose mark is unknown under every mark.
package phi

import (
	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Mark sets PHI on every resource of the set, and says how PHI may move between them. The
// markers that are always read are:
//
//   - the tag DataClass or data-classification (any case, with or without separators):
//     PHI or ePHI is yes, another class is no;
//   - the tag HIPAA: true is yes, false is no;
//   - a tag whose key holds phi as a whole word: yes, unless its value is false, no or none;
//   - phi as a whole word in a tag's value, in an attribute that names the resource, or in
//     its name or instance key in the configuration: yes.
//
// The user's are added to them. What weighs more, from the top:
//
//  1. an address that the user says holds none: no, and nothing is carried there or on;
//  2. a marker that says yes, which outweighs any that says no; the reason names both;
//  3. a yes that is carried here: a copy holds what it copies, whatever its tags say, and
//     the reason names these too. What merely tells of PHI (a log, an event, a list of
//     names) need not hold any: there, a marker that says no comes first;
//  4. what could not be seen: tags or names that might have said yes, or a reference along
//     which PHI may come, make the mark unknown;
//  5. a marker that says no.
func Mark(set *resource.Set, m Markers) Map {
	read := m.compile()
	for _, r := range set.Resources {
		r.PHI = read.markOf(r)
	}
	g := graph.New(Edges()).Find(set)
	newTravel(set, g, read.excludes).run(set)
	return mapOf(g)
}

// mapOf is the graph as a map, once the marks have travelled.
func mapOf(g graph.Graph) Map {
	var m Map
	for _, e := range g.Edges {
		m.Edges = append(m.Edges, Edge{
			From: e.From, To: e.To, Kind: e.Row.Kind, Path: e.Path, Holder: e.Holder, Why: e.Row.Why, Causes: e.Causes,
			Carried: e.From.PHI.Mark == resource.PHIYes && len(e.Causes) == 0 && e.To.PHI.Mark == resource.PHIYes,
		})
	}
	for _, o := range g.Open {
		m.Open = append(m.Open, OpenEdge{Seen: o.Seen, Kind: o.Row.Kind, Path: o.Path, Holder: o.Holder, Out: o.Out, Cause: o.Cause})
	}
	return m
}
