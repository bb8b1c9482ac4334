package checks_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/policies"
)

const quiet = `deny contains {"paths": ["a"], "message": "no"} if input.a`

// user writes files of a user's policy directory.
func user(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoadErrors(t *testing.T) {
	thing := "resources: {aws_thing: {a: bool}}"
	tests := map[string]struct{ text, want string }{
		"no annotation":       {"package x\n", "policy.rego:1: no METADATA"},
		"no package":          {"# METADATA\n", "no package line"},
		"unknown key":         {custom(thing+"\nresourses: {}", quiet), "policy.rego:10: METADATA: field resourses not found"},
		"unknown top key":     {strings.Replace(custom(thing, quiet), "# title:", "# tittle: x\n# title:", 1), "policy.rego:2: METADATA: field tittle not found"},
		"broken YAML":         {custom("resources: {aws_thing: {a: bool}", quiet), "policy.rego:"},
		"malformed shape":     {custom("resources: {aws_thing: {a: boolean}}", quiet), `policy.rego:9: aws_thing: a: unknown type "boolean"`},
		"shape of two":        {custom("resources: {aws_thing: {a: [bool, bool]}}", quiet), "exactly one member shape"},
		"not a mapping":       {custom("resources: {aws_thing: bool}", quiet), "want a mapping of attributes"},
		"unknown severity":    {custom(thing+"\nseverity: urgent", quiet), `unknown severity "urgent"`},
		"severity with typo":  {custom(thing+"\nseverity: {default: low, phy: high}", quiet), `unknown key "phy"`},
		"half a severity":     {custom(thing+"\nseverity: {default: low}", quiet), `unknown severity ""`},
		"unknown citation":    {strings.Replace(custom(thing, quiet), "164.312(b)", "164.999", 1), `policy.rego:6: unknown citation "164.999"`},
		"related without on":  {custom(thing+"\nrelated: {x: {type: aws_y}}", quiet), "want `THEIRS = MINE`, account or region"},
		"related with typo":   {custom(thing+"\nrelated: {x: {type: aws_y, on: account, more: help}}", quiet), "more: help: the only value is helps"},
		"reserved name":       {custom(thing+"\nrelated: {phi: {type: aws_y, on: account}}", quiet), "the name is taken"},
		"chosen index":        {custom(thing+"\nrelated: {x: {type: aws_y, on: \"a[0] = id\"}}", quiet), "does not choose an index"},
		"related in a scope":  {custom(thing+"\nscope: account\nrelated: {x: {type: aws_y, on: account}}", quiet), "name the type under resources whose members have the list"},
		"of in a resource":    {custom(thing+"\nrelated: {x: {of: aws_thing, type: aws_y, on: account}}", quiet), "of belongs to policies with scope account or region"},
		"unknown scope":       {custom(thing+"\nscope: planet", quiet), `unknown scope "planet"`},
		"helps on a resource": {custom(thing+"\nmore: helps", quiet), "more: helps belongs to"},
		"parameter type":      {custom(thing+"\nparams: {days: {type: integer, default: 7}}", quiet), "params.days: unknown type"},
		"parameter default":   {custom(thing+"\nparams: {days: {type: number, default: seven}}", quiet), "params.days: default is missing or no number"},
		"parameter direction": {custom(thing+"\nparams: {days: {type: number, default: 7, stricter: more}}", quiet), "does not fit type number"},
		"assertion path":      {custom(thing+"\nassertions: {x: {title: X, reads: [\"a[\"]}}", quiet), "assertions.x: reads"},
		"Rego syntax":         {custom(thing, "deny contains {"), "policy.rego:1"},
		"undefined function":  {custom(thing, "deny contains {\"paths\": [], \"message\": lowercase(\"X\")}"), "undefined function lowercase"},
		"a clock":             {custom(thing, "deny contains {\"paths\": [], \"message\": \"x\"} if time.now_ns() > 0"), "undefined function time.now_ns"},
		"the network":         {custom(thing, "deny contains {\"paths\": [], \"message\": \"x\"} if http.send({})"), "undefined function http.send"},
		"the environment":     {custom(thing, "deny contains {\"paths\": [], \"message\": \"x\"} if opa.runtime()"), "undefined function opa.runtime"},
		"no deny":             {custom(thing, "denied := true"), "no deny rule"},
		"deny is no set":      {custom(thing, "deny := true"), "deny must be a set"},
		"unknown library":     {custom(thing, "import data.acme.lib\n"+quiet), "no such library"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := user(t, map[string]string{"policy.rego": tt.text})
			_, err := checks.Load(checks.Options{Dirs: []string{dir}, KnownCitation: func(id string) bool { return id == "164.312(b)" }})
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q does not say %q", err, tt.want)
			}
		})
	}
}

