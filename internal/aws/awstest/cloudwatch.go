package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/schemas"
	cwtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/smithy-go/transport/http/protocol/awsquery"
)

func (e *estate) cloudwatch() *cloudwatch.Client {
	return cloudwatch.NewFromConfig(e.config, func(o *cloudwatch.Options) { o.Protocol = awsquery.New(schemas.GraniteServiceVersion20100801) })
}

func soundCloudWatch(e *estate) {
	e.alarm("portal-errors", true, e.topicARN("security"))
	must[*cloudwatch.PutMetricAlarmOutput](e)(e.cloudwatch().PutMetricAlarm(e.ctx, &cloudwatch.PutMetricAlarmInput{
		AlarmName: str("orders-space"), ActionsEnabled: yes(), AlarmActions: []string{e.topicARN("security")}, MetricName: str("FreeStorageSpace"), Namespace: str("AWS/RDS"),
		Dimensions: []cwtypes.Dimension{{Name: str("DBInstanceIdentifier"), Value: str("orders")}}, Statistic: cwtypes.StatisticMinimum,
		ComparisonOperator: cwtypes.ComparisonOperatorLessThanThreshold, Threshold: f64(2e9), Period: i32(300), EvaluationPeriods: i32(1),
	}))
}

func brokenCloudWatch(e *estate) { e.alarm("silent", true) }

func (e *estate) alarm(name string, on bool, actions ...string) {
	must[*cloudwatch.PutMetricAlarmOutput](e)(e.cloudwatch().PutMetricAlarm(e.ctx, &cloudwatch.PutMetricAlarmInput{
		AlarmName: &name, ActionsEnabled: &on, AlarmActions: actions, MetricName: str("HTTPCode_ELB_5XX_Count"), Namespace: str("AWS/ApplicationELB"), Statistic: cwtypes.StatisticSum,
		ComparisonOperator: cwtypes.ComparisonOperatorGreaterThanOrEqualToThreshold, Threshold: f64(1), Period: i32(60), EvaluationPeriods: i32(1),
	}))
}

func (e *estate) topicARN(name string) string {
	return "arn:aws:sns:" + Region + ":" + e.account + ":" + name
}

func f64(n float64) *float64 { return &n }
