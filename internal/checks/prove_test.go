package checks_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestProve(t *testing.T) {
	const keys = `
resources: {aws_thing: {a: string, b: string, list: [{port: number}]}}
related:
  others: {type: aws_other, on: thing = id, more: helps, attributes: {good: bool}}
`
	set := &resource.Set{Resources: []*resource.Resource{
		res("aws_thing", "pass", values{"a": str("x"), "b": str("fine"), "list": cty.TupleVal([]cty.Value{cty.ObjectVal(values{"port": cty.NumberIntVal(443)})})}),
		res("aws_thing", "fail", values{"a": str("x"), "b": str("bad"), "list": cty.TupleVal([]cty.Value{cty.ObjectVal(values{"port": cty.NumberIntVal(22)})})}),
		res("aws_other", "o", values{"thing": ref("aws_thing", "pass", "id", 1), "good": cty.True}),
	}}
	tests := map[string]struct{ rules, want string }{
		"sound": {`
deny contains {"paths": ["b"], "message": "bad"} if input.b == "bad"
deny contains {"paths": [sprintf("list[%d].port", [i])], "message": "open"} if input.list[i].port == 22
deny contains {"paths": ["_.others[*].good"], "message": "none good"} if count([o | some o in input._.others; o.good]) == 0
`, ""},
		"fails on what it does not name":      {`deny contains {"paths": ["a"], "message": "no b"} if not input.b`, "(a) ACME-X-001: without aws_thing.pass.b, aws_thing.pass turns from pass into fail"},
		"an absence that is a cut":            {`not_applicable contains {"paths": ["a"], "message": "no list"} if not input.list` + "\n" + `deny contains {"paths": ["b"], "message": "bad"} if input.b == "bad"`, "(a) ACME-X-001: without aws_thing.pass.list, aws_thing.pass turns from pass into not_applicable"},
		"rests on more than it names":         {`deny contains {"paths": ["b"], "message": "bad"} if { input.b == "bad"; input.list[0].port == 22 }`, "(b) ACME-X-001: without aws_thing.fail.list[0].port, which its paths do not name, aws_thing.fail turns from fail into unknown"},
		"a member that does not only help":    {`deny contains {"paths": ["_.others[*].good"], "message": "one is not good"} if { some o in input._.others; not o.good }`, "(c) ACME-X-001: one more aws_other turns aws_thing.pass from pass into fail"},
		"membership that the paths leave out": {`deny contains {"paths": ["a"], "message": "none"} if count(input._.others) == 0`, "(a) ACME-X-001: without existence of aws_other.o, aws_thing.pass turns from pass into fail"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(one(t, custom(keys, tt.rules)).Prove(context.Background(), set, checks.EvalOptions{Now: noon}), "\n")
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("violations:\n%s\nwant %q", got, tt.want)
			}
		})
	}
}

func TestMutate(t *testing.T) {
	const keys = `
resources: {aws_thing: {on: bool, unused: string, policy: document, rule: [{port: number, note: string}]}}
related:
  others: {type: aws_other, on: thing = id, attributes: {good: bool, idle: bool}}
`
	p := one(t, custom(keys, `
deny contains {"paths": ["on"], "message": "off"} if not input.on
deny contains {"paths": ["policy"], "message": "no deny"} if not "Deny" in {s.Effect | some s in input.policy.Statement}
deny contains {"paths": [sprintf("rule[%d].port", [i])], "message": "low"} if input.rule[i].port < 400
deny contains {"paths": [sprintf("_.others[%d].good", [i])], "message": "bad"} if { some i, o in input._.others; not o.good }
`))
	set := &resource.Set{Resources: []*resource.Resource{
		res("aws_thing", "t", values{
			"on": cty.True, "policy": str(`{"Statement":[{"Effect":"Deny"}]}`),
			"rule": cty.ListVal([]cty.Value{cty.ObjectVal(values{"port": cty.NumberIntVal(443), "note": str("x")})}),
		}),
		res("aws_other", "o", values{"thing": ref("aws_thing", "t", "id", 1), "good": cty.True}),
	}}
	got := p.Mutate(context.Background(), []checks.Sample{{Set: set}}, checks.EvalOptions{Now: noon})
	if diff := cmp.Diff([]string{"aws_other.idle", "aws_thing.rule.note", "aws_thing.unused"}, got); diff != "" {
		t.Errorf("unnoticed attributes differ (-want +got):\n%s", diff)
	}
}

