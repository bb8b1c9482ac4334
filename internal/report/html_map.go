package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// maxNodes and maxArrows bound what is drawn: beyond that nobody sees anything. The tables have all.
const (
	maxNodes  = 60
	maxArrows = 40
)

// networkMap is a drawing of the inventory: networks as boxes, subnets as boxes in them,
// assets in these, and an arrow for each link along which PHI gets from one to another.
type networkMap struct {
	Width, Height int
	Boxes         []box
	Nodes         []node
	Arrows        []arrow
	// Drawn and Left count assets; Places are networks and subnets, drawn as boxes.
	Drawn, Places, Left int
}

// box is a network or a subnet.
type box struct {
	X, Y, Width, Height int
	Label               string
	Inner               bool
}

// node is an asset.
type node struct {
	X, Y       int
	Name, Type string
	PHI        string
	asset      int
}

// Mark is the word beside a node: PHI, PHI? or nothing.
func (n node) Mark() string {
	switch n.PHI {
	case "yes":
		return "PHI"
	case "unknown":
		return "PHI?"
	}
	return ""
}

// forest says what lies in what: each asset lies in one place of the drawing, though a
// database may span subnets.
type forest struct {
	assets   []*assetRow
	parent   []int
	children [][]int
	// guards are attached to others; they are in the tables alone.
	guards map[int]bool
}

// newForest takes the first network link of each asset that makes no circle.
func newForest(assets []*assetRow, links []finding.Link) *forest {
	f := &forest{assets: assets, parent: make([]int, len(assets)), children: make([][]int, len(assets)), guards: map[int]bool{}}
	for i := range f.parent {
		f.parent[i] = -1
	}
	for _, l := range links {
		f.guards[l.To] = f.guards[l.To] || l.Kind == "attached"
		if l.Kind != "network" || !inRange(l, len(assets)) || f.parent[l.To] >= 0 || f.within(l.From, l.To) {
			continue
		}
		f.parent[l.To] = l.From
		f.children[l.From] = append(f.children[l.From], l.To)
	}
	return f
}

// within tells whether a is b or lies in it.
func (f *forest) within(a, b int) bool {
	for ; a >= 0; a = f.parent[a] {
		if a == b {
			return true
		}
	}
	return false
}

// place is where an asset is drawn: its network and the subnet in it, each -1 where there is none.
func (f *forest) place(i int) (network, subnet int) {
	network, subnet = -1, -1
	for up := f.parent[i]; up >= 0; up = f.parent[up] {
		network, subnet = up, network
	}
	return network, subnet
}

// chosen are the assets to draw: those that hold PHI or may, those that PHI passes, and
// what lies in a network, as many as have room, the first first.
func (f *forest) chosen(flows []flow) []int {
	passed := map[int]bool{}
	for _, l := range flows {
		passed[l.From], passed[l.To] = true, true
	}
	rank := func(i int) int {
		switch {
		case f.assets[i].PHI == "yes":
			return 0
		case passed[i]:
			return 1
		case f.assets[i].PHI == "unknown":
			return 2
		}
		return 3
	}
	var out []int
	for i := range f.assets {
		if len(f.children[i]) == 0 && (f.parent[i] >= 0 && !f.guards[i] || rank(i) < 3) || passed[i] {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	out = first(out, maxNodes)
	slices.Sort(out)
	return out
}

// newMap draws the inventory, nil where nothing in it is worth drawing. It numbers the
// flows that it draws.
func newMap(assets []*assetRow, links []finding.Link, flows []flow) *networkMap {
	f := newForest(assets, links)
	shown := f.chosen(flows)
	if len(shown) == 0 {
		return nil
	}
	m := &networkMap{Width: mapWidth}
	m.layOut(f, shown)
	m.connect(flows)
	m.Drawn = len(m.Nodes)
	m.Left = len(assets) - m.Drawn - m.Places
	return m
}

// name is an address without its type: what a person calls the thing.
func (a *assetRow) name() string {
	return strings.Replace(a.Address, a.Type+".", "", 1)
}
