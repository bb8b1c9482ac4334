package report

import (
	"cmp"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// inventoryView is the inventory as the document shows it.
type inventoryView struct {
	// Holders hold PHI or may; Others do not, or nothing says.
	Holders, Others []*assetRow
	// Omitted counts the others that are not listed.
	Omitted int
	// Flows are the links along which PHI gets from one asset to another, in order.
	Flows []flow
	Map   *networkMap
	Total int
}

// assetRow is one asset with what it hangs together with, by address.
type assetRow struct {
	finding.Asset
	// LiesIn are the networks, subnets and groups that it is in, GuardedBy what is attached to it.
	LiesIn, GuardedBy []string
	at                int
}

// PHIText says whether the asset holds PHI.
func (a *assetRow) PHIText() string { return phiText(a.PHI) }

// Scope is the root, or the account and region; Declared where it stands in the code.
func (a *assetRow) Scope() string {
	return row{Finding: &finding.Finding{Resource: a.Resource}}.Scope()
}

// Declared is file:line, empty for what was read from an account.
func (a *assetRow) Declared() string {
	return finding.Place{File: a.File, Line: a.Line}.String()
}

// flow is a link along which PHI gets from one asset to another. Number is the one at its
// line in the drawing, 0 where it is not drawn.
type flow struct {
	finding.Link
	Number   int
	FromName string
	ToName   string
}

// newInventory is nil where the result holds no inventory.
func newInventory(in *finding.Inventory) *inventoryView {
	if in == nil {
		return nil
	}
	v := &inventoryView{Total: len(in.Assets)}
	rows := make([]*assetRow, len(in.Assets))
	for i, a := range in.Assets {
		rows[i] = &assetRow{Asset: a, at: i}
		if a.PHI == "yes" || a.PHI == "unknown" {
			v.Holders = append(v.Holders, rows[i])
			continue
		}
		if len(v.Others) == maxRows {
			v.Omitted++
			continue
		}
		v.Others = append(v.Others, rows[i])
	}
	slices.SortStableFunc(v.Holders, func(a, b *assetRow) int { return cmp.Compare(b.PHI, a.PHI) }) // yes before unknown
	for _, l := range in.Links {
		if !inRange(l, len(rows)) {
			continue
		}
		from, to := rows[l.From], rows[l.To]
		switch {
		case l.Kind == "network":
			to.LiesIn = extended(to.LiesIn, from.Address)
		case l.Kind == "attached":
			from.GuardedBy = extended(from.GuardedBy, to.Address)
		}
		if l.PHI {
			v.Flows = append(v.Flows, flow{Link: l, FromName: from.Address, ToName: to.Address})
		}
	}
	v.Map = newMap(rows, in.Links, v.Flows)
	return v
}

// inRange guards against a result that was edited by hand.
func inRange(l finding.Link, n int) bool { return l.From >= 0 && l.From < n && l.To >= 0 && l.To < n }

func extended(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
