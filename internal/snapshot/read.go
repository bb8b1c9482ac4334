package snapshot

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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

// field reads the value of one key; at is its JSON path.
type field func(n *node, at string) error

// fields reads an object of these keys; the required ones must be there.
func (r *reader) fields(n *node, at string, all map[string]field, required ...string) error {
	if n.kind != object {
		return r.fail(n, at, "want an object")
	}
	for i, key := range n.keys {
		read := all[key]
		if read == nil {
			return r.fail(n.members[i], at, "the key %s is not known", quoted(key))
		}
		if err := read(n.members[i], strings.TrimPrefix(at+"."+key, ".")); err != nil {
			return err
		}
	}
	for _, key := range required {
		if !slices.Contains(n.keys, key) {
			return r.fail(n, at, "the key %q is missing", key)
		}
	}
	return nil
}

// each reads the members of a list.
func (r *reader) each(read field) field {
	return func(n *node, at string) error {
		if n.kind != list {
			return r.fail(n, at, "want a list")
		}
		for i, m := range n.members {
			if err := read(m, at+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		return nil
	}
}

// topLevel are the keys of the document.
var topLevel = map[string]func(*reader) field{
	"schema":    func(r *reader) field { return r.schema },
	"tool":      func(r *reader) field { return r.tool },
	"time":      func(r *reader) field { return r.moment(&r.out.Time) },
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

func (r *reader) note(n *node, at string) error {
	var s string
	err := r.string(&s)(n, at)
	r.out.Set.Notes = append(r.out.Set.Notes, s)
	return err
}

func (r *reader) string(to *string) field {
	return func(n *node, at string) error {
		if n.kind != text {
			return r.fail(n, at, "want a string")
		}
		*to = n.text
		return nil
	}
}

func (r *reader) bool(to *bool) field {
	return func(n *node, at string) error {
		if n.kind != truth && n.kind != falsehood {
			return r.fail(n, at, "want true or false")
		}
		*to = n.kind == truth
		return nil
	}
}

// count reads a number from 0 up.
func (r *reader) count(to *int) field {
	return func(n *node, at string) error {
		c, err := strconv.ParseUint(n.text, 10, 31)
		if n.kind != number || err != nil {
			return r.fail(n, at, "want a whole number from 0 up")
		}
		*to = int(c)
		return nil
	}
}

func (r *reader) moment(to *time.Time) field {
	return func(n *node, at string) error {
		t, err := time.Parse(time.RFC3339, n.text)
		if n.kind != text || err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
			return r.fail(n, at, "want a time such as 2026-01-15T10:00:00Z (RFC 3339)")
		}
		*to = t.UTC()
		return nil
	}
}

var (
	accountID  = regexp.MustCompile(`^[0-9]{12}$`)
	regionName = regexp.MustCompile(`^[a-z]{2,}(-[a-z0-9]+)+$`)
	typeName   = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)+$`)
)

// matching reads a string of a form. example is one.
func (r *reader) matching(form *regexp.Regexp, example string, to *string) field {
	return func(n *node, at string) error {
		if n.kind != text || !form.MatchString(n.text) {
			return r.fail(n, at, "want a string such as %s", example)
		}
		*to = n.text
		return nil
	}
}

func (r *reader) account(to *string) field { return r.matching(accountID, "111122223333", to) }
func (r *reader) region(to *string) field  { return r.matching(regionName, "eu-west-1", to) }

func (r *reader) scope(n *node, at string) error {
	var account, region string
	err := r.fields(n, at, map[string]field{
		"account": r.account(&account), "region": r.region(&region), "want": r.want,
	}, "account")
	root := rootOf(account, region)
	r.out.Set.Scopes = append(r.out.Set.Scopes, resource.ScopeRead{Root: root, Scope: scopeOf(account, region)})
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
