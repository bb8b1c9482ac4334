package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// A text that is examined for secrets is seldom unknown as a whole: a script has one
// variable in it. What is known of it is put together with a token for each unknown part,
// so that operators and functions deal with those as honestly as with identities that
// only apply fills; and where a condition hangs on one, nothing is known.

// unseenPart is what the token of an unknown part names.
var unseenPart = resource.Address{Type: "unseen"}

// maxParts bounds how deep calls are taken apart.
const maxParts = 16

// seen is an argument's value with what can be told of it where it is unknown.
func (s *scope) seen(e hclsyntax.Expression, v cty.Value, shape *resource.Shape) cty.Value {
	switch bare, _ := v.Unmark(); {
	case !bare.IsKnown():
		return s.unseen(e, v, shape)
	case shape != nil && shape.Kind == resource.Map && shape.Elem.Kind == resource.Examined && !bare.IsWhollyKnown():
		return s.writtenParts(e, v)
	}
	return v
}

// written is the text of an expression whose value is unknown, with a gap for each
// unknown part; false where nothing of it is known.
func (s *scope) written(e hclsyntax.Expression, v cty.Value) (cty.Value, bool) {
	token := s.in.root.token(unseenPart, "part")
	_, tokenMarks := token.Unmark()
	put := s.together(e, token, 0)
	bare, marks := put.Unmark()
	if bare.Type() != cty.String || !bare.IsKnown() || bare.IsNull() {
		return cty.NilVal, false
	}
	placeholder := resource.MarksOf(tokenMarks).Refs[0].Placeholder()
	text := bare.AsString()
	if strings.Trim(strings.ReplaceAll(text, placeholder, ""), " \t\r\n") == "" || !strings.Contains(text, placeholder) {
		return cty.NilVal, false
	}
	out := cty.StringVal(strings.ReplaceAll(text, placeholder, contents.Gap))
	for mark := range marks {
		if _, own := tokenMarks[mark]; !own {
			out = out.Mark(mark)
		}
	}
	for mark := range v.Marks() {
		if c, ok := mark.(resource.Cause); ok {
			mark = resource.Open{Cause: c}
		}
		out = out.Mark(mark)
	}
	return out, true
}

// together is the value of an expression with the token in place of unknown leaves.
func (s *scope) together(e hclsyntax.Expression, token cty.Value, level int) cty.Value {
	v := s.eval(e)
	if bare, _ := v.Unmark(); bare.IsKnown() {
		return filled(v, token)
	}
	at, e := s.follow(e, 0)
	if level > maxParts || s.in.root.exhausted() {
		return token
	}
	if b, ok := e.(*bounded); ok {
		e = b.Expression
	}
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		var b strings.Builder
		marks := []cty.ValueMarks{}
		for _, part := range e.Parts {
			text, err := convert.Convert(at.together(part, token, level+1), cty.String)
			if err != nil {
				text = token
			}
			bare, own := text.Unmark()
			if !bare.IsKnown() || bare.IsNull() {
				bare, own = token.Unmark()
			}
			b.WriteString(bare.AsString())
			marks = append(marks, own)
		}
		return cty.StringVal(b.String()).WithMarks(marks...)
	case *hclsyntax.FunctionCallExpr:
		return at.called(e, token, level)
	}
	return token
}

// called is what a function makes of its arguments with tokens in them. What encodes a text
// gives the text, which is what is examined.
func (s *scope) called(e *hclsyntax.FunctionCallExpr, token cty.Value, level int) (out cty.Value) {
	f, ok := s.in.root.functions[e.Name]
	if !ok || e.ExpandFinal {
		return token
	}
	args := make([]cty.Value, len(e.Args))
	for i, arg := range e.Args {
		args[i] = s.together(arg, token, level+1)
		param := f.VarParam()
		if i < len(f.Params()) {
			param = &f.Params()[i]
		}
		if param == nil {
			return token
		}
		var err error
		if args[i], err = convert.Convert(args[i], param.Type); err != nil {
			return token
		}
	}
	if name := strings.TrimPrefix(e.Name, "core::"); len(args) == 1 && (name == "base64encode" || name == "base64gzip") {
		return args[0]
	}
	defer func() {
		if recover() != nil { // as in evalGuarded: a library's panic costs this value
			out = token
		}
	}()
	v, err := f.Call(args)
	if err != nil {
		return token
	}
	if bare, _ := v.Unmark(); !bare.IsKnown() {
		return token
	}
	return filled(v, token)
}

// filled is a value with the token in place of its unknown leaves.
func filled(v, token cty.Value) cty.Value {
	out, err := cty.Transform(v, func(_ cty.Path, leaf cty.Value) (cty.Value, error) {
		if bare, _ := leaf.Unmark(); !bare.IsKnown() {
			return token, nil
		}
		return leaf, nil
	})
	if err != nil {
		return token
	}
	return out
}

// writtenParts is a map of examined texts of which some are unknown, with what is known of those.
func (s *scope) writtenParts(e hclsyntax.Expression, v cty.Value) cty.Value {
	at, e := s.follow(e, 0)
	object, ok := e.(*hclsyntax.ObjectConsExpr)
	bare, marks := v.Unmark()
	if !ok || bare.IsNull() || !bare.Type().IsObjectType() && !bare.Type().IsMapType() {
		return v
	}
	members := bare.AsValueMap()
	for _, item := range object.Items {
		name := literalKey(item.KeyExpr)
		member, ok := members[name]
		if !ok {
			continue
		}
		if known, _ := member.Unmark(); known.IsKnown() {
			continue
		}
		if text, ok := at.written(item.ValueExpr, member); ok {
			members[name] = text
		}
	}
	if len(members) == 0 {
		return v
	}
	return cty.ObjectVal(members).WithMarks(marks)
}

// writtenBlocks are the blocks in a JSON text of which a part is not known. A leaf with
// such a part is unknown but for how it begins, and there may be further blocks.
func (s *scope) writtenBlocks(e hclsyntax.Expression, v cty.Value) (cty.Value, bool) {
	text, ok := s.written(e, v)
	if !ok {
		return cty.NilVal, false
	}
	bare, marks := text.Unmark()
	parsed, err := resource.ParseJSON(bare.AsString())
	if err != nil {
		return cty.NilVal, false
	}
	causes := resource.MarksOf(marks).Open
	parsed, err = cty.Transform(parsed, func(_ cty.Path, leaf cty.Value) (cty.Value, error) {
		if leaf.Type() != cty.String || leaf.IsNull() || !strings.Contains(leaf.AsString(), contents.Gap) {
			return leaf, nil
		}
		front, _, _ := strings.Cut(leaf.AsString(), contents.Gap)
		unknown := cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull(front).NewValue()
		for _, c := range causes {
			unknown = unknown.Mark(c)
		}
		return unknown, nil
	})
	if err != nil || !parsed.Type().IsTupleType() {
		return cty.NilVal, false
	}
	return parsed.WithMarks(marks), true
}
