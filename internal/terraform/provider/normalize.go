package provider

import (
	"maps"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Expand adds to what policies read the shapes that a source must evaluate so
// that Normalize can do its work: old type names, inline blocks, renamed arguments,
// and the sibling attributes on which conditional defaults depend. w is left alone.
func Expand(w resource.Wanted) resource.Wanted {
	out := make(resource.Wanted, len(w))
	maps.Copy(out, w)
	for _, i := range inlines {
		if _, ok := w[i.typ]; ok {
			out.Add(i.holder, i.shape())
		}
	}
	for typ, shape := range out {
		for _, r := range rewrites {
			if r.typ == typ {
				shape = resource.Merge(shape, r.needed(shape))
			}
		}
		out[typ] = tables[typ].need(shape)
	}
	for old, now := range renamedTypes {
		if shape, ok := out[now]; ok {
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
	typ = Type(typ)
	values, companions := extract(typ, respelled(typ, values), v)
	return filled(typ, values, shape, v), companions
}

// respelled rewrites old arguments and the many spellings of one value.
func respelled(typ string, values cty.Value) cty.Value {
	var attrs map[string]cty.Value
	var marks cty.ValueMarks
	for _, r := range rewrites {
		if r.typ != typ {
			continue
		}
		if attrs == nil {
			var ok bool
			if attrs, marks, ok = attributes(values); !ok {
				return values
			}
		}
		r.apply(attrs)
	}
	if attrs == nil {
		return values
	}
	return object(attrs).WithMarks(marks)
}

// extract takes the inline forms out of the holder's values.
func extract(typ string, values cty.Value, v Version) (cty.Value, []Companion) {
	var attrs map[string]cty.Value
	var marks cty.ValueMarks
	var companions []Companion
	for _, i := range inlines {
		if i.holder != typ {
			continue
		}
		if attrs == nil {
			var ok bool
			if attrs, marks, ok = attributes(values); !ok {
				return values, nil
			}
		}
		companions = append(companions, i.take(attrs, v)...)
	}
	if attrs == nil {
		return values, nil
	}
	return object(attrs).WithMarks(marks), companions
}

// filled has the documented defaults of what is absent and wanted.
func filled(typ string, values cty.Value, shape *resource.Shape, v Version) cty.Value {
	if table := tables[typ]; table != nil {
		return table.fill(values, shape, shape == nil, v)
	}
	return values
}
