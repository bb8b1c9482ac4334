// Package phi marks which resources hold protected health information (PHI). It reads
// tags and names, nothing else, and says what decided. internal/checks asks more of a
// resource that is marked, and judges one whose mark is unknown under every mark.
package phi

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Mark sets PHI on every resource of the set. The markers are:
//
//   - the tag DataClass or data-classification (any case, with or without separators):
//     PHI or ePHI is yes, another class is no;
//   - the tag HIPAA: true is yes, false is no;
//   - a tag whose key holds phi as a whole word: yes, unless its value is false, no or none;
//   - phi as a whole word in a tag's value, in an attribute that names the resource, or in
//     its name or instance key in the configuration: yes.
//
// One yes outweighs any no, and the reason names both. Without a yes, tags or names that
// could not be seen make the mark unknown, since they might have held one.
func Mark(set *resource.Set, _ Markers) Map {
	for _, r := range set.Resources {
		r.PHI = markOf(r)
	}
	return Map{}
}

// reading is what was seen of one resource.
type reading struct {
	yes, no []string
	causes  []resource.Cause
	// standing are the conditions under which the resource itself exists.
	standing []resource.Condition
}

func markOf(r *resource.Resource) resource.PHI {
	seen := reading{standing: r.Existence}
	if r.Values != cty.NilVal && seen.visible(r.Values, "its attributes") {
		values, _ := r.Values.Unmark()
		if r.Unread != (resource.Cause{}) && values.Type().IsObjectType() && !values.Type().HasAttribute("tags_all") {
			seen.causes = append(seen.causes, r.Unread) // an account's resource of which the tags were not seen
		}
		seen.readTags(values)
		seen.readNames(values, r.Address.Type)
	}
	if holdsPHI(r.Address.Name) || holdsPHI(r.Address.Key) {
		seen.yes = append(seen.yes, "its address holds the word phi")
	}
	switch {
	case len(seen.yes) > 0 && len(seen.no) > 0:
		return resource.PHI{Mark: resource.PHIYes, Why: seen.yes[0] + ", although " + seen.no[0]}
	case len(seen.yes) > 0:
		return resource.PHI{Mark: resource.PHIYes, Why: seen.yes[0]}
	case len(seen.causes) > 0:
		return resource.PHI{Mark: resource.PHIUnknown, Why: "tags or names that could decide it are unknown", Causes: distinct(seen.causes)}
	case len(seen.no) > 0:
		return resource.PHI{Mark: resource.PHINo, Why: seen.no[0]}
	}
	return resource.PHI{}
}

// readTags reads tags_all and, where that is absent or not seen, tags, which it contains.
func (s *reading) readTags(values cty.Value) {
	all, ok := attribute(values, "tags_all")
	if ok && all.IsWhollyKnown() {
		s.readTagMap(all, "tags_all")
		return
	}
	if ok {
		s.readTagMap(all, "tags_all")
	}
	if tags, ok := attribute(values, "tags"); ok {
		s.readTagMap(tags, "tags")
	}
}

func (s *reading) readTagMap(tags cty.Value, name string) {
	if !s.visible(tags, name) {
		return
	}
	tags, _ = tags.Unmark()
	keyed := tags.Type().IsObjectType() || tags.Type().IsMapType()
	if !keyed || tags.IsNull() || !tags.CanIterateElements() {
		return
	}
	for it := tags.ElementIterator(); it.Next(); {
		key, value := it.Element()
		key, _ = key.Unmark()
		if !s.visible(value, name+"."+key.AsString()) {
			continue
		}
		if text, ok := text(value); ok {
			s.readTag(key.AsString(), text)
		}
	}
}

func (s *reading) readTag(key, value string) {
	value = strings.TrimSpace(value)
	switch k := fold(key); {
	case value == "":
	case (k == "dataclass" || k == "dataclassification") && !holdsPHI(value):
		s.no = append(s.no, "tag "+key+" names another class")
	case k == "dataclass" || k == "dataclassification":
		s.yes = append(s.yes, "tag "+key+" = PHI")
	case k == "hipaa" && affirms(value):
		s.yes = append(s.yes, "tag "+key+" = true")
	case k == "hipaa" && denies(value):
		s.no = append(s.no, "tag "+key+" = false")
	case holdsPHI(key) && denies(value):
		s.no = append(s.no, "tag "+key+" = false")
	case holdsPHI(key):
		s.yes = append(s.yes, "tag "+key+" is set")
	case holdsPHI(value):
		s.yes = append(s.yes, "tag "+key+" holds the word phi")
	}
}

// readNames reads the attributes that identify a resource by a chosen name.
func (s *reading) readNames(values cty.Value, typ string) {
	for _, attr := range nameAttributes(typ) {
		v, ok := attribute(values, attr)
		if !ok || !s.visible(v, attr) {
			continue
		}
		if text, ok := text(v); ok && holdsPHI(text) {
			s.yes = append(s.yes, attr+" holds the word phi")
		}
	}
}

// nameAttributes are the identifying attributes that a person chooses. Identifiers that
// AWS generates cannot hold a word with a meaning. A companion of a bucket is named by its
// bucket, but what a bucket holds is not handed on to its companions here.
func nameAttributes(typ string) []string {
	out := []string{"name"}
	for _, a := range resource.IdentityOf(typ).Attrs {
		generated := a == "id" || a == "arn" || a == "url" || strings.HasSuffix(a, "_id") || strings.HasSuffix(a, "_arn")
		borrowed := a == "bucket" && typ != "aws_s3_bucket"
		if !generated && !borrowed && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// visible tells whether v itself is known and there; its causes are noted where it is
// not. Members of a collection are asked for one by one.
func (s *reading) visible(v cty.Value, path string) bool {
	bare, marks := v.Unmark()
	m := resource.MarksOf(marks)
	for _, c := range m.Maybes {
		if !slices.ContainsFunc(s.standing, func(o resource.Condition) bool { return o.ID == c.ID }) {
			s.causes = append(s.causes, c.Cause)
			return false
		}
	}
	if bare.IsKnown() {
		return true
	}
	if len(m.Causes) == 0 {
		m.Causes = []resource.Cause{{Kind: resource.NotEvaluated, What: path, Why: "the value is unknown"}}
	}
	s.causes = append(s.causes, m.Causes...)
	return false
}

// text is a known value as Terraform would write it into a string: HIPAA = true is "true".
func text(v cty.Value) (string, bool) {
	v, _ = v.Unmark()
	v, err := convert.Convert(v, cty.String)
	if err != nil || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// attribute is the named member of an object, if it is there and not null.
func attribute(values cty.Value, name string) (cty.Value, bool) {
	if values.IsNull() || !values.Type().IsObjectType() || !values.Type().HasAttribute(name) {
		return cty.NilVal, false
	}
	v := values.GetAttr(name)
	if bare, _ := v.Unmark(); bare.IsKnown() && bare.IsNull() {
		return cty.NilVal, false
	}
	return v, true
}
