package phi

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// reading is what was seen of one resource.
type reading struct {
	rules
	yes, no []string
	causes  []resource.Cause
	// standing are the conditions under which the resource itself exists.
	standing []resource.Condition
}

// markOf is the mark that the markers alone give a resource.
func (u rules) markOf(r *resource.Resource) resource.PHI {
	if entry, ok := matching(u.notAddresses, r); ok {
		return resource.PHI{Mark: resource.PHINo, Why: "its address is among those without PHI (" + entry + ")"}
	}
	seen := reading{rules: u, standing: r.Existence}
	if r.Values != cty.NilVal && seen.visible(r.Values, "its attributes") {
		values := bare(r.Values)
		if r.Unread != (resource.Cause{}) && values.Type().IsObjectType() && !values.Type().HasAttribute("tags_all") {
			seen.causes = append(seen.causes, r.Unread) // an account's resource of which the tags were not seen
		}
		seen.readTags(values)
		seen.readNames(values, r.Address.Type)
	}
	seen.readAddress(r)
	return seen.mark()
}

// mark weighs what was seen.
func (s *reading) mark() resource.PHI {
	switch {
	case len(s.yes) > 0 && len(s.no) > 0:
		return resource.PHI{Mark: resource.PHIYes, Why: s.yes[0] + although + s.no[0]}
	case len(s.yes) > 0:
		return resource.PHI{Mark: resource.PHIYes, Why: s.yes[0]}
	case len(s.causes) > 0:
		return resource.PHI{Mark: resource.PHIUnknown, Why: "tags or names that could decide it are unknown", Causes: distinct(s.causes)}
	case len(s.no) > 0:
		return resource.PHI{Mark: resource.PHINo, Why: s.no[0]}
	}
	return resource.PHI{}
}

// readAddress reads the name and instance key that the configuration gives.
func (s *reading) readAddress(r *resource.Resource) {
	if holdsPHI(r.Address.Name) || holdsPHI(r.Address.Key) {
		s.yes = append(s.yes, "its address holds the word phi")
	}
	key := strings.Trim(r.Address.Key, `[]"`)
	if entry, ok := s.named(r.Address.Name, key); ok {
		s.yes = append(s.yes, "its address is among the names ("+entry+")")
	}
	if entry, ok := matching(s.addresses, r); ok {
		s.yes = append(s.yes, "its address is among those with PHI ("+entry+")")
	}
}

// named is the first of the user's names that matches one of the texts.
func (u rules) named(texts ...string) (string, bool) {
	for _, pattern := range u.names {
		for _, t := range texts {
			if t != "" && resource.Glob(pattern, strings.ToLower(t)) {
				return pattern, true
			}
		}
	}
	return "", false
}

// readTags reads tags_all and, where that is absent or not seen, tags, which it contains; and
// what says the same of repositories.
func (s *reading) readTags(values cty.Value) {
	s.readLabels(values)
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

// readLabels reads the topics of a repository, which are tags that say yes, and a custom
// property of one, which is a tag with its values.
func (s *reading) readLabels(values cty.Value) {
	if topics, ok := attribute(values, "topics"); ok {
		for _, topic := range s.texts(topics, "topics") {
			s.readTag(topic, "true")
		}
	}
	name, named := attribute(values, "property_name")
	words, ok := attribute(values, "property_value")
	if !named || !ok || !s.visible(name, "property_name") {
		return
	}
	key, _ := text(name)
	for _, word := range s.texts(words, "property_value") {
		s.readTag(key, word)
	}
}

// texts are the members of a list that were seen.
func (s *reading) texts(list cty.Value, path string) []string {
	if !s.visible(list, path) {
		return nil
	}
	var out []string
	if list = bare(list); list.IsNull() || !list.CanIterateElements() {
		return nil
	}
	for it := list.ElementIterator(); it.Next(); {
		_, member := it.Element()
		if !s.visible(member, path) {
			continue
		}
		if word, ok := text(member); ok {
			out = append(out, word)
		}
	}
	return out
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

// readTag reads one tag, by the user's markers and by those that are always read.
func (s *reading) readTag(key, value string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	for _, t := range s.tags {
		switch {
		case !t.matches(key, value):
		case t.value == "" && denies(value):
			s.no = append(s.no, "tag "+key+" = false")
		default:
			s.yes = append(s.yes, "tag "+key+" is among the markers ("+t.entry+")")
		}
	}
	for _, t := range s.notTags {
		if t.matches(key, value) && (t.value != "" || !denies(value)) {
			s.no = append(s.no, "tag "+key+" is among the markers without PHI ("+t.entry+")")
		}
	}
	s.readKnownTag(key, value)
}

func (s *reading) readKnownTag(key, value string) {
	switch k := fold(key); {
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
		text, ok := text(v)
		if ok && holdsPHI(text) {
			s.yes = append(s.yes, attr+" holds the word phi")
		}
		if entry, match := s.named(text); ok && match {
			s.yes = append(s.yes, attr+" is among the names ("+entry+")")
		}
	}
}

// nameAttributes are the identifying attributes that a person chooses. A companion of a
// bucket is named by its bucket, but what a bucket holds is not handed on to its
// companions here.
func nameAttributes(typ string) []string {
	out := []string{"name"}
	for _, a := range resource.IdentityOf(typ).Attrs {
		borrowed := a == "bucket" && typ != "aws_s3_bucket"
		if !generated(a) && !borrowed && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// chosen are identifiers that end like those that AWS generates.
var chosen = []string{"cluster_id", "endpoint_id", "replication_group_id", "replication_task_id"}

// generated tells of an identifier that AWS makes up, which cannot hold a word with a
// meaning, or makes from a name that is read by itself.
func generated(attr string) bool {
	if slices.Contains(chosen, attr) {
		return false
	}
	return slices.Contains([]string{"id", "arn", "url", "address", "endpoint", "dns_name", "alias"}, attr) ||
		slices.ContainsFunc([]string{"_id", "_arn", "_endpoint", "_address", "bucket_domain_name"}, func(end string) bool { return strings.HasSuffix(attr, end) })
}

// bare is a value without the marks on the whole of it.
func bare(v cty.Value) cty.Value {
	if v == cty.NilVal {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	v, _ = v.Unmark()
	return v
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
	v, err := convert.Convert(bare(v), cty.String)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// attribute is the named member of an object, if it is there and not null.
func attribute(values cty.Value, name string) (cty.Value, bool) {
	if !values.IsKnown() || values.IsNull() || !values.Type().IsObjectType() || !values.Type().HasAttribute(name) {
		return cty.NilVal, false
	}
	v := values.GetAttr(name)
	if bare, _ := v.Unmark(); bare.IsKnown() && bare.IsNull() {
		return cty.NilVal, false
	}
	return v, true
}