func TestExamples(t *testing.T) {
	const keys = `
resources: {aws_thing: {on: bool}}
assertions: {on: {title: On}, named: {title: Named}}
`
	policy := custom(keys, `deny contains {"paths": ["on"], "message": "off", "assertion": "on"} if not input.on`)
	thing := func(name string, on cty.Value) *resource.Resource { return res("aws_thing", name, values{"on": on}) }
	tests := map[string]struct {
		file, text string
		set        []*resource.Resource
		want       string
	}{
		"pass":                     {"pass.tf", "", []*resource.Resource{thing("t", cty.True)}, ""},
		"pass that fails":          {"pass.tf", "", []*resource.Resource{thing("t", cty.False)}, "ACME-X-001 on of aws_thing.t: want pass, got fail (off)"},
		"pass of nothing":          {"pass.tf", "", nil, "no verdict of ACME-X-001 is pass"},
		"fail":                     {"fail.tf", "", []*resource.Resource{thing("t", cty.False)}, ""},
		"fail that passes":         {"more_fail.tf", "", []*resource.Resource{thing("t", cty.False), thing("u", cty.True)}, "aws_thing.u: want fail, got pass"},
		"unknown":                  {"unknown.tf", "", []*resource.Resource{thing("t", unknown("var.x"))}, ""},
		"a comment says so":        {"fail.tf", "# want: pass\nresource \"aws_thing\" \"u\" {\n}", []*resource.Resource{thing("t", cty.False), thing("u[0]", cty.True)}, ""},
		"a comment names it":       {"fail.tf", "# want: fail on\n# want: pass named\nresource \"aws_thing\" \"t\" {\n}", []*resource.Resource{thing("t", cty.False)}, ""},
		"a comment is wrong":       {"fail.tf", "# want: fail named\nresource \"aws_thing\" \"t\" {\n}", []*resource.Resource{thing("t", cty.False)}, "want fail named, got"},
		"a comment on nothing":     {"fail.tf", "# want: pass\nresource \"aws_thing\" \"x\" {\n}", []*resource.Resource{thing("t", cty.False)}, "fail.tf:1: the rule does not judge aws_thing.x"},
		"a comment with a typo":    {"fail.tf", "# want: failed\n", nil, `unknown status "failed"`},
		"a name that says nothing": {"other.tf", "", nil, "name the example pass.tf"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			files := tree(map[string]string{"x/policy.rego": policy, "x/" + tt.file: tt.text})
			p := load(t, checks.Options{Embedded: files})
			loader := func(context.Context, string, resource.Wanted) (resource.Set, error) {
				return resource.Set{Resources: tt.set}, nil
			}
			examples, err := checks.Examples(files, p.List()[0], "")
			for _, e := range examples {
				err = p.RunExample(context.Background(), e, loader, checks.EvalOptions{Now: noon})
			}
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestRegoTests(t *testing.T) {
	files := tree(map[string]string{
		"policy.rego":      custom("resources: {aws_thing: {a: bool}}", quiet),
		"policy_test.rego": "package acme.x_test\n\nimport data.acme.x\n\ntest_good if count(x.deny) == 0 with input as {}\n\ntest_bad if {\n\tprint(\"seen\")\n\tcount(x.deny) == 1 with input as {}\n}\n",
	})
	results, err := checks.RegoTests(context.Background(), files, "my/")
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 2 || results[0].Err != nil || results[1].Err == nil || results[1].Place != "my/policy_test.rego:7" || !strings.Contains(results[1].Err.Error(), "seen") {
		t.Errorf("results %+v", results)
	}
}
