package checks_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// custom writes a policy from the keys under `custom` that matter to a test and its rules.
func custom(keys, rules string) string {
	head := "title: A title\ndescription: A description.\ncustom:\n  id: ACME-X-001\n  citations: [\"164.312(b)\"]\n  remediation: Mend it.\n"
	if !strings.Contains(keys, "severity:") || strings.Contains(keys, "    severity:") && !strings.Contains(keys, "\nseverity:") {
		head += "  severity: high\n"
	}
	body := head + "  " + strings.ReplaceAll(strings.TrimSpace(keys), "\n", "\n  ")
	return "# METADATA\n# " + strings.ReplaceAll(body, "\n", "\n# ") + "\npackage acme.x\n\n" + rules
}

func tree(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func one(t *testing.T, text string) *checks.Policies {
	t.Helper()
	return load(t, checks.Options{Embedded: tree(map[string]string{"policy.rego": text})})
}

// say is a policy on aws_thing that denies with the JSON of what it was given, at path a.
func say(t *testing.T, shape, rules string) *checks.Policies {
	t.Helper()
	return one(t, custom("resources: {aws_thing: "+shape+"}", rules+"\ndeny contains {\"paths\": [\"_.type\"], \"message\": json.marshal(object.remove(input, [\"_\"]))}"))
}

func TestProjection(t *testing.T) {
	arn := ref("aws_kms_key", "k", "arn", 4)
	self := ref("aws_thing", "t", "arn", 5)
	text := func(v cty.Value) cty.Value { // the value's text inside other text, with its marks
		v, marks := v.Unmark()
		return str("(" + v.AsString() + ")").WithMarks(marks)
	}
	tests := map[string]struct {
		shape string
		value cty.Value
		want  string
		cut   bool
	}{
		"bool":                  {"bool", cty.True, `{"a":true}`, false},
		"bool from text":        {"bool", str("false"), `{"a":false}`, false},
		"bool from 1":           {"bool", str("1"), `{"a":true}`, false},
		"no bool":               {"bool", str("yes"), `{}`, true},
		"number":                {"number", cty.NumberFloatVal(1.5), `{"a":1.5}`, false},
		"number from text":      {"number", str("22"), `{"a":22}`, false},
		"no number":             {"number", str("ssh"), `{}`, true},
		"string from number":    {"string", cty.NumberIntVal(7), `{"a":"7"}`, false},
		"string from bool":      {"string", cty.True, `{"a":"true"}`, false},
		"no string":             {"string", cty.EmptyTupleVal, `{}`, true},
		"null":                  {"string", cty.NullVal(cty.String), `{}`, false},
		"unknown":               {"string", unknown("var.x"), `{}`, true},
		"list":                  {"[string]", cty.ListVal([]cty.Value{str("x")}), `{"a":["x"]}`, false},
		"set":                   {"[number]", cty.SetVal([]cty.Value{cty.NumberIntVal(2), cty.NumberIntVal(1)}), `{"a":[1,2]}`, false},
		"unknown element":       {"[string]", cty.TupleVal([]cty.Value{str("x"), unknown("var.x")}), `{"a":["x",null]}`, true},
		"list of unknowns":      {"[string]", resource.Unknown(cty.List(cty.String), cause("x")), `{}`, true},
		"no list":               {"[string]", str("x"), `{}`, true},
		"block":                 {"[{b: bool}]", cty.TupleVal([]cty.Value{cty.ObjectVal(values{"b": str("true"), "c": str("x")})}), `{"a":[{"b":true}]}`, false},
		"single block":          {"[{b: bool}]", cty.ObjectVal(values{"b": cty.True}), `{"a":[{"b":true}]}`, false},
		"unknown in a block":    {"[{b: bool}]", cty.TupleVal([]cty.Value{cty.ObjectVal(values{"b": unknown("x")})}), `{"a":[{}]}`, true},
		"open block list":       {"[{b: bool}]", cty.TupleVal([]cty.Value{cty.ObjectVal(values{"b": cty.True})}).Mark(resource.Open{Cause: cause("x")}), `{"a":[{"b":true}]}`, true},
		"map":                   {"map(string)", cty.ObjectVal(values{"k": cty.NumberIntVal(1), "n": cty.NullVal(cty.String)}), `{"a":{"k":"1"}}`, false},
		"unknown in a map":      {"map(string)", cty.ObjectVal(values{"k": unknown("x"), "l": str("y")}), `{"a":{"l":"y"}}`, true},
		"any":                   {"any", cty.ObjectVal(values{"k": cty.TupleVal([]cty.Value{cty.True, str("1")})}), `{"a":{"k":[true,"1"]}}`, false},
		"document":              {"document", str(`{"Statement":{"Effect":"Deny","Action":"s3:*"}}`), `{"a":{"Statement":[{"Action":["s3:*"],"Effect":"Deny"}]}}`, false},
		"no document":           {"document", str(`{`), `{}`, true},
		"token":                 {"string", arn, `{"a":"ref:aws_kms_key.arn"}`, false},
		"token in text":         {"string", text(arn), `{"a":"(ref:aws_kms_key.arn)"}`, false},
		"own token":             {"string", self, `{"a":"ref:self.arn"}`, false},
		"placeholder of nobody": {"string", str(resource.Ref{ID: 4}.Placeholder()), "{\"a\":\"\ue0004\ue001\"}", false},
		"token of the list":     {"[string]", cty.TupleVal([]cty.Value{str(resource.Ref{ID: 4}.Placeholder())}).Mark(resource.Ref{Address: resource.Address{Type: "aws_kms_key", Name: "k"}, Attr: "arn", ID: 4}), `{"a":["ref:aws_kms_key.arn"]}`, false},
		"own name elsewhere":    {"string", str("thing-name"), `{"a":"thing-name"}`, false},
		"maybe":                 {"string", str("x").Mark(resource.Maybe{Condition: resource.Condition{ID: "c", Cause: cause("var.c")}}), `{}`, true},
		"maybe, but given":      {"string", str("x").Mark(resource.Maybe{Condition: resource.Condition{ID: "given", Cause: cause("var.c")}}), `{"a":"x"}`, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := say(t, "{a: "+quoteShape(tt.shape)+"}", "")
			r := res("aws_thing", "t", values{"a": tt.value, "name": str("thing-name"), "b": str("not declared")}, exists("given"))
			found := judge(t, p, &resource.Set{Resources: []*resource.Resource{r}}, checks.EvalOptions{})
			if len(found) != 1 || found[0].Status != finding.Fail || found[0].Message != tt.want {
				t.Fatalf("input %s, want %s", describe(found), tt.want)
			}
			// The same input under a policy that says nothing passes only if nothing was cut.
			quiet := one(t, custom("resources: {aws_thing: {a: "+quoteShape(tt.shape)+"}}", "deny contains {\"paths\": [\"a\"], \"message\": \"no\"} if false"))
			found = judge(t, quiet, &resource.Set{Resources: []*resource.Resource{r}}, checks.EvalOptions{})
			if want := map[bool]finding.Status{true: finding.Unknown, false: finding.Pass}[tt.cut]; found[0].Status != want {
				t.Errorf("a silent policy says %s, want %s", found[0].Status, want)
			}
			if tt.cut && len(found[0].Causes) == 0 {
				t.Error("unknown without a cause")
			}
		})
	}
}

