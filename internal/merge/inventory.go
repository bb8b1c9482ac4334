package merge

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// maxAssets is how many assets of all inventories together are kept: as many as a person
// may still search. It bounds the memory too.
const maxAssets = 100_000

// boundInventories drops all inventories where they hold too many assets, and says so. It
// drops all, for a part would look like the whole.
func boundInventories(results []*result) (note string) {
	assets := 0
	for _, r := range results {
		if r.head.Inventory != nil {
			assets += len(r.head.Inventory.Assets)
		}
	}
	if assets <= maxAssets {
		return ""
	}
	for _, r := range results {
		r.head.Inventory = nil
	}
	return fmt.Sprintf("the inventory is left out: together the results hold more than %d assets", maxAssets)
}

// assetKey is what one asset is known by in several results.
type assetKey struct {
	root, address string
	source        resource.Source
}

// inventory joins the inventories of the results, nil where none has one. One asset of two
// results is one, as the newer says.
func (m *Merged) inventory(good []*result) *finding.Inventory {
	with := slices.DeleteFunc(slices.Clone(good), func(r *result) bool { return r.head.Inventory == nil })
	if len(with) == 0 {
		return nil
	}
	out := &finding.Inventory{Assets: m.assets(with), Links: []finding.Link{}}
	at := map[assetKey]int{}
	for i, a := range out.Assets {
		at[keyOf(a)] = i
	}
	for _, r := range with {
		list := r.head.Inventory.Assets
		position := func(i int) (int, bool) {
			if i < 0 || i >= len(list) {
				return 0, false
			}
			p, ok := at[keyOf(m.placed(r, list[i]))]
			return p, ok
		}
		for _, l := range r.head.Inventory.Links {
			from, okFrom := position(l.From)
			to, okTo := position(l.To)
			if okFrom && okTo {
				l.From, l.To = from, to
				out.Links = append(out.Links, l)
			}
		}
	}
	slices.SortFunc(out.Links, func(a, b finding.Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Via, b.Via), cmp.Compare(a.Why, b.Why))
	})
	out.Links = slices.Compact(out.Links)
	return out
}

func (m *Merged) assets(with []*result) []finding.Asset {
	from, assets := map[assetKey]*result{}, map[assetKey]finding.Asset{}
	for _, r := range with {
		for _, a := range r.head.Inventory.Assets {
			a = m.placed(r, a)
			if k := keyOf(a); r.newer(from[k]) {
				from[k], assets[k] = r, a
			}
		}
	}
	out := make([]finding.Asset, 0, len(assets))
	for _, a := range assets {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b finding.Asset) int {
		return cmp.Or(cmp.Compare(a.Root, b.Root), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Source, b.Source))
	})
	return out
}

func keyOf(a finding.Asset) assetKey { return assetKey{a.Root, a.Address, a.Source} }

func (m *Merged) placed(r *result, a finding.Asset) finding.Asset {
	a.Root, a.File = m.place(r, a.Source, a.Root), m.place(r, a.Source, a.File)
	return a
}
