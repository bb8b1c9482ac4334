package checks

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// cut is a place in a policy's input that was left out because it is not known.
type cut struct {
	path   Path
	causes []resource.Cause
}

// open is a list in a policy's input that may have members which were not seen.
type open struct {
	path   Path
	causes []resource.Cause
	// helps tells that further members can only remove denials.
	helps bool
	// elsewhere tells that no more is wrong with the list than that another stack may
	// declare members of it.
	elsewhere bool
}

// projection turns a resource's values into the part of an input that a shape
// asks for. What is unknown is left out and remembered.
type projection struct {
	judged *entity
	owner  *entity
	// links are the owner's positions that hold links (Path.names).
	links     map[string]bool
	documents *documents
	// path is where the projection stands, base how much of it lies above the owner's own values.
	path Path
	base int

	cuts      []cut
	opens     []open
	sensitive []Path
	// found are the lists of what was found in examined texts, in which nothing is secret.
	found []Path
}

// inherited are the marks of the values around one.
type inherited struct {
	refs      []resource.Ref
	maybes    []resource.Condition
	causes    []resource.Cause
	document  bool
	sensitive bool
	// examined tells that what was found stands in place of a text.
	examined bool
}

var null = ast.NullTerm()

// object projects the members that the shape declares; null and absent are left out.
func (p *projection) object(v cty.Value, s *shape, in inherited) [][2]*ast.Term {
	items := make([][2]*ast.Term, 0, len(s.attrs)+1)
	typ := v.Type()
	for _, a := range s.attrs {
		var member cty.Value
		switch {
		case typ.IsObjectType() && typ.HasAttribute(a.name):
			member = v.GetAttr(a.name)
		case typ.IsMapType():
			key := cty.StringVal(a.name)
			if v.HasIndex(key).False() {
				continue
			}
			member = v.Index(key)
		case typ.IsObjectType() && spelled(typ, a.name) != "":
			member = v.GetAttr(spelled(typ, a.name))
		case p.owner.Source == resource.Live && typ.IsObjectType():
			p.unread(a.name)
			continue
		default:
			continue
		}
		if t := p.at(Step{Name: a.name}, member, a.shape, in); t != nil {
			items = append(items, [2]*ast.Term{a.key, t})
		}
	}
	return items
}

// spelled is how an object in a JSON argument spells a name: the provider reads those
// whatever their case. "" where it has no such name.
func spelled(typ cty.Type, name string) string {
	found := ""
	for other := range typ.AttributeTypes() {
		if strings.EqualFold(other, name) && (found == "" || other < found) {
			found = other
		}
	}
	return found
}

// unread cuts an attribute that a live source did not read: there, null is "not set".
func (p *projection) unread(name string) {
	p.path = append(p.path, Step{Name: name})
	p.cut([]resource.Cause{unreadCause(p.owner.Unread, p.what())})
	p.path = p.path[:len(p.path)-1]
}

// unreadCause is why something was not read, where the source says so.
func unreadCause(c resource.Cause, what string) resource.Cause {
	if c == (resource.Cause{}) {
		return resource.Cause{Kind: resource.NotVisible, What: what, Why: "it was not read from the account (null would say that it is not set)"}
	}
	return c
}

// at projects a member below the current path; nil where there is nothing to show.
func (p *projection) at(step Step, v cty.Value, s *shape, in inherited) *ast.Term {
	p.path = append(p.path, step)
	t := p.value(v, s, in)
	p.path = p.path[:len(p.path)-1]
	return t
}

// value projects one value: nil for null and for what was cut.
func (p *projection) value(v cty.Value, s *shape, in inherited) *ast.Term {
	if v.IsMarked() {
		var marks cty.ValueMarks
		v, marks = v.Unmark()
		in = p.inherit(in, resource.MarksOf(marks))
	}
	switch {
	case !v.IsKnown():
		p.cut(causesOf(resource.Marks{Causes: in.causes, Refs: in.refs, Maybes: in.maybes}, p.what()))
		return nil
	case v.IsNull():
		return nil
	}
	if missing := p.judged.lacks(in.maybes); len(missing) > 0 {
		p.cut(causesOf(resource.Marks{Maybes: missing}, ""))
		return nil
	}
	if in.sensitive {
		p.sensitive = append(p.sensitive, slices.Clone(p.path))
	}
	switch s.kind {
	case resource.Bool, resource.Number, resource.String:
		return p.scalar(v, s.kind, in)
	case resource.List:
		return p.list(v, s, in)
	case resource.Map:
		return p.mapping(v, s.elem, in)
	case resource.Object:
		if t := v.Type(); t.IsObjectType() || t.IsMapType() {
			return ast.ObjectTerm(p.object(v, s, in)...)
		}
		return p.misfit("an object")
	case resource.Document:
		return p.document(v, in)
	case resource.Examined:
		return p.examined(v, s, in)
	case resource.Any:
	}
	return p.any(v, in)
}

// examined projects what was found in a text. The text itself never reaches a policy: where
// a source did not examine it, it was not seen.
func (p *projection) examined(v cty.Value, s *shape, in inherited) *ast.Term {
	if t := v.Type(); !t.IsTupleType() && !t.IsListType() && !t.IsSetType() {
		return p.misfit("the list of what was found in it: it was not examined")
	}
	p.found = append(p.found, slices.Clone(p.path))
	return p.list(v, &shape{kind: resource.List, elem: s.elem}, in)
}

