package waiver

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestInlineJSON: text is the configuration, W a waiver in it; covers are the places, as
// line:column, at which a resource is waived, and not what it is not.
func TestInlineJSON(t *testing.T) {
	const w = `"hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s kind=false-positive reason=\"on purpose\""`
	at := func(line, column int) hcl.Pos { return hcl.Pos{Line: line, Column: column} }
	for name, c := range map[string]struct {
		text        string
		module      bool
		covers, not []hcl.Pos
		wrong       string
	}{
		"a resource":          {`{"resource": {"t": {"a": {"//": W}, "b": {}}}}`, false, []hcl.Pos{at(1, 21)}, []hcl.Pos{at(1, 20), at(2, 21), at(1, 200)}, ""},
		"on lines of its own": {"{\"resource\": {\"t\": {\n\"a\": {\n\"//\": W},\n\"b\": {}}}}", false, []hcl.Pos{at(2, 1)}, []hcl.Pos{at(1, 21), at(4, 1)}, ""},
		"a list of blocks":    {`{"resource": [{"t": [{"a": [{"//": W}]}]}]}`, false, []hcl.Pos{at(1, 29)}, []hcl.Pos{at(1, 28)}, ""},
		"a list of comments":  {`{"resource": {"t": {"a": {"//": ["x", 1, null, W]}}}}`, false, []hcl.Pos{at(1, 21)}, nil, ""},
		"a module call":       {`{"module": {"m": {"//": W}}}`, true, []hcl.Pos{at(1, 13)}, []hcl.Pos{at(1, 12)}, ""},
		"twice":               {`{"resource": {"t": {"a": {"//": "x", "//": W}}}}`, false, []hcl.Pos{at(1, 21)}, nil, ""},
		"at the top":          {`{"//": W}`, false, nil, nil, "it stands neither in"},
		"beside labels":       {`{"resource": {"//": W}}`, false, nil, nil, "it stands neither in"},
		"in a variable":       {`{"variable": {"v": {"//": W}}}`, false, nil, nil, "it stands neither in"},
		"data":                {`{"data": {"t": {"a": {"//": W}}}}`, false, nil, nil, "it stands neither in"},
		"no reason":           {`{"resource": {"t": {"a": {"//": "hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s kind=false-positive"}}}}`, false, nil, nil, "reason is missing"},
		"misspelt":            {`{"resource": {"t": {"a": {"//": "hipaactl:ingore X"}}}}`, false, nil, nil, "did you mean hipaactl:ignore?"},
		"in a value":          {`{"resource": {"t": {"a": {"tags": {"//": W}, "x": W}}}}`, false, nil, nil, ""},
		"another key":         {`{"resource": {"t": {"a": {"comment": W}}}}`, false, nil, nil, ""},
		"no JSON":             {`{"resource": {"t": {"a": {"//": W}}}`, false, nil, nil, ""},
		"no object":           {`["//", W]`, false, nil, nil, ""},
		"too deep":            {`{"resource": {"t": {"a": {"//": W, "x": ` + strings.Repeat("[", 1000) + strings.Repeat("]", 1000) + `}}}}`, false, nil, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			book := Inline("main.tf.json", []byte(strings.ReplaceAll(c.text, "W", w)))
			wrong := ""
			for _, p := range book.Problems {
				wrong += p.Message
			}
			if (wrong == "") != (c.wrong == "") || !strings.Contains(wrong, c.wrong) {
				t.Errorf("%q, want %q", wrong, c.wrong)
			}
			if len(c.covers) != len(book.Waivers) {
				t.Fatalf("%d waivers, want %d", len(book.Waivers), len(c.covers))
			}
			holds := func(p hcl.Pos) bool {
				r := &resource.Resource{Location: resource.Location{Range: hcl.Range{Filename: "main.tf.json", Start: p}}}
				if c.module {
					r.Location = resource.Location{Downloaded: true, Callers: []hcl.Range{r.Location.Range}}
				}
				return book.Waivers[0].Block.holds(r)
			}
			for _, p := range c.covers {
				if !holds(p) {
					t.Errorf("does not cover %v: %+v", p, book.Waivers[0].Block)
				}
			}
			for _, p := range c.not {
				if holds(p) {
					t.Errorf("covers %v: %+v", p, book.Waivers[0].Block)
				}
			}
		})
	}
}

// TestInlineTooDeep: no parser follows a file that is nested without end.
func TestInlineTooDeep(t *testing.T) {
	text := "# hipaactl:ignore X\nresource \"a\" \"b\" {\n  x = " + strings.Repeat("[", 1<<20)
	if got := Inline("main.tf", []byte(text)); len(got.Waivers)+len(got.Problems) > 0 {
		t.Errorf("%+v", got)
	}
}

func FuzzInlineJSON(f *testing.F) {
	f.Add(`{"resource":{"t":[{"a":{"//":["hipaactl:ignore R expires=2027-01-31 approver=@s kind=false-positive reason=x"]}}]}}`)
	f.Add(`{"//":"hipaactl:ignore","module":[{"m":[{"//":"hipaactl:ignore \"${x}\""}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range Inline("m.tf.json", []byte(text)).Waivers {
			if w.Rule == "" || w.Reason == "" || w.Approver == "" || w.Kind == "" || w.Expires.IsZero() || w.Block == nil || w.Block.FromColumn < 1 || w.At.Line < 1 {
				t.Errorf("not documented: %+v", w)
			}
		}
	})
}
