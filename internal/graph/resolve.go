package graph

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// resolve finds what a name names.
func (f *finder) resolve(holder *resource.Resource, n name, e End) []end {
	switch {
	case !n.known && e.Prefix != "":
		return nil // nobody knows whether the prefix stands there
	case !n.known:
		return f.unknown(holder, n, e)
	}
	found := f.known(holder, n, e)
	out := make([]end, 0, len(found))
	for _, r := range found {
		out = append(out, end{resource: r, at: n.at, causes: lacksBoth(r, holder, n.maybes)})
	}
	if len(out) == 0 && f.belongs(holder, n, e) {
		out = append(out, end{at: n.at, causes: []resource.Cause{unseen(holder, n, e)}})
	}
	return out
}

// lacksBoth are the causes of the conditions of which neither existence says anything.
func lacksBoth(a, b *resource.Resource, conditions []resource.Condition) []resource.Cause {
	var out []resource.Condition
	for _, c := range conditions {
		if len(lacks(b, []resource.Condition{c})) > 0 {
			out = append(out, c)
		}
	}
	return lacks(a, out)
}

// known finds what a known text names: by provenance first, by value second.
func (f *finder) known(holder *resource.Resource, n name, e End) []*resource.Resource {
	if e.Prefix != "" {
		rest, ok := strings.CutPrefix(n.text, e.Prefix)
		if !ok {
			return nil
		}
		n.text, _, _ = strings.Cut(rest, "/")
	}
	all := spellings(n.text)
	for _, s := range all {
		for _, ref := range n.refs {
			if !is(ref, s) || !slices.Contains(e.Types, ref.Address.Type) {
				continue
			}
			if r := f.index.address(holder.Root, ref.Address); r != nil {
				return []*resource.Resource{r}
			}
		}
	}
	if e.Within {
		all = append(all, parts(n.text)...)
	}
	var out []*resource.Resource
	for _, s := range all {
		for _, typ := range e.Types {
			out = append(out, f.index.text(holder, typ, s)...)
		}
		if len(out) > 0 && !e.Within {
			break
		}
	}
	for _, typ := range e.Types {
		out = append(out, f.index.arn(holder, typ, n.text)...)
	}
	if e.Within {
		out = append(out, f.mentioned(holder, n, e)...)
	}
	return f.ordered(out)
}

// mentioned are the resources whose identities the text was made of.
func (f *finder) mentioned(holder *resource.Resource, n name, e End) []*resource.Resource {
	var out []*resource.Resource
	for _, ref := range n.refs {
		named := ref.Opaque() && strings.Contains(n.text, ref.Placeholder()) || ref.Literal != "" && strings.Contains(n.text, ref.Literal)
		if !named || !slices.Contains(e.Types, ref.Address.Type) {
			continue
		}
		if r := f.index.address(holder.Root, ref.Address); r != nil {
			out = append(out, r)
		}
	}
	return out
}

// is tells whether a spelling is the identity that a reference names.
func is(ref resource.Ref, spelling string) bool {
	if ref.Opaque() {
		return spelling == ref.Placeholder()
	}
	return ref.Literal != "" && spelling == ref.Literal
}

// unknown finds what an unknown value may name: what shares its unknown variable, which
// is certain, or what it refers to.
func (f *finder) unknown(holder *resource.Resource, n name, e End) []end {
	var out []end
	if n.origin != "" {
		for _, typ := range e.Types {
			for _, r := range f.index.text(holder, typ, originPrefix+n.origin) {
				out = append(out, end{resource: r, at: n.at})
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	var found []*resource.Resource
	for _, ref := range n.refs {
		if slices.Contains(e.Types, ref.Address.Type) {
			if r := f.index.address(holder.Root, ref.Address); r != nil {
				found = append(found, r)
			}
		}
	}
	for _, r := range f.ordered(found) {
		out = append(out, end{resource: r, at: n.at, causes: n.causes})
	}
	if len(out) == 0 && !e.Within {
		out = append(out, end{at: n.at, causes: n.causes, unread: true})
	}
	return out
}

// belongs tells whether a text that names nothing seen is of the types that the end
// names. Text that may hold anything is not, nor an ARN or reference of another kind.
func (f *finder) belongs(holder *resource.Resource, n name, e End) bool {
	if e.Within {
		return false
	}
	for _, ref := range n.refs {
		if is(ref, n.text) && slices.Contains(e.Types, ref.Address.Type) {
			return true
		}
		if a := ref.Address; is(ref, n.text) && !a.Data && f.index.address(holder.Root, a) != nil {
			return false
		}
	}
	if strings.Contains(n.text, "alias/aws/") {
		return false // AWS's own key, which no stack declares
	}
	return !strings.HasPrefix(n.text, "arn:") || slices.ContainsFunc(e.Types, func(typ string) bool {
		pattern := resource.IdentityOf(typ).ARN
		_, ok := resource.ParseARN(pattern, n.text)
		return ok || pattern == ""
	})
}

// unseen says why an end that a known text names is open.
func unseen(holder *resource.Resource, n name, e End) resource.Cause {
	c := resource.Cause{
		Kind: resource.NotVisible, What: strings.Join(e.Types, " or ") + " named by " + holder.Address.String() + "." + n.at,
		Why: "it is not in what was read", Settle: "scan the stack that declares it together with this one",
	}
	if holder.Source == resource.Live {
		c.Settle = "see whether it exists, and in which account"
	}
	return c
}
