package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// collect appends every managed resource instance of a module instance and of
// the modules it calls.
func (in *instance) collect(set *resource.Set) {
	r := in.root
	if r.ctx.Err() != nil {
		return
	}
	for _, f := range in.mod.failed {
		r.gap(f.gap(r.mod.dir))
	}
	for _, b := range in.mod.repeated {
		r.gap(b.gap())
	}
	for _, id := range slices.Sorted(maps.Keys(in.mod.resources)) {
		if strings.HasPrefix(id, "data.") {
			continue
		}
		if r.instances > maxResources {
			r.gap(resource.Gap{Kind: resource.GapFile, What: r.mod.dir, Why: "the root module has more resources than hipaactl evaluates", Settle: "scan its modules one by one"})
			return
		}
		x, _ := in.resource(id)
		for _, ri := range x.instances {
			if r.ctx.Err() != nil {
				return
			}
			set.Resources = append(set.Resources, ri.resources()...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(in.mod.calls)) {
		c, _ := in.moduleCall(name)
		if c.unread != nil {
			if len(c.elements) > 0 {
				r.seen.ModulesUnread++
				r.gap(in.handed(c))
			}
			continue
		}
		r.seen.ModulesRead++
		for _, child := range c.instances {
			child.collect(set)
		}
	}
}

// resources are the instance as a resource, and the companions that its old
// inline blocks stand for.
func (ri *resourceInstance) resources() []*resource.Resource {
	in := ri.scope.in
	typ := ri.of.blk.typ
	out := &resource.Resource{
		Root: in.root.mod.dir, Address: ri.address, Source: resource.Code, Scope: ri.scopeOfResource(),
		Existence: in.existence, Location: in.location(ri.of.blk), Locate: locator{ri}, Values: cty.EmptyObjectVal,
	}
	if typ != ri.address.Type {
		written := ri.address
		written.Type = typ
		out.Written = written.String()
	}
	if ri.of.undecided != nil {
		out.Existence = append(slices.Clone(in.existence), *ri.of.undecided)
	}
	shape, ok := in.root.wanted.Of(typ)
	if !ok {
		return []*resource.Resource{out}
	}
	values, companions := provider.Normalize(typ, cty.ObjectVal(ri.values(shape)), shape, in.root.version)
	out.Values = values
	all := []*resource.Resource{out}
	for _, c := range companions {
		all = append(all, c.Resource(out, ri.attr(c.Names, ri.of.blk.rng)))
	}
	for _, r := range all {
		if shape, ok := in.root.wanted.Of(r.Address.Type); ok {
			r.Values = in.root.examiner.Values(r.Values, shape, r.Address.String())
		}
	}
	return all
}

// values evaluates what anything wants of the instance.
func (ri *resourceInstance) values(shape *resource.Shape) map[string]cty.Value {
	b := ri.of.blk.body
	values := make(map[string]cty.Value, len(shape.Attrs)+2)
	take := func(name string, attr *resource.Shape) {
		if _, done := values[name]; done || name == "tags_all" {
			return
		}
		if _, ok := b.attr(name); !ok && len(b.nested(name)) == 0 {
			return
		}
		if v, ok := ri.configured(name, attr); ok {
			values[name] = v
		}
	}
	for name, attr := range shape.Attrs {
		take(name, attr)
	}
	identity := resource.IdentityOf(provider.Type(ri.of.blk.typ))
	for _, name := range identity.Attrs {
		take(name, nil)
	}
	take("tags", nil)
	if tags, ok := ri.allTags(values["tags"]); ok {
		values["tags_all"] = tags
	}
	return values
}

// allTags are the resource's tags over its provider's default_tags.
func (ri *resourceInstance) allTags(tags cty.Value) (cty.Value, bool) {
	defaults := cty.NilVal
	if strings.HasPrefix(ri.of.blk.typ, "aws_") {
		defaults = ri.scope.in.providerOf(ri.of.blk).defaultTags
	}
	switch {
	case tags == cty.NilVal && defaults == cty.NilVal:
		return cty.NilVal, false
	case defaults == cty.NilVal:
		return tags, true
	case tags == cty.NilVal:
		return defaults, true
	}
	return mergeTags(defaults, tags), true
}

// mergeTags lays tags over defaults. Where either is unknown as a whole the
// result is, with the causes and marks of both.
func mergeTags(defaults, tags cty.Value) cty.Value {
	base, baseMarks := defaults.Unmark()
	over, overMarks := tags.Unmark()
	for mark := range overMarks {
		if _, ok := mark.(resource.Origin); ok {
			delete(overMarks, mark) // the merged map is no longer the variable itself
		}
	}
	if base.IsKnown() && base.IsNull() {
		return tags
	}
	if !base.IsKnown() || !over.IsKnown() || !base.CanIterateElements() || !over.CanIterateElements() {
		return cty.UnknownVal(cty.Map(cty.String)).WithMarks(baseMarks, overMarks)
	}
	merged := map[string]cty.Value{}
	for _, v := range []cty.Value{base, over} {
		for it := v.ElementIterator(); it.Next(); {
			key, value := it.Element()
			if name, ok := stringKey(key); ok {
				merged[name] = value
			}
		}
	}
	return cty.ObjectVal(merged).WithMarks(baseMarks, overMarks)
}
