package checks

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// owner finds the resource in whose values a path ends, and the path from there.
// list tells that the path does not get that far: it is about a whole list.
func (in *input) owner(p Path) (e *entity, rest Path, list bool) {
	e, lists := in.judged, in.lists
	if in.scope != "" {
		if len(p) < 2 || p[1].Name != "" || p[1].Index == Every || p[1].Index >= len(in.lists[p[0].Name]) {
			return e, nil, true
		}
		n := in.lists[p[0].Name][p[1].Index]
		e, lists, p = n.entity, n.lists, p[2:]
	}
	for len(p) >= 2 && p[0] == metaStep {
		members := lists[p[1].Name]
		if len(p) == 2 || p[2].Name != "" || p[2].Index == Every || p[2].Index >= len(members) {
			return e, nil, !slices.Contains(metaNames, p[1].Name)
		}
		n := members[p[2].Index]
		e, lists, p = n.entity, n.lists, p[3:]
	}
	if len(p) > 0 && p[0] == metaStep {
		p = nil
	}
	return e, p, false
}

// place is where a path is configured; block tells that this is only the block around it.
func (in *input) place(p Path) (e *entity, r hcl.Range, block bool) {
	e, rest, _ := in.owner(p)
	if len(rest) == 0 || e.Locate == nil {
		return e, e.Location.Range, true
	}
	r = e.Locate.Locate(rest.steps())
	if r.Filename == "" {
		r = e.Location.Range
	}
	return e, r, r == e.Location.Range
}

// location is that of the first path with a place of its own, else the block
// of the first companion that a path names, else the judged block. After a path
// to a whole list (there is none, or none of them does) only the judged resource's
// own places count: what is missing is not missing from another companion.
func (in *input) location(paths []Path) finding.Location {
	e, r := in.judged, in.judged.Location.Range
	missing := false
	for _, p := range paths {
		_, _, list := in.owner(p)
		missing = missing || list
		owner, at, block := in.place(p)
		if missing && owner != in.judged && in.scope == "" {
			continue
		}
		if !block {
			e, r = owner, at
			break
		}
		if e == in.judged && owner != e {
			e, r = owner, at
		}
	}
	out := finding.Location{
		File: r.Filename, Line: r.Start.Line, EndLine: r.End.Line, Callers: []finding.Place{}, Downloaded: e.Location.Downloaded,
	}
	for _, c := range e.Location.Callers {
		out.Callers = append(out.Callers, finding.Place{File: c.Filename, Line: c.Start.Line})
	}
	return out
}
