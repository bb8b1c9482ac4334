package resource

import (
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Ref is a mark: the value names, or comes from, another resource. Where the
// identity is filled only by apply, the value holds Placeholder() in its text
// and the engine writes `ref:TYPE.ATTR` or `ref:self.ATTR` in its place; where it
// is configured literally, the value is the literal and the mark is provenance alone.
type Ref struct {
	// Address is the instance that is named. For tokens that are no resource
	// (account, region, partition) only Type is set: "account", "region", "partition".
	Address Address
	// Attr is the attribute that was referred to: "arn", "id".
	Attr string
	// ID is the placeholder's number, 0 when the value holds no placeholder.
	// One (Address, Attr) of one root has one ID.
	ID int
	// Literal is the configured identity where ID is 0. A value that went through
	// further text operations no longer equals it and no longer names the resource.
	Literal string
}

// placeholderOpen and placeholderClose are private-use code points, which no
// configuration has a reason to hold and which JSON and YAML encoding leave alone.
const (
	placeholderOpen  = "\uE000"
	placeholderClose = "\uE001"
)

// Placeholder is the text that stands for the unseen identity inside a string.
func (r Ref) Placeholder() string {
	return placeholderOpen + strconv.Itoa(r.ID) + placeholderClose
}

// Token is the placeholder's form for policies: "ref:aws_kms_key.arn", and
// "ref:self.arn" where self is the named resource.
func (r Ref) Token(self Address) string {
	if r.Address == self && !self.IsZero() {
		return "ref:self." + r.Attr
	}
	return "ref:" + r.Address.Type + "." + r.Attr
}

// Opaque tells whether the value's text stands for something unseen, so that
// comparing or inspecting it would decide nothing.
func (r Ref) Opaque() bool { return r.ID != 0 }

// HasPlaceholder tells whether s holds text that looks like a placeholder.
func HasPlaceholder(s string) bool { return strings.Contains(s, placeholderOpen) }

// Maybe is a mark: the value is what it will be if the condition holds; else
// there is no such value. It is put on values of resources whose count or for_each is unknown.
type Maybe struct{ Condition Condition }

// Condition is one undecided count or for_each. Two resources with the same ID
// stand and fall together.
type Condition struct {
	// ID is equal for the same expression in the same module instance.
	ID string
	// Cause says why it is undecided.
	Cause Cause
}

// Origin is a mark on an unknown value that is a variable passed on unmodified.
// Equal origins are equal values, although neither is known.
type Origin struct{ ID string }

// Open is a mark on a known list of blocks: it may have further members, because
// a dynamic block's for_each is unknown. The members that stand in it were seen.
type Open struct{ Cause Cause }

// Rest is a mark on what stands in place of an examined text: the text with all that was
// found masked, so that one can still tell which resources it names. It stays in
// memory: policies, reports and snapshots do not get it.
type Rest struct{ Text string }

// Sensitive is a mark: the value must never be printed.
type Sensitive struct{}

// Marks splits the marks of one value (not of its members) by kind.
type Marks struct {
	Causes    []Cause
	Refs      []Ref
	Maybes    []Condition
	Open      []Cause
	Origin    string
	Sensitive bool
	// Rest is what is left of an examined text, nil where none was examined.
	Rest *string
}

// MarksOf sorts out what is known beside a value. The order of each list is
// that of Go's map iteration: sort before printing.
func MarksOf(marks cty.ValueMarks) Marks {
	var m Marks
	for mark := range marks {
		switch mark := mark.(type) {
		case Cause:
			m.Causes = append(m.Causes, mark)
		case Ref:
			m.Refs = append(m.Refs, mark)
		case Maybe:
			m.Maybes = append(m.Maybes, mark.Condition)
		case Open:
			m.Open = append(m.Open, mark.Cause)
		case Origin:
			m.Origin = mark.ID
		case Sensitive:
			m.Sensitive = true
		case Rest:
			m.Rest = &mark.Text
		}
	}
	return m
}

// Unknown is an unknown value of type t with its cause.
func Unknown(t cty.Type, c Cause) cty.Value { return cty.UnknownVal(t).Mark(c) }
