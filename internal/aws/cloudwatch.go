package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/schemas"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/smithy-go/transport/http/protocol/awsquery"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
var describeAlarms = operation{service: "cloudwatch", name: "DescribeAlarms"}

func cloudwatchParts() []part {
	return []part{{
		types: []string{"aws_cloudwatch_composite_alarm", "aws_cloudwatch_metric_alarm"}, uses: []operation{describeAlarms}, run: readAlarms,
	}}
}

// inQuery makes a client speak the Query protocol: CloudWatch answers in it as well as in
// CBOR, which the SDK prefers, and emulators know nothing else.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/making-api-requests.html
func inQuery(o *cloudwatch.Options) { o.Protocol = awsquery.New(schemas.GraniteServiceVersion20100801) }

// readAlarms reads both kinds. Composite alarms are only listed where they are asked for.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
func readAlarms(ctx context.Context, p *place) {
	in := &cloudwatch.DescribeAlarmsInput{AlarmTypes: []types.AlarmType{types.AlarmTypeMetricAlarm, types.AlarmTypeCompositeAlarm}, MaxRecords: sdk.Int32(100)}
	list(ctx, p, describeAlarms, cloudwatch.NewDescribeAlarmsPaginator(cloudwatch.NewFromConfig(p.config(), inQuery), in), func(page *cloudwatch.DescribeAlarmsOutput, r read) {
		if page.MetricAlarms == nil {
			p.garbled(describeAlarms, "")
		}
		for _, a := range page.MetricAlarms {
			p.emitWanted(item{typ: "aws_cloudwatch_metric_alarm", name: or(a.AlarmName, ""), arn: or(a.AlarmArn, ""), read: r, attrs: metricAlarmAttrs(a, p.region)})
		}
		for _, a := range page.CompositeAlarms {
			p.emitWanted(item{typ: "aws_cloudwatch_composite_alarm", name: or(a.AlarmName, ""), arn: or(a.AlarmArn, ""), read: r, attrs: attrs{
				"id": a.AlarmName, "alarm_name": a.AlarmName, "arn": a.AlarmArn, "actions_enabled": a.ActionsEnabled, "alarm_actions": texts(a.AlarmActions),
				"insufficient_data_actions": texts(a.InsufficientDataActions), "ok_actions": texts(a.OKActions), "alarm_rule": a.AlarmRule, "region": p.region,
			}})
		}
	})
}

// metricAlarmAttrs has no metric, namespace, statistic and period where the alarm is on an
// expression over several metrics: those stand in metric_query.
func metricAlarmAttrs(a types.MetricAlarm, region string) attrs {
	dimensions := map[string]string{}
	for _, d := range a.Dimensions {
		dimensions[or(d.Name, "")] = or(d.Value, "")
	}
	queries := []attrs{}
	for _, q := range a.Metrics {
		metric := []attrs{}
		if s := q.MetricStat; s != nil && s.Metric != nil {
			metric = append(metric, attrs{"metric_name": s.Metric.MetricName, "namespace": optional(s.Metric.Namespace), "period": s.Period, "stat": s.Stat})
		}
		queries = append(queries, attrs{"id": q.Id, "account_id": optional(q.AccountId), "expression": optional(q.Expression), "return_data": optional(q.ReturnData), "metric": metric})
	}
	return attrs{
		"id": a.AlarmName, "alarm_name": a.AlarmName, "arn": a.AlarmArn, "actions_enabled": a.ActionsEnabled, "alarm_actions": texts(a.AlarmActions),
		"insufficient_data_actions": texts(a.InsufficientDataActions), "ok_actions": texts(a.OKActions), "comparison_operator": optional(a.ComparisonOperator),
		"metric_name": optional(a.MetricName), "namespace": optional(a.Namespace), "statistic": optional(a.Statistic), "extended_statistic": optional(a.ExtendedStatistic),
		"period": optional(a.Period), "evaluation_periods": optional(a.EvaluationPeriods), "datapoints_to_alarm": optional(a.DatapointsToAlarm),
		"threshold": optional(a.Threshold), "treat_missing_data": or(a.TreatMissingData, "missing"), "dimensions": dimensions, "metric_query": queries, "region": region,
	}
}
