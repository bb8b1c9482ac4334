package snapshot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// placed is a cause and the place or condition that it is about.
type placed struct {
	resource.Cause
	path []step
	id   string
	n    *node
	at   string
}

func (r *reader) resource(n *node, at string) error {
	out := &resource.Resource{Source: resource.Live}
	var account, region string
	var values, reads *node
	var unknown, open, maybe, unread []placed
	keep := func(to **node) field {
		return func(n *node, _ string) error { *to = n; return nil }
	}
	err := r.fields(n, at, map[string]field{
		"type": r.typ(&out.Address.Type), "name": r.string(&out.Address.Name),
		"account": r.account(&account), "region": r.region(&region), "arn": r.string(&out.ARN),
		"values": keep(&values), "reads": keep(&reads), "want": r.want,
		"unknown": r.each(r.cause(&unknown, "path")), "open": r.each(r.cause(&open, "path")),
		"maybe": r.each(r.cause(&maybe, "id")), "unread": r.cause(&unread, ""),
	}, "type", "name", "account", "values")
	if err != nil {
		return err
	}
	if out.Address.Name == "" {
		return r.fail(n, at, "the name is empty")
	}
	out.Root, out.Scope = rootOf(account, region), scopeOf(account, region)
	if out.Values, err = r.values(values, at+".values", unknown, open); err != nil {
		return err
	}
	out.Existence = existence(maybe, out)
	for _, c := range unread {
		out.Unread = c.Cause
	}
	if reads != nil {
		r.reads = append(r.reads, readsOf{out, reads, at + ".reads"})
	}
	r.out.Set.Resources = append(r.out.Set.Resources, out)
	r.root(out.Root)
	return nil
}

var causeKinds = []resource.CauseKind{
	resource.NotGiven, resource.AfterApply, resource.NotVisible, resource.NotEvaluated, resource.NotConvertible,
}

// cause reads one cause; about is the key that says what it is about: "path" (required), "id" or none.
func (r *reader) cause(to *[]placed, about string) field {
	return func(n *node, at string) error {
		c := placed{n: n, at: at}
		var kind, path string
		fields := map[string]field{
			"kind": r.string(&kind), "what": r.string(&c.What), "why": r.string(&c.Why), "settle": r.string(&c.Settle),
		}
		required := []string{"kind", "what", "why"}
		switch about {
		case "path":
			fields["path"] = r.string(&path)
			required = append(required, "path")
		case "id":
			fields["id"] = r.string(&c.id)
		}
		if err := r.fields(n, at, fields, required...); err != nil {
			return err
		}
		if c.Kind = resource.CauseKind(kind); !slices.Contains(causeKinds, c.Kind) {
			return r.fail(n, at+".kind", "want not_given, after_apply, not_visible, not_evaluated or not_convertible")
		}
		if about == "path" {
			var err error
			if c.path, err = parsePath(path); err != nil {
				return r.fail(n, at+".path", "%v", err)
			}
		}
		*to = append(*to, c)
		return nil
	}
}

// existence turns causes into conditions. Without an id a condition is the resource's own.
func existence(maybe []placed, of *resource.Resource) []resource.Condition {
	var out []resource.Condition
	for i, c := range maybe {
		id := cmp.Or(c.id, strings.Join([]string{"own", of.Root, of.Address.String(), of.ARN, strconv.Itoa(i)}, "\x00"))
		out = append(out, resource.Condition{ID: id, Cause: c.Cause})
	}
	return out
}

// resolve finds the calls that resources name. It comes before the calls are sorted.
func (r *reader) resolve() error {
	for _, of := range r.reads {
		if of.n.kind != object {
			return r.fail(of.n, of.at, "want an object")
		}
		of.resource.Reads = make(map[string]*resource.Call, len(of.n.keys))
		for i, attr := range of.n.keys {
			var call int
			at := of.at + printKey(attr)
			if err := r.count(&call)(of.n.members[i], at); err != nil {
				return err
			}
			if call >= len(r.out.Set.Calls) {
				return r.fail(of.n.members[i], at, "there are only %d calls", len(r.out.Set.Calls))
			}
			of.resource.Reads[attr] = r.out.Set.Calls[call]
		}
	}
	return nil
}
