package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var inspectorTypes = []string{"aws_inspector2_enabler", "aws_inspector2_finding"}

func TestInspector(t *testing.T) {
	s := &fake{answers: answers{"BatchGetAccountStatus": `{"accounts":[{"accountId":"123456789012","state":{"status":"ENABLED","errorCode":"ALREADY_ENABLED","errorMessage":""},
		"resourceState":{"ec2":{"status":"ENABLED","errorCode":"","errorMessage":""},"ecr":{"status":"DISABLED"},"lambda":{"status":"ENABLED"},"lambdaCode":{"status":"SUSPENDED"}}}]}`}}
	s.audit(t, inspectorTypes[:1]).check(t, map[string]map[string]any{
		"aws_inspector2_enabler 123456789012": {"resource_types": []any{"EC2", "LAMBDA"}, "account_ids": []any{"123456789012"}},
	})
	s = &fake{answers: answers{"BatchGetAccountStatus": `{"accounts":[{"accountId":"123456789012","resourceState":{"ec2":{"status":"DISABLED"},"ecr":{"status":"DISABLED"}}}]}`}}
	s.audit(t, inspectorTypes[:1]).check(t, map[string]map[string]any{})
}

func TestInspectorFindings(t *testing.T) {
	one := func(arn, severity, id, kind string) string {
		return `{"awsAccountId":"123456789012","findingArn":"` + arn + `","severity":"` + severity + `","status":"ACTIVE","type":"PACKAGE_VULNERABILITY","description":"d","remediation":{},
			"firstObservedAt":1769904000,"lastObservedAt":1769904000,"resources":[{"id":"` + id + `","type":"` + kind + `"}]}`
	}
	s := &fake{answers: answers{"ListFindings": func(in ask) string {
		if in.n == 0 {
			return `{"nextToken":"2","findings":[` + one("f1", "CRITICAL", "i-1", "AWS_EC2_INSTANCE") + `]}`
		}
		return `{"findings":[` + one("f2", "HIGH", "arn:aws:lambda:eu-west-1:123456789012:function:intake:$LATEST", "AWS_LAMBDA_FUNCTION") + `,
			{"findingArn":"f3","severity":"HIGH","status":"ACTIVE","resources":[]}]}`
	}}}
	root := "aws_inspector2_finding "
	s.audit(t, inspectorTypes[1:]).check(t, map[string]map[string]any{
		root + "f1": {"severity": "CRITICAL", "status": "ACTIVE", "first_observed_at": "2026-02-01T00:00:00Z", "resource_arn": "arn:aws:ec2:eu-west-1:123456789012:instance/i-1"},
		root + "f2": {"severity": "HIGH", "resource_arn": "arn:aws:lambda:eu-west-1:123456789012:function:intake:$LATEST"},
		root + "f3": {"resource_arn": "unknown: inspector2:ListFindings: the answer does not hold what aws_inspector2_finding.resource_arn is made from"},
	})
}

func TestInspectorDenied(t *testing.T) {
	want := []string{
		"eu-west-1 inspector2:BatchGetAccountStatus: aws_inspector2_enabler",
		"eu-west-1 inspector2:ListFindings: aws_inspector2_finding",
	}
	if diff := cmp.Diff(want, (&fake{}).audit(t, inspectorTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
