package contents

import (
	"cmp"
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// found is what a policy sees of a match.
type found struct{ class, kind, confidence, masked string }

// listed is each find once, in one order: those that are alike tell no more than one.
func listed(all []found) cty.Value {
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.kind, b.kind), cmp.Compare(a.confidence, b.confidence), cmp.Compare(a.masked, b.masked))
	})
	all = slices.Compact(all)
	out := make([]cty.Value, len(all))
	for i, f := range all {
		out[i] = cty.ObjectVal(map[string]cty.Value{
			"class": cty.StringVal(f.class), "kind": cty.StringVal(f.kind), "confidence": cty.StringVal(f.confidence), "masked": cty.StringVal(f.masked),
		})
	}
	return cty.TupleVal(out)
}
