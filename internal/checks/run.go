package checks

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// statement is one thing that a policy says about an input.
type statement struct {
	verb      string
	assertion string
	message   string
	paths     []Path
}

// run judges a batch. The answer has, for each input, the policy's statements in
// a fixed order.
func (p *program) run(ctx context.Context, pol *policy, inputs []*ast.Term) ([][]statement, error) {
	results, err := p.query.Eval(ctx, rego.EvalParsedInput(ast.NewArray(inputs...)))
	if err != nil {
		return nil, unquoted(err)
	}
	if len(results) != 1 {
		return nil, fmt.Errorf("%s: the policy has no answer", pol.Source)
	}
	answers, ok := results[0].Bindings["out"].([]any)
	if !ok || len(answers) != len(inputs) {
		return nil, fmt.Errorf("%s: the policy answered %d of %d inputs", pol.Source, len(answers), len(inputs))
	}
	out := make([][]statement, len(answers))
	for i, answer := range answers {
		if out[i], err = pol.statements(answer); err != nil {
			return nil, fmt.Errorf("%s: %w", pol.Source, err)
		}
	}
	return out, nil
}

// unquoted is a run-time error without the values that a built-in function may
// have put into it.
func unquoted(err error) error {
	var e *topdown.Error
	if !errors.As(err, &e) || e.Code != topdown.BuiltinErr {
		return err
	}
	builtin, _, _ := strings.Cut(e.Message, ":")
	if e.Location == nil {
		return fmt.Errorf("the built-in function %s met a value that it does not take: guard it", builtin)
	}
	return fmt.Errorf("%s:%d: the built-in function %s met a value that it does not take: guard it", e.Location.File, e.Location.Row, builtin)
}

func (p *policy) statements(answer any) ([]statement, error) {
	var out []statement
	sets, _ := answer.([]any)
	for i, set := range sets {
		said, _ := set.([]any)
		for _, v := range said {
			s, err := p.statement(verbs[i], v)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", verbs[i], err)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// statement reads {"paths", "message", "assertion"}. Errors do not quote values:
// a policy may have put one into its message.
func (p *policy) statement(verb string, v any) (statement, error) {
	s := statement{verb: verb}
	fields, ok := v.(map[string]any)
	if !ok {
		return s, fmt.Errorf(`want an object {"paths", "message"}`)
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		var err error
		switch key {
		case "message":
			s.message, _ = fields[key].(string)
		case "assertion":
			s.assertion, _ = fields[key].(string)
		case "paths":
			s.paths, err = p.paths(fields[key])
		default:
			err = fmt.Errorf("unknown key %q (want paths, message, assertion)", key)
		}
		if err != nil {
			return s, err
		}
	}
	_, declared := p.Assertions[s.assertion]
	switch {
	case s.message == "":
		return s, fmt.Errorf("message is missing or no string")
	case len(s.paths) == 0 && verb != "unknown":
		return s, fmt.Errorf("paths is missing or empty: name what the statement rests on")
	case s.assertion == "" && len(p.Assertions) > 0 && verb == "deny":
		return s, fmt.Errorf("assertion is missing: the policy declares assertions")
	case s.assertion != "" && !declared:
		return s, fmt.Errorf("assertion %q is not declared", s.assertion)
	}
	return s, nil
}

// paths reads a list or set of paths and refuses those that lead to nothing declared:
// a misspelled path would never touch a cut.
func (p *policy) paths(v any) ([]Path, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("paths is no list")
	}
	out := make([]Path, 0, len(list))
	for _, e := range list {
		text, ok := e.(string)
		if !ok {
			return nil, fmt.Errorf("paths: want strings")
		}
		path, err := ParsePath(text)
		if err != nil {
			return nil, err
		}
		if !p.declares(path) {
			return nil, fmt.Errorf("path %q is not declared: name it under resources or related", text)
		}
		out = append(out, path)
	}
	return out, nil
}

// declares tells whether a path leads to something that the policy's input can hold.
func (p *policy) declares(path Path) bool {
	if path[0] == metaStep {
		return declaresMeta(path[1:], p.joins) // a scope policy has no joins
	}
	if p.Scope != ScopeResource {
		s := p.reads[path[0].Name]
		return s != nil && (len(path) == 1 || path[1].Name == "" && (len(path) == 2 || path[2] == metaStep || s.declares(path[2:])))
	}
	for _, s := range p.reads {
		if s.declares(path) {
			return true
		}
	}
	return false
}

func declaresMeta(p Path, joins []*relation) bool {
	if len(p) == 0 {
		return true
	}
	for _, rel := range joins {
		if rel.name != p[0].Name {
			continue
		}
		switch {
		case len(p) <= 2:
			return len(p) == 1 || p[1].Name == ""
		case p[1].Name == "" && p[2] == metaStep:
			return declaresMeta(p[3:], rel.joins)
		}
		return p[1].Name == "" && rel.reads.declares(p[2:])
	}
	return len(p) == 1 && slices.Contains(metaNames, p[0].Name)
}

// metaNames are what `_` holds beside the related lists.
var metaNames = []string{"type", "source", "scope", "phi"}

// declares tells whether a path leads to something in a value of the shape.
func (s *shape) declares(p Path) bool {
	if len(p) == 0 {
		return true
	}
	switch s.kind {
	case resource.Any, resource.Document:
		return true
	case resource.List:
		return p[0].Name == "" && s.elem.declares(p[1:])
	case resource.Map:
		return p[0].Name != "" && s.elem.declares(p[1:])
	case resource.Object:
		a := s.attr(p[0].Name)
		return a != nil && a.declares(p[1:])
	case resource.Bool, resource.Number, resource.String:
	}
	return false
}