func TestRepeatedIDs(t *testing.T) {
	first := custom("resources: {aws_thing: {a: bool}}", quiet)
	second := strings.Replace(first, "package acme.x", "package acme.y", 1)
	account := strings.Replace(strings.Replace(second, "#   id:", "#   scope: account\n#   id:", 1), `["a"]`, `["aws_thing"]`, 1)
	tests := map[string]struct {
		files map[string]string
		want  string
	}{
		"same id":             {map[string]string{"a/policy.rego": first, "b/policy.rego": second}, "id ACME-X-001 is already that of"},
		"same package":        {map[string]string{"a/policy.rego": first, "b/policy.rego": strings.Replace(first, "X-001", "X-002", 1)}, "package acme.x is already that of"},
		"halves of one rule":  {map[string]string{"a/policy.rego": first, "a/account.rego": account}, ""},
		"halves apart":        {map[string]string{"a/policy.rego": first, "b/account.rego": account}, "id ACME-X-001 is already that of"},
		"of a parameter":      {map[string]string{"a/policy.rego": first, "a/on.rego": strings.Replace(second, "#   id:", "#   when: on\n#   id:", 1)}, "a/on.rego:1: when: on: want a parameter of type bool"},
		"built-in":            {map[string]string{"policy.rego": strings.Replace(first, "ACME-X-001", "HIPAA-S3-003", 1)}, "id HIPAA-S3-003 is already that of"},
		"nothing in there":    {map[string]string{"README.md": ""}, "no policy.rego in it"},
		"library of its name": {map[string]string{"policy.rego": first, "lib.rego": "package hipaactl.lib.iam\n"}, "package hipaactl.lib.iam is already that of"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := checks.Load(checks.Options{Embedded: policies.FS, Dirs: []string{user(t, tt.files)}})
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("error %v does not say %q", err, tt.want)
			}
		})
	}
	if _, err := checks.Load(checks.Options{Dirs: []string{"no/such/dir"}}); err == nil {
		t.Error("a directory that does not exist is no error")
	}
}

func TestUserPoliciesUseLibraries(t *testing.T) {
	dir := user(t, map[string]string{
		"x/policy.rego": custom("resources: {aws_thing: {a: bool}}", "import data.acme.lib\nimport data.hipaactl.lib.iam\ndeny contains {\"paths\": [\"a\"], \"message\": lib.message} if iam.matches(\"x*\", \"xy\")"),
		"lib/lib.rego":  "package acme.lib\n\nmessage := \"from the library\"\n",
	})
	p := load(t, checks.Options{Embedded: policies.FS, Dirs: []string{dir}, Rules: []string{"ACME-*"}})
	found := judge(t, p, &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{})}}, checks.EvalOptions{})
	if len(found) != 1 || found[0].Message != "from the library" {
		t.Errorf("findings%s", describe(found))
	}
	if m := p.List()[0]; !m.User || !strings.HasSuffix(m.Source, "/x/policy.rego") {
		t.Errorf("source %s, user %v", m.Source, m.User)
	}
	if text, err := p.Rego(p.List()[0].Source); err != nil || !strings.Contains(text, "package acme.x") {
		t.Errorf("source text %q, %v", text, err)
	}
}

