package detect

// automaton finds every occurrence of a set of ASCII words in one pass, whatever
// their case (Aho and Corasick, "Efficient string matching", CACM 18(6), 1975),
// as a table of transitions over classes of bytes. It is read-only once built.
type automaton struct {
	class [256]uint8 // byte -> column of next; 0 is every byte that no word holds
	next  []uint16   // state<<columnBits | column -> state
	words [][]uint16 // state - speaking -> the words that end there
	// speaking is the first state in which a word ends: states are numbered so
	// that the inner loop has one comparison.
	speaking uint16
}

const columnBits = 6

// newAutomaton takes lower-case ASCII words of at most 1<<columnBits - 1 distinct
// bytes and fewer than 1<<16 bytes in all; the tests hold the tables to that.
func newAutomaton(words []string) *automaton {
	a := &automaton{}
	columns := uint8(0)
	for _, w := range words {
		for i := range len(w) {
			if a.class[w[i]] == 0 {
				columns++
				a.class[w[i]] = columns
			}
		}
	}
	for c := 'a'; c <= 'z'; c++ {
		a.class[c-'a'+'A'] = a.class[c]
	}
	trie, ends := a.trie(words)
	a.renumber(trie, ends, closed(trie, ends))
	return a
}

// trie has a row of 1<<columnBits children for each prefix; 0 is the root, and no child.
func (a *automaton) trie(words []string) (next []uint16, ends [][]uint16) {
	next, ends = make([]uint16, 1<<columnBits), make([][]uint16, 1)
	for n, w := range words {
		state := 0
		for i := range len(w) {
			at := state<<columnBits | int(a.class[w[i]])
			if next[at] == 0 {
				next[at] = uint16(len(ends)) //nolint:gosec // bounded by the total length of the words
				next = append(next, make([]uint16, 1<<columnBits)...)
				ends = append(ends, nil)
			}
			state = int(next[at])
		}
		ends[state] = append(ends[state], uint16(n))
	}
	return next, ends
}

// closed turns the trie into the full table: where a prefix has no child, the
// longest suffix that is a prefix too decides. It gives the states by length.
func closed(next []uint16, ends [][]uint16) (order []uint16) {
	fail := make([]uint16, len(ends))
	order = append(order, 0)
	for head := 0; head < len(order); head++ {
		state := order[head]
		for c := range 1 << columnBits {
			at := int(state)<<columnBits | c
			child := next[at]
			fallback := uint16(0)
			if state != 0 {
				fallback = next[int(fail[state])<<columnBits|c]
			}
			if child == 0 {
				next[at] = fallback
				continue
			}
			fail[child] = fallback
			ends[child] = append(ends[child], ends[fallback]...)
			order = append(order, child)
		}
	}
	return order
}

// renumber puts the states in which words end last.
func (a *automaton) renumber(next []uint16, ends [][]uint16, order []uint16) {
	number := make([]uint16, len(ends))
	n := uint16(0)
	for _, speaks := range []bool{false, true} {
		if speaks {
			a.speaking = n
		}
		for _, s := range order {
			if (len(ends[s]) > 0) == speaks {
				number[s] = n
				n++
			}
		}
	}
	a.next = make([]uint16, len(next))
	a.words = make([][]uint16, int(n-a.speaking))
	for s := range ends {
		to := int(number[s]) << columnBits
		for c := range 1 << columnBits {
			a.next[to|c] = number[next[s<<columnBits|c]]
		}
		if len(ends[s]) > 0 {
			a.words[number[s]-a.speaking] = ends[s]
		}
	}
}

// scan calls hit for every word that ends in the text, in order of its end, with
// the offset after its last byte.
func (a *automaton) scan(text []byte, hit func(word uint16, end int)) {
	state := uint16(0)
	for i, b := range text {
		state = a.next[int(state)<<columnBits|int(a.class[b])]
		if state >= a.speaking {
			for _, w := range a.words[state-a.speaking] {
				hit(w, i+1)
			}
		}
	}
}

// holdsAny tells whether any word occurs in the text.
func (a *automaton) holdsAny(text string) bool {
	state := uint16(0)
	for i := range len(text) {
		state = a.next[int(state)<<columnBits|int(a.class[text[i]])]
		if state >= a.speaking {
			return true
		}
	}
	return false
}
