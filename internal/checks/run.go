package checks

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
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

// run judges inputs one after the other. The answer has, for each, the policy's
// statements in a fixed order. A query for each is cheaper than one for all of them:
// under "with input as" OPA does without most of its caches.
func (p *program) run(ctx context.Context, pol *policy, inputs []*ast.Term) ([][]statement, error) {
	txn, err := p.store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer p.store.Abort(ctx, txn)
	cancel := topdown.NewCancel()
	stop := context.AfterFunc(ctx, cancel.Cancel)
	defer stop()
	out := make([][]statement, len(inputs))
	for i, in := range inputs {
		query := topdown.NewQuery(p.query).WithCompiler(p.compiler).WithStore(p.store).WithTransaction(txn).
			WithInput(in).WithCancel(cancel).WithStrictBuiltinErrors(true)
		err := query.Iter(ctx, func(answer topdown.QueryResult) (err error) {
			out[i], err = pol.statements(answer)
			return err
		})
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			return nil, unquoted(err)
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

func (p *policy) statements(answer topdown.QueryResult) ([]statement, error) {
	var out []statement
	for _, verb := range verbs {
		if answer[ast.Var(verb)] == nil {
			continue
		}
		said, err := members(answer[ast.Var(verb)])
		for _, term := range said {
			var s statement
			if s, err = p.statement(verb, term); err != nil {
				break
			}
			out = append(out, s)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", p.Source, verb, err)
		}
	}
	return out, nil
}

// members are the elements of a list or, in order, of a set.
func members(t *ast.Term) ([]*ast.Term, error) {
	switch v := t.Value.(type) {
	case ast.Set:
		return v.Slice(), nil
	case *ast.Array:
		out := make([]*ast.Term, v.Len())
		for i := range out {
			out[i] = v.Elem(i)
		}
		return out, nil
	}
	return nil, errors.New("want a list")
}

// statement reads {"paths", "message", "assertion"}. Errors do not quote values:
// a policy may have put one into its message.
func (p *policy) statement(verb string, t *ast.Term) (statement, error) {
	s := statement{verb: verb}
	fields, ok := t.Value.(ast.Object)
	if !ok {
		return s, fmt.Errorf(`want an object {"paths", "message"}`)
	}
	err := fields.Iter(func(key, value *ast.Term) (err error) {
		switch key.Value {
		case ast.String("message"):
			s.message = stringOf(value)
		case ast.String("assertion"):
			s.assertion = stringOf(value)
		case ast.String("paths"):
			s.paths, err = p.paths(value)
		default:
			err = fmt.Errorf("unknown key %v (want paths, message, assertion)", key)
		}
		return err
	})
	if err != nil {
		return s, err
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

// stringOf is a term's text, empty if it is none.
func stringOf(t *ast.Term) string {
	text, _ := t.Value.(ast.String)
	return string(text)
}

// paths reads a list or set of paths and refuses those that lead to nothing declared:
// a misspelled path would never touch a cut.
func (p *policy) paths(t *ast.Term) ([]Path, error) {
	list, err := members(t)
	if err != nil {
		return nil, fmt.Errorf("paths: %w", err)
	}
	out := make([]Path, len(list))
	for i, e := range list {
		text, ok := e.Value.(ast.String)
		if !ok {
			return nil, fmt.Errorf("paths: want strings")
		}
		if out[i], err = ParsePath(string(text)); err != nil {
			return nil, err
		}
		if !p.declares(out[i]) {
			return nil, fmt.Errorf("path %q is not declared: name it under resources or related", string(text))
		}
	}
	return out, nil
}

// declares tells whether a path leads to something that the policy's input can hold.
func (p *policy) declares(path Path) bool {
	if path[0] == metaStep {
		return declaresMeta(path[1:], p.view().joins)
	}
	if p.Scope != ScopeResource {
		s := p.view().reads[path[0].Name]
		if s != nil && len(path) > 2 && path[1].Name == "" && path[2] == metaStep {
			return declaresMeta(path[3:], p.view().of[path[0].Name])
		}
		return s != nil && (len(path) == 1 || path[1].Name == "" && s.declares(path[2:]))
	}
	for _, s := range p.view().reads {
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
var metaNames = []string{"type", "source", "scope", "whole", "phi", "region", "account", "regions", "all_regions"}

// declares tells whether a path leads to something in a value of the shape.
func (s *shape) declares(p Path) bool {
	if len(p) == 0 {
		return true
	}
	switch s.kind {
	case resource.Any, resource.Document:
		return true
	case resource.List, resource.Examined:
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
