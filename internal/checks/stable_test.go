package checks

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// TestStable: what a path leads through counts by its content, wherever it stands, and not by
// its companions.
func TestStable(t *testing.T) {
	of := func(path, input string) string {
		t.Helper()
		p, err := ParsePath(path)
		if err != nil {
			t.Fatal(err)
		}
		return stable(p, ast.MustParseTerm(input))
	}
	first := of("_.snapshot[0]._.phi", `{"_": {"snapshot": [{"encrypted": true, "_": {"phi": "yes", "instance": [{"_": {"phi": "unmarked"}}]}}]}}`)
	for name, tt := range map[string]struct {
		path, input string
		same        bool
	}{
		"another companion of the companion": {"_.snapshot[0]._.phi", `{"_": {"snapshot": [{"encrypted": true, "_": {"phi": "yes", "instance": []}}]}}`, true},
		"another mark":                       {"_.snapshot[0]._.phi", `{"_": {"snapshot": [{"encrypted": true, "_": {"phi": "no"}}]}}`, true},
		"another place":                      {"_.snapshot[1]._.phi", `{"_": {"snapshot": [{}, {"encrypted": true, "_": {"phi": "yes"}}]}}`, true},
		"another value":                      {"_.snapshot[0]._.phi", `{"_": {"snapshot": [{"encrypted": false, "_": {"phi": "yes"}}]}}`, false},
		"another path":                       {"_.snapshot[0].encrypted", `{"_": {"snapshot": [{"encrypted": true, "_": {"phi": "yes"}}]}}`, false},
		"another list":                       {"_.copy[0]._.phi", `{"_": {"copy": [{"encrypted": true, "_": {"phi": "yes"}}]}}`, false},
		"none":                               {"_.snapshot[0]._.phi", `{"_": {"snapshot": []}}`, false},
	} {
		if got := of(tt.path, tt.input); (got == first) != tt.same {
			t.Errorf("%s: %s and %s", name, first, got)
		}
	}
}
