package awstest

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	snstypes "github.com/aws/aws-sdk-go-v2/service/sns/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func soundMessages(e *estate) {
	key := e.key("messages", e.ownerPolicy(), true)
	must[*sns.CreateTopicOutput](e)(sns.NewFromConfig(e.config).CreateTopic(e.ctx, &sns.CreateTopicInput{
		Name: str("results"), Attributes: map[string]string{"KmsMasterKeyId": key},
		Tags: []snstypes.Tag{{Key: str("DataClass"), Value: str("PHI")}, {Key: str("HIPAA"), Value: str("true")}},
	}))
	must[*sqs.CreateQueueOutput](e)(sqs.NewFromConfig(e.config).CreateQueue(e.ctx, &sqs.CreateQueueInput{
		QueueName: str("orders-in"), Attributes: map[string]string{"KmsMasterKeyId": key}, Tags: map[string]string{"DataClass": "PHI", "HIPAA": "true"},
	}))
}

func brokenMessages(e *estate) {
	must[*sns.CreateTopicOutput](e)(sns.NewFromConfig(e.config).CreateTopic(e.ctx, &sns.CreateTopicInput{Name: str("open"), Attributes: map[string]string{
		"Policy": `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}`,
	}}))
	must[*sqs.CreateQueueOutput](e)(sqs.NewFromConfig(e.config).CreateQueue(e.ctx, &sqs.CreateQueueInput{QueueName: str("open"), Attributes: map[string]string{
		"SqsManagedSseEnabled": "false", "Policy": `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`,
	}}))
	key := e.key("retired", e.ownerPolicy(), false)
	must[*kms.DisableKeyOutput](e)(kms.NewFromConfig(e.config).DisableKey(e.ctx, &kms.DisableKeyInput{KeyId: str(key[strings.LastIndexByte(key, '/')+1:])}))
	must[*sqs.CreateQueueOutput](e)(sqs.NewFromConfig(e.config).CreateQueue(e.ctx, &sqs.CreateQueueInput{QueueName: str("retired"), Attributes: map[string]string{"KmsMasterKeyId": key}}))
}
