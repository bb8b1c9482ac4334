package function

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// answer is an expression and the JSON of its value, or ! for an error.
type answer struct{ expression, want string }

func answers(t *testing.T) []answer {
	t.Helper()
	text, err := os.ReadFile("testdata/answers.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []answer
	for line := range strings.Lines(string(text)) {
		if e, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " => "); ok {
			all = append(all, answer{e, want})
		}
	}
	return all
}

func TestAnswers(t *testing.T) {
	for _, a := range answers(t) {
		v, err := eval(t, a.expression, nil, Options{})
		got := "!"
		if err == nil {
			bare, _ := v.UnmarkDeep()
			if !bare.IsWhollyKnown() {
				t.Errorf("%s: unknown, want %s", a.expression, a.want)
				continue
			}
			b, err := ctyjson.Marshal(bare, bare.Type())
			if err != nil {
				t.Fatal(err)
			}
			got = string(b)
		}
		if got != a.want {
			t.Errorf("%s = %s, want %s (%v)", a.expression, got, a.want, err)
		}
	}
}

// TestAnswersAreTerraforms asks the real one about the expectations of TestAnswers.
func TestAnswersAreTerraforms(t *testing.T) {
	all := answers(t)
	var list, want []string
	for _, a := range all {
		list = append(list, "try("+a.expression+`, "!")`)
		if a.want == "!" {
			a.want = `"!"`
		}
		want = append(want, a.want)
	}
	out := terraform(t, "jsonencode(["+strings.Join(list, ", ")+"])\n", "console")
	var text string
	if err := json.Unmarshal(out, &text); err != nil {
		t.Fatalf("terraform console: %v", err)
	}
	var got []json.RawMessage
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	for i, g := range got {
		if diff := cmp.Diff(want[i], string(g)); diff != "" {
			t.Errorf("%s (-want +terraform):\n%s", all[i].expression, diff)
		}
	}
}
