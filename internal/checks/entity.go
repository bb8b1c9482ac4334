package checks

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// entity is a resource with what names it worked out.
type entity struct {
	*resource.Resource
	// part is the account that the resource belongs to, as far as joins go: nothing
	// is joined across parts.
	part  string
	ident resource.Identity
	// shown is the address as reports show it.
	shown string
	// names are the identities that are known from configuration (text, possibly
	// with placeholders in it), origins those that are an unknown variable's value.
	names   []name
	origins []string
	// unsettled explains identities that the configuration decides but that were not seen.
	unsettled []resource.Cause
	// partial says of an account that was read that others of its Regions were not to be.
	partial bool
	// stub explains why nothing but its companions was seen of a resource that
	// is declared elsewhere; nil for real resources.
	stub *resource.Cause
	// provider is that of a scope that was read, empty where any may be in it.
	provider string
	// companions are a stub's related lists by name.
	companions map[string][]*entity
}

// name is one identity of a resource.
type name struct{ attr, text string }

func newEntity(r *resource.Resource) *entity {
	e := &entity{Resource: r, ident: resource.IdentityOf(r.Address.Type), shown: r.Shown()}
	e.part = partOf(r)
	for _, attr := range e.ident.Attrs {
		from := attr
		if literal := e.ident.Literal[attr]; literal != "" {
			from = literal
		}
		e.name(attr, attribute(r.Values, from))
	}
	if r.ARN != "" {
		e.addName("arn", r.ARN)
	}
	return e
}

// partOf keeps roots and accounts apart. Live resources of one account belong
// together whatever their region, configured ones only within their root.
func partOf(r *resource.Resource) string {
	if r.Source == resource.Live {
		return "\x00" + r.Scope.AccountKey
	}
	return r.Root + "\x00" + r.Scope.AccountKey
}

func (e *entity) name(attr string, v cty.Value) {
	v, marks := v.Unmark()
	if v.IsKnown() {
		if text, ok := scalarText(v); ok && text != "" {
			e.addName(attr, text)
		}
		return
	}
	m := resource.MarksOf(marks)
	if m.Origin != "" && !slices.Contains(e.origins, m.Origin) {
		e.origins = append(e.origins, m.Origin)
	}
	e.unsettled = append(e.unsettled, causesOf(m, e.Address.Type+"."+attr)...)
}

func (e *entity) addName(attr, text string) {
	for _, n := range e.names {
		if n.text == text {
			return
		}
	}
	e.names = append(e.names, name{e.canonical(attr), text})
}

// canonical is the attribute under which an identity is shown to policies: where
// an id is another attribute's value, both are the id.
func (e *entity) canonical(attr string) string {
	if e.ident.Literal["id"] == attr {
		return "id"
	}
	return attr
}

// named is the attribute that the text is the value of, empty if it is none of the identities.
func (e *entity) named(text string) string {
	for _, n := range e.names {
		if n.text == text {
			return n.attr
		}
	}
	return ""
}

// is tells whether the address names this entity; an instance of unknown count
// stands for all of its block's instances.
func (e *entity) is(a resource.Address) bool {
	if e.Address == a {
		return true
	}
	if e.Address.Key != "[*]" {
		return false
	}
	a.Key = "[*]"
	return e.Address == a
}

// lacks lists the conditions of which the existence of this entity says nothing.
func (e *entity) lacks(conditions []resource.Condition) []resource.Condition {
	var out []resource.Condition
	for _, c := range conditions {
		has := func(o resource.Condition) bool { return o.ID == c.ID }
		if !slices.ContainsFunc(e.Existence, has) && !slices.ContainsFunc(out, has) {
			out = append(out, c)
		}
	}
	return out
}

// attribute is a top-level attribute with the marks of the object, null where it is absent.
func attribute(v cty.Value, attr string) cty.Value {
	if v == cty.NilVal {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	obj, marks := v.Unmark()
	if obj.IsNull() || !obj.IsKnown() || !obj.Type().IsObjectType() || !obj.Type().HasAttribute(attr) {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	return obj.GetAttr(attr).WithMarks(marks)
}

// scalarText is a known scalar as Terraform writes it in a string.
func scalarText(v cty.Value) (string, bool) {
	if v.IsNull() {
		return "", false
	}
	switch v.Type() {
	case cty.String:
		return v.AsString(), true
	case cty.Bool:
		if v.True() {
			return "true", true
		}
		return "false", true
	case cty.Number:
		return numberText(v)
	}
	return "", false
}

// maxExponent bounds the binary exponent of the numbers that are read. 1e999999999
// is a valid literal, and writing it out, in any notation, takes minutes.
const maxExponent = 1024

// numberText is a number as JSON and Terraform write it; false where it is too
// large or too small to be written.
func numberText(v cty.Value) (string, bool) {
	f := v.AsBigFloat()
	if e := f.MantExp(nil); f.IsInf() || e > maxExponent || e < -maxExponent {
		return "", false
	}
	if f.IsInt() {
		return f.Text('f', 0), true
	}
	return f.Text('f', -1), true
}

// causesOf explains an unknown value. One without a cause of its own is an
// identity that is filled by apply.
func causesOf(m resource.Marks, what string) []resource.Cause {
	causes := slices.Clone(m.Causes)
	for _, c := range m.Maybes {
		causes = append(causes, c.Cause)
	}
	if len(causes) > 0 {
		return causes
	}
	if len(m.Refs) > 0 {
		ref := slices.MinFunc(m.Refs, func(a, b resource.Ref) int {
			return strings.Compare(a.Address.String()+a.Attr, b.Address.String()+b.Attr)
		})
		what = ref.Address.String() + "." + ref.Attr
	}
	return []resource.Cause{{Kind: resource.AfterApply, What: what, Why: "it is decided only when the configuration is applied"}}
}
