package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
)

// soundLogs makes the group that the trail of the sound account writes to.
func soundLogs(e *estate) {
	key := e.key("logs", e.ownerPolicy(), true)
	e.logGroup("audit", &key, 2192)
}

func brokenLogs(e *estate) { e.logGroup("scratch", nil, 7) }

func (e *estate) logGroup(name string, key *string, days int32) {
	c := cloudwatchlogs.NewFromConfig(e.config)
	tags := map[string]string{"DataClass": "internal", "HIPAA": "false"}
	must[*cloudwatchlogs.CreateLogGroupOutput](e)(c.CreateLogGroup(e.ctx, &cloudwatchlogs.CreateLogGroupInput{LogGroupName: &name, KmsKeyId: key, Tags: tags}))
	must[*cloudwatchlogs.PutRetentionPolicyOutput](e)(c.PutRetentionPolicy(e.ctx, &cloudwatchlogs.PutRetentionPolicyInput{LogGroupName: &name, RetentionInDays: &days}))
}
