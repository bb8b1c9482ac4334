package resource_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestLosses(t *testing.T) {
	var l resource.Losses
	gap := func(root, what, why string) resource.Gap { return resource.Gap{Root: root, What: what, Why: why} }
	l.Add(gap("eu", "s3:ListBuckets", "denied"), nil)
	l.Add(gap("eu", "kms:ListKeys", "denied"), nil)
	l.Add(gap("eu", "s3:ListBuckets", "throttled"), []string{"b", "a"})
	l.Add(gap("eu", "s3:ListBuckets", "denied"), []string{"b", "c"})
	l.Add(gap("us", "s3:ListBuckets", "denied"), []string{"a"})
	l.Set(gap("us", "s3:ListBuckets", "all of it"))
	got := l.Take()
	slices.SortFunc(got, func(a, b resource.Gap) int { return strings.Compare(a.Root+a.What, b.Root+b.What) })
	settled := gap("eu", "kms:ListKeys", "denied")
	settled.Settled = true
	open := gap("eu", "s3:ListBuckets", "denied")
	open.Types = []string{"a", "b", "c"}
	if diff := cmp.Diff([]resource.Gap{settled, open, gap("us", "s3:ListBuckets", "all of it")}, got); diff != "" {
		t.Error(diff)
	}
	if again := l.Take(); len(again) != 0 {
		t.Errorf("handed out twice: %v", again)
	}
}