// inherit adds a value's own marks to those around it. An open list is noted here.
func (p *projection) inherit(in inherited, m resource.Marks) inherited {
	in.refs = concat(in.refs, m.Refs)
	in.maybes = concat(in.maybes, m.Maybes)
	in.examined = in.examined || m.Rest != nil
	in.causes = concat(in.causes, m.Causes)
	in.sensitive = in.sensitive || m.Sensitive && m.Rest == nil // what was found in a text is masked
	if len(m.Open) > 0 {
		p.opens = append(p.opens, open{path: slices.Clone(p.path), causes: m.Open})
	}
	return in
}

// concat never grows a shared slice in place.
func concat[T any](a, b []T) []T {
	if len(b) == 0 {
		return a
	}
	return append(slices.Clip(a), b...)
}

func (p *projection) cut(causes []resource.Cause) {
	p.cuts = append(p.cuts, cut{slices.Clone(p.path), causes})
}

// what names the current place for a cause.
func (p *projection) what() string {
	return p.owner.Address.String() + "." + p.path[p.base:].String()
}

// misfit cuts a value that does not have the declared type. The cause does not quote it.
func (p *projection) misfit(want string) *ast.Term {
	c := resource.Cause{
		Kind: resource.NotConvertible, What: p.what(), Why: "the value is not " + want, Settle: "write " + want,
	}
	if p.owner.Locate != nil {
		c = c.At(p.owner.Locate.Locate(p.path[p.base:].steps()))
	}
	p.cut([]resource.Cause{c})
	return nil
}

func (p *projection) scalar(v cty.Value, kind resource.Kind, in inherited) *ast.Term {
	if v.Type() == cty.Number && kind == resource.Number {
		return p.number(v)
	}
	text, ok := scalarText(v)
	if !ok {
		if t := v.Type(); in.examined && t.IsTupleType() {
			return p.misfit(articles[kind] + " but what was found in one: declare it as examined")
		}
		return p.misfit(articles[kind])
	}
	if kind == resource.String {
		return ast.StringTerm(p.text(text, in))
	}
	if kind == resource.Number {
		n, err := cty.ParseNumberVal(strings.TrimSpace(text))
		if err != nil {
			return p.misfit(articles[kind])
		}
		return p.number(n)
	}
	switch text {
	case "true", "1":
		return ast.InternedTerm(true)
	case "false", "0":
		return ast.InternedTerm(false)
	}
	return p.misfit(articles[kind])
}

func (p *projection) number(v cty.Value) *ast.Term {
	text, ok := numberText(v)
	if !ok {
		return p.misfit("a number of an ordinary size")
	}
	return ast.NumberTerm(json.Number(text))
}

// articles name the scalar kinds in sentences.
var articles = map[resource.Kind]string{resource.Bool: "a boolean", resource.Number: "a number", resource.String: "a string"}

// list projects lists, sets and blocks. An element that is not known is null, so that indices hold.
func (p *projection) list(v cty.Value, s *shape, in inherited) *ast.Term {
	if s.elem.kind == resource.Object && v.Type() == cty.String { // blocks in the text of an argument
		parsed, err := resource.ParseJSON(v.AsString())
		if err != nil {
			return p.misfit("JSON that describes a list")
		}
		v = parsed
	}
	t := v.Type()
	if s.elem.kind == resource.Object && (t.IsObjectType() || t.IsMapType()) {
		return ast.ArrayTerm(p.element(0, v, s.elem, in)) // a single block is a list of one
	}
	if !t.IsTupleType() && !t.IsListType() && !t.IsSetType() {
		return p.misfit("a list")
	}
	items := make([]*ast.Term, 0, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		items = append(items, p.element(len(items), e, s.elem, in))
	}
	return ast.ArrayTerm(items...)
}

func (p *projection) element(i int, v cty.Value, s *shape, in inherited) *ast.Term {
	if t := p.at(Step{Index: i}, v, s, in); t != nil {
		return t
	}
	return null
}

// mapping projects a map or an object whose keys are not declared.
func (p *projection) mapping(v cty.Value, s *shape, in inherited) *ast.Term {
	if t := v.Type(); !t.IsObjectType() && !t.IsMapType() {
		return p.misfit("a map")
	}
	items := make([][2]*ast.Term, 0, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		k, e := it.Element()
		if t := p.at(Step{Name: k.AsString()}, e, s, in); t != nil {
			items = append(items, [2]*ast.Term{ast.StringTerm(k.AsString()), t})
		}
	}
	return ast.ObjectTerm(items...)
}

// any projects a value by the type it has.
func (p *projection) any(v cty.Value, in inherited) *ast.Term {
	t := v.Type()
	switch {
	case t == cty.Bool:
		return ast.InternedTerm(v.True())
	case t == cty.Number:
		return p.number(v)
	case t == cty.String:
		return ast.StringTerm(p.text(v.AsString(), in))
	case t.IsObjectType() || t.IsMapType():
		return p.mapping(v, anything, in)
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return p.list(v, &shape{kind: resource.List, elem: anything}, in)
	}
	return p.misfit("a value that can be read")
}

// document projects an IAM policy document in its normal form.
func (p *projection) document(v cty.Value, in inherited) *ast.Term {
	in.document = true
	if v.Type() != cty.String {
		return p.any(v, in) // a source may have normalised it already
	}
	doc, err := p.documents.parse(v.AsString())
	if err != nil {
		return p.misfit("a policy document")
	}
	return p.any(doc, in)
}