// quoteShape makes shapes with parentheses plain YAML.
func quoteShape(s string) string {
	if strings.Contains(s, "(") {
		return `"` + s + `"`
	}
	return s
}

func TestDocumentsSpellTheJudgedResource(t *testing.T) {
	rules := `deny contains {"paths": ["_.policy"], "message": concat(" ", [r | some p in input._.policy; some s in p.policy.Statement; some r in s.Resource])}`
	p := one(t, custom("resources: {aws_s3_bucket: {}}\nrelated:\n  policy: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {policy: document}}", rules))
	id := resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "id", ID: 1}
	arn := resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "arn", ID: 2}
	partition := resource.Ref{Address: resource.Address{Type: "partition"}, Attr: "name", ID: 3}
	tests := map[string]string{
		"arn:aws:s3:::records":                                         "ref:self.arn",
		"arn:aws-us-gov:s3:::records":                                  "ref:self.arn",
		"arn:aws:s3:::records/*":                                       "ref:self.arn/*",
		"arn:aws:s3:::records*":                                        "ref:self.arn*",
		"arn:aws:s3:::records-old/*":                                   "arn:aws:s3:::records-old/*",
		arn.Placeholder() + "/*":                                       "ref:self.arn/*",
		"arn:aws:s3:::" + id.Placeholder() + "/x":                      "ref:self.arn/x",
		"arn:" + partition.Placeholder() + ":s3:::records/x":           "ref:self.arn/x",
		"arn:" + partition.Placeholder() + ":s3:::" + id.Placeholder(): "ref:self.arn",
		"arn:" + partition.Placeholder() + ":s3:::other":               "arn:ref:partition.name:s3:::other",
		"*": "*",
	}
	for given, want := range tests {
		doc := str(`{"Statement":{"Resource":"` + given + `"}}`).WithMarks(cty.NewValueMarks(id, arn, partition))
		set := &resource.Set{Resources: []*resource.Resource{
			res("aws_s3_bucket", "b", values{"bucket": str("records")}),
			res("aws_s3_bucket_policy", "p", values{"bucket": str("records"), "policy": doc}),
		}}
		if found := judge(t, p, set, checks.EvalOptions{}); found[0].Message != want {
			t.Errorf("%q is shown as %q, want %q", given, found[0].Message, want)
		}
	}
}

