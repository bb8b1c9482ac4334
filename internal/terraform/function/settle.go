package function

import (
	"maps"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// settled brings a result into its normal form: an unknown has a cause, that of
// the arguments where it has none of its own; causes stand on unknowns alone;
// references to what apply fills stand on the texts that hold their placeholder.
// (A function that knows nothing of marks puts all of them on the whole.)
func settled(v cty.Value, args []cty.Value) cty.Value {
	bare, own := v.Unmark()
	if !bare.IsKnown() {
		if explains(own) {
			return v
		}
		return v.WithMarks(why(args))
	}
	stay, sink := placed(own, bare)
	if len(sink) == 0 {
		return v
	}
	if !bare.IsNull() && bare.CanIterateElements() && !bare.Type().IsSetType() {
		bare = rebuild(bare, func(elem cty.Value) cty.Value {
			if inner, own := elem.Unmark(); !inner.IsKnown() && explains(own) {
				return elem
			}
			return settled(elem.WithMarks(sink), args)
		})
	}
	return bare.WithMarks(stay)
}

// placed splits the marks of a known value into those that stay on it and those
// that belong to its members, or to nothing if it has none.
func placed(marks cty.ValueMarks, bare cty.Value) (stay, sink cty.ValueMarks) {
	stay, sink = cty.ValueMarks{}, cty.ValueMarks{}
	for mark := range marks {
		switch m := mark.(type) {
		case resource.Origin:
			continue
		case resource.Cause:
			if !bare.Type().IsSetType() || bare.IsWhollyKnown() {
				sink[mark] = struct{}{}
				continue
			}
		case resource.Ref:
			if m.Opaque() {
				sink[mark] = struct{}{}
				if !holdsHere(bare, m.Placeholder()) {
					continue
				}
			}
		}
		stay[mark] = struct{}{}
	}
	return stay, sink
}

// holdsHere tells whether the placeholder stands in a text of the value that can
// have no marks of its own.
func holdsHere(bare cty.Value, placeholder string) bool {
	for t := range texts(bare, false) {
		if strings.Contains(t, placeholder) {
			return true
		}
	}
	return false
}

func explains(marks cty.ValueMarks) bool { return len(resource.MarksOf(marks).Causes) > 0 }

// why are the marks of an unknown result that can say no more than that it came
// from these arguments.
func why(args []cty.Value) cty.ValueMarks {
	out := cty.ValueMarks{}
	bare := make([]cty.Value, len(args))
	for i, arg := range args {
		var marks cty.ValueMarks
		bare[i], marks = arg.UnmarkDeep()
		maps.Copy(out, marks)
	}
	if explains(out) {
		deleteOrigin(out)
		return out
	}
	return explained(out, bare...)
}

// flat moves all marks to the top, as a function does that knows nothing of them.
// What it returns is no longer an unmodified variable.
func flat(v cty.Value) cty.Value {
	bare, marks := v.UnmarkDeep()
	deleteOrigin(marks)
	return bare.WithMarks(marks)
}

func withoutOrigin(v cty.Value) cty.Value {
	if !v.IsMarked() {
		return v
	}
	bare, marks := v.Unmark()
	deleteOrigin(marks)
	return bare.WithMarks(marks)
}

func deleteOrigin(marks cty.ValueMarks) {
	maps.DeleteFunc(marks, func(mark any, _ struct{}) bool {
		_, origin := mark.(resource.Origin)
		return origin
	})
}
