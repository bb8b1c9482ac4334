// Package iampolicy writes the JSON that the AWS provider's data source
// aws_iam_policy_document makes of its arguments. The evaluator calls it for such
// a data source, so that a policy built from blocks is judged like one in JSON.
//
// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
package iampolicy

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// arguments are all that decides the document.
var arguments = []string{
	"version", "policy_id", "statement",
	"source_json", "source_policy_documents", "override_policy_documents", "override_json",
}

// Document returns the document that a data source with this body has: the text
// of its json attribute, which means the same as minified_json. The body is an
// object of evaluated arguments, blocks as tuples of objects, absent ones null or
// left out; what it has besides does not matter.
//
// The text carries the marks of what went into it, and placeholders as they are.
// If any argument is unknown in part, or a list of blocks is open, the whole is
// unknown and carries the causes. An error says which argument is wrong, without
// quoting it.
func Document(body cty.Value) (cty.Value, error) {
	bare, marks := body.Unmark()
	if !bare.IsKnown() {
		return unknown(marks), nil
	}
	args := map[string]cty.Value{}
	whole := true
	for _, name := range arguments {
		if !bare.Type().HasAttribute(name) {
			continue
		}
		v, inner := bare.GetAttr(name).UnmarkDeep()
		args[name] = v
		marks = cty.NewValueMarks(marks, inner)
		whole = whole && v.IsWhollyKnown()
	}
	if !whole || len(resource.MarksOf(marks).Open) > 0 {
		return unknown(marks), nil
	}
	doc, err := combine(args)
	switch {
	case errors.Is(err, errUnseenSid):
		return unknown(marks), nil
	case err != nil:
		return cty.NilVal, err
	}
	text, err := json.Marshal(doc)
	if err != nil {
		return cty.NilVal, errors.New("the policy document cannot be written as JSON")
	}
	return marked(string(text), marks), nil
}

// unknown is a document of which a part is undecided.
func unknown(marks cty.ValueMarks) cty.Value {
	out := cty.UnknownVal(cty.String).RefineNotNull()
	for mark := range marks {
		switch m := mark.(type) {
		case resource.Origin:
			continue
		case resource.Open:
			out = out.Mark(m.Cause)
			continue
		}
		out = out.Mark(mark)
	}
	m := resource.MarksOf(marks)
	if len(m.Causes)+len(m.Open) > 0 {
		return out
	}
	for _, ref := range m.Refs {
		if ref.Opaque() {
			out = out.Mark(opaque.CauseOf(ref))
		}
	}
	return out
}

// marked leaves out the references of which nothing is left in the text.
func marked(text string, marks cty.ValueMarks) cty.Value {
	out := cty.StringVal(text)
	for mark := range marks {
		switch m := mark.(type) {
		case resource.Cause, resource.Origin:
			continue
		case resource.Ref:
			if m.Opaque() && !strings.Contains(text, m.Placeholder()) {
				continue
			}
		}
		out = out.Mark(mark)
	}
	return out
}

// errUnseenSid is a statement whose sid apply decides, so that it is undecided
// which statements override each other.
var errUnseenSid = errors.New("a sid is known only after apply")

// combine reads the source documents, the statements and the overriding
// documents, and puts each over what came before.
func combine(args map[string]cty.Value) (document, error) {
	var out document
	var sids sidSet
	for _, name := range []string{"source_json", "source_policy_documents"} {
		err := parts(args, name, func(d document) error {
			out.merge(d)
			return sids.add(name, d.Statements)
		})
		if err != nil {
			return document{}, err
		}
	}
	own, err := configured(args)
	if err != nil {
		return document{}, err
	}
	out.merge(own)
	for _, name := range []string{"override_policy_documents", "override_json"} {
		err := parts(args, name, func(d document) error {
			out.merge(d)
			return nil
		})
		if err != nil {
			return document{}, err
		}
	}
	for _, s := range out.Statements {
		if resource.HasPlaceholder(s.Sid) {
			return document{}, errUnseenSid
		}
	}
	return out, nil
}

// parts reads the documents of an argument, skipping empty ones.
func parts(args map[string]cty.Value, name string, each func(document) error) error {
	all, err := textList(args[name], name)
	if err != nil {
		return err
	}
	for i, text := range all {
		if text == "" {
			continue
		}
		d, err := parse(text)
		if err != nil {
			return fmt.Errorf("%s[%d]: %w", name, i, err)
		}
		if err := each(d); err != nil {
			return err
		}
	}
	return nil
}

// sidSet are the sids that must not come twice.
type sidSet map[string]bool

func (s *sidSet) add(where string, statements []statement) error {
	if *s == nil {
		*s = sidSet{}
	}
	for _, st := range statements {
		if st.Sid != "" && (*s)[st.Sid] {
			return fmt.Errorf("%s: two statements have the same sid", where)
		}
		(*s)[st.Sid] = true
	}
	return nil
}