func TestBrokenPolicyCostsItself(t *testing.T) {
	thing := "resources: {aws_thing: {a: string}}"
	tests := map[string]string{
		"to_number of a word":    `deny contains {"paths": ["a"], "message": "x"} if to_number(input.a) > 1`,
		"two values":             "f(x) := 1 if x\nf(x) := 2 if x\n" + `deny contains {"paths": ["a"], "message": "x"} if f(input.a) > 0`,
		"path that is not there": `deny contains {"paths": ["b"], "message": "x"}`,
		"no paths":               `deny contains {"paths": [], "message": "x"}`,
		"no message":             `deny contains {"paths": ["a"]}`,
		"unknown key":            `deny contains {"paths": ["a"], "message": "x", "severity": "low"}`,
		"unknown assertion":      `deny contains {"paths": ["a"], "message": "x", "assertion": "z"}`,
		"no object":              `deny contains "x"`,
		"malformed path":         `deny contains {"paths": ["a["], "message": "x"}`,
	}
	good := strings.NewReplacer("X-001", "X-002", "acme.x", "acme.y").Replace(custom("resources: {aws_thing: {a: string}}", `deny contains {"paths": ["a"], "message": "x"} if not input.a`))
	set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"a": str("word")})}}
	for name, rules := range tests {
		t.Run(name, func(t *testing.T) {
			p := load(t, checks.Options{Embedded: tree(map[string]string{"x/policy.rego": custom(thing, rules), "y/policy.rego": good})})
			r := p.Evaluate(context.Background(), set, checks.EvalOptions{Now: noon})
			if len(r.RuleErrors) != 1 || r.RuleErrors[0].Rule != "ACME-X-001" {
				t.Fatalf("rule errors %v", r.RuleErrors)
			}
			if strings.Contains(r.RuleErrors[0].Gap().Why, "word") {
				t.Errorf("the error quotes a value: %s", r.RuleErrors[0].Gap().Why)
			}
			if len(r.Findings) != 1 || r.Findings[0].Rule != "ACME-X-002" || r.Findings[0].Status != finding.Pass {
				t.Errorf("the other policy's findings%s", describe(r.Findings))
			}
		})
	}
}

func TestParams(t *testing.T) {
	const keys = `
resources: {aws_thing: {days: number}}
params:
  days: {type: number, default: 7, unit: days, stricter: higher}
  names: {type: [string], default: [a, b], stricter: fewer}
  strict: {type: bool, default: true, stricter: true}
`
	embedded := tree(map[string]string{"policy.rego": custom(keys, `deny contains {"paths": ["days"], "message": sprintf("below %d", [data.params.days])} if input.days < data.params.days`)})
	set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"days": cty.NumberIntVal(5)})}}
	tests := map[string]struct {
		params map[string]string
		status finding.Status
		want   []finding.Parameter
	}{
		"default":         {nil, finding.Fail, nil},
		"laxer":           {map[string]string{"ACME-X-001.days": "3"}, finding.Pass, []finding.Parameter{{Rule: "ACME-X-001", Name: "days", Value: 3.0, Default: 7.0, Laxer: true}}},
		"stricter":        {map[string]string{"ACME-X-001.days": "30"}, finding.Fail, []finding.Parameter{{Rule: "ACME-X-001", Name: "days", Value: 30.0, Default: 7.0}}},
		"same":            {map[string]string{"ACME-X-001.days": "7"}, finding.Fail, nil},
		"fewer is strict": {map[string]string{"ACME-X-001.names": "a"}, finding.Fail, []finding.Parameter{{Rule: "ACME-X-001", Name: "names", Value: []any{"a"}, Default: []any{"a", "b"}}}},
		"another is lax":  {map[string]string{"ACME-X-001.names": "a, c"}, finding.Fail, []finding.Parameter{{Rule: "ACME-X-001", Name: "names", Value: []any{"a", "c"}, Default: []any{"a", "b"}, Laxer: true}}},
		"off is lax":      {map[string]string{"ACME-X-001.strict": "false"}, finding.Fail, []finding.Parameter{{Rule: "ACME-X-001", Name: "strict", Value: false, Default: true, Laxer: true}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := load(t, checks.Options{Embedded: embedded, Params: tt.params})
			r := p.Evaluate(context.Background(), set, checks.EvalOptions{Now: noon})
			if r.Findings[0].Status != tt.status {
				t.Errorf("status %s, want %s", r.Findings[0].Status, tt.status)
			}
			if diff := cmp.Diff(tt.want, r.Parameters); diff != "" {
				t.Errorf("parameters differ (-want +got):\n%s", diff)
			}
		})
	}
	for params, want := range map[string]string{"ACME-X-001.day=3": "no policy declares it", "ACME-X-001.days=three": "want a number", "ACME-X-001.strict=maybe": "want true or false"} {
		key, value, _ := strings.Cut(params, "=")
		_, err := checks.Load(checks.Options{Embedded: embedded, Params: map[string]string{key: value}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v does not say %q", params, err, want)
		}
	}
}

