package detect

// covered is a set of bytes of a text, one bit each.
type covered []uint64

func newCovered(length int) covered { return make(covered, length/64+1) }

func (c covered) add(start, end int) {
	for i := start; i < end; i++ {
		if i&63 == 0 && i+64 <= end {
			c[i>>6] = ^uint64(0)
			i += 63
			continue
		}
		c[i>>6] |= 1 << (i & 63)
	}
}

// any tells whether a byte of [start, end) is in the set.
func (c covered) any(start, end int) bool {
	for i := start; i < end; i++ {
		switch word := c[i>>6]; {
		case word == 0:
			i |= 63
		case word>>(i&63)&1 != 0:
			return true
		}
	}
	return false
}
