package aws

import (
	"context"
	"maps"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

// A queue that does not exist was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
var (
	noQueue            = []string{"AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"}
	listQueues         = operation{service: "sqs", name: "ListQueues"}
	getQueueAttributes = operation{service: "sqs", name: "GetQueueAttributes", absent: noQueue}
	listQueueTags      = operation{service: "sqs", name: "ListQueueTags", absent: noQueue}
)

func sqsParts() []part {
	return []part{{types: []string{"aws_sqs_queue"}, uses: []operation{listQueues, getQueueAttributes, listQueueTags}, run: readQueues}}
}

func readQueues(ctx context.Context, p *place) {
	client := sqs.NewFromConfig(p.config())
	type listed struct {
		url  string
		read read
	}
	var all []listed
	list(ctx, p, listQueues, sqs.NewListQueuesPaginator(client, &sqs.ListQueuesInput{MaxResults: sdk.Int32(1000)}), func(page *sqs.ListQueuesOutput, r read) {
		for _, url := range page.QueueUrls {
			all = append(all, listed{url, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, q listed) {
		name := q.url[strings.LastIndexByte(q.url, '/')+1:]
		in := &sqs.GetQueueAttributesInput{QueueUrl: &q.url, AttributeNames: []types.QueueAttributeName{types.QueueAttributeNameAll}}
		out, r, err := get(ctx, p, getQueueAttributes, name, client.GetQueueAttributes, in)
		if isAbsent(err) {
			return
		}
		it := item{typ: "aws_sqs_queue", name: name, arn: p.arn("sqs", name), read: r, reads: map[string]read{}, unread: asFailure(err), attrs: attrs{}}
		if p.lostOne(r, err); err != nil {
			it.read = q.read
		} else {
			it.attrs = queueAttrs(out.Attributes)
		}
		maps.Copy(it.attrs, attrs{"id": q.url, "url": q.url, "arn": it.arn, "name": name, "name_prefix": nil, "region": p.region})
		it.attrs["tags_all"], it.reads["tags_all"] = queueTags(ctx, p, client, q.url, name)
		p.emit(it)
	})
}

// queueAttrs has null for what AWS leaves out where it is not set. Encryption by SQS is not
// left out by AWS, but a queue with a KMS key does not need it to be said.
// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
func queueAttrs(answer map[string]string) attrs {
	managed := missing()
	if on := answer["SqsManagedSseEnabled"]; on != "" || answer["KmsMasterKeyId"] != "" {
		managed = strings.EqualFold(on, "true")
	}
	return attrs{"kms_master_key_id": optional(answer["KmsMasterKeyId"]), "sqs_managed_sse_enabled": managed, "policy": optional(answer["Policy"])}
}

func queueTags(ctx context.Context, p *place, client *sqs.Client, url, name string) (any, read) {
	out, r, err := get(ctx, p, listQueueTags, name, client.ListQueueTags, &sqs.ListQueueTagsInput{QueueUrl: &url})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	} else if err != nil {
		return map[string]string{}, r
	}
	return out.Tags, r
}