func TestVerdicts(t *testing.T) {
	const keys = `
severity: {default: medium, phi: high}
resources: {aws_thing: {a: string, b: string, list: [string]}}
related:
  others: {type: aws_other, on: thing = id, attributes: {c: string}}
assertions:
  first: {title: First, reads: [a]}
  second: {title: Second, reads: [b, list], severity: info}
`
	const rules = `
deny contains {"paths": ["a"], "message": "a is wrong", "assertion": "first"} if input.a == "wrong"
deny contains {"paths": [sprintf("list[%d]", [i])], "message": "bad element", "assertion": "second"} if input.list[i] == "bad"
deny contains {"paths": ["_.others[*].c"], "message": "none good", "assertion": "second"} if {
	input.b == "needs"
	count([o | some o in input._.others; o.c == "good"]) == 0
}
not_applicable contains {"paths": ["a"], "message": "exempt"} if input.a == "exempt"
unknown contains {"paths": ["b"], "message": "cannot be told", "assertion": "second"} if input.b == "who knows"
`
	p := one(t, custom(keys, rules))
	tests := map[string]struct {
		values values
		others values
		want   string
	}{
		"nothing set":                  {values{}, nil, "pass pass"},
		"own verdicts":                 {values{"a": str("wrong")}, nil, "fail pass"},
		"unknown elsewhere":            {values{"a": str("wrong"), "b": unknown("x")}, nil, "fail unknown"},
		"unknown in what is read":      {values{"a": unknown("x")}, nil, "unknown pass"},
		"seen element fails":           {values{"list": cty.TupleVal([]cty.Value{unknown("x"), str("bad")})}, nil, "pass fail"},
		"unseen element":               {values{"list": cty.TupleVal([]cty.Value{unknown("x"), str("fine")})}, nil, "pass unknown"},
		"not applicable to all":        {values{"a": str("exempt"), "b": unknown("x")}, nil, "not_applicable not_applicable"},
		"the policy cannot tell":       {values{"b": str("who knows")}, nil, "pass unknown"},
		"fail beats cannot tell":       {values{"b": str("who knows"), "list": cty.TupleVal([]cty.Value{str("bad")})}, nil, "pass fail"},
		"none related":                 {values{"b": str("needs")}, nil, "pass fail"},
		"related is good":              {values{"b": str("needs")}, values{"c": str("good")}, "pass pass"},
		"related is unknown":           {values{"b": str("needs")}, values{"c": unknown("x")}, "pass unknown"},
		"reads leave out other lists":  {values{}, values{"c": unknown("x")}, "pass pass"},
		"no text where a list belongs": {values{"list": str("bad")}, nil, "pass unknown"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", tt.values)}}
			if tt.others != nil {
				tt.others["thing"] = ref("aws_thing", "t", "id", 1)
				set.Resources = append(set.Resources, res("aws_other", "o", tt.others))
			}
			found := judge(t, p, set, checks.EvalOptions{})
			var got []string
			for _, f := range found {
				got = append(got, string(f.Status))
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("verdicts %v, want %s%s", got, tt.want, describe(found))
			}
			if found[0].Severity != finding.Medium || found[1].Severity != finding.Info {
				t.Errorf("severities %s, %s", found[0].Severity, found[1].Severity)
			}
		})
	}
	marked := res("aws_thing", "t", values{}, phi(resource.PHIYes))
	if found := judge(t, p, &resource.Set{Resources: []*resource.Resource{marked}}, checks.EvalOptions{}); found[0].Severity != finding.High {
		t.Errorf("severity with PHI is %s", found[0].Severity)
	}
}

