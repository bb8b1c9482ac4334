package report

import (
	"cmp"
	"fmt"
	"slices"
)

// The measures of the drawing.
const (
	mapWidth   = 1110
	nodeWidth  = 180
	nodeHeight = 46
	gap        = 18
	boxHead    = 24
	// nameWidth is how many characters of a name have room in a node.
	nameWidth = 23
)

// mapGroup is what is drawn in one subnet, or directly in a network.
type mapGroup struct {
	network, subnet int
	assets          []int
}

// layOut puts the assets into boxes, network by network from top to bottom; last what lies
// in none.
func (m *networkMap) layOut(f *forest, shown []int) {
	y := gap
	all := groups(f, shown)
	for i := 0; i < len(all); {
		n := i
		for n < len(all) && all[n].network == all[i].network {
			n++
		}
		top := y
		outer := len(m.Boxes)
		label := "Outside of any network that was seen"
		if network := all[i].network; network >= 0 {
			label = f.assets[network].Address
			m.Places++
		}
		m.Boxes = append(m.Boxes, box{X: gap, Y: top, Width: mapWidth - 2*gap, Label: cut(label, 130)})
		y += boxHead
		for _, g := range all[i:n] {
			y = m.draw(f, g, y)
		}
		m.Boxes[outer].Height = y - top
		y += gap
		i = n
	}
	m.Height = y
}

// groups are the assets by network and subnet, in the order of the inventory.
func groups(f *forest, shown []int) []mapGroup {
	var all []mapGroup
	at := map[[2]int]int{}
	for _, i := range shown {
		network, subnet := f.place(i)
		key := [2]int{network, subnet}
		if _, ok := at[key]; !ok {
			at[key] = len(all)
			all = append(all, mapGroup{network, subnet, nil})
		}
		all[at[key]].assets = append(all[at[key]].assets, i)
	}
	last := len(f.assets)
	order := func(i int) int { // what lies in no network comes last, in no subnet first
		if i < 0 {
			return last
		}
		return i
	}
	slices.SortStableFunc(all, func(a, b mapGroup) int {
		return cmp.Or(cmp.Compare(order(a.network), order(b.network)), cmp.Compare(a.subnet, b.subnet))
	})
	return all
}

// draw draws a group from y downwards and returns where it ends.
func (m *networkMap) draw(f *forest, g mapGroup, y int) int {
	x, top := 2*gap, y
	if g.subnet >= 0 {
		m.Boxes = append(m.Boxes, box{X: x, Y: top, Width: mapWidth - 4*gap, Label: cut(f.assets[g.subnet].Address, 125), Inner: true})
		m.Places++
		y += boxHead
		x += gap
	}
	inner := len(m.Boxes) - 1
	perRow := (mapWidth - 2*x + gap) / (nodeWidth + gap)
	for k, i := range g.assets {
		if k > 0 && k%perRow == 0 {
			y += nodeHeight + gap
		}
		a := f.assets[i]
		m.Nodes = append(m.Nodes, node{
			X: x + k%perRow*(nodeWidth+gap), Y: y, Name: cut(a.name(), nameWidth), Type: cut(a.Type, nameWidth+2), PHI: a.PHI, asset: i,
		})
	}
	y += nodeHeight + gap
	if g.subnet >= 0 {
		m.Boxes[inner].Height = y - top
		y += gap
	}
	return y
}

// arrow is a link between two nodes. X and Y are where its number stands.
type arrow struct {
	Path   string
	X, Y   int
	Number int
}

// connect draws the flows whose ends are drawn, and numbers them.
func (m *networkMap) connect(flows []flow) {
	at := map[int]node{}
	for _, n := range m.Nodes {
		at[n.asset] = n
	}
	for i := range flows {
		from, ok := at[flows[i].From]
		to, both := at[flows[i].To]
		if !ok || !both || flows[i].From == flows[i].To || len(m.Arrows) == maxArrows {
			continue
		}
		flows[i].Number = len(m.Arrows) + 1
		m.Arrows = append(m.Arrows, newArrow(from, to, flows[i].Number))
	}
}

// newArrow leaves a node at the side that faces the other. Between nodes of one row it
// bends below them, so that it crosses none.
func newArrow(from, to node, number int) arrow {
	x1, x2 := from.X+nodeWidth/2, to.X+nodeWidth/2
	// Several arrows at a node leave it apart from each other.
	spread := number%5*12 - 24
	x1, x2 = x1+spread, x2+spread
	y1, y2, bend := from.Y+nodeHeight, to.Y, 0
	switch {
	case from.Y == to.Y:
		y2, bend = to.Y+nodeHeight, 22
	case from.Y > to.Y:
		y1, y2 = from.Y, to.Y+nodeHeight
	}
	c1, c2 := (y1+y2)/2+bend, (y1+y2)/2+bend
	return arrow{
		Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, x1, c1, x2, c2, x2, y2),
		X:    (x1 + x2) / 2, Y: (y1+y2)/2 + bend*3/4, Number: number,
	}
}
