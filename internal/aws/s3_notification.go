package aws

import (
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// notificationAttrs are whom a bucket tells of its objects; an empty answer says that it
// tells nobody.
func notificationAttrs(o *s3.GetBucketNotificationConfigurationOutput) attrs {
	return attrs{
		"eventbridge": o.EventBridgeConfiguration != nil,
		"topic":       listeners(o.TopicConfigurations, "topic_arn", func(c types.TopicConfiguration) *string { return c.TopicArn }),
		"queue":       listeners(o.QueueConfigurations, "queue_arn", func(c types.QueueConfiguration) *string { return c.QueueArn }),
		"lambda_function": listeners(o.LambdaFunctionConfigurations, "lambda_function_arn", func(c types.LambdaFunctionConfiguration) *string {
			return c.LambdaFunctionArn
		}),
	}
}

func listeners[T any](all []T, name string, arn func(T) *string) []attrs {
	out := make([]attrs, len(all))
	for i, one := range all {
		out[i] = attrs{name: arn(one)}
	}
	return out
}
