package planjson

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// resource builds one instance, and the companions that its inline blocks stand for.
func (r *reader) resource(p *planned) (*resource.Resource, []companion) {
	out := &resource.Resource{
		Root: r.opts.Root, Address: p.address, Source: p.source, Scope: r.scopeOf(p),
		Location: resource.Location{Range: r.place()}, Values: cty.EmptyObjectVal,
	}
	if p.typ != p.address.Type {
		written := p.address
		written.Type = p.typ
		out.Written = written.String()
	}
	out.ARN, _ = p.text("arn")
	if !strings.HasPrefix(out.ARN, "arn:") {
		out.ARN = ""
	}
	from := r.source(p)
	r.locate(out, p, from)
	shape, ok := r.opts.Wanted.Of(p.typ)
	if !ok {
		return out, nil
	}
	values, found := provider.Normalize(p.typ, cty.ObjectVal(r.values(p, shape)), shape, r.version(p))
	values = r.opts.Examiner.Values(values, shape, p.address.String())
	out.Values = values
	if from != nil {
		out.Values = adopt(values, from.Values)
	}
	var companions []companion
	for _, c := range found {
		block, _ := c.Steps[0].(string)
		one := companion{
			Resource:   c.Resource(out, r.attributeOf(p.address, c.Names, 0)),
			configured: p.expression(block).form == written,
		}
		if from == nil || r.settle(&one) {
			companions = append(companions, one)
		}
	}
	return out, companions
}

// companion is what an inline block stands for. One that is not configured shows
// what the provider has read from AWS.
type companion struct {
	*resource.Resource
	configured bool
}

// values are what anything wants of the instance, its identities and its tags.
func (r *reader) values(p *planned, shape *resource.Shape) map[string]cty.Value {
	out := map[string]cty.Value{}
	take := func(name string, attr *resource.Shape) {
		if _, done := out[name]; done || name == "tags_all" {
			return
		}
		if v := r.value(p, p.attribute(name, attr)); v != cty.NilVal {
			out[name] = v
		}
	}
	for name, attr := range shape.Attrs {
		take(name, attr)
	}
	for _, name := range resource.IdentityOf(p.address.Type).Attrs {
		if _, known := p.text(name); !known && p.expression(name).form != written {
			continue // as in configuration, where nobody writes it
		}
		take(name, &resource.Shape{Kind: resource.String})
	}
	take("tags", tagShape)
	if tags := r.allTags(p, out["tags"]); tags != cty.NilVal {
		out["tags_all"] = tags
	}
	return out
}

var tagShape = &resource.Shape{Kind: resource.Map, Elem: &resource.Shape{Kind: resource.String}}

// source is the same resource as evaluated from the configuration, nil without one.
func (r *reader) source(p *planned) *resource.Resource {
	if r.opts.Source == nil {
		return nil
	}
	return r.opts.Source(p.address.String())
}

// locate gives a resource the place of its block. An instance of a count or
// for_each that the configuration alone does not decide has the block's place.
func (r *reader) locate(out *resource.Resource, p *planned, from *resource.Resource) {
	if from == nil && r.opts.Source != nil && p.address.Key != "" {
		block := p.address
		block.Key = "[*]"
		from = r.opts.Source(block.String())
	}
	if from != nil {
		out.Location, out.Locate = from.Location, from.Locate
	}
}

// settle joins a companion with that of the configuration. It tells whether the
// companion is there: one that the plan leaves open and that the configuration
// does not have is not.
func (r *reader) settle(c *companion) bool {
	from := r.opts.Source(c.Address.String())
	if from == nil {
		return len(c.Existence) == 0
	}
	c.configured = true
	if len(c.Existence) > 0 {
		c.Existence = from.Existence
	}
	c.Values = adopt(c.Values, from.Values)
	return true
}

// addCompanions adds the companions of inline blocks. The provider writes what it
// reads from AWS into the old inline blocks too; where a resource of its own
// configures the same thing, that is what counts.
func (r *reader) addCompanions(companions []companion) {
	explicit := map[string]bool{}
	for _, e := range r.set.Resources {
		for _, target := range targets {
			if values := e.Values.AsValueMap(); values[target] != cty.NilVal {
				for _, holder := range holders(values[target]) {
					explicit[e.Address.Type+"\x00"+holder] = true
				}
			}
		}
	}
	for _, c := range companions {
		names := append(r.identities(c.InlineOf), c.InlineOf.String())
		replaced := func(name string) bool { return explicit[c.Address.Type+"\x00"+name] }
		if c.configured || !slices.ContainsFunc(names, replaced) {
			r.set.Resources = append(r.set.Resources, c.Resource)
		}
	}
}

// targets are the attributes by which a companion names its holder.
var targets = []string{"bucket", "role", "secret_id"}

// holders are the names and addresses that a companion's target stands for.
func holders(target cty.Value) []string {
	bare, marks := target.Unmark()
	var out []string
	for _, ref := range resource.MarksOf(marks).Refs {
		out = append(out, ref.Address.String())
	}
	if bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.String {
		out = append(out, bare.AsString())
	}
	return out
}

// identities are the known names of an instance.
func (r *reader) identities(address resource.Address) []string {
	p := r.instances[address.String()]
	if p == nil {
		return nil
	}
	var out []string
	for _, attr := range resource.IdentityOf(address.Type).Attrs {
		if text, ok := p.literal(attr); ok {
			out = append(out, text)
		}
	}
	return out
}

// version is the provider's version, and whether the values were read back from AWS.
func (r *reader) version(p *planned) provider.Version {
	v := r.opts.Version
	v.Observed = p.observed
	return v
}
