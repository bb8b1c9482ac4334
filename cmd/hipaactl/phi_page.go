package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// phiSchema is the version of the page as JSON, described by docs/schema/phi.v1.json.
const phiSchema = "hipaactl/phi/v1"

// phiPage is where PHI lives and how it travels. It holds no attribute's value, and what
// looks like a secret in a name is masked.
type phiPage struct {
	Schema   string           `json:"schema"`
	Tool     phiTool          `json:"tool"`
	Sources  []finding.Source `json:"sources"`
	Complete bool             `json:"complete"`
	Summary  phiSummary       `json:"summary"`
	// Resources are those that hold PHI, may, or were said not to.
	Resources []phiResource `json:"resources"`
	// Unmarked counts the others by type.
	Unmarked []finding.Count `json:"unmarked"`
	Edges    []phiEdge       `json:"edges"`
	Open     []phiOpen       `json:"open"`
	Gaps     []finding.Gap   `json:"gaps"`
}

type phiTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// phiSummary counts resources by mark.
type phiSummary struct {
	Yes      int `json:"yes"`
	Unknown  int `json:"unknown"`
	No       int `json:"no"`
	Unmarked int `json:"unmarked"`
}

type phiResource struct {
	finding.Resource
	end phiEnd
	PHI string `json:"phi"`
	// Why names the marker that decided, and Path how the mark got here from what it names.
	Why    string            `json:"why"`
	Path   []finding.PHIStep `json:"path"`
	Causes []finding.Cause   `json:"causes"`
	File   string            `json:"file,omitempty"`
	Line   int               `json:"line,omitempty"`
}

// phiEnd is an end of an edge.
type phiEnd struct {
	Root    string `json:"root"`
	Address string `json:"address"`
	// of is the resource; two may be masked alike.
	of *resource.Resource
}

type phiEdge struct {
	From phiEnd `json:"from"`
	To   phiEnd `json:"to"`
	Kind string `json:"kind"`
	Via  string `json:"via"`
	Why  string `json:"why"`
	// Causes say why the reference may not be there.
	Causes []finding.Cause `json:"causes"`
	// Carried tells that PHI gets from one to the other, for certain.
	Carried bool `json:"carried"`
}

// phiOpen is a reference of which one end was not seen. Out tells that Seen is where PHI
// would come from.
type phiOpen struct {
	Seen  phiEnd        `json:"seen"`
	Kind  string        `json:"kind"`
	Via   string        `json:"via"`
	Out   bool          `json:"out"`
	Cause finding.Cause `json:"cause"`
}

func newPHIPage(set *resource.Set, moves phi.Map) phiPage {
	page := phiPage{
		Schema: phiSchema, Tool: phiTool{"hipaactl", currentBuild().Version}, Complete: len(set.Gaps) == 0,
		Sources: []finding.Source{}, Resources: []phiResource{}, Edges: []phiEdge{}, Open: []phiOpen{}, Gaps: gapsOf(set, nil),
	}
	unmarked := map[string]int{}
	for _, r := range declared(set) {
		switch r.PHI.Mark {
		case resource.PHIYes:
			page.Summary.Yes++
		case resource.PHIUnknown:
			page.Summary.Unknown++
		case resource.PHINo:
			page.Summary.No++
		case resource.PHIUnmarked:
			page.Summary.Unmarked++
			unmarked[r.Address.Type]++
			continue
		}
		page.Resources = append(page.Resources, phiResourceOf(r))
	}
	page.Unmarked = []finding.Count{}
	for _, typ := range slices.Sorted(maps.Keys(unmarked)) {
		page.Unmarked = append(page.Unmarked, finding.Count{Name: typ, Count: unmarked[typ]})
	}
	slices.SortStableFunc(page.Unmarked, func(a, b finding.Count) int { return cmp.Compare(b.Count, a.Count) })
	for _, e := range moves.Edges {
		page.Edges = append(page.Edges, phiEdge{
			From: endOf(e.From), To: endOf(e.To), Kind: e.Kind, Via: via(e.Holder, e.Path), Why: e.Why, Causes: maskedCauses(e.Causes), Carried: e.Carried,
		})
	}
	for _, e := range moves.Open {
		page.Open = append(page.Open, phiOpen{Seen: endOf(e.Seen), Kind: e.Kind, Via: via(e.Holder, e.Path), Out: e.Out, Cause: maskedCause(e.Cause)})
	}
	return page
}

