package function

import (
	"fmt"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Limits on what one call may take and give. A configuration that people write
// stays far below each of them.
const (
	// maxText bounds one string or file, in bytes.
	maxText = 8 << 20
	// maxElements bounds the members of one value, at all levels together.
	maxElements = 100_000
	// maxDepth bounds values inside values, and brackets in decoded text.
	maxDepth = 250
	// maxExponent bounds numbers to those whose decimal text is short: 2^65536 has 19,729 digits.
	maxExponent = 1 << 16
	// maxDigits bounds a number's text.
	maxDigits = 20_000
)

// Error is a failed call that is not the configuration's mistake: a limit was
// met or a file is not there. A caller that turns errors into unknown values can
// take the cause from it.
type Error struct {
	// Cause says what was not evaluated or read. Its place is not set.
	Cause resource.Cause
	// Final tells that Terraform itself would have succeeded or may succeed, so that
	// try and can must not decide anything by this failure.
	Final bool
}

func (e *Error) Error() string { return e.Cause.What + ": " + e.Cause.Why }

// limitError says which limit a call of the named function met.
func limitError(name, format string, args ...any) error {
	return &Error{Final: true, Cause: resource.Cause{
		Kind: resource.NotEvaluated, What: name + "()", Why: "limit: " + fmt.Sprintf(format, args...),
		Settle: settle,
	}}
}

// size counts what is inside a value, up to the limits.
type size struct{ elements, text int }

// Check refuses a value that is too large to work with: more than 100,000 members
// or 8 MiB of text in all, deeper than 250 levels, or a number of more than about
// 20,000 digits. It takes time in the order of the limits at most, also where
// members are shared so that the value as a whole is exponentially large.
func Check(v cty.Value) error {
	var s size
	return s.add("value", v, 0)
}

func checkArgs(name string, args []cty.Value) error {
	var s size
	for _, arg := range args {
		if err := s.add(name, arg, 0); err != nil {
			return err
		}
	}
	return nil
}

func (s *size) add(name string, v cty.Value, depth int) error {
	bare, _ := v.Unmark()
	if s.elements++; s.elements > maxElements {
		return limitError(name, "more than %d elements", maxElements)
	}
	if depth > maxDepth {
		return limitError(name, "more than %d levels of values inside values", maxDepth)
	}
	ty := bare.Type()
	switch {
	case bare.IsNull() || !bare.IsKnown():
		return nil
	case ty == cty.String:
		if !utf8.ValidString(bare.AsString()) { // go-cty-yaml would never return
			return limitError(name, "text that is not UTF-8")
		}
		return s.addText(name, len(bare.AsString()))
	case ty == cty.Number:
		number := bare.AsBigFloat()
		exp := number.MantExp(nil)
		if exp = max(exp, -exp); exp > maxExponent || number.IsInf() {
			return limitError(name, "a number beyond 2 to the power of %d", maxExponent)
		}
		return s.addText(name, exp/3) // its decimal digits
	case !bare.CanIterateElements():
		return nil
	}
	for it := bare.ElementIterator(); it.Next(); {
		key, elem := it.Element()
		if key.Type() == cty.String && !ty.IsSetType() {
			if err := s.addText(name, len(key.AsString())); err != nil {
				return err
			}
		}
		if err := s.add(name, elem, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (s *size) addText(name string, n int) error {
	if s.text += n; s.text > maxText {
		return limitError(name, "more than %d bytes of text", maxText)
	}
	return nil
}
