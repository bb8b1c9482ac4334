package graph

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// name is what stands at the end of a path: the text that names a resource, or something
// unknown that may.
type name struct {
	known bool
	text  string
	// at is the place: `rule[0].destination[0].bucket`.
	at string
	// refs are the references that the text was made of.
	refs   []resource.Ref
	maybes []resource.Condition
	causes []resource.Cause
	origin string
}

// reader reads the names at one path of one resource.
type reader struct {
	holder *resource.Resource
	names  []name
	// opens explain names that may stand there and were not seen.
	opens []resource.Cause
	// steps counts the values that were looked at.
	steps int
}

func (r *reader) read(p path) {
	if r.holder.Values != cty.NilVal {
		r.walk(r.holder.Values, p, "", resource.Marks{})
	}
}

func (r *reader) walk(v cty.Value, p path, at string, in resource.Marks) {
	r.steps++
	v, marks := v.Unmark()
	if len(marks) > 0 {
		m := resource.MarksOf(marks)
		if m.Rest == nil {
			r.opens = append(r.opens, m.Open...)
		}
		in = resource.Marks{
			Refs: slices.Concat(in.Refs, m.Refs), Maybes: slices.Concat(in.Maybes, m.Maybes),
			Causes: slices.Concat(in.Causes, m.Causes), Origin: m.Origin,
		}
	}
	if m := resource.MarksOf(marks); len(p) == 0 && m.Rest != nil { // what was found in a text stands in its place
		r.rest(*m.Rest, m, at, in)
		return
	}
	t := v.Type()
	if len(p) > 0 && p[0].kind == decoded && t != cty.String {
		p = p[1:] // the source has read the text already
	}
	switch {
	case !v.IsKnown():
		r.add(name{at: at, causes: causesOf(in, r.holder.Address.String()+"."+at)}, in)
	case v.IsNull():
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		if len(p) > 0 && p[0].kind == everyElement {
			p = p[1:]
		}
		i := 0
		for it := v.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			r.walk(e, p, at+"["+strconv.Itoa(i)+"]", in)
		}
	case len(p) == 0:
		if t == cty.String && v.AsString() != "" {
			r.add(name{known: true, text: v.AsString(), at: at}, in)
		}
	case p[0].kind == attribute:
		r.member(v, p, at, in)
	case p[0].kind == everyValue && (t.IsObjectType() || t.IsMapType()):
		for it := v.ElementIterator(); it.Next(); {
			key, e := it.Element()
			r.walk(e, p[1:], at+"["+strconv.Quote(key.AsString())+"]", in)
		}
	case p[0].kind == decoded && t == cty.String:
		r.decode(v.AsString(), p[1:], at, in)
	}
}

// rest enters what is left of an examined text, of which a part may not be known.
func (r *reader) rest(text string, m resource.Marks, at string, in resource.Marks) {
	switch {
	case len(m.Open) > 0:
		in.Causes = slices.Concat(in.Causes, m.Open)
		r.add(name{at: at, causes: causesOf(in, r.holder.Address.String()+"."+at)}, in)
	case text != "":
		r.add(name{known: true, text: text, at: at}, in)
	}
}

// member goes on to an attribute. One that an account's answer lacks was not read.
func (r *reader) member(v cty.Value, p path, at string, in resource.Marks) {
	t := v.Type()
	switch {
	case t.IsObjectType() && t.HasAttribute(p[0].name):
		r.walk(v.GetAttr(p[0].name), p[1:], strings.TrimPrefix(at+"."+p[0].name, "."), in)
	case t.IsObjectType():
		if r.holder.Source == resource.Live && r.holder.Unread != (resource.Cause{}) {
			r.opens = append(r.opens, r.holder.Unread)
		}
	case t.IsMapType() && v.HasIndex(cty.StringVal(p[0].name)).True():
		r.walk(v.Index(cty.StringVal(p[0].name)), p[1:], strings.TrimPrefix(at+"."+p[0].name, "."), in)
	}
}

// maxJSON bounds the JSON text that is looked into: AWS takes no document of this size.
const maxJSON = 1 << 20

func (r *reader) decode(text string, p path, at string, in resource.Marks) {
	if len(text) > maxJSON {
		return
	}
	t, err := ctyjson.ImpliedType([]byte(text))
	if err != nil {
		return
	}
	v, err := ctyjson.Unmarshal([]byte(text), t)
	if err != nil {
		return
	}
	r.walk(v, p, at, in)
}

func (r *reader) add(n name, in resource.Marks) {
	n.refs, n.maybes, n.origin = in.Refs, in.Maybes, in.Origin
	r.names = append(r.names, n)
}

// causesOf explains an unknown value.
func causesOf(m resource.Marks, what string) []resource.Cause {
	causes := slices.Clone(m.Causes)
	for _, c := range m.Maybes {
		causes = append(causes, c.Cause)
	}
	if len(causes) == 0 {
		causes = []resource.Cause{{Kind: resource.AfterApply, What: what, Why: "it is decided only when the configuration is applied"}}
	}
	return tidy(causes)
}

// maxCauses bounds what explains one uncertainty: an eleventh cause helps nobody.
const maxCauses = 10

// tidy is causes in order, without repetition, and not too many.
func tidy(causes []resource.Cause) []resource.Cause {
	if len(causes) == 0 {
		return nil
	}
	causes = slices.Clone(causes)
	slices.SortFunc(causes, resource.CompareCauses)
	causes = slices.Compact(causes)
	return causes[:min(len(causes), maxCauses)]
}

// spellings are the texts under which what a text names may be known, best first: the
// text itself and, of an ARN and of what holds an identity that only apply fills, the text
// with one segment after the other taken off (the ARN of all objects leads to the bucket).
func spellings(text string) []string {
	out := []string{text}
	if !strings.HasPrefix(text, "arn:") && !resource.HasPlaceholder(text) {
		return out
	}
	for rest := text; len(out) < maxSpellings; {
		end := strings.LastIndexAny(rest, "/:")
		if end <= 0 || strings.Count(rest[:end], ":") < 5 && strings.HasPrefix(rest, "arn:") {
			break
		}
		rest = rest[:end]
		out = append(out, rest)
	}
	return out
}

// maxSpellings bounds the segments that are taken off one text.
const maxSpellings = 16

// parts are the pieces of a URL, any of which may be a name.
func parts(text string) []string {
	if !strings.Contains(text, "://") && !strings.Contains(text, ".amazonaws.com") {
		return nil
	}
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/:@?&=,; ", r) })
	pieces = pieces[:min(len(pieces), maxSpellings)]
	for _, piece := range pieces {
		if bucket, _, ok := strings.Cut(piece, ".s3"); ok {
			pieces = append(pieces, bucket) // BUCKET.s3.REGION.amazonaws.com
		}
	}
	return pieces
}