func TestStubs(t *testing.T) {
	const keys = `
resources: {aws_s3_bucket: {versioned: bool}}
related:
  policy: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {policy: string}}
`
	const rules = `
deny contains {"paths": ["_.policy[0].policy"], "message": "public"} if input._.policy[0].policy == "public"
deny contains {"paths": ["_.policy"], "message": "no policy"} if count(input._.policy) == 0
`
	p := one(t, custom(keys, rules))
	data := resource.Ref{Address: resource.Address{Data: true, Type: "aws_s3_bucket", Name: "x"}, Attr: "id"}
	tests := map[string]struct {
		bucket, policy cty.Value
		want           finding.Status
	}{
		"data source":               {unknown("data.aws_s3_bucket.x.id").Mark(data), str("public"), finding.Fail},
		"literal of another stack":  {str("elsewhere"), str("public"), finding.Fail},
		"variable":                  {unknown("var.bucket"), str("public"), finding.Fail},
		"private":                   {str("elsewhere"), str("private"), ""},
		"unknown policy":            {str("elsewhere"), unknown("var.policy"), finding.Unknown},
		"another type":              {str("x").Mark(resource.Ref{Address: resource.Address{Type: "aws_s3_access_point", Name: "x"}, Attr: "arn", Literal: "x"}), str("public"), ""},
		"another service":           {str("arn:aws:logs:eu-west-1:111122223333:log-group:x"), str("public"), ""},
		"a bucket of an unread one": {ref("aws_s3_bucket", "gone", "id", 3), str("public"), finding.Fail},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: []*resource.Resource{
				res("aws_s3_bucket_policy", "p", values{"bucket": tt.bucket, "policy": tt.policy}),
			}}
			found := judge(t, p, set, checks.EvalOptions{})
			if got := statusOf(found, "aws_s3_bucket_policy.p"); got != tt.want {
				t.Errorf("status %q, want %q%s", got, tt.want, describe(found))
			}
			if tt.want != "" && found[0].Location.Line != 3 {
				t.Errorf("located at line %d, not at the companion", found[0].Location.Line)
			}
		})
	}
}

