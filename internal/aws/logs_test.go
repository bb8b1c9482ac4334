package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLogGroups(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeLogGroups": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"nextToken":"2","logGroups":[{"logGroupName":"/clinic/trail","arn":"arn:aws:logs:eu-west-1:123456789012:log-group:/clinic/trail:*","retentionInDays":2192,"kmsKeyId":"k","logGroupClass":"STANDARD"}]}`
			}
			return `{"logGroups":[{"logGroupName":"app","logGroupClass":"STANDARD"},{"logGroupName":"gone"},{"logGroupName":"closed"}]}`
		},
		"ListTagsForResource": func(in ask) string {
			switch in.Get("resourceArn") {
			case "arn:aws:logs:eu-west-1:123456789012:log-group:/clinic/trail":
				return `{"tags":{"DataClass":"internal"}}`
			case "arn:aws:logs:eu-west-1:123456789012:log-group:app":
				return `{}`
			case "arn:aws:logs:eu-west-1:123456789012:log-group:gone":
				return "error ResourceNotFoundException"
			}
			return "error AccessDeniedException"
		},
	}}
	root := "aws_cloudwatch_log_group "
	s.audit(t, []string{"aws_cloudwatch_log_group"}).check(t, map[string]map[string]any{
		root + "/clinic/trail": {
			"name": "/clinic/trail", "arn": "arn:aws:logs:eu-west-1:123456789012:log-group:/clinic/trail", "retention_in_days": 2192, "kms_key_id": "k",
			"tags_all": map[string]any{"DataClass": "internal"},
		},
		root + "app":    {"retention_in_days": 0, "kms_key_id": nil, "tags_all": map[string]any{}},
		root + "closed": {"retention_in_days": 0, "tags_all": "unknown: logs:ListTagsForResource: access was denied"},
	})
}

func TestMetricFilters(t *testing.T) {
	s := &fake{answers: answers{"DescribeMetricFilters": func(in ask) string {
		if in.Get("nextToken") == "" {
			return `{"nextToken":"2","metricFilters":[{"filterName":"root","logGroupName":"trail","filterPattern":"{ $.userIdentity.type = Root }","metricTransformations":[{"metricName":"Root","metricNamespace":"Clinic","metricValue":"1"}]}]}`
		}
		return `{"metricFilters":[{"filterName":"all","logGroupName":"trail","metricTransformations":[]}]}`
	}}}
	root := "aws_cloudwatch_log_metric_filter trail:"
	s.audit(t, []string{"aws_cloudwatch_log_metric_filter"}).check(t, map[string]map[string]any{
		root + "root": {
			"name": "root", "log_group_name": "trail", "pattern": "{ $.userIdentity.type = Root }",
			"metric_transformation": []any{map[string]any{"name": "Root", "namespace": "Clinic", "value": "1"}},
		},
		root + "all": {"pattern": "", "metric_transformation": []any{}},
	})
}

func TestLogsDenied(t *testing.T) {
	want := []string{
		"eu-west-1 logs:DescribeLogGroups: aws_cloudwatch_log_group",
		"eu-west-1 logs:DescribeMetricFilters: aws_cloudwatch_log_metric_filter",
	}
	s := (&fake{}).audit(t, []string{"aws_cloudwatch_log_group", "aws_cloudwatch_log_metric_filter"})
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

// TestDataProtection: only groups that are said to have a policy are asked for it.
func TestDataProtection(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeLogGroups": `{"logGroups":[{"logGroupName":"masked","dataProtectionStatus":"ACTIVATED"},{"logGroupName":"denied","dataProtectionStatus":"ACTIVATED"},{"logGroupName":"once","dataProtectionStatus":"DELETED"},{"logGroupName":"plain"}]}`,
		"GetDataProtectionPolicy": func(in ask) string {
			if in.Get("logGroupIdentifier") == "masked" {
				return `{"logGroupIdentifier":"masked","policyDocument":"{}"}`
			}
			return "error AccessDeniedException"
		},
		"DescribeAccountPolicies": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"nextToken":"2","accountPolicies":[]}`
			}
			return `{"accountPolicies":[{"policyName":"patients","policyType":"` + in.Get("policyType") + `","policyDocument":"{}"}]}`
		},
	}}
	s.audit(t, []string{"aws_cloudwatch_log_data_protection_policy", "aws_cloudwatch_log_account_policy"}).check(t, map[string]map[string]any{
		"aws_cloudwatch_log_data_protection_policy masked": {"log_group_name": "masked", "policy_document": "{}"},
		"aws_cloudwatch_log_data_protection_policy denied": {"log_group_name": "denied"},
		"aws_cloudwatch_log_account_policy patients":       {"policy_name": "patients", "policy_type": "DATA_PROTECTION_POLICY", "policy_document": "{}"},
	})
	if s.calls["GetDataProtectionPolicy"] != 2 {
		t.Errorf("%d calls", s.calls["GetDataProtectionPolicy"])
	}
}
