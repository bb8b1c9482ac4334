package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const functionAnswer = `{"FunctionName":"NAME","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:NAME","Runtime":"python3.13","PackageType":"Zip","Role":"arn:aws:iam::123456789012:role/r",
	"Environment":{"Variables":{"TOKEN":"do-not-read"}},"KMSKeyArn":"arn:aws:kms:eu-west-1:123456789012:key/1","VpcConfig":{"VpcId":"vpc-1","SubnetIds":["subnet-b","subnet-a"]}}`

func TestFunctions(t *testing.T) {
	a := &fake{answers: answers{
		"ListFunctions": `{"Functions":[` + strings.ReplaceAll(functionAnswer, "NAME", "intake") + `,{"FunctionName":"plain","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:plain"}]}`,
		"ListTags /2017-03-31/tags/arn:aws:lambda:eu-west-1:123456789012:function:intake": `{"Tags":{"DataClass":"PHI"}}`,
	}}
	s := a.audit(t, []string{"aws_lambda_function"})
	r := s.one(t, "aws_lambda_function", "intake")
	checkValues(t, r, map[string]string{
		"arn": `"arn:aws:lambda:eu-west-1:123456789012:function:intake"`, "runtime": `"python3.13"`, "kms_key_arn": `"arn:aws:kms:eu-west-1:123456789012:key/1"`,
		"vpc_config": `[{"security_group_ids":[],"subnet_ids":["subnet-a","subnet-b"],"vpc_id":"vpc-1"}]`, "tags_all": `{"DataClass":"PHI"}`, "environment": "not read",
	})
	if strings.Contains(r.Values.GoString(), "do-not-read") {
		t.Error("values of the environment were kept")
	}
	checkValues(t, s.one(t, "aws_lambda_function", "plain"), map[string]string{
		"kms_key_arn": "null", "vpc_config": "[]", "tags_all": "unknown: lambda:ListTags: access was denied",
		"role": "unknown: lambda:ListFunctions: the answer does not hold what aws_lambda_function.role is made from",
	})
	if diff := cmp.Diff([]string{"eu-west-1 lambda:ListTags of plain: settled"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestFunctionsPaged(t *testing.T) {
	one, two := strings.ReplaceAll(functionAnswer, "NAME", "one"), strings.ReplaceAll(functionAnswer, "NAME", "two")
	a := &fake{answers: answers{"ListFunctions": func(in ask) string {
		if in.Get("Marker") == "2" {
			return `{"Functions":[` + two + `]}`
		}
		return `{"NextMarker":"2","Functions":[` + one + `]}`
	}}}
	s := a.audit(t, []string{"aws_lambda_function"})
	s.one(t, "aws_lambda_function", "one")
	s.one(t, "aws_lambda_function", "two")
}
