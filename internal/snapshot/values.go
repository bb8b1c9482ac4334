package snapshot

import (
	"encoding/json"
	"fmt"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// printer turns values into JSON and lists what of them is unknown or open.
type printer struct {
	// what names the resource in errors.
	what          string
	path          []step
	unknown, open []causeJSON
}

// sensitive is the cause of what must not be written.
var sensitive = resource.Cause{Kind: resource.NotVisible, What: "sensitive value", Why: "the value is sensitive", Settle: "audit the account itself"}

func (p *printer) root(v cty.Value) (any, error) {
	if v == cty.NilVal {
		return map[string]any{}, nil
	}
	bare, marks := v.Unmark()
	if m := resource.MarksOf(marks); bare.IsNull() || !bare.IsKnown() || !bare.Type().IsObjectType() || m.Sensitive {
		return nil, fmt.Errorf("%s: its values are no known object", p.what)
	}
	return p.value(v, nil)
}

// value is the JSON of a value; causes are those noted around it. What is unknown is nil.
func (p *printer) value(v cty.Value, causes []resource.Cause) (any, error) {
	v, marks := v.Unmark()
	m := resource.MarksOf(marks)
	causes = append(causes[:len(causes):len(causes)], m.Causes...)
	for _, ref := range m.Refs {
		if ref.Opaque() {
			return nil, p.refuse("a reference")
		}
	}
	switch {
	case len(m.Maybes) > 0:
		return nil, p.refuse("a value of undecided existence")
	case m.Sensitive:
		p.note(&p.unknown, sensitive)
		return nil, nil
	case !v.IsKnown():
		p.note(&p.unknown, causes...)
		if len(causes) == 0 {
			p.note(&p.unknown, resource.Cause{Kind: resource.NotVisible, What: printPath(p.path), Why: "it was not read"})
		}
		return nil, nil
	case v.IsNull():
		return nil, nil
	}
	p.note(&p.open, m.Open...)
	switch t := v.Type(); {
	case t == cty.String:
		return v.AsString(), nil
	case t == cty.Bool:
		return v.True(), nil
	case t == cty.Number:
		return p.number(v), nil
	case t.IsObjectType() || t.IsMapType():
		return p.object(v, causes)
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return p.list(v, causes)
	}
	return nil, p.refuse("a value of another kind than JSON has")
}

func (p *printer) refuse(what string) error {
	return fmt.Errorf("%s: %s holds %s, which cannot be saved", p.what, printPath(p.path), what)
}

func (p *printer) note(to *[]causeJSON, causes ...resource.Cause) {
	for _, c := range causes {
		j := causeJSONOf(c)
		j.Path = printPath(p.path)
		*to = append(*to, j)
	}
}

func (p *printer) number(v cty.Value) any {
	f := v.AsBigFloat()
	if oversized(f) {
		p.note(&p.unknown, resource.Cause{Kind: resource.NotConvertible, What: printPath(p.path), Why: "the value is not a number of an ordinary size"})
		return nil
	}
	if f.IsInt() {
		return json.Number(f.Text('f', 0))
	}
	return json.Number(f.Text('g', -1))
}

func (p *printer) object(v cty.Value, causes []resource.Cause) (any, error) {
	out := make(map[string]any, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		k, member := it.Element()
		noted := len(p.unknown)
		j, err := p.at(step{named: true, name: k.AsString()}, member, causes)
		if err != nil {
			return nil, err
		}
		if j != nil || len(p.unknown) == noted {
			out[k.AsString()] = j // what is unknown is missing: null says that it is not set
		}
	}
	return out, nil
}

func (p *printer) list(v cty.Value, causes []resource.Cause) (any, error) {
	out := make([]any, 0, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		_, member := it.Element()
		j, err := p.at(step{index: len(out)}, member, causes)
		if err != nil {
			return nil, err
		}
		out = append(out, j)
	}
	return out, nil
}

func (p *printer) at(s step, v cty.Value, causes []resource.Cause) (any, error) {
	p.path = append(p.path, s)
	j, err := p.value(v, causes)
	p.path = p.path[:len(p.path)-1]
	return j, err
}
