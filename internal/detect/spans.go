package detect

import (
	"cmp"
	"slices"
)

// spans is a set of intervals that do not overlap, kept in buckets of the text so
// that asking and adding cost the same however many there are.
type spans struct {
	buckets map[int][]span
	long    []span // what spans many buckets, merged and sorted
}

const (
	bucketBits = 10
	longBucket = 8 // a span over more buckets than this goes to long
)

func (s *spans) add(start, end int) {
	if end <= start {
		return
	}
	first, last := start>>bucketBits, (end-1)>>bucketBits
	if last-first > longBucket {
		i, _ := slices.BinarySearchFunc(s.long, start, func(have span, at int) int { return cmp.Compare(have.start, at) })
		s.long = slices.Insert(s.long, i, span{start, end})
		return
	}
	if s.buckets == nil {
		s.buckets = map[int][]span{}
	}
	for b := first; b <= last; b++ {
		s.buckets[b] = append(s.buckets[b], span{start, end})
	}
}

// overlap tells whether any interval shares a byte with [start, end).
func (s *spans) overlap(start, end int) bool {
	i, _ := slices.BinarySearchFunc(s.long, start, func(have span, at int) int { return cmp.Compare(have.start, at) })
	if i > 0 && s.long[i-1].end > start || i < len(s.long) && s.long[i].start < end {
		return true
	}
	for b := start >> bucketBits; b <= (end-1)>>bucketBits; b++ {
		for _, have := range s.buckets[b] {
			if have.start < end && start < have.end {
				return true
			}
		}
	}
	return false
}