func phiResourceOf(r *resource.Resource) phiResource {
	out := phiResource{
		Resource: finding.Resource{
			Root: r.Root, Address: finding.Masked(r.Shown()), Type: r.Address.Type, Source: r.Source,
			Account: r.Scope.Account, Region: r.Scope.Region, ARN: finding.Masked(r.ARN),
		},
		end: endOf(r), PHI: string(r.PHI.Mark), Why: finding.Masked(r.PHI.Why), Path: []finding.PHIStep{}, Causes: maskedCauses(r.PHI.Causes),
		File: r.Location.Range.Filename, Line: r.Location.Range.Start.Line,
	}
	for _, s := range r.PHI.Path {
		out.Path = append(out.Path, finding.PHIStep{
			From: finding.Masked(s.From), To: finding.Masked(s.To), Via: finding.Masked(s.Via), Why: s.Why,
		})
	}
	return out
}

// nameOf is the address for people, for an inline block that of the resource that holds it.
func nameOf(r *resource.Resource) string {
	if !r.InlineOf.IsZero() {
		return r.InlineOf.String()
	}
	return r.Shown()
}

func endOf(r *resource.Resource) phiEnd {
	return phiEnd{Root: r.Root, Address: finding.Masked(nameOf(r)), of: r}
}

// via is the attribute that holds a reference, with the address of what holds it. What
// stands for an inline block is named as it is written: aws_s3_bucket.b.logging[0].target_bucket.
func via(holder *resource.Resource, path string) string {
	if !holder.InlineOf.IsZero() {
		path = strings.TrimPrefix(holder.Address.Name, holder.InlineOf.Name+".") + "." + path
	}
	return finding.Masked(nameOf(holder) + "." + path)
}

func maskedCauses(all []resource.Cause) []finding.Cause {
	out := make([]finding.Cause, 0, len(all))
	for _, c := range all {
		out = append(out, maskedCause(c))
	}
	return out
}

func maskedCause(c resource.Cause) resource.Cause {
	c.What, c.Why, c.Settle = finding.Masked(c.What), finding.Masked(c.Why), finding.Masked(c.Settle)
	return c
}

// placed are the causes with other names for their files.
func placed(all []finding.Cause, file func(string) string) []finding.Cause {
	all = slices.Clone(all)
	for i := range all {
		all[i].File = file(all[i].File)
	}
	return all
}

// renamed is a copy with other names for its files and roots.
func (page phiPage) renamed(file, root func(string) string) phiPage {
	page.Resources = slices.Clone(page.Resources)
	for i := range page.Resources {
		r := &page.Resources[i]
		r.Root, r.end.Root, r.File = root(r.Root), root(r.Root), file(r.File)
		r.Causes = placed(r.Causes, file)
	}
	page.Edges = slices.Clone(page.Edges)
	for i := range page.Edges {
		e := &page.Edges[i]
		e.From.Root, e.To.Root = root(e.From.Root), root(e.To.Root)
		e.Causes = placed(e.Causes, file)
	}
	page.Open = slices.Clone(page.Open)
	for i := range page.Open {
		e := &page.Open[i]
		e.Seen.Root, e.Cause.File = root(e.Seen.Root), file(e.Cause.File)
	}
	page.Gaps = rename(finding.Report{Gaps: page.Gaps}, file, root).Gaps
	return page
}
