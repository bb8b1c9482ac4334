package checks

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// link is one value of a link path: the name of another resource, or an unknown
// that may be one.
type link struct {
	known bool
	text  string
	// refs are the references to identities that the value was made of.
	refs   []resource.Ref
	maybes []resource.Condition
	causes []resource.Cause
	origin string
}

// linksOf reads the values at a link path. Blocks and lists count with each element.
func linksOf(e *entity, p Path) []link {
	r := linkReader{what: e.Address.String() + "." + p.String(), live: e.Source == resource.Live, unread: e.Unread}
	if e.Values != cty.NilVal {
		r.walk(e.Values, p, resource.Marks{})
	}
	return r.links
}

type linkReader struct {
	what  string
	links []link
	// live tells that what is missing was not read, unread why.
	live   bool
	unread resource.Cause
}

func (r *linkReader) walk(v cty.Value, p Path, in resource.Marks) {
	v, marks := v.Unmark()
	if len(marks) > 0 {
		m := resource.MarksOf(marks)
		in = resource.Marks{
			Refs: concat(in.Refs, m.Refs), Maybes: concat(in.Maybes, m.Maybes), Causes: concat(in.Causes, m.Causes), Origin: m.Origin,
		}
		if len(m.Open) > 0 {
			defer r.unseen(len(r.links), m.Open)
		}
	}
	if v.IsKnown() && v.IsNull() {
		return
	}
	t := v.Type()
	switch {
	case !v.IsKnown():
		r.add(link{causes: causesOf(in, r.what)}, in)
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		if len(p) > 0 && p[0].Name == "" {
			p = p[1:]
		}
		for it := v.ElementIterator(); it.Next(); {
			_, e := it.Element()
			r.walk(e, p, in)
		}
	case len(p) > 0 && p[0].Name != "":
		switch member := attributeOf(v, p[0].Name); {
		case member != cty.NilVal:
			r.walk(member, p[1:], in)
		case r.live && t.IsObjectType():
			r.add(link{causes: []resource.Cause{unreadCause(r.unread, r.what)}}, in)
		}
	default:
		if text, ok := scalarText(v); ok && text != "" {
			r.add(link{known: true, text: text}, in)
		}
	}
}

func (r *linkReader) add(l link, in resource.Marks) {
	for _, ref := range in.Refs {
		if resource.IdentityOf(ref.Address.Type).Names(ref.Attr) {
			l.refs = append(l.refs, ref)
		}
	}
	l.maybes, l.origin = in.Maybes, in.Origin
	r.links = append(r.links, l)
}

// unseen adds, for a list that may have members that were not seen, a link that
// may name whatever the seen ones name, or anything where they name nothing by reference.
func (r *linkReader) unseen(from int, causes []resource.Cause) {
	l := link{causes: causes}
	for _, seen := range r.links[from:] {
		if len(seen.refs) == 0 {
			l.refs = nil
			break
		}
		l.refs = append(l.refs, seen.refs...)
	}
	r.links = append(r.links, l)
}

// attributeOf is a member of an object or map, NilVal where there is none.
func attributeOf(v cty.Value, name string) cty.Value {
	switch t := v.Type(); {
	case t.IsObjectType() && t.HasAttribute(name):
		return v.GetAttr(name)
	case t.IsMapType() && v.HasIndex(cty.StringVal(name)).True():
		return v.Index(cty.StringVal(name))
	}
	return cty.NilVal
}

// spellings are the texts under which the target of a link may be known, best
// first: the text itself, the name in an ARN of the target's type, and the text
// with one path segment after the other taken off (an ARN with /* links to its bucket).
func spellings(text, targetType string) []string {
	out := []string{text}
	if arn, ok := resource.ParseARN(resource.IdentityOf(targetType).ARN, text); ok {
		out = append(out, arn.Naming)
	}
	if bucket, ok := bucketOf(text); ok && targetType == "aws_s3_bucket" {
		out = append(out, bucket)
	}
	if !strings.HasPrefix(text, "arn:") && !resource.HasPlaceholder(text) {
		return out
	}
	for rest := text; ; {
		end := strings.LastIndexAny(rest, "/:")
		if end <= 0 || strings.Count(rest[:end], ":") < 5 && strings.HasPrefix(rest, "arn:") {
			return out
		}
		rest = rest[:end]
		out = append(out, rest)
	}
}

