package awstest

import (
	sdkaccount "github.com/aws/aws-sdk-go-v2/service/account"
	accounttypes "github.com/aws/aws-sdk-go-v2/service/account/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	cwtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logstypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	eventtypes "github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// soundWatched tells somebody of what the trail records and of what GuardDuty finds. In the
// broken account nobody is told of anything.
func soundWatched(e *estate) {
	topic := e.topicARN("security")
	must[*sns.CreateTopicOutput](e)(sns.NewFromConfig(e.config).CreateTopic(e.ctx, &sns.CreateTopicInput{
		Name: str("security"), Attributes: map[string]string{"KmsMasterKeyId": e.key("security", e.ownerPolicy(), true)},
	}))
	must[*sns.SubscribeOutput](e)(sns.NewFromConfig(e.config).Subscribe(e.ctx, &sns.SubscribeInput{TopicArn: &topic, Protocol: str("email"), Endpoint: str("security@example.com")}))
	for name, pattern := range map[string]string{
		"root":     `{ $.userIdentity.type = "Root" }`,
		"sign-ins": `{ $.eventName = ConsoleLogin }`,
		"refused":  `{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`,
		"control":  `{ ($.readOnly IS FALSE) && (($.eventSource = iam*) || ($.eventSource = cloudtrail*) || ($.eventSource = config*) || ($.eventSource = kms*) || ($.eventSource = s3*)) }`,
		"network":  `{ ($.readOnly IS FALSE) && ($.eventSource = ec2.amazonaws.com) }`,
	} {
		e.watch(name, pattern, topic)
	}
	events := eventbridge.NewFromConfig(e.config)
	must[*eventbridge.PutRuleOutput](e)(events.PutRule(e.ctx, &eventbridge.PutRuleInput{Name: str("findings"), EventPattern: str(`{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}`)}))
	must[*eventbridge.PutTargetsOutput](e)(events.PutTargets(e.ctx, &eventbridge.PutTargetsInput{Rule: str("findings"), Targets: []eventtypes.Target{{Id: str("security"), Arn: &topic}}}))
	must[*sdkaccount.PutAlternateContactOutput](e)(sdkaccount.NewFromConfig(e.config).PutAlternateContact(e.ctx, &sdkaccount.PutAlternateContactInput{
		AlternateContactType: accounttypes.AlternateContactTypeSecurity, EmailAddress: str("security@example.com"), Name: str("Security"), PhoneNumber: str("+1 206 555 0100"), Title: str("On call"),
	}))
}

func brokenWatched(*estate) {}

func (e *estate) watch(name, pattern, topic string) {
	must[*cloudwatchlogs.PutMetricFilterOutput](e)(cloudwatchlogs.NewFromConfig(e.config).PutMetricFilter(e.ctx, &cloudwatchlogs.PutMetricFilterInput{
		FilterName: &name, FilterPattern: &pattern, LogGroupName: str("audit"),
		MetricTransformations: []logstypes.MetricTransformation{{MetricName: &name, MetricNamespace: str("Clinic"), MetricValue: str("1")}},
	}))
	must[*cloudwatch.PutMetricAlarmOutput](e)(e.cloudwatch().PutMetricAlarm(e.ctx, &cloudwatch.PutMetricAlarmInput{
		AlarmName: &name, ActionsEnabled: yes(), AlarmActions: []string{topic}, MetricName: &name, Namespace: str("Clinic"), Statistic: cwtypes.StatisticSum,
		ComparisonOperator: cwtypes.ComparisonOperatorGreaterThanOrEqualToThreshold, Threshold: f64(1), Period: i32(300), EvaluationPeriods: i32(1),
	}))
}
