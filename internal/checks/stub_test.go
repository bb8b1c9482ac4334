package checks_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// public is a bucket policy that lets anybody do anything.
const public = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}`

func TestPublicPolicyOnAnotherStacksBucketIsReported(t *testing.T) {
	tests := map[string]struct {
		policy string
		want   finding.Status
	}{
		"public":  {public, finding.Unknown},
		"private": {`{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}`, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for _, rule := range []string{"HIPAA-S3-005", "HIPAA-S3-006"} {
				set := &resource.Set{Resources: []*resource.Resource{
					res("aws_s3_bucket_policy", "p", values{"bucket": str("elsewhere"), "policy": str(tt.policy)}),
				}}
				found := judge(t, load(t, checks.Options{Rules: []string{rule}}), set, checks.EvalOptions{})
				if got := statusOf(found, "aws_s3_bucket_policy.p"); got != tt.want || len(found) > 1 {
					t.Errorf("%s: status %q, want %q%s", rule, got, tt.want, describe(found))
				}
			}
		})
	}
}

func TestStubsAreJudgedOnce(t *testing.T) {
	key := str("arn:aws:kms:eu-west-1:111122223333:key/abc")
	tests := map[string]struct {
		rule string
		r    *resource.Resource
	}{
		"key policy": {"HIPAA-KMS-003", res("aws_kms_key_policy", "c", values{"key_id": key, "policy": str(public)})},
		"flow log":   {"HIPAA-VPC-001", res("aws_flow_log", "c", values{"vpc_id": unknown("var.vpc_id"), "traffic_type": unknown("var.traffic")})},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, load(t, checks.Options{Rules: []string{tt.rule}}), &resource.Set{Resources: []*resource.Resource{tt.r}}, checks.EvalOptions{})
			seen := map[[2]string]bool{}
			for _, f := range found {
				if k := [2]string{f.Rule, f.Assertion}; seen[k] {
					t.Errorf("judged twice%s", describe(found))
				} else {
					seen[k] = true
				}
			}
			if len(found) == 0 {
				t.Error("no finding")
			}
		})
	}
}

func TestUnknownsDoNotReadAsStatements(t *testing.T) {
	p := one(t, custom("resources: {aws_thing: {a: string, b: string, c: string}}", `
deny contains {"paths": ["a"], "message": "a is off"} if not input.a
deny contains {"paths": ["b"], "message": "b is off"} if not input.b
not_applicable contains {"paths": ["c"], "message": "only what has c is judged"} if not input.c
unknown contains {"paths": ["c"], "message": "which of them it is"} if input.c == "who knows"
`))
	yes := cty.StringVal("yes")
	tests := map[string]struct {
		values values
		want   string
	}{
		"a denial":     {values{"a": unknown("x"), "b": yes, "c": yes}, "cannot tell whether a is off"},
		"two denials":  {values{"a": unknown("x"), "b": unknown("y"), "c": yes}, "cannot tell whether a is off or whether b is off"},
		"an exemption": {values{"a": yes, "b": yes, "c": unknown("x")}, "cannot tell whether the rule applies: only what has c is judged"},
		"the policy":   {values{"a": yes, "b": yes, "c": str("who knows")}, "cannot tell: which of them it is"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", tt.values)}}, checks.EvalOptions{})
			if found[0].Status != finding.Unknown || found[0].Message != tt.want {
				t.Errorf("%s: %q, want %q", found[0].Status, found[0].Message, tt.want)
			}
		})
	}
}
