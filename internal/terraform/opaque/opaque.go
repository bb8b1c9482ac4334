// Package opaque keeps expressions honest about identities that only apply
// fills. Such an identity is a string with a placeholder in it: it may be passed
// on, joined and encoded like any string, but nothing may be decided by looking
// at it. Rewrite wraps the operators that look (comparisons, arithmetic,
// conditions, index keys), so that they answer unknown instead; the functions
// that look are wrapped in package function.
package opaque

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Holds tells whether v is, or has inside it, a known string with a placeholder.
func Holds(v cty.Value) bool {
	if v == cty.NilVal {
		return false
	}
	if v.IsMarked() {
		v, _ = v.Unmark()
	}
	if v.IsNull() || !v.IsKnown() {
		return false
	}
	ty := v.Type()
	switch {
	case ty == cty.String:
		return resource.HasPlaceholder(v.AsString())
	case ty.IsPrimitiveType() || ty.IsCapsuleType():
		return false
	case ty.IsObjectType(), ty.IsMapType(), ty.IsTupleType(), ty.IsListType(), ty.IsSetType():
		for it := v.ElementIterator(); it.Next(); {
			key, elem := it.Element()
			if Holds(elem) || ty.IsMapType() && Holds(key) {
				return true
			}
		}
	}
	return false
}

// Unknown is the honest answer of something that would have to look at the
// opaque values: unknown, with everything that was known beside them, and why.
func Unknown(t cty.Type, at hcl.Range, operands ...cty.Value) cty.Value {
	out := cty.UnknownVal(t)
	for _, v := range operands {
		_, marks := v.UnmarkDeep()
		for mark := range marks {
			ref, ok := mark.(resource.Ref)
			switch {
			case !ok:
				out = out.Mark(mark)
			case ref.Opaque():
				out = out.Mark(CauseOf(ref).At(at))
			}
		}
	}
	return out
}

// CauseOf says why a reference has no value yet.
func CauseOf(ref resource.Ref) resource.Cause {
	what := ref.Address.String() + "." + ref.Attr
	return resource.Cause{Kind: resource.AfterApply, What: what, Why: "known only after apply", Settle: "scan a plan made after the resource exists, or the account itself"}
}

// WithoutRefs drops the marks that say which resource a value names; the result
// of an operator names nothing.
func WithoutRefs(v cty.Value) cty.Value {
	if !v.IsMarked() {
		return v
	}
	bare, marks := v.Unmark()
	for mark := range marks {
		if _, ok := mark.(resource.Ref); !ok {
			bare = bare.Mark(mark)
		}
	}
	return bare
}
