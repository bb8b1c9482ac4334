package phi_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/policies"
)

// TestWant shows that what edges read does not take from rules what they declare: where
// two shapes disagree, neither is read as it was declared.
func TestWant(t *testing.T) {
	loaded, err := checks.Load(checks.Options{Embedded: policies.FS})
	if err != nil {
		t.Fatal(err)
	}
	declared := loaded.Wanted()
	before := len(declared)
	both, of := phi.Want(declared), phi.WantOf(declared)
	if len(declared) != before || len(both) <= before || len(of) != before {
		t.Errorf("%d types are wanted, %d with what edges read, %d of the same types", len(declared), len(both), len(of))
	}
	for typ, shape := range declared {
		if at := differs(shape, both[typ]); at != "" {
			t.Errorf("%s%s is of another kind than rules declare", typ, at)
		}
		if differs(both[typ], of[typ]) != "" {
			t.Errorf("of accounts, %s lacks what edges read", typ)
		}
	}
	if len(phi.Want(nil)) == 0 || len(phi.WantOf(nil)) != 0 {
		t.Error("nothing is wanted: want what edges read, and of accounts nothing")
	}
}

// differs is where two shapes are not of one kind, as far as the first goes.
func differs(a, b *resource.Shape) string {
	switch {
	case a == nil:
		return ""
	case b == nil || a.Kind != b.Kind:
		return " "
	}
	if at := differs(a.Elem, b.Elem); at != "" {
		return "[]" + at
	}
	for _, name := range slices.Sorted(maps.Keys(a.Attrs)) {
		if at := differs(a.Attrs[name], b.Attrs[name]); at != "" {
			return "." + name + at
		}
	}
	return ""
}
