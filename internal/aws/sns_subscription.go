package aws

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
var listSubscriptions = operation{service: "sns", name: "ListSubscriptions"}

func snsSubscriptionParts() []part {
	return []part{{types: []string{"aws_sns_topic_subscription"}, uses: []operation{listSubscriptions}, run: readSubscriptions}}
}

// pendingConfirmation stands in place of the ARN until the endpoint has confirmed.
// Source: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
const pendingConfirmation = "PendingConfirmation"

// readSubscriptions leaves out the endpoint: it is somebody's address or number.
func readSubscriptions(ctx context.Context, p *place) {
	pending := 0
	list(ctx, p, listSubscriptions, sns.NewListSubscriptionsPaginator(sns.NewFromConfig(p.config()), &sns.ListSubscriptionsInput{}),
		func(page *sns.ListSubscriptionsOutput, r read) {
			for _, s := range page.Subscriptions {
				arn := or(s.SubscriptionArn, "")
				a := attrs{"id": s.SubscriptionArn, "arn": s.SubscriptionArn, "topic_arn": s.TopicArn, "protocol": s.Protocol, "pending_confirmation": false, "region": p.region}
				name := arn
				switch {
				case arn == pendingConfirmation:
					pending++
					name, arn = fmt.Sprintf("%s %d", pendingConfirmation, pending), ""
					a["id"], a["arn"], a["pending_confirmation"] = nil, nil, true
				case !strings.HasPrefix(arn, "arn:"):
					continue // "Deleted": it is about to go
				}
				p.emit(item{typ: "aws_sns_topic_subscription", name: name, arn: arn, read: r, attrs: a})
			}
		})
}