// TestWhen: a policy of a parameter has its say, and wants anything, only where that is on.
func TestWhen(t *testing.T) {
	first := custom("resources: {aws_thing: {a: bool}}\nparams:\n  more: {type: bool, default: false, stricter: true}\n", quiet)
	second := strings.NewReplacer("package acme.x", "package acme.y", "#   id:", "#   when: more\n#   id:").
		Replace(custom("resources: {aws_thing: {b: string}}\nassertions: {more: {title: More}}\n", `deny contains {"paths": ["b"], "message": "no b", "assertion": "more"} if not input.b`))
	files := tree(map[string]string{"policy.rego": first, "a_more.rego": second})
	set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"a": cty.True})}}
	for value, want := range map[string][]string{"": {" fail"}, "false": {" fail"}, "true": {" fail", "more fail"}} {
		o := checks.Options{Embedded: files}
		if value != "" {
			o.Params = map[string]string{"ACME-X-001.more": value}
		}
		p := load(t, o)
		var got []string
		for _, f := range p.Evaluate(context.Background(), set, checks.EvalOptions{Now: noon}).Findings {
			got = append(got, f.Assertion+" "+string(f.Status))
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("more=%s (-want +got):\n%s", value, diff)
		}
		if wants := p.Wanted()["aws_thing"].Attrs["b"] != nil; wants != (value == "true") {
			t.Errorf("more=%s: b is wanted: %v", value, wants)
		}
	}
}

func TestSelection(t *testing.T) {
	text := func(id, cite string) string {
		return strings.NewReplacer("ACME-X-001", id, "164.312(b)", cite, "acme.x", "acme."+strings.ToLower(strings.ReplaceAll(id, "-", "_"))).Replace(custom("resources: {aws_thing: {a: bool}}", quiet))
	}
	embedded := tree(map[string]string{
		"a/policy.rego": text("ACME-S3-001", "164.312(a)(1)"), "b/policy.rego": text("ACME-S3-002", "164.312(b)"), "c/policy.rego": text("ACME-DB-001", "164.312(a)(2)(iv)"),
	})
	tests := map[string]struct {
		o    checks.Options
		want string
	}{
		"all":               {checks.Options{}, "ACME-DB-001 ACME-S3-001 ACME-S3-002"},
		"glob":              {checks.Options{Rules: []string{"ACME-S3-*"}}, "ACME-S3-001 ACME-S3-002"},
		"skip":              {checks.Options{Rules: []string{"ACME-S3-*"}, SkipRules: []string{"*-002"}}, "ACME-S3-001"},
		"citation above":    {checks.Options{Citations: []string{"164.312(a)"}}, "ACME-DB-001 ACME-S3-001"},
		"citation":          {checks.Options{Citations: []string{"164.312(a)(1)"}}, "ACME-S3-001"},
		"unknown rule":      {checks.Options{Rules: []string{"ACME-S3-009"}}, "error"},
		"unknown citation":  {checks.Options{Citations: []string{"164.312(a)(2)(i)"}}, "error"},
		"malformed pattern": {checks.Options{SkipRules: []string{"ACME["}}, "error"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			tt.o.Embedded = embedded
			p, err := checks.Load(tt.o)
			got := "error"
			if err == nil {
				var ids []string
				for _, m := range p.List() {
					ids = append(ids, m.ID)
				}
				got = strings.Join(ids, " ")
			}
			if got != tt.want {
				t.Errorf("selected %s, want %s (%v)", got, tt.want, err)
			}
		})
	}
}

