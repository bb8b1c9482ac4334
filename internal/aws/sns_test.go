package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTopics(t *testing.T) {
	root := "arn:aws:sns:eu-west-1:123456789012:"
	policy := `{"Version":"2008-10-17","Statement":[]}`
	s := &fake{answers: answers{
		"ListTopics": func(in ask) string {
			if in.Get("NextToken") == "" {
				return "<NextToken>2</NextToken><Topics><member><TopicArn>" + root + "results</TopicArn></member></Topics>"
			}
			return "<Topics><member><TopicArn>" + root + "plain</TopicArn></member><member><TopicArn>" + root + "gone</TopicArn></member><member><TopicArn>" + root + "closed</TopicArn></member></Topics>"
		},
		"GetTopicAttributes": func(in ask) string {
			switch in.Get("TopicArn") {
			case root + "results":
				return "<Attributes><entry><key>KmsMasterKeyId</key><value>alias/records</value></entry><entry><key>Policy</key><value>" + policy + "</value></entry><entry><key>Owner</key><value>123456789012</value></entry></Attributes>"
			case root + "plain":
				return "<Attributes></Attributes>"
			case root + "gone":
				return "error NotFound"
			}
			return "error AuthorizationError"
		},
		"ListTagsForResource": "<Tags><member><Key>DataClass</Key><Value>PHI</Value></member></Tags>",
		"ListSubscriptionsByTopic": func(in ask) string {
			if in.Get("TopicArn") == root+"closed" {
				return "error AuthorizationError"
			}
			member := func(owner, protocol, arn string) string {
				return "<member><Owner>" + owner + "</Owner><Protocol>" + protocol + "</Protocol><SubscriptionArn>" + arn + "</SubscriptionArn></member>"
			}
			if in.Get("TopicArn") != root+"results" {
				return "<Subscriptions/>"
			}
			return "<Subscriptions>" + member("123456789012", "https", root+"results:1") + member("444455556666", "http", root+"results:2") + member("444455556666", "email", "PendingConfirmation") + "</Subscriptions>"
		},
		"ListSubscriptions": "<Subscriptions/>",
	}}
	set := s.audit(t, []string{"aws_sns_topic", "aws_sns_topic_subscription"})
	topic, phi := "aws_sns_topic ", map[string]any{"DataClass": "PHI"}
	set.check(t, map[string]map[string]any{
		topic + "results": {"arn": root + "results", "kms_master_key_id": "alias/records", "policy": policy, "tags_all": phi},
		topic + "plain":   {"kms_master_key_id": nil, "policy": "unknown: sns:GetTopicAttributes: the answer does not hold what aws_sns_topic.policy is made from"},
		topic + "closed":  {"tags_all": phi, "unread": "sns:GetTopicAttributes"},
		"aws_sns_topic_subscription " + root + "results:2": {"topic_arn": root + "results", "protocol": "http", "owner_id": "444455556666"},
	})
	want := []string{"eu-west-1 sns:GetTopicAttributes of closed: settled", "eu-west-1 sns:ListSubscriptionsByTopic of " + root + "closed: aws_sns_topic_subscription"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestQueues(t *testing.T) {
	root := "https://sqs.eu-west-1.amazonaws.com/123456789012/"
	s := &fake{answers: answers{
		"ListQueues": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","QueueUrls":["` + root + `results","` + root + `jobs"]}`
			}
			return `{"QueueUrls":["` + root + `odd","` + root + `gone","` + root + `closed"]}`
		},
		"GetQueueAttributes": func(in ask) string {
			return map[string]string{
				root + "results": `{"Attributes":{"KmsMasterKeyId":"alias/records","Policy":"{}"}}`,
				root + "jobs":    `{"Attributes":{"SqsManagedSseEnabled":"true"}}`,
				root + "odd":     `{"Attributes":{}}`,
				root + "gone":    "error QueueDoesNotExist",
				root + "closed":  "error AccessDeniedException",
			}[in.Get("QueueUrl")]
		},
		"ListQueueTags": `{"Tags":{"DataClass":"PHI"}}`,
	}}
	queue := "aws_sqs_queue "
	s.audit(t, []string{"aws_sqs_queue"}).check(t, map[string]map[string]any{
		queue + "results": {"id": root + "results", "kms_master_key_id": "alias/records", "sqs_managed_sse_enabled": false, "policy": "{}", "tags_all": map[string]any{"DataClass": "PHI"}},
		queue + "jobs":    {"kms_master_key_id": nil, "sqs_managed_sse_enabled": true, "policy": nil},
		queue + "odd":     {"sqs_managed_sse_enabled": "unknown: sqs:GetQueueAttributes: the answer does not hold what aws_sqs_queue.sqs_managed_sse_enabled is made from"},
		queue + "closed":  {"unread": "sqs:GetQueueAttributes"},
	})
}
