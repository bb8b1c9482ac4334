package snapshot

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Read reads a snapshot. Everything is checked, since the file may come from
// anywhere: an unknown key, another schema, a path that leads nowhere, a number
// that could not be written out. Every error is an *Error.
func Read(data []byte, name string) (Snapshot, error) { return read(data, name, false) }

// ReadExample reads an example of a policy: a snapshot whose resources and scopes may
// say which verdicts they want.
func ReadExample(data []byte, name string) (Snapshot, error) { return read(data, name, true) }

func read(data []byte, name string, example bool) (Snapshot, error) {
	n, err := parse(data, name)
	if err != nil {
		return Snapshot{}, err
	}
	r := &reader{name: name, example: example}
	if err := r.document(n); err != nil {
		return Snapshot{}, err
	}
	slices.Sort(r.out.Types)
	r.out.Set.Sort()
	return r.out, nil
}

// reader checks and translates the tree.
type reader struct {
	name    string
	example bool
	out     Snapshot
	reads   []readsOf
}

// readsOf are the calls of a resource, which may stand before they do.
type readsOf struct {
	resource *resource.Resource
	n        *node
	at       string
}

// fail says what is wrong with a node.
func (r *reader) fail(n *node, at, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if at != "" {
		what = at + ": " + what
	}
	return &Error{r.name, n.line, what}
}

// topLevel are the keys of the document.
var topLevel = map[string]func(*reader) field{
	"schema":    func(r *reader) field { return r.schema },
	"tool":      func(r *reader) field { return r.tool },
	"time":      func(r *reader) field { return r.moment(&r.out.Time) },
	"types":     func(r *reader) field { return r.each(r.asked) },
	"scopes":    func(r *reader) field { return r.each(r.scope) },
	"calls":     func(r *reader) field { return r.each(r.call) },
	"resources": func(r *reader) field { return r.each(r.resource) },
	"gaps":      func(r *reader) field { return r.each(r.gap) },
	"notes":     func(r *reader) field { return r.each(r.note) },
}

func (r *reader) document(n *node) error {
	if n.kind != object {
		return r.fail(n, "", "want an object with the schema %s", Schema)
	}
	if i := slices.Index(n.keys, "schema"); i < 0 {
		return r.fail(n, "", `the key "schema" is missing: this is no snapshot`)
	} else if err := r.schema(n.members[i], "schema"); err != nil {
		return err // before any key of another version is complained about
	}
	all := make(map[string]field, len(topLevel))
	for key, f := range topLevel {
		all[key] = f(r)
	}
	if err := r.fields(n, "", all, "time"); err != nil {
		return err
	}
	return r.resolve()
}

func (r *reader) schema(n *node, at string) error {
	switch {
	case n.kind == text && n.text == Schema:
		return nil
	case n.kind == text && strings.HasPrefix(n.text, family):
		return r.fail(n, at, "another version of the format than %s: use the hipaactl that wrote it, or a newer one", Schema)
	}
	return r.fail(n, at, "want %s: this is no snapshot", Schema)
}

func (r *reader) tool(n *node, at string) error {
	return r.fields(n, at, map[string]field{"name": r.string(&r.out.Tool.Name), "version": r.string(&r.out.Tool.Version)})
}

func (r *reader) asked(n *node, at string) error {
	var typ string
	err := r.typ(&typ)(n, at)
	r.out.Types = append(r.out.Types, typ)
	return err
}

func (r *reader) note(n *node, at string) error {
	var s string
	err := r.string(&s)(n, at)
	r.out.Set.Notes = append(r.out.Set.Notes, s)
	return err
}

func (r *reader) scope(n *node, at string) error {
	var account, region string
	var partial bool
	err := r.fields(n, at, map[string]field{
		"account": r.account(&account), "region": r.region(&region), "partial": r.bool(&partial), "want": r.want,
	}, "account")
	root := rootOf(account, region)
	read := resource.ScopeRead{Root: root, Scope: scopeOf(account, region), Partial: partial}
	if !awsAccount.MatchString(account) {
		read.Provider = "github"
	}
	r.out.Set.Scopes = append(r.out.Set.Scopes, read)
	r.root(root)
	return err
}

func (r *reader) root(root string) {
	if seen := &r.out.Set.Seen.Roots; root != "" && (len(*seen) == 0 || (*seen)[len(*seen)-1] != root) {
		*seen = append(*seen, root)
	}
}

func (r *reader) call(n *node, at string) error {
	c := &resource.Call{}
	err := r.fields(n, at, map[string]field{
		"operation": r.string(&c.Operation), "target": r.string(&c.Target),
		"account": r.account(&c.Account), "region": r.region(&c.Region),
		"time": r.moment(&c.Time), "request_id": r.string(&c.RequestID),
		"attempts": r.count(&c.Attempts), "retries": r.count(&c.Retries), "failure": r.string(&c.Failure),
	}, "operation", "time")
	r.out.Set.Calls = append(r.out.Set.Calls, c)
	return err
}

func (r *reader) gap(n *node, at string) error {
	g := resource.Gap{Kind: resource.GapCall}
	var account, region string
	err := r.fields(n, at, map[string]field{
		"what": r.string(&g.What), "why": r.string(&g.Why), "settle": r.string(&g.Settle),
		"account": r.account(&account), "region": r.region(&region),
		"types": r.each(func(n *node, at string) error {
			g.Types = append(g.Types, "")
			return r.typ(&g.Types[len(g.Types)-1])(n, at)
		}),
		"settled": r.bool(&g.Settled),
	}, "what", "why")
	if err == nil && account == "" && region != "" {
		err = r.fail(n, at, "a region is one of an account: add the account")
	}
	g.Root, g.Scope = rootOf(account, region), scopeOf(account, region)
	r.out.Set.Gaps = append(r.out.Set.Gaps, g)
	return err
}

func (r *reader) typ(to *string) field { return r.matching(typeName, "aws_db_instance", to) }

// want passes over what an example wants: internal/checks reads it.
func (r *reader) want(n *node, at string) error {
	if !r.example {
		return r.fail(n, at, "only an example of a policy says what it wants")
	}
	var s string
	return r.each(r.string(&s))(n, at)
}
