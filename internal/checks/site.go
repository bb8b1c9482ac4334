package checks

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// site is a declared place in one resource of a set, whether or not it is filled in.
type site struct {
	resource int
	path     Path
	shape    *resource.Shape
	// value is what stands there, with its own marks; null where nothing does.
	value cty.Value
	// element tells that it is a member of a list or map.
	element bool
}

// sites lists the places that a policy declares in the resources of a set.
func (m Metadata) sites(set *resource.Set) []site {
	wanted := m.declared()
	var out []site
	for i, r := range set.Resources {
		s := wanted[r.Address.Type]
		if s == nil || r.Address.Data || r.Values == cty.NilVal {
			continue
		}
		for _, name := range sortedKeys(s.Attrs) {
			out = appendSites(out, site{resource: i, path: Path{{Name: name}}, shape: s.Attrs[name], value: attribute(r.Values, name)})
		}
	}
	return out
}

// declared is what the policy reads of each type, without the links.
func (m Metadata) declared() resource.Wanted {
	w := resource.Wanted{}
	for typ, s := range m.Resources {
		w.Add(typ, s)
	}
	var related func(map[string]*Related)
	related = func(lists map[string]*Related) {
		for _, r := range lists {
			w.Add(r.Type, r.Attributes)
			related(r.Related)
		}
	}
	related(m.Related)
	return w
}

// appendSites adds a site and those below it.
func appendSites(out []site, s site) []site {
	out = append(out, s)
	v, _ := s.value.Unmark()
	if !v.IsKnown() || v.IsNull() || s.shape.Kind == resource.Document {
		return out
	}
	t := v.Type()
	switch {
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		i := 0
		for it := v.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			out = appendSites(out, site{s.resource, s.path.with(Step{Index: i}), elemShape(s.shape), e, true})
		}
	case !t.IsObjectType() && !t.IsMapType():
	case s.shape.Kind == resource.Object:
		for _, name := range sortedKeys(s.shape.Attrs) {
			member := attributeOf(v, name)
			if member == cty.NilVal {
				member = cty.NullVal(cty.DynamicPseudoType)
			}
			out = appendSites(out, site{s.resource, s.path.with(Step{Name: name}), s.shape.Attrs[name], member, false})
		}
	default:
		for it := v.ElementIterator(); it.Next(); {
			k, e := it.Element()
			out = appendSites(out, site{s.resource, s.path.with(Step{Name: k.AsString()}), elemShape(s.shape), e, true})
		}
	}
	return out
}

func elemShape(s *resource.Shape) *resource.Shape {
	if s.Elem != nil {
		return s.Elem
	}
	return &resource.Shape{Kind: resource.Any}
}

// with is the set with another value at the site. Nothing is shared that is changed.
func (s site) with(set *resource.Set, v cty.Value) *resource.Set {
	return edit(set, s.resource, func(r *resource.Resource) { r.Values = replace(r.Values, s.path, v) })
}

// edit is the set with one resource changed.
func edit(set *resource.Set, i int, change func(*resource.Resource)) *resource.Set {
	out := *set
	out.Resources = slices.Clone(set.Resources)
	r := *set.Resources[i]
	change(&r)
	out.Resources[i] = &r
	return &out
}

// replace puts a value at a path and makes the way there. Lists become tuples and
// maps objects, which means the same to a policy. An element that becomes null is dropped.
func replace(v cty.Value, p Path, to cty.Value) cty.Value {
	if len(p) == 0 {
		return to
	}
	v, marks := v.Unmark()
	missing := !v.IsKnown() || v.IsNull()
	if p[0].Name == "" {
		var items []cty.Value
		if !missing {
			items = v.AsValueSlice()
		}
		i := max(p[0].Index, 0)
		for len(items) <= i {
			items = append(items, cty.NullVal(cty.DynamicPseudoType))
		}
		items[i] = replace(items[i], p[1:], to)
		if len(p) == 1 && to.IsNull() {
			items = slices.Delete(items, i, i+1)
		}
		return cty.TupleVal(items).WithMarks(marks)
	}
	members := map[string]cty.Value{}
	if !missing && (v.Type().IsObjectType() || v.Type().IsMapType()) {
		for it := v.ElementIterator(); it.Next(); {
			k, e := it.Element()
			members[k.AsString()] = e
		}
	}
	old, ok := members[p[0].Name]
	if !ok {
		old = cty.NullVal(cty.DynamicPseudoType)
	}
	members[p[0].Name] = replace(old, p[1:], to)
	return cty.ObjectVal(members).WithMarks(marks)
}
