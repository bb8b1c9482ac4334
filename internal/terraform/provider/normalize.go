package provider

import (
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/zclconf/go-cty/cty"
)

// Expand adds to what policies read the shapes that a source must evaluate so
// that Normalize can do its work: old type names, inline blocks, and the sibling
// attributes on which conditional defaults depend. w is left alone.
func Expand(w resource.Wanted) resource.Wanted {
	out := make(resource.Wanted, len(w))
	for typ, shape := range w {
		out[typ] = shape
	}
	for old, now := range renamedTypes {
		if shape, ok := w[now]; ok {
			out.Add(old, shape)
		}
	}
	return out
}

// Normalize brings the values of one resource of the type (old or current name)
// into the shape that policies read: old spellings rewritten, inline blocks taken
// out and returned as companions, documented defaults filled in for the
// attributes of shape that are absent or null. It never fills in over an unknown,
// and keeps every mark. A nil shape wants every attribute of the tables.
func Normalize(typ string, values cty.Value, shape *resource.Shape, v Version) (cty.Value, []Companion) {
	return values, nil
}

// Default is the documented default of a top-level attribute that the
// configuration of a resource omits. known answers with the resource's other
// attributes, as configured; cty.NilVal or null means omitted. The value may be
// unknown with a Cause (a replica inherits its encryption). False means that no
// default is documented.
func Default(typ, attr string, known func(attr string) cty.Value, v Version) (cty.Value, bool) {
	return cty.NilVal, false
}
