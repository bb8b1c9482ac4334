package provider

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// entry is the documented default of one attribute.
type entry struct {
	typ string
	// path is the attribute, with its blocks: "root_block_device.encrypted".
	path string
	// fallback is what the attribute is when it is omitted.
	fallback fallback
	// doc is the page that says so.
	doc string
}

// siblings answers with an attribute of the object that holds the omitted one;
// cty.NilVal or null where it is omitted too.
type siblings func(attr string) cty.Value

// fallback is the value of an omitted attribute.
type fallback struct {
	// needs are the siblings that decide it; a name that ends in [] is a block.
	needs []string
	// value is cty.NilVal where nothing is documented.
	value func(s siblings, v Version) cty.Value
	// ignores tells whether AWS takes no notice of what is written: creating the
	// resource from another one takes over that one's value.
	ignores func(s siblings) bool
}

// ignored makes an inherited value count even where another one is written.
// Source: the request parameters of CreateDBInstanceReadReplica and
// RestoreDBInstanceFromDBSnapshot, which have no StorageEncrypted,
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
func ignored(f fallback, from ...string) fallback {
	f.ignores = func(s siblings) bool {
		return slices.ContainsFunc(from, func(name string) bool {
			source := s(strings.TrimSuffix(name, "[]"))
			return source != cty.NilVal && !unset(source)
		})
	}
	return f
}

// always is a default that depends on nothing.
func always(v cty.Value) fallback {
	return fallback{value: func(siblings, Version) cty.Value { return v }}
}

// since is a default that a major version changed.
func since(major int, before, after cty.Value) fallback {
	return fallback{value: func(_ siblings, v Version) cty.Value {
		if v.major() < major {
			return before
		}
		return after
	}}
}

// inherited is a default that holds unless one of the siblings is set: then the
// value comes from what it names (a replica's source, a snapshot), which is not seen.
// A cty.NilVal default means that nothing is documented otherwise.
func inherited(attr string, otherwise cty.Value, from ...string) fallback {
	t := cty.String
	if otherwise != cty.NilVal {
		t = otherwise.Type()
	}
	return fallback{needs: from, value: func(s siblings, _ Version) cty.Value {
		for _, name := range from {
			source := s(strings.TrimSuffix(name, "[]"))
			if source == cty.NilVal || unset(source) {
				continue
			}
			if !isKnown(source) {
				return unknownLike(t, source)
			}
			return resource.Unknown(t, inheritance(attr, name, source))
		}
		return otherwise
	}}
}

// inheritance is the cause of a value that comes from another resource.
func inheritance(attr, through string, source cty.Value) resource.Cause {
	through = strings.TrimSuffix(through, "[]")
	what := through
	_, marks := source.Unmark()
	for _, ref := range resource.MarksOf(marks).Refs {
		if name := ref.Address.String(); !ref.Address.IsZero() && (what == through || name < what) {
			what = name
		}
	}
	return resource.Cause{
		Kind:   resource.NotVisible,
		What:   what,
		Why:    attr + " comes from " + through,
		Settle: "look at what " + through + " names",
	}
}

// node is the table of one type as a tree: blocks lead to attributes.
type node struct {
	leaf     *fallback
	children map[string]*node
}

// entries are all documented defaults.
var entries = slices.Concat(
	builds, caches, compute, containers, databases, documents, edge, github, keys, logs, monitoring, network, rulesets, storage,
)

// tables holds the defaults by current type name.
var tables = index(entries)

func index(all []entry) map[string]*node {
	out := map[string]*node{}
	for _, e := range all {
		at := out[e.typ]
		if at == nil {
			at = &node{}
			out[e.typ] = at
		}
		for step := range strings.SplitSeq(e.path, ".") {
			next := at.children[step]
			if next == nil {
				next = &node{}
				if at.children == nil {
					at.children = map[string]*node{}
				}
				at.children[step] = next
			}
			at = next
		}
		at.leaf = &e.fallback
	}
	return out
}

// fill returns v, an object, with the defaults of the attributes that are absent
// and wanted. A nil shape wants all of them.
func (n *node) fill(v cty.Value, shape *resource.Shape, all bool, ver Version) cty.Value {
	values, marks, ok := attributes(v)
	if !ok {
		return v
	}
	known := func(attr string) cty.Value { return values[attr] }
	filled := make(map[string]cty.Value, len(values)+len(n.children))
	for name, value := range values {
		filled[name] = value
	}
	for name, child := range n.children {
		want := shape.Attr(name)
		if want == nil && !all {
			continue
		}
		if child.leaf == nil {
			if block, ok := filled[name]; ok {
				filled[name] = child.fillBlocks(block, want, all, ver)
			}
			continue
		}
		if value, ok := filled[name]; !ok || absent(value) || child.leaf.overrules(known, ver) {
			filled[name] = withDefault(value, child.leaf.value(known, ver))
		}
	}
	return object(filled).WithMarks(marks)
}

// overrules tells whether the value comes from elsewhere although one is written.
func (f *fallback) overrules(s siblings, v Version) bool {
	return f.ignores != nil && !v.Observed && f.ignores(s)
}

// withDefault is the default with the marks of the null that it replaces; the
// null where there is no default.
func withDefault(null, value cty.Value) cty.Value {
	if value == cty.NilVal || null == cty.NilVal {
		if value == cty.NilVal {
			return null
		}
		return value
	}
	_, marks := null.Unmark()
	return value.WithMarks(marks)
}

// fillBlocks fills every block of a list.
func (n *node) fillBlocks(list cty.Value, shape *resource.Shape, all bool, ver Version) cty.Value {
	blocks, marks, ok := members(list)
	if !ok || len(blocks) == 0 {
		return list
	}
	var elem *resource.Shape
	if shape != nil {
		elem = shape.Elem
	}
	out := make([]cty.Value, len(blocks))
	for i, block := range blocks {
		out[i] = n.fill(block, elem, all, ver)
	}
	return cty.TupleVal(out).WithMarks(marks)
}

// need adds to shape the siblings that the defaults of its attributes depend on.
func (n *node) need(shape *resource.Shape) *resource.Shape {
	if n == nil || shape == nil {
		return shape
	}
	extra := &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
	for name, child := range n.children {
		want := shape.Attr(name)
		switch {
		case want == nil:
		case child.leaf != nil:
			for _, sibling := range child.leaf.needs {
				if bare := strings.TrimSuffix(sibling, "[]"); shape.Attr(bare) == nil {
					extra.Attrs[bare] = siblingShape(sibling)
				}
			}
		case want.Kind == resource.List:
			extra.Attrs[name] = &resource.Shape{Kind: resource.List, Elem: child.need(want.Elem)}
		}
	}
	return resource.Merge(shape, extra)
}

func siblingShape(name string) *resource.Shape {
	if strings.HasSuffix(name, "[]") {
		return &resource.Shape{Kind: resource.List, Elem: &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}}
	}
	return &resource.Shape{Kind: resource.Any}
}

// Default is the documented default of a top-level attribute that the
// configuration of a resource omits. known answers with the resource's other
// attributes, as configured; cty.NilVal or null means omitted. The value may be
// unknown with a Cause (a replica inherits its encryption). False means that no
// default is documented.
func Default(typ, attr string, known func(attr string) cty.Value, v Version) (cty.Value, bool) {
	table := tables[Type(typ)]
	if table == nil || table.children[attr] == nil || table.children[attr].leaf == nil {
		return cty.NilVal, false
	}
	value := table.children[attr].leaf.value(known, v)
	return value, value != cty.NilVal
}