// bucketOf is the bucket whose domain name a text is: logs.s3.amazonaws.com, logs.s3.eu-west-1.amazonaws.com.
// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
func bucketOf(text string) (string, bool) {
	host, ok := strings.CutSuffix(strings.TrimSuffix(text, ".cn"), ".amazonaws.com")
	at := max(strings.LastIndex(host, ".s3."), strings.LastIndex(host, ".s3-"))
	if strings.HasSuffix(host, ".s3") {
		at = len(host) - len(".s3")
	}
	if !ok || at <= 0 {
		return "", false
	}
	return host[:at], true
}

// names tells which reference a spelling stands for, if it is one.
func (l link) names(spelling string) (resource.Address, bool) {
	for _, ref := range l.refs {
		if ref.Opaque() && spelling == ref.Placeholder() || !ref.Opaque() && ref.Literal != "" && spelling == ref.Literal {
			return ref.Address, true
		}
	}
	return resource.Address{}, false
}

// namesType tells whether the link is a reference to one resource of the type, or
// the ARN of one of another kind. What belongs to a type (aws_secretsmanager_secret_version)
// may carry that one's ARN.
func (l link) namesType(typ string) bool {
	for _, s := range spellings(l.text, typ) {
		if a, ok := l.names(s); ok && a.Type == typ {
			return true
		}
		for _, ref := range l.refs {
			if ref.Attr == "arn" && ref.Opaque() && s == ref.Placeholder() && !strings.HasPrefix(ref.Address.Type, typ) {
				return true
			}
		}
	}
	return false
}

// namesAnother tells whether the link is the ARN of something that cannot be of the type: another service's,
// or that of a resource of another type. A Lambda function has one ARN that is API Gateway's.
func (l link) namesAnother(typ string) bool {
	const service, parts = 2, 6
	theirs := strings.SplitN(resource.IdentityOf(typ).ARN, ":", parts)
	if !l.known || len(theirs) < parts {
		return false
	}
	for _, ref := range l.refs {
		if ref.Attr == "arn" && ref.Opaque() && l.text == ref.Placeholder() {
			return !ref.Address.Data && !strings.HasPrefix(ref.Address.Type, typ)
		}
	}
	named := strings.SplitN(l.text, ":", parts)
	return len(named) == parts && named[0] == "arn" && !resource.HasPlaceholder(named[service]) &&
		named[service] != theirs[service] && named[service] != "apigateway"
}

// opaque tells whether part of the text stands for something unseen.
func (l link) opaque() bool { return l.known && resource.HasPlaceholder(l.text) }

// mayEqual tells whether two texts can be the same once their placeholders are
// filled: what is known at both ends must agree.
func mayEqual(a, b string) bool {
	headA, tailA, openA := ends(a)
	headB, tailB, openB := ends(b)
	if !openA && !openB {
		return a == b
	}
	prefix := strings.HasPrefix(headA, headB) && openB || strings.HasPrefix(headB, headA) && openA
	suffix := strings.HasSuffix(tailA, tailB) && openB || strings.HasSuffix(tailB, tailA) && openA
	return prefix && suffix
}

// ends is what stands before the first and after the last placeholder.
func ends(s string) (head, tail string, open bool) {
	first := strings.IndexFunc(s, isPlaceholderRune)
	if first < 0 {
		return s, s, false
	}
	last := strings.LastIndexFunc(s, isPlaceholderRune)
	return s[:first], s[last+len(string(placeholderEnd)):], true
}

// placeholderEnd closes every placeholder (resource.Ref.Placeholder).
const placeholderEnd = '\uE001'

func isPlaceholderRune(r rune) bool { return r == '\uE000' || r == placeholderEnd }
