package function

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestLoopsEnd: loops inside loops of a template end in an unknown that says why.
func TestLoopsEnd(t *testing.T) {
	for name, text := range map[string]string{
		"expressions": "${length([for a in range(1000): [for b in range(1000): [for c in range(1000): 1]]])}${jsonencode([for a in range(1000): [for b in range(1000): [for c in range(1000): 1]]])}",
		"directives":  "%{for a in range(1000)}%{for b in range(1000)}%{for c in range(1000)}${c}%{endfor}%{endfor}%{endfor}",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := New(Options{})["templatestring"].Call([]cty.Value{cty.StringVal(text), cty.EmptyObjectVal})
			if err != nil {
				t.Fatal(err)
			}
			_, marks := got.Unmark()
			if got.IsKnown() || len(resource.MarksOf(marks).Causes) == 0 {
				t.Errorf("got %#v, want an unknown with a cause", got)
			}
		})
	}
}