func TestHelpingListsKeepMembersThatAreSeenEnough(t *testing.T) {
	const keys = `
resources: {aws_thing: {}}
related:
  outer:
    type: aws_outer
    on: thing = id
    more: helps
    attributes: {c: string}
    related: {inner: {type: aws_inner, on: outer = id, more: helps, attributes: {d: string}}}
`
	p := one(t, custom(keys, `
deny contains {"paths": ["_.outer[*].c", "_.outer[*]._.inner[*].d"], "message": "no good one"} if {
	count([i | some o in input._.outer; o.c == "good"; some i in o._.inner; i.d == "good"]) == 0
}`))
	outer := ref("aws_outer", "o", "id", 2)
	tests := map[string]struct {
		c, first, second cty.Value
		want             finding.Status
	}{
		"all seen":               {str("good"), str("good"), str("bad"), finding.Pass},
		"one inner unseen":       {str("good"), str("good"), unknown("var.d"), finding.Pass},
		"the good one is unseen": {str("good"), unknown("var.d"), str("bad"), finding.Unknown},
		"the outer is unseen":    {unknown("var.c"), str("good"), str("good"), finding.Unknown},
		"none is good":           {str("bad"), str("good"), str("good"), finding.Fail},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: []*resource.Resource{
				res("aws_thing", "t", values{}), res("aws_outer", "o", values{"thing": ref("aws_thing", "t", "id", 1), "c": tt.c}),
				res("aws_inner", "i", values{"outer": outer, "d": tt.first}), res("aws_inner", "j", values{"outer": outer, "d": tt.second}),
			}}, checks.EvalOptions{})
			if got := found[0].Status; got != tt.want {
				t.Errorf("status %s, want %s%s", got, tt.want, describe(found))
			}
		})
	}
}

func TestFindingsAreStable(t *testing.T) {
	p := one(t, custom("resources: {aws_thing: {rule: [{port: number}]}}",
		`deny contains {"paths": [sprintf("rule[%d].port", [i])], "message": "open"} if input.rule[i].port == 22`))
	rules := func(ports ...int64) *resource.Set {
		var blocks []cty.Value
		for _, port := range ports {
			blocks = append(blocks, cty.ObjectVal(values{"port": cty.NumberIntVal(port)}))
		}
		return &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"rule": cty.TupleVal(blocks)})}}
	}
	first := judge(t, p, rules(22), checks.EvalOptions{})[0]
	moved := judge(t, p, rules(443, 22), checks.EvalOptions{})[0]
	if first.Fingerprint != moved.Fingerprint {
		t.Error("a block inserted before it changes the fingerprint")
	}
	if !slices.Equal(moved.Paths, []string{"rule[1].port"}) || moved.Evidence[0].Value != "22" {
		t.Errorf("paths %v, evidence %v", moved.Paths, moved.Evidence)
	}
}

func TestSensitiveValuesAreNotShown(t *testing.T) {
	p := one(t, custom("resources: {aws_thing: {a: string, m: \"map(string)\"}}", `deny contains {"paths": ["a", "m"], "message": "no"}`))
	secret := str("hunter2").Mark(resource.Sensitive{})
	set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"a": secret, "m": cty.ObjectVal(values{"k": secret})})}}
	for _, e := range judge(t, p, set, checks.EvalOptions{})[0].Evidence {
		if strings.Contains(e.Value, "hunter2") {
			t.Errorf("evidence shows the sensitive value at %s", e.Path)
		}
	}
}

func TestPassesShareNoSensitiveValues(t *testing.T) {
	p := one(t, custom("resources: {aws_thing: {a: string}}", `deny contains {"paths": ["a"], "message": "no"} if not input.a`))
	set := &resource.Set{Resources: []*resource.Resource{
		res("aws_thing", "open", values{"a": str("orange")}), res("aws_thing", "secret", values{"a": str("orange").Mark(resource.Sensitive{})}),
	}}
	for _, f := range judge(t, p, set, checks.EvalOptions{}) {
		hidden := f.Evidence[0].Value != "orange"
		if want := f.Resource.Address == "aws_thing.secret"; hidden != want {
			t.Errorf("%s: evidence %+v", f.Resource.Address, f.Evidence)
		}
	}
}
