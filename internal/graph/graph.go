// Package graph finds which resources of a set refer to which others. A table says which
// references count; Table.Find gives them as edges between resources, whoever of the two,
// or whichever third one, holds the reference. internal/phi follows one table to carry
// the PHI mark, and Network is another for whoever lists what lies in what.
//
// A reference is known by its provenance (resource.Ref) where the configuration names an
// address, else by its text: a name within one root or account, and an ARN, a bucket's
// name or an identifier that AWS generates wherever it was read. What is unknown is never
// guessed: it is an edge that is not certain, with its causes, or it is open.
package graph

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Row is one kind of reference, from one resource to another.
type Row struct {
	// Kind names what the edge is: "replica".
	Kind string
	// Holder is the type of the resource that has the reference.
	Holder string
	// From and To are the ends. At least one is what a path of the holder names.
	From, To End
	// Why says in a clause what the edge means: "objects are copied to it".
	Why string
}

// End is one end of a reference: the holder itself, or what one of its attributes names.
type End struct {
	// Path leads to the name: `rule[].destination[].bucket`, where [] is every element of a
	// list or block, {} every value of a map and (json) what JSON text holds. It is empty
	// where the holder is the end.
	Path string
	// Types are those of the resources that may be named.
	Types []string
	// Within tells that the text may hold more than the name: "https://NAME/path".
	Within bool
	// Prefix, where it is not empty, is what stands before the name, which ends at the next
	// slash: "/aws/lambda/NAME". Text that does not begin so names nothing.
	Prefix string
}

// Self is the end that the holder is.
func Self() End { return End{} }

// At is the end that a path names.
func At(path string, types ...string) End { return End{Path: path, Types: types} }

// In is the end that the text at a path mentions.
func In(path string, types ...string) End { return End{Path: path, Types: types, Within: true} }

// After is the end that stands in the text at a path after a prefix.
func After(path, prefix string, types ...string) End {
	return End{Path: path, Types: types, Within: true, Prefix: prefix}
}

// Graph is what Find found, in the order of the ends.
type Graph struct {
	Edges []Edge
	Open  []Open
}

// Edge is one reference.
type Edge struct {
	From, To, Holder *resource.Resource
	Row              *Row
	// Path is where the holder has the reference: `rule[0].destination[0].bucket`.
	Path string
	// Causes say why the edge may not be there; nil where it certainly is.
	Causes []resource.Cause
}

// Open is a reference of which one end was not seen.
type Open struct {
	Seen, Holder *resource.Resource
	Row          *Row
	Path         string
	// Out tells that Seen is the edge's From.
	Out bool
	// Unread tells that what names the other end was not seen, so that it may be anything;
	// else it was, and nothing seen has that name.
	Unread bool
	Cause  resource.Cause
}

// Table is a list of rows prepared for use.
type Table struct {
	rows     []Row
	byHolder map[string][]compiled
	// named are the types that some end names.
	named map[string]bool
}

type compiled struct {
	row      *Row
	from, to path
}

// New prepares a table.
func New(rows []Row) *Table {
	t := &Table{rows: rows, byHolder: map[string][]compiled{}, named: map[string]bool{}}
	for i := range rows {
		r := &rows[i]
		t.byHolder[r.Holder] = append(t.byHolder[r.Holder], compiled{r, parse(r.From.Path), parse(r.To.Path)})
		for _, typ := range slices.Concat(r.From.Types, r.To.Types) {
			t.named[typ] = true
		}
	}
	return t
}

// Rows are the rows of the table.
func (t *Table) Rows() []Row { return t.rows }

// Want adds to w what a source has to evaluate so that the rows can be read: the types at
// either end, with their identities and tags, and the attributes that hold references.
func (t *Table) Want(w resource.Wanted) {
	for typ := range t.named {
		w.Add(typ, empty())
	}
	for typ, rows := range t.byHolder {
		w.Add(typ, empty())
		for _, c := range rows {
			for _, p := range []path{c.from, c.to} {
				if len(p) > 0 {
					w.Add(typ, p.shape())
				}
			}
		}
	}
}

func empty() *resource.Shape {
	return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
}
