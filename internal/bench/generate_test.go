package bench_test

import (
	"context"
	"testing"

	"github.com/hipaactl/hipaactl/internal/bench"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// TestGenerate holds the generator to its word: as many instances as asked for,
// all of them evaluated, nothing missing. A benchmark of less would flatter.
func TestGenerate(t *testing.T) {
	for _, test := range []struct {
		shape bench.Shape
		want  int
	}{
		{bench.Shape{Resources: 1, Roots: 1}, 1},
		{bench.Shape{Resources: 203, Roots: 3}, 203},
		{bench.Shape{Resources: 100, Roots: 2, Calls: 7}, 100 + 7*3},
		{bench.Shape{Resources: 500, Roots: 1, Expanded: true}, 500},
	} {
		t.Run(test.shape.String(), func(t *testing.T) {
			dir := t.TempDir()
			if err := bench.Generate(dir, test.shape); err != nil {
				t.Fatal(err)
			}
			set, err := terraform.Load(context.Background(), terraform.Options{Paths: []string{dir}})
			if err != nil {
				t.Fatal(err)
			}
			// Every root has one key of its own.
			if got := len(set.Resources) - test.shape.Roots; got != test.want || len(set.Gaps) > 0 {
				t.Errorf("%d resources and %d gaps, want %d and none", got, len(set.Gaps), test.want)
			}
			for _, r := range set.Resources {
				if len(r.Existence) > 0 {
					t.Errorf("%s is undecided: %v", r.Address, r.Existence)
				}
			}
		})
	}
}
