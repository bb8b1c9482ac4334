package aws_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const functionAnswer = `{"FunctionName":"NAME","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:NAME","Runtime":"python3.13","PackageType":"Zip","Role":"arn:aws:iam::123456789012:role/r",
	"Environment":{"Variables":{"TOKEN":"short","DB_PASSWORD":"do-not-read"}},"KMSKeyArn":"arn:aws:kms:eu-west-1:123456789012:key/1","VpcConfig":{"VpcId":"vpc-1","SubnetIds":["subnet-b","subnet-a"]}}`

func TestFunctions(t *testing.T) {
	a := &fake{answers: answers{
		"ListFunctions": `{"Functions":[` + strings.ReplaceAll(functionAnswer, "NAME", "intake") + `,{"FunctionName":"plain","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:plain"}]}`,
		"ListTags /2017-03-31/tags/arn:aws:lambda:eu-west-1:123456789012:function:intake": `{"Tags":{"DataClass":"PHI"}}`,
		"GetFunctionConcurrency /2019-09-30/functions/intake/concurrency":                 `{"ReservedConcurrentExecutions":20}`,
	}}
	s := a.audit(t, []string{"aws_lambda_function"})
	r := s.one(t, "aws_lambda_function", "intake")
	checkValues(t, r, map[string]string{
		"reserved_concurrent_executions": "20",
		"arn":                            `"arn:aws:lambda:eu-west-1:123456789012:function:intake"`, "runtime": `"python3.13"`, "kms_key_arn": `"arn:aws:kms:eu-west-1:123456789012:key/1"`,
		"vpc_config": `[{"security_group_ids":[],"subnet_ids":["subnet-a","subnet-b"],"vpc_id":"vpc-1"}]`, "tags_all": `{"DataClass":"PHI"}`, "environment": `[{"variables":{"DB_PASSWORD":[{"class":"credential","confidence":"medium","kind":"password-assignment","masked":"[password-assignment]"}],"TOKEN":[]}}]`,
	})
	if strings.Contains(r.Values.GoString(), "do-not-read") {
		t.Error("values of the environment were kept")
	}
	checkValues(t, s.one(t, "aws_lambda_function", "plain"), map[string]string{
		"reserved_concurrent_executions": "unknown: lambda:GetFunctionConcurrency: access was denied",
		"environment":                    "[]", "kms_key_arn": "null", "vpc_config": "[]", "tags_all": "unknown: lambda:ListTags: access was denied",
		"role": "unknown: lambda:ListFunctions: the answer does not hold what aws_lambda_function.role is made from",
	})
	if diff := cmp.Diff([]string{"eu-west-1 lambda:GetFunctionConcurrency of plain: settled", "eu-west-1 lambda:ListTags of plain: settled"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestFunctionsWithoutLimit(t *testing.T) {
	a := &fake{answers: answers{
		"ListFunctions": `{"Functions":[` + strings.Replace(strings.ReplaceAll(functionAnswer, "NAME", "intake"), `"Role"`, `"DeadLetterConfig":{"TargetArn":"arn:q"},"Role"`, 1) + `]}`,
		"ListTags":      `{"Tags":{}}`, "GetFunctionConcurrency": `{}`,
	}}
	checkValues(t, a.audit(t, []string{"aws_lambda_function"}).one(t, "aws_lambda_function", "intake"), map[string]string{
		"reserved_concurrent_executions": "-1", "package_type": `"Zip"`, "dead_letter_config": `[{"target_arn":"arn:q"}]`,
	})
}

// TestFunctionEvents shows where events end that a function, or an alias of it, fails on. The
// emulator answers with texts where the dates of the settings are to stand, which cannot be read.
func TestFunctionEvents(t *testing.T) {
	one, two := strings.ReplaceAll(functionAnswer, "NAME", "one"), strings.ReplaceAll(functionAnswer, "NAME", "two")
	const arn, typ = "arn:aws:lambda:eu-west-1:123456789012:function:one", "aws_lambda_function_event_invoke_config"
	a := &fake{answers: answers{
		"ListFunctions": `{"Functions":[` + one + `,` + two + `]}`,
		"ListFunctionEventInvokeConfigs /2019-09-25/functions/one/event-invoke-config/list": func(in ask) string {
			if in.Get("Marker") == "" {
				return `{"NextMarker":"2","FunctionEventInvokeConfigs":[{"FunctionArn":"` + arn + `:$LATEST","MaximumRetryAttempts":1,"DestinationConfig":{"OnFailure":{"Destination":"arn:q"},"OnSuccess":{}}}]}`
			}
			return `{"FunctionEventInvokeConfigs":[{"FunctionArn":"` + arn + `:live","DestinationConfig":{"OnFailure":{},"OnSuccess":{"Destination":"arn:d"}}},{"FunctionArn":"` + arn + `:7"}]}`
		},
	}}
	s := a.audit(t, []string{typ})
	s.check(t, map[string]map[string]any{
		typ + " one": {
			"function_name": "one", "qualifier": nil, "maximum_retry_attempts": 1,
			"destination_config": []any{map[string]any{"on_failure": []any{map[string]any{"destination": "arn:q"}}, "on_success": []any{}}},
		},
		typ + " one:live": {"qualifier": "live", "destination_config": []any{map[string]any{"on_failure": []any{}, "on_success": []any{map[string]any{"destination": "arn:d"}}}}},
		typ + " one:7":    {"qualifier": "7", "destination_config": []any{}},
	})
	if diff := cmp.Diff([]string{"eu-west-1 lambda:ListFunctionEventInvokeConfigs of two: " + typ}, s.gaps()); diff != "" {
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

// TestFunctionAccess shows who may invoke a function, through its policy, that of an
// alias, and its URL. The emulator does not list URLs.
func TestFunctionAccess(t *testing.T) {
	plain := `{"FunctionName":"plain","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:plain"}`
	policy := func(statements string) string {
		return `{"Policy":` + strconv.Quote(`{"Version":"2012-10-17","Statement":[`+statements+`]}`) + `}`
	}
	a := &fake{answers: answers{
		"ListFunctions": `{"Functions":[` + strings.ReplaceAll(functionAnswer, "NAME", "intake") + `,` + plain + `]}`,
		"ListAliases /2015-03-31/functions/intake/aliases": `{"Aliases":[{"Name":"live"}]}`,
		"ListAliases /2015-03-31/functions/plain/aliases":  `{"Aliases":[]}`,
		"GetPolicy /2015-03-31/functions/intake/policy": func(in ask) string {
			if in.Get("Qualifier") == "live" {
				return policy(`{"Sid":"all","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction"},{"Sid":"no","Effect":"Deny","Principal":"*","Action":"lambda:*"}`)
			}
			return policy(`{"Sid":"bucket","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction",
				"Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::intake"},"StringEquals":{"AWS:SourceAccount":"123456789012"},"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}}`)
		},
		"GetPolicy /2015-03-31/functions/plain/policy":             "error ResourceNotFoundException",
		"ListFunctionUrlConfigs /2021-10-31/functions/intake/urls": `{"FunctionUrlConfigs":[{"AuthType":"NONE","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:intake:live","FunctionUrl":"https://x.lambda-url.eu-west-1.on.aws/"}]}`,
		"ListFunctionUrlConfigs /2021-10-31/functions/plain/urls":  "error AccessDeniedException",
	}}
	s := a.audit(t, []string{"aws_lambda_permission", "aws_lambda_function_url"})
	checkValues(t, s.one(t, "aws_lambda_permission", "intake bucket"), map[string]string{
		"principal": `"s3.amazonaws.com"`, "source_arn": `"arn:aws:s3:::intake"`, "source_account": `"123456789012"`, "principal_org_id": "null", "qualifier": "null",
	})
	checkValues(t, s.one(t, "aws_lambda_permission", "intake:live all"), map[string]string{"principal": `"*"`, "source_arn": "null", "qualifier": `"live"`})
	checkValues(t, s.one(t, "aws_lambda_function_url", "intake:live"), map[string]string{"authorization_type": `"NONE"`, "qualifier": `"live"`, "function_name": `"intake"`})
	if diff := cmp.Diff([]string{"intake bucket", "intake:live all"}, s.names("aws_lambda_permission")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 lambda:ListFunctionUrlConfigs of plain: aws_lambda_function_url"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
}
