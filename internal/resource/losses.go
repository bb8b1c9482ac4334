package resource

import "slices"

// Losses are the gaps of a live read, by where and what was lost. The zero value is ready.
// It is for one goroutine at a time.
type Losses struct{ gaps map[lossKey]*Gap }

type lossKey struct{ root, what string }

// Add enters a gap for types. What several parts of a read needed is one gap for all their
// types; no types at all mean that the resources carry what was lost (Gap.Settled).
func (l *Losses) Add(g Gap, types []string) {
	k := lossKey{g.Root, g.What}
	known := l.gaps[k]
	if known == nil {
		g.Settled = types == nil
		l.Set(g)
		known = l.gaps[k]
	}
	if types != nil {
		known.Types, known.Settled = append(known.Types, types...), false
		slices.Sort(known.Types)
		known.Types = slices.Compact(known.Types)
	}
}

// Set enters a gap as it is, in place of one on the same.
func (l *Losses) Set(g Gap) {
	if l.gaps == nil {
		l.gaps = map[lossKey]*Gap{}
	}
	l.gaps[lossKey{g.Root, g.What}] = &g
}

// Take hands the gaps out, in no order, and forgets them.
func (l *Losses) Take() []Gap {
	out := make([]Gap, 0, len(l.gaps))
	for _, g := range l.gaps {
		out = append(out, *g)
	}
	l.gaps = nil
	return out
}
