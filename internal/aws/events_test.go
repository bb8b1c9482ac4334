package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var eventTypes = []string{"aws_cloudwatch_event_rule", "aws_cloudwatch_event_target", "aws_sns_topic_subscription"}

func TestEvents(t *testing.T) {
	s := &fake{answers: answers{
		"ListRules": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Rules":[{"Name":"findings","Arn":"arn:aws:events:eu-west-1:123456789012:rule/findings","EventPattern":"{\"source\":[\"aws.guardduty\"]}","State":"ENABLED","EventBusName":"default"}]}`
			}
			return `{"Rules":[{"Name":"nightly","ScheduleExpression":"rate(1 day)","State":"DISABLED","EventBusName":"default"},{"Name":"gone","EventPattern":"{}","State":"ENABLED"}]}`
		},
		"ListTargetsByRule": func(in ask) string {
			switch in.Get("Rule") + in.Get("NextToken") {
			case "findings":
				return `{"NextToken":"2","Targets":[{"Id":"one","Arn":"arn:aws:sns:eu-west-1:123456789012:security"}]}`
			case "findings2":
				return `{"Targets":[{"Id":"two","Arn":"arn:aws:lambda:eu-west-1:123456789012:function:page"}]}`
			}
			return "error ResourceNotFoundException"
		},
	}}
	s.audit(t, eventTypes[:2]).check(t, map[string]map[string]any{
		"aws_cloudwatch_event_rule findings":       {"name": "findings", "event_bus_name": "default", "event_pattern": `{"source":["aws.guardduty"]}`, "state": "ENABLED", "is_enabled": true},
		"aws_cloudwatch_event_rule nightly":        {"event_pattern": nil, "schedule_expression": "rate(1 day)", "state": "DISABLED", "is_enabled": false},
		"aws_cloudwatch_event_rule gone":           {"state": "ENABLED"},
		"aws_cloudwatch_event_target findings/one": {"rule": "findings", "target_id": "one", "arn": "arn:aws:sns:eu-west-1:123456789012:security"},
		"aws_cloudwatch_event_target findings/two": {"rule": "findings", "target_id": "two"},
	})
}

func TestSubscriptions(t *testing.T) {
	s := &fake{answers: answers{"ListSubscriptions": func(in ask) string {
		one := func(arn string) string {
			return "<member><SubscriptionArn>" + arn + "</SubscriptionArn><TopicArn>arn:aws:sns:eu-west-1:123456789012:security</TopicArn><Protocol>email</Protocol><Endpoint>somebody@example.com</Endpoint></member>"
		}
		if in.Get("NextToken") == "" {
			return "<NextToken>2</NextToken><Subscriptions>" + one("arn:aws:sns:eu-west-1:123456789012:security:1") + one("PendingConfirmation") + "</Subscriptions>"
		}
		return "<Subscriptions>" + one("PendingConfirmation") + one("Deleted") + "</Subscriptions>"
	}}}
	root := "aws_sns_topic_subscription "
	topic := "arn:aws:sns:eu-west-1:123456789012:security"
	s.audit(t, eventTypes[2:]).check(t, map[string]map[string]any{
		root + topic + ":1":            {"arn": topic + ":1", "topic_arn": topic, "protocol": "email", "pending_confirmation": false},
		root + "PendingConfirmation 1": {"arn": nil, "topic_arn": topic, "pending_confirmation": true},
		root + "PendingConfirmation 2": {"pending_confirmation": true},
	})
}

func TestEventsDenied(t *testing.T) {
	want := []string{
		"eu-west-1 events:ListRules: aws_cloudwatch_event_rule aws_cloudwatch_event_target",
		"eu-west-1 sns:ListSubscriptions: aws_sns_topic_subscription",
		"eu-west-1 sns:ListTopics: aws_sns_topic_subscription",
	}
	if diff := cmp.Diff(want, (&fake{}).audit(t, eventTypes).gaps()); diff != "" {
		t.Error(diff)
	}
	s := &fake{answers: answers{"ListRules": `{"Rules":[{"Name":"findings","EventPattern":"{}","State":"ENABLED"}]}`}}
	want = []string{"eu-west-1 events:ListTargetsByRule of findings: aws_cloudwatch_event_target"}
	if diff := cmp.Diff(want, s.audit(t, eventTypes[:2]).gaps()); diff != "" {
		t.Error(diff)
	}
}
