package iampolicy

import (
	"encoding/json"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// document is a policy document as the provider writes it.
type document struct {
	Version    string      `json:",omitempty"`
	ID         string      `json:"Id,omitempty"`
	Statements []statement `json:"Statement,omitempty"`
}

type statement struct {
	Sid          string     `json:",omitempty"`
	Effect       string     `json:",omitempty"`
	Action       texts      `json:",omitempty"`
	NotAction    texts      `json:",omitempty"`
	Resource     texts      `json:",omitempty"`
	NotResource  texts      `json:",omitempty"`
	Principal    principals `json:",omitempty"`
	NotPrincipal principals `json:",omitempty"`
	Condition    conditions `json:",omitempty"`
}

// texts is written as a string where it is one.
type texts []string

func (t texts) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal(append([]string{}, t...)) // none is a list too, and not null
}

// set is the provider's order of what has none: each once, the last first.
func (t texts) set() texts {
	out := slices.Clone(t)
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}

// principals are identifiers by type. The type * alone is written as "*".
type principals map[string]texts

func (p principals) MarshalJSON() ([]byte, error) {
	anyone, ok := p["*"]
	if !ok {
		return json.Marshal(map[string]texts(p))
	}
	if len(p) == 1 && len(anyone) == 1 && anyone[0] == "*" {
		return json.Marshal("*")
	}
	out := map[string]texts{}
	for kind, identifiers := range p {
		if kind == "*" {
			kind = "AWS"
		}
		out[kind] = append(out[kind], identifiers...).set()
	}
	return json.Marshal(out)
}

// conditions are values by operator and key.
type conditions map[string]map[string]texts

// merge puts another document over this one: a statement with a sid takes the
// place of the one with the same sid, the others are added.
func (d *document) merge(over document) {
	if over.ID != "" {
		d.ID = over.ID
	}
	d.Version = max(d.Version, over.Version)
	for _, s := range over.Statements {
		same := func(old statement) bool { return s.Sid != "" && old.Sid == s.Sid }
		if i := slices.IndexFunc(d.Statements, same); i >= 0 {
			d.Statements[i] = s
		} else {
			d.Statements = append(d.Statements, s)
		}
	}
}

// parse reads a document that is given as JSON.
func parse(text string) (document, error) {
	v, err := resource.ParseDocument(text)
	if err != nil {
		return document{}, err
	}
	d := document{Version: single(v, "Version"), ID: single(v, "Id")}
	for _, s := range v.GetAttr("Statement").AsValueSlice() {
		d.Statements = append(d.Statements, statement{
			Sid: single(s, "Sid"), Effect: single(s, "Effect"),
			Action: list(attr(s, "Action")).set(), NotAction: list(attr(s, "NotAction")).set(),
			Resource: list(attr(s, "Resource")).set(), NotResource: list(attr(s, "NotResource")).set(),
			Principal: byKind(attr(s, "Principal")), NotPrincipal: byKind(attr(s, "NotPrincipal")),
			Condition: byOperator(attr(s, "Condition")),
		})
	}
	return d, nil
}

// attr is an element of a normalised document, or null.
func attr(v cty.Value, name string) cty.Value {
	if v.Type().HasAttribute(name) {
		return v.GetAttr(name)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

func single(v cty.Value, name string) string {
	if v = attr(v, name); !v.IsNull() {
		return v.AsString()
	}
	return ""
}

func list(v cty.Value) texts {
	if v.IsNull() {
		return nil
	}
	var out texts
	for _, elem := range v.AsValueSlice() {
		out = append(out, elem.AsString())
	}
	return out
}

func byKind(v cty.Value) principals {
	if v.IsNull() {
		return nil
	}
	out := principals{}
	for kind, identifiers := range v.AsValueMap() {
		out[kind] = list(identifiers).set()
	}
	return out
}

func byOperator(v cty.Value) conditions {
	if v.IsNull() {
		return nil
	}
	out := conditions{}
	for operator, keys := range v.AsValueMap() {
		out[operator] = map[string]texts{}
		for key, values := range keys.AsValueMap() {
			out[operator][key] = list(values)
		}
	}
	return out
}
