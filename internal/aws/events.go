package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
)

// A rule that was deleted after it was listed is absent.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
var (
	listRules         = operation{service: "events", name: "ListRules"}
	listTargetsByRule = operation{service: "events", name: "ListTargetsByRule", absent: []string{"ResourceNotFoundException"}}
)

func eventsParts() []part {
	return []part{
		{types: []string{"aws_cloudwatch_event_rule"}, uses: []operation{listRules}, run: readEventRules},
		{types: []string{"aws_cloudwatch_event_target"}, uses: []operation{listRules, listTargetsByRule}, run: readEventTargets},
	}
}

// eventRule is a rule as it is listed.
type eventRule struct {
	types.Rule
	name string
	read read
}

// eventRules lists the rules of the default bus once: it is the one that AWS services
// send their events to. What failed is a gap of the part.
// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
func eventRules(ctx context.Context, p *place) []eventRule {
	client := eventbridge.NewFromConfig(p.config())
	all, err := once(p, "event rules", func() (all []eventRule, err error) {
		err = listPages(ctx, p, listRules, "", &tokens[eventbridge.ListRulesOutput, eventbridge.Options]{
			ask: func(ctx context.Context, token *string, opts ...func(*eventbridge.Options)) (*eventbridge.ListRulesOutput, *string, error) {
				out, err := client.ListRules(ctx, &eventbridge.ListRulesInput{NextToken: token}, opts...)
				if err != nil {
					return nil, nil, err
				}
				return out, out.NextToken, nil
			},
		}, func(page *eventbridge.ListRulesOutput, r read) {
			for _, rule := range page.Rules {
				all = append(all, eventRule{rule, or(rule.Name, ""), r})
			}
		})
		return all, err
	})
	p.lost(listRules, "", err)
	return all
}

func readEventRules(ctx context.Context, p *place) {
	for _, rule := range eventRules(ctx, p) {
		p.emit(item{typ: "aws_cloudwatch_event_rule", name: rule.name, arn: or(rule.Arn, ""), read: rule.read, attrs: attrs{
			"id": rule.Name, "name": rule.Name, "arn": rule.Arn, "event_bus_name": or(rule.EventBusName, "default"), "event_pattern": optional(rule.EventPattern),
			"schedule_expression": optional(rule.ScheduleExpression), "state": rule.State, "is_enabled": rule.State != types.RuleStateDisabled, "region": p.region,
		}})
	}
}

// readEventTargets asks for each rule that waits for events: what a schedule starts
// answers to nothing.
func readEventTargets(ctx context.Context, p *place) {
	client := eventbridge.NewFromConfig(p.config())
	forEach(ctx, eventRules(ctx, p), func(ctx context.Context, rule eventRule) {
		if optional(rule.EventPattern) == nil {
			return
		}
		err := listPages(ctx, p, listTargetsByRule, rule.name, &tokens[eventbridge.ListTargetsByRuleOutput, eventbridge.Options]{
			ask: func(ctx context.Context, token *string, opts ...func(*eventbridge.Options)) (*eventbridge.ListTargetsByRuleOutput, *string, error) {
				out, err := client.ListTargetsByRule(ctx, &eventbridge.ListTargetsByRuleInput{Rule: &rule.name, NextToken: token}, opts...)
				if err != nil {
					return nil, nil, err
				}
				return out, out.NextToken, nil
			},
		}, func(page *eventbridge.ListTargetsByRuleOutput, r read) {
			for _, t := range page.Targets {
				p.emit(item{typ: "aws_cloudwatch_event_target", name: rule.name + "/" + or(t.Id, ""), read: r, attrs: attrs{
					"id": rule.name + "/" + or(t.Id, ""), "rule": rule.name, "event_bus_name": or(rule.EventBusName, "default"), "target_id": t.Id, "arn": t.Arn, "region": p.region,
				}})
			}
		})
		if !isAbsent(err) {
			p.lost(listTargetsByRule, rule.name, err)
		}
	})
}
