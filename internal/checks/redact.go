package checks

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// freeform are attributes whose members people name and fill as they like, with names of
// patients and with credentials as much as with anything else.
var freeform = []string{"tags", "tags_all", "variables", "environment_variables"}

// environments are those of them, and blocks of names and values, that programs are
// configured by: what is asked for by its key there is asked for as it is a credential.
var environments = []string{"variables", "environment_variables", "environment", "environment_variable"}

// valueTypes are types whose value the provider marks as sensitive under a name that does
// not tell (its schema, version 6.47).
var valueTypes = []string{"aws_api_gateway_api_key", "aws_ssm_parameter"}

// hides tells whether the value at a path must not be shown: its source marked it, its
// name sounds like that of a secret, or it is one of many in a free-form map and nobody
// asked for it by its key. Switches, numbers and names of resources are no secrets.
func (in *input) hides(p, asked Path, v ast.Value) bool {
	if slices.ContainsFunc(in.found, func(list Path) bool { return len(p) > len(list) && p.meets(list) }) {
		return false
	}
	if slices.ContainsFunc(in.sensitive, p.meets) {
		return true
	}
	if len(p) == 0 || harmless(v) {
		return false
	}
	last := p[len(p)-1].Name
	if last == "value" && len(p) == 1 && slices.Contains(valueTypes, in.judged.Address.Type) {
		return true
	}
	inside := slices.ContainsFunc(p[:len(p)-1], func(s Step) bool { return slices.Contains(environments, s.Name) })
	if inside && (last == "value" || p[len(p)-2].Name != "" && slices.Contains(freeform, p[len(p)-2].Name)) {
		return true
	}
	if at := slices.IndexFunc(p, func(s Step) bool { return slices.Contains(freeform, s.Name) }); at >= 0 && at < len(p)-1 {
		text, _ := v.(ast.String)
		if len(asked) <= at+1 || strings.ContainsAny(string(text), " @") {
			return true
		}
	}
	return finding.Secret(ownPath(p).String())
}

// ownPath is a path without the names of related lists, which are the policy's own.
func ownPath(p Path) Path {
	for len(p) > 2 && p[0] == metaStep {
		p = p[2:]
		if p[0].Name == "" && len(p) > 1 {
			p = p[1:]
		}
	}
	return p
}

// harmless tells whether a value is of a kind that secrets are not.
func harmless(v ast.Value) bool {
	switch v := v.(type) {
	case ast.String:
		return v == "" || v == "true" || v == "false" || strings.HasPrefix(string(v), "ref:") || strings.HasPrefix(string(v), "arn:")
	case *ast.Array:
		return !v.Until(func(t *ast.Term) bool { return !harmless(t.Value) })
	}
	return true
}

// minSecret is how short a secret may be to be looked for in a message: a shorter one
// stands in many words.
const minSecret = 4

// redact takes what must not be shown out of the messages of a user's policy, which may
// have put an attribute's value into them. It changes the statements.
func (in *input) redact(said []statement) {
	if len(said) == 0 {
		return
	}
	var secrets []string
	term := in.shown()
	for _, p := range everything(term, nil) {
		v, err := term.Value.Find(astRef(p))
		if err != nil || !in.hides(p, nil, v) {
			continue
		}
		secrets = append(secrets, texts(v)...)
	}
	for i := range said {
		for _, s := range secrets {
			said[i].message = strings.ReplaceAll(said[i].message, s, finding.Hidden)
		}
		said[i].message = finding.Masked(said[i].message)
	}
}

// everything lists the leaves of an input, those of its related lists included.
func everything(term *ast.Term, at Path) []Path {
	out := leaves(term, at)
	meta := term.Get(metaKey)
	if meta == nil {
		return out
	}
	lists, _ := meta.Value.(ast.Object)
	if lists == nil {
		return out
	}
	lists.Foreach(func(key, value *ast.Term) {
		name, _ := key.Value.(ast.String)
		list, ok := value.Value.(*ast.Array)
		for i := 0; ok && i < list.Len(); i++ {
			out = append(out, everything(list.Elem(i), append(at.with(metaStep), Step{Name: string(name)}, Step{Index: i}))...)
		}
	})
	return out
}

// texts lists the strings of a scalar or list of scalars that are long enough to be looked for.
func texts(v ast.Value) []string {
	var out []string
	switch v := v.(type) {
	case ast.String:
		if len(v) >= minSecret {
			out = append(out, string(v))
		}
	case *ast.Array:
		v.Foreach(func(t *ast.Term) { out = append(out, texts(t.Value)...) })
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}
