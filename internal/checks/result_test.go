package checks_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestResultCounts(t *testing.T) {
	p := load(t, checks.Options{Rules: []string{"HIPAA-S3-003"}})
	set := &resource.Set{Resources: []*resource.Resource{
		res("aws_s3_bucket", "b", values{}), block("p", ref("aws_s3_bucket", "b", "id", 1)),
		res("aws_nothing", "x", values{}), res("aws_nothing", "y", values{}),
		res("aws_db_instance", "d", values{}), // another rule judges it, though it was not asked for
	}}
	r := p.Evaluate(context.Background(), set, checks.EvalOptions{Now: noon})
	if diff := cmp.Diff([]finding.Count{{Name: "aws_nothing", Count: 2}}, r.UnjudgedTypes); diff != "" {
		t.Errorf("unjudged types differ (-want +got):\n%s", diff)
	}
	if r.Judged != 1 || r.RulesEvaluated != 1 {
		t.Errorf("judged %d resources by %d rules", r.Judged, r.RulesEvaluated)
	}
}

// lines locates an attribute by its first step.
type lines map[string]int

func (l lines) Locate(steps []any) hcl.Range {
	line := l[fmt.Sprint(steps...)]
	if line == 0 {
		line = 3
	}
	return hcl.Range{Filename: "main.tf", Start: hcl.Pos{Line: line}, End: hcl.Pos{Line: line}}
}

func TestLocation(t *testing.T) {
	const keys = "resources: {aws_thing: {a: bool, list: [string]}}\nrelated:\n  others: {type: aws_other, on: thing = id, attributes: {b: bool, c: bool}, related: {none: {type: aws_none, on: other = id}}}\n" +
		"  none: {type: aws_none, on: thing = id, attributes: {b: bool}}"
	locate := func(file string, l lines) func(*resource.Resource) {
		return func(r *resource.Resource) {
			r.Locate = l
			r.Location.Callers = []hcl.Range{{Filename: file, Start: hcl.Pos{Line: 40}}}
		}
	}
	thing := res("aws_thing", "t", values{"a": cty.False, "list": cty.TupleVal([]cty.Value{str("x")})}, locate("call.tf", lines{"a": 5, "list0": 6}))
	other := res("aws_other", "o", values{"thing": ref("aws_thing", "t", "id", 1), "b": cty.False}, locate("other.tf", lines{"b": 20, "c": 18}), func(r *resource.Resource) { r.Location.Range.Start.Line = 18; r.Location.Range.End.Line = 18 })
	tests := map[string]struct {
		paths  string
		line   int
		caller string
	}{
		"attribute":                {`"a"`, 5, "call.tf"},
		"element":                  {`"list[0]"`, 6, "call.tf"},
		"attribute of a member":    {`"_.others[0].b"`, 20, "other.tf"},
		"all members":              {`"_.others[*].b"`, 3, "call.tf"},
		"the list":                 {`"_.others"`, 3, "call.tf"},
		"first with a place":       {`"_.others", "a"`, 5, "call.tf"},
		"nothing more than blocks": {`"_.phi"`, 3, "call.tf"},
		"block of a member":        {`"_.others[0].c"`, 18, "other.tf"},
		"a member, for provenance": {`"_.none[*].b", "_.others[0]"`, 3, "call.tf"},
		"what a member lacks":      {`"_.others[0]._.none"`, 3, "call.tf"},
		"and what is lacking":      {`"_.others[0].b", "_.none[*].b"`, 20, "other.tf"},
		"lacking, with a place":    {`"_.none", "_.others[0].b", "a"`, 5, "call.tf"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := one(t, custom(keys, `deny contains {"paths": [`+tt.paths+`], "message": "no"}`))
			f := judge(t, p, &resource.Set{Resources: []*resource.Resource{thing, other}}, checks.EvalOptions{})[0]
			if f.Location.Line != tt.line || f.Location.Callers[0] != (finding.Place{File: tt.caller, Line: 40}) {
				t.Errorf("located at %+v, want line %d by way of %s", f.Location, tt.line, tt.caller)
			}
		})
	}
}

func TestInlineCompanionsAreNamedAfterTheirHolder(t *testing.T) {
	p := one(t, custom("resources: {aws_s3_bucket_versioning: {on: bool}}", `deny contains {"paths": ["on"], "message": "off"} if not input.on`))
	inline := res("aws_s3_bucket_versioning", "b", values{}, func(r *resource.Resource) { r.InlineOf = resource.Address{Type: "aws_s3_bucket", Name: "b"} })
	if f := judge(t, p, &resource.Set{Resources: []*resource.Resource{inline}}, checks.EvalOptions{})[0]; f.Resource.Address != "aws_s3_bucket.b" || f.Resource.Type != "aws_s3_bucket" {
		t.Errorf("named %s (%s)", f.Resource.Address, f.Resource.Type)
	}
}

func TestManyCausesAreBounded(t *testing.T) {
	p := load(t, checks.Options{Rules: []string{"HIPAA-S3-003"}})
	set := &resource.Set{Resources: []*resource.Resource{res("aws_s3_bucket", "b", values{})}}
	for i := range 100 {
		set.Resources = append(set.Resources, block(fmt.Sprint("p", i), unknown(fmt.Sprint("var.", i))))
	}
	for _, f := range judge(t, p, set, checks.EvalOptions{}) {
		if len(f.Causes) > 10 {
			t.Fatalf("%d causes", len(f.Causes))
		}
	}
}
