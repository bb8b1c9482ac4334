package resource

import (
	"cmp"

	"github.com/hashicorp/hcl/v2"
)

// CauseKind says why a value is unknown.
type CauseKind string

// The kinds of cause (design: unknown is not given, decided only at apply, or not visible).
const (
	// NotGiven is a variable without a value.
	NotGiven CauseKind = "not_given"
	// AfterApply is a value that exists only once the configuration is applied.
	AfterApply CauseKind = "after_apply"
	// NotVisible is something that exists but could not be read: a module that is
	// not on disk, a file that did not parse, a call that was denied.
	NotVisible CauseKind = "not_visible"
	// NotEvaluated is an expression that hipaactl could not or may not evaluate:
	// an impure or provider-defined function, an error, a limit.
	NotEvaluated CauseKind = "not_evaluated"
	// NotConvertible is a value that does not have the type the attribute needs.
	NotConvertible CauseKind = "not_convertible"
)

// Cause says what is unknown, why, where, and what would settle it. It is
// comparable and is carried as a mark on the unknown value.
type Cause struct {
	Kind CauseKind `json:"kind"`
	// What names the unseen thing: "var.encrypted", "data.aws_vpc.main.id", "module.vpc", "s3:GetBucketEncryption".
	What string `json:"what"`
	// Why is one short clause: "the variable has no value".
	Why string `json:"why"`
	// File and Line say where it was declared or used; empty and 0 where there is no place.
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
	// Settle is an instruction: "set var.encrypted (for example with --var encrypted=true)".
	Settle string `json:"settle,omitempty"`
}

// At returns the cause with its place set from r.
func (c Cause) At(r hcl.Range) Cause {
	c.File, c.Line = r.Filename, r.Start.Line
	return c
}

// CompareCauses is the one order of causes: by what they name, then by place.
func CompareCauses(a, b Cause) int {
	return cmp.Or(
		cmp.Compare(a.What, b.What), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Why, b.Why), cmp.Compare(a.Settle, b.Settle),
	)
}
