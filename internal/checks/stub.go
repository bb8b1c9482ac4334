package checks

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// stubs stand for resources that companions in the set configure although they
// are declared elsewhere: a bucket policy on a bucket of another stack is judged
// all the same, on a bucket of which nothing else is known.
func (w *world) stubs(p *policy) []*entity {
	found := map[string]*entity{}
	var order []string
	for _, typ := range plainest(p.types) {
		for _, rel := range p.view().joins {
			if rel.On.Scope != "" || !identifies(typ, rel.On.Mine) {
				continue
			}
			strays := w.join(rel, typ).strays
			for _, part := range slices.Sorted(maps.Keys(strays)) {
				for _, s := range strays[part] {
					if !w.canBe(p, rel, typ, s) {
						continue
					}
					key := part + "\x00" + s.target()
					if found[key] == nil {
						found[key] = newStub(typ, rel, s)
						order = append(order, key)
					}
					stub := found[key]
					if stub.Address.Type != typ {
						continue
					}
					if !slices.Contains(stub.companions[rel.name], s.companion) && len(stub.lacks(s.companion.Existence)) == 0 {
						stub.companions[rel.name] = append(stub.companions[rel.name], s.companion)
					}
				}
			}
		}
	}
	out := make([]*entity, 0, len(order))
	for _, key := range order {
		out = append(out, found[key])
	}
	return out
}

// plainest sorts types by the length of their names: a link that may name either is
// taken to name an aws_vpc rather than an aws_default_vpc, and is judged once.
func plainest(types []string) []string {
	return slices.SortedFunc(slices.Values(types), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	})
}

// judges tells whether the set holds something that a policy on resources judges: a resource of one
// of its types, or a companion of one that another stack declares.
func (w *world) judges(p *policy) bool {
	holds := func(typ string) bool { return len(w.byType[typ]) > 0 }
	if slices.ContainsFunc(p.types, holds) {
		return true
	}
	for _, companions := range p.Related {
		if holds(companions.Type) {
			return len(w.stubs(p)) > 0
		}
	}
	return false
}

// target is equal for links that certainly name the same resource.
func (s stray) target() string {
	for _, key := range s.link.shared() {
		if strings.HasPrefix(key, "\x00") {
			return key // a reference or an origin is better than a text
		}
	}
	if s.link.known {
		return "=" + s.link.text
	}
	return "?" + s.companion.Address.String()
}

// canBe tells whether a stray link can name a resource of the type. A link that
// found a resource of another judged type, or whose reference or ARN is of another type, does not.
func (w *world) canBe(p *policy, rel *relation, typ string, s stray) bool {
	for _, ref := range s.link.refs {
		if ref.Address.Type != typ {
			return false
		}
	}
	pattern := resource.IdentityOf(typ).ARN
	if strings.HasPrefix(s.link.text, "arn:") && pattern != "" {
		if _, ok := resource.ParseARN(pattern, s.link.text); !ok {
			return false
		}
	}
	for _, other := range p.types {
		if other == typ || !identifies(other, rel.On.Mine) {
			continue
		}
		if !w.join(rel, other).astray[strayKey{s.companion, s.link.text}] {
			return false
		}
	}
	return true
}

// newStub is the resource that a stray link names, located at its companion.
func newStub(typ string, rel *relation, s stray) *entity {
	c := s.companion
	cause := resource.Cause{
		Kind: resource.NotVisible, What: typ + " named by " + c.Address.String() + "." + rel.On.Theirs.String(),
		Why: "it is not declared in this stack", Settle: "scan the stack that declares it together with this one",
	}.At(c.Location.Range)
	if c.Source == resource.Live {
		cause.Why, cause.Settle = "it was not seen in the account", "see whether it exists, and in which account"
	}
	r := &resource.Resource{
		Root: c.Root, Address: resource.Address{Type: typ}, Source: c.Source, Scope: c.Scope, Values: cty.EmptyObjectVal,
		Existence: c.Existence, PHI: resource.PHI{Mark: resource.PHIUnknown, Causes: []resource.Cause{cause}}, Location: c.Location,
	}
	for _, ref := range s.link.refs {
		r.Address = ref.Address
	}
	e := newEntity(r)
	e.stub, e.companions, e.part = &cause, map[string][]*entity{}, c.part
	if s.link.known && !s.link.opaque() {
		text := s.link.text
		if arn, ok := resource.ParseARN(e.ident.ARN, text); ok {
			text = arn.Naming
		}
		e.addName("id", text) // the companion's own text is how the target is spelled
	}
	return e
}
