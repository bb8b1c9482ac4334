package terraform

import (
	"errors"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/iampolicy"
)

// An IAM document is one text, so that one unknown argument makes all of it
// unknown, and the statement that grants everything beside it would not be seen.
// Where the text is made by jsonencode or a policy document data source, its
// parts are evaluated instead: holes stand for what is unknown until the document
// is normalised.

// Private-use code points, other than those of references, around a hole's number.
const (
	holeOpen  = "\uE010"
	holeClose = "\uE011"
)

// partial is the normalised document that an expression makes, with unknown
// leaves; false where the expression is made in another way, or its structure
// itself is unknown.
func (s *scope) partial(e hclsyntax.Expression) (cty.Value, bool) {
	at, e := s.follow(e, 0)
	switch e := e.(type) {
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "jsonencode" && len(e.Args) == 1 {
			return fillHoles(at.eval(e.Args[0]), func(v cty.Value) (string, bool) {
				text, err := ctyjson.Marshal(v, v.Type())
				return string(text), err == nil
			})
		}
	case *reference:
		if ri := at.policyData(e.Traversal); ri != nil {
			return fillHoles(ri.scope.object(ri.of.blk.body, nil), func(v cty.Value) (string, bool) {
				doc, err := iampolicy.Document(v)
				if err != nil || !doc.IsKnown() {
					return "", false
				}
				doc, _ = doc.Unmark()
				return doc.AsString(), true
			})
		}
	}
	return cty.NilVal, false
}

// parts are what jsonencode makes a text of, for arguments whose JSON policies read as
// blocks; false where the expression is made in another way.
func (s *scope) parts(e hclsyntax.Expression) (cty.Value, bool) {
	at, e := s.follow(e, 0)
	call, ok := e.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "jsonencode" || len(call.Args) != 1 {
		return cty.NilVal, false
	}
	v := at.eval(call.Args[0])
	if bare, _ := v.Unmark(); !bare.IsKnown() {
		return cty.NilVal, false
	}
	return v, true
}

// follow goes from a bare reference to a local or variable to the expression behind it.
func (s *scope) follow(e hclsyntax.Expression, level int) (*scope, hclsyntax.Expression) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return s.follow(e.Expression, level)
	case *hclsyntax.TemplateWrapExpr:
		return s.follow(e.Wrapped, level)
	case *reference:
		if len(e.Traversal) != 2 || level > maxModuleDepth {
			break
		}
		name := attrName(e.Traversal[1])
		switch e.Traversal.RootName() {
		case "local":
			if a, ok := s.in.mod.locals[name]; ok {
				return s.in.base.follow(a.expr, level+1)
			}
		case "var":
			if s.in.args == nil {
				break
			}
			if a, ok := s.in.args.body.attr(name); ok {
				return s.in.args.scope.follow(a.expr, level+1)
			}
		}
	}
	return s, e
}

// policyData is the policy document data source whose text a reference reads.
func (s *scope) policyData(t hcl.Traversal) *resourceInstance {
	if len(t) < 4 || t.RootName() != "data" || attrName(t[1]) != "aws_iam_policy_document" {
		return nil
	}
	x, ok := s.in.resource("data." + attrName(t[1]) + "." + attrName(t[2]))
	if !ok || x.busy || x.undecided != nil {
		return nil
	}
	rest, at := t[3:], 0
	if index, ok := rest[0].(hcl.TraverseIndex); ok {
		at, rest = x.find(index.Key), rest[1:]
	}
	if at < 0 || at >= len(x.instances) || len(rest) != 1 || attrName(rest[0]) != "json" && attrName(rest[0]) != "minified_json" {
		return nil
	}
	return x.instances[at]
}

// errHole refuses a text that could be taken for a hole: a configuration has no
// reason to hold one, and a forged hole could stand in for one that was lost.
var errHole = errors.New("the text holds a character that is reserved")

// fillHoles makes a document of v and puts its unknowns back in their places.
func fillHoles(v cty.Value, text func(cty.Value) (string, bool)) (cty.Value, bool) {
	var holes []cty.Value
	all := make(cty.ValueMarks)
	known, err := cty.Transform(v, func(_ cty.Path, leaf cty.Value) (cty.Value, error) {
		bare, marks := leaf.Unmark()
		if bare.IsKnown() {
			if bare.Type() == cty.String && !bare.IsNull() && strings.Contains(bare.AsString(), holeOpen) {
				return leaf, errHole
			}
			for mark := range marks {
				all[mark] = struct{}{}
			}
			return bare, nil
		}
		holes = append(holes, leaf)
		return cty.StringVal(holeOpen + strconv.Itoa(len(holes)-1) + holeClose), nil
	})
	if err != nil || !known.IsWhollyKnown() {
		return cty.NilVal, false
	}
	known, rest := known.UnmarkDeep()
	for mark := range rest {
		all[mark] = struct{}{}
	}
	if len(resource.MarksOf(all).Open) > 0 {
		return cty.NilVal, false // there may be further statements
	}
	written, ok := text(known)
	if !ok {
		return cty.NilVal, false
	}
	doc, err := resource.ParseDocument(written)
	if err != nil {
		return cty.NilVal, false
	}
	filled := 0
	doc, err = cty.Transform(doc, func(_ cty.Path, leaf cty.Value) (cty.Value, error) {
		if leaf.Type() != cty.String || leaf.IsNull() || !leaf.IsKnown() {
			return leaf, nil
		}
		for i, hole := range holes {
			if leaf.AsString() == holeOpen+strconv.Itoa(i)+holeClose {
				filled++
				// of the leaf's type, which the members beside it have
				return cty.UnknownVal(cty.String).WithMarks(hole.Marks()), nil
			}
		}
		return leaf, nil
	})
	// A hole that went into a key or was merged with text would be lost: then the
	// document stays unknown as a whole.
	if err != nil || filled < len(holes) {
		return cty.NilVal, false
	}
	return doc.WithMarks(all), true
}
