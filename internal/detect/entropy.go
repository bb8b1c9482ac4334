package detect

import (
	"math"
	"slices"
)

// entropy is Shannon's, in bits a character.
func entropy(s string) float64 {
	count := map[rune]int{}
	for _, r := range s {
		count[r]++
	}
	frequencies := make([]int, 0, len(count))
	for _, n := range count {
		frequencies = append(frequencies, n)
	}
	slices.Sort(frequencies) // sums of floats depend on their order
	h := 0.0
	for _, n := range frequencies {
		p := float64(n) / float64(len(s))
		h -= p * math.Log2(p)
	}
	return h
}
