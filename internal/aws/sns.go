package aws

import (
	"context"
	"maps"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sns/types"
)

// A topic that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
var (
	listTopics             = operation{service: "sns", name: "ListTopics"}
	getTopicAttributes     = operation{service: "sns", name: "GetTopicAttributes", absent: []string{"NotFound", "NotFoundException"}}
	listTopicTags          = operation{service: "sns", name: "ListTagsForResource", absent: []string{"ResourceNotFound", "ResourceNotFoundException"}}
	listTopicSubscriptions = operation{service: "sns", name: "ListSubscriptionsByTopic", absent: []string{"NotFound", "NotFoundException"}}
)

func snsParts() []part {
	return []part{
		{types: []string{"aws_sns_topic"}, uses: []operation{listTopics, getTopicAttributes, listTopicTags}, run: readTopics},
		{types: []string{"aws_sns_topic_subscription"}, uses: []operation{listTopics, listTopicSubscriptions}, run: readForeignSubscriptions},
	}
}

func (p *place) sns() *sns.Client { return sns.NewFromConfig(p.config()) }

type topicListing struct {
	arns []string
	read read
}

// topics lists a Region's topics once; what failed is a gap of the part.
func topics(ctx context.Context, p *place) topicListing {
	all, err := once(p, "topics", func() (all topicListing, err error) {
		err = listPages(ctx, p, listTopics, "", sns.NewListTopicsPaginator(p.sns(), &sns.ListTopicsInput{}), func(page *sns.ListTopicsOutput, r read) {
			for _, t := range page.Topics {
				all.arns, all.read = append(all.arns, or(t.TopicArn, "")), r
			}
		})
		return all, err
	})
	p.lost(listTopics, "", err)
	return all
}

func readTopics(ctx context.Context, p *place) {
	all := topics(ctx, p)
	forEach(ctx, all.arns, func(ctx context.Context, arn string) {
		name := arn[strings.LastIndexByte(arn, ':')+1:]
		out, r, err := get(ctx, p, getTopicAttributes, name, p.sns().GetTopicAttributes, &sns.GetTopicAttributesInput{TopicArn: &arn})
		if isAbsent(err) {
			return
		}
		it := item{typ: "aws_sns_topic", name: name, arn: arn, read: r, reads: map[string]read{}, unread: asFailure(err), attrs: attrs{}}
		if p.lostOne(r, err); err != nil {
			it.read = all.read
		} else {
			it.attrs = topicAttrs(out.Attributes)
		}
		maps.Copy(it.attrs, attrs{"id": arn, "arn": arn, "name": name, "region": p.region})
		it.attrs["tags_all"], it.reads["tags_all"] = topicTags(ctx, p, arn)
		p.emit(it)
	})
}

// topicAttrs leaves out the policy of an answer without one: every topic has one.
// Source: https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html
func topicAttrs(answer map[string]string) attrs {
	a := attrs{"kms_master_key_id": optional(answer["KmsMasterKeyId"]), "policy": missing(), "owner": missing()}
	for name, key := range map[string]string{"policy": "Policy", "owner": "Owner"} {
		if answer[key] != "" {
			a[name] = answer[key]
		}
	}
	return a
}

func topicTags(ctx context.Context, p *place, arn string) (any, read) {
	out, r, err := get(ctx, p, listTopicTags, arn, p.sns().ListTagsForResource, &sns.ListTagsForResourceInput{ResourceArn: &arn})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	} else if err != nil {
		return map[string]string{}, r
	}
	return tagsOf(out.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value }), r
}

// readForeignSubscriptions reads the subscriptions that other accounts have to the topics of
// this one, which ListSubscriptions does not show. It leaves out the endpoint: it is
// somebody's address or number.
// Source: https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html
func readForeignSubscriptions(ctx context.Context, p *place) {
	forEach(ctx, topics(ctx, p).arns, func(ctx context.Context, topic string) {
		pages := sns.NewListSubscriptionsByTopicPaginator(p.sns(), &sns.ListSubscriptionsByTopicInput{TopicArn: &topic})
		err := listPages(ctx, p, listTopicSubscriptions, topic, pages, func(page *sns.ListSubscriptionsByTopicOutput, r read) {
			for _, s := range page.Subscriptions {
				arn := or(s.SubscriptionArn, "")
				if or(s.Owner, "") == p.account.id || !strings.HasPrefix(arn, "arn:") {
					continue
				}
				p.emit(item{typ: "aws_sns_topic_subscription", name: arn, arn: arn, read: r, attrs: attrs{
					"id": arn, "arn": arn, "topic_arn": topic, "protocol": s.Protocol, "owner_id": s.Owner, "pending_confirmation": false, "region": p.region,
				}})
			}
		})
		p.lost(listTopicSubscriptions, topic, err)
	})
}