func TestWanted(t *testing.T) {
	const keys = `
resources: {aws_thing: {a: bool}}
related:
  x:
    type: aws_x
    on: access_logs.bucket = names[]
    attributes: {b: string}
    related: {y: {type: aws_y, on: id = y_id}}
`
	w := one(t, custom(keys, quiet)).Wanted()
	for typ, attrs := range map[string]string{"aws_thing": "a bool, names list", "aws_x": "access_logs list, b string, y_id string", "aws_y": "id string"} {
		var got []string
		for _, name := range []string{"a", "access_logs", "b", "id", "names", "y_id"} {
			if s := w[typ].Attr(name); s != nil {
				got = append(got, name+" "+string(s.Kind))
			}
		}
		if strings.Join(got, ", ") != attrs {
			t.Errorf("%s: wanted %v, want %s", typ, got, attrs)
		}
	}
	if !w["aws_x"].Attr("access_logs").Block() {
		t.Error("a link through a block does not want a block")
	}
}

// A rule reads what it judges and what it relates, at any depth; its halves stay together.
func TestReading(t *testing.T) {
	text := func(id, pkg, keys string) string {
		return strings.NewReplacer("ACME-X-001", id, "acme.x", pkg).Replace(custom(keys, quiet))
	}
	p := load(t, checks.Options{Embedded: tree(map[string]string{
		"a/policy.rego":  text("ACME-A-001", "acme.a", "resources: {aws_a: {n: bool}}\nrelated: {x: {type: aws_x, on: id = a_id, related: {y: {type: aws_y, on: id = y_id}}}}"),
		"a/account.rego": text("ACME-A-001", "acme.aa", "scope: account\nresources: {aws_z: {n: bool}}"),
		"b/policy.rego":  text("ACME-B-001", "acme.b", "resources: {aws_x: {n: bool}}"),
	})})
	for types, want := range map[string]string{
		"aws_a": "a/account.rego a/policy.rego", "aws_x": "a/account.rego a/policy.rego b/policy.rego", "aws_y": "a/account.rego a/policy.rego",
		"aws_z": "a/account.rego a/policy.rego", "aws_other": "",
	} {
		var got []string
		for _, m := range p.Reading(map[string]bool{types: true}).List() {
			got = append(got, m.Source)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s is read by %v, want %s", types, got, want)
		}
	}
	if n := len(p.List()); n != 3 {
		t.Errorf("%d policies are left", n)
	}
}

const everyKey = `
severity: {default: low, phi: high}
nprm: ["164.312(b)(2)"]
resources: {aws_thing: {a: bool, b: [{c: "map(number)"}]}}
related:
  x: {type: aws_x, on: "names[] = id", more: helps, elsewhere: true, attributes: {d: document}, related: {y: {type: aws_y, on: account}}}
params:
  days: {type: number, default: 7, unit: days, stricter: higher, source: the mission}
  names: {type: [string], default: [a], stricter: more}
  strict: {type: bool, default: false, stricter: true}
assertions:
  one: {title: One, reads: [a, "_.x[*].d"], severity: info}
`

// The index must make no difference but for what is parsed.
func TestIndexAndSourceAgree(t *testing.T) {
	files := fstest.MapFS{
		"x/policy.rego":  {Data: []byte(custom(everyKey, quiet))},
		"x/account.rego": {Data: []byte(strings.Replace(custom("scope: account\nmore: helps\nresources: {aws_thing: {a: bool}}", quiet), "acme.x", "acme.z", 1))},
	}
	bySource := load(t, checks.Options{Embedded: files})
	data, err := checks.Index(files)
	if err != nil {
		t.Fatal(err)
	}
	indexed := fstest.MapFS{checks.IndexFile: {Data: data}}
	if diff := cmp.Diff(bySource.List(), load(t, checks.Options{Embedded: indexed}).List()); diff != "" {
		t.Errorf("metadata differs (-source +index):\n%s", diff)
	}
}
