package finding

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSort: in whatever order findings come, they leave in one, and none is lost.
func TestSort(t *testing.T) {
	var want []Finding
	for file := range 5 {
		for line := range 7 {
			for _, s := range Statuses() {
				want = append(want, Finding{
					Rule: "HIPAA-X-001", Status: s, Message: fmt.Sprint(s),
					Location: Location{File: fmt.Sprintf("%d.tf", file), Line: line},
				})
			}
		}
	}
	for seed := range int64(20) {
		got := slices.Clone(want)
		rand.New(rand.NewSource(seed)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}
