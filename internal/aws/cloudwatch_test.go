package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var alarmTypes = []string{"aws_cloudwatch_composite_alarm", "aws_cloudwatch_metric_alarm"}

func TestAlarms(t *testing.T) {
	s := &fake{answers: answers{"DescribeAlarms": func(in ask) string {
		if in.Get("NextToken") == "" {
			return `<NextToken>2</NextToken><MetricAlarms><member><AlarmName>root</AlarmName><AlarmArn>arn:aws:cloudwatch:eu-west-1:123456789012:alarm:root</AlarmArn><ActionsEnabled>true</ActionsEnabled>
<AlarmActions><member>arn:aws:sns:eu-west-1:123456789012:security</member></AlarmActions><MetricName>Root</MetricName><Namespace>Clinic</Namespace><Statistic>Sum</Statistic><Period>300</Period>
<EvaluationPeriods>1</EvaluationPeriods><Threshold>1</Threshold><ComparisonOperator>GreaterThanOrEqualToThreshold</ComparisonOperator><Dimensions><member><Name>Stage</Name><Value>prod</Value></member></Dimensions></member></MetricAlarms>`
		}
		return `<MetricAlarms><member><AlarmName>expression</AlarmName><ActionsEnabled>false</ActionsEnabled><Metrics><member><Id>m1</Id><MetricStat><Metric><Namespace>Clinic</Namespace><MetricName>Root</MetricName></Metric><Period>60</Period><Stat>Sum</Stat></MetricStat></member><member><Id>e1</Id><Expression>FILL(m1,0)</Expression></member></Metrics></member></MetricAlarms>
<CompositeAlarms><member><AlarmName>any</AlarmName><ActionsEnabled>true</ActionsEnabled><AlarmActions/><AlarmRule>ALARM(root)</AlarmRule></member></CompositeAlarms>`
	}}}
	s.audit(t, alarmTypes).check(t, map[string]map[string]any{
		"aws_cloudwatch_metric_alarm root": {
			"alarm_name": "root", "actions_enabled": true, "alarm_actions": []any{"arn:aws:sns:eu-west-1:123456789012:security"}, "metric_name": "Root", "namespace": "Clinic",
			"statistic": "Sum", "period": 300, "evaluation_periods": 1, "datapoints_to_alarm": nil, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold",
			"dimensions": map[string]any{"Stage": "prod"}, "metric_query": []any{},
		},
		"aws_cloudwatch_metric_alarm expression": {"actions_enabled": false, "alarm_actions": []any{}, "metric_name": nil, "metric_query": []any{
			map[string]any{"id": "m1", "account_id": nil, "expression": nil, "return_data": nil, "metric": []any{map[string]any{"metric_name": "Root", "namespace": "Clinic", "period": 60, "stat": "Sum"}}},
			map[string]any{"id": "e1", "account_id": nil, "expression": "FILL(m1,0)", "return_data": nil, "metric": []any{}},
		}},
		"aws_cloudwatch_composite_alarm any": {"alarm_name": "any", "actions_enabled": true, "alarm_actions": []any{}, "alarm_rule": "ALARM(root)"},
	})
}

func TestAlarmsDenied(t *testing.T) {
	want := []string{"eu-west-1 cloudwatch:DescribeAlarms: aws_cloudwatch_composite_alarm aws_cloudwatch_metric_alarm"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, alarmTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
