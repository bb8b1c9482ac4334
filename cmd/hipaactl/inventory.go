package main

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// inventories are the formats that hold an inventory.
var inventories = []string{"html", "json", "markdown"}

// lists tells whether a document that is asked for holds an inventory. To make one, more has
// to be evaluated than the rules read.
func (plan *reporting) lists() bool {
	return slices.ContainsFunc(inventories, plan.outputs.has)
}

// wantInventory is what a source of configuration evaluates for an inventory: w, every
// type's tags and identities, and what says which network a resource lies in.
func wantInventory(w resource.Wanted) resource.Wanted {
	out := maps.Clone(w)
	graph.New(graph.Network()).Want(out)
	out.Add(resource.AnyType, &resource.Shape{Kind: resource.Object})
	return out
}

// inventoryOf lists what was seen, how PHI moves in it, and which network it lies in.
func inventoryOf(set *resource.Set, moves phi.Map) *finding.Inventory {
	out := &finding.Inventory{Assets: []finding.Asset{}, Links: []finding.Link{}}
	assets := slices.DeleteFunc(slices.Clone(set.Resources), func(r *resource.Resource) bool { return r.Address.Data || !r.InlineOf.IsZero() })
	slices.SortStableFunc(assets, func(a, b *resource.Resource) int {
		return cmp.Or(cmp.Compare(a.Root, b.Root), cmp.Compare(a.Shown(), b.Shown()), cmp.Compare(a.Source, b.Source))
	})
	at := make(map[*resource.Resource]int, len(assets))
	for i, r := range assets {
		at[r] = i
		out.Assets = append(out.Assets, assetOf(r))
	}
	add := func(from, to, holder *resource.Resource, l finding.Link) {
		i, fromSeen := at[from]
		j, toSeen := at[to]
		if fromSeen && toSeen {
			l.From, l.To, l.Via = i, j, holder.Shown()+"."+l.Via
			out.Links = append(out.Links, l)
		}
	}
	for _, e := range moves.Edges {
		if len(e.Causes) == 0 {
			add(e.From, e.To, e.Holder, finding.Link{Kind: e.Kind, Via: e.Path, Why: e.Why, PHI: e.Carried})
		}
	}
	for _, e := range graph.New(graph.Network()).Find(set).Edges {
		if len(e.Causes) == 0 {
			add(e.From, e.To, e.Holder, finding.Link{Kind: e.Row.Kind, Via: e.Path, Why: e.Row.Why})
		}
	}
	slices.SortFunc(out.Links, func(a, b finding.Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Via, b.Via))
	})
	out.Links = slices.Compact(out.Links)
	return out
}

func assetOf(r *resource.Resource) finding.Asset {
	a := finding.Asset{
		Resource: finding.Resource{
			Root: r.Root, Address: r.Shown(), Type: r.Address.Type, Source: r.Source, Account: r.Scope.Account, Region: r.Scope.Region, ARN: r.ARN,
		},
		PHI: cmp.Or(string(r.PHI.Mark), "unmarked"), PHIWhy: r.PHI.Why,
	}
	if r.Source != resource.Live {
		a.File, a.Line = r.Location.Range.Filename, r.Location.Range.Start.Line
	}
	return a
}
