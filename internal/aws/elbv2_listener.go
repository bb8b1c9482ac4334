package aws

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
)

// listener is one listener and the kind of load balancer that it belongs to.
type listener struct {
	types.Listener
	arn  string
	kind types.LoadBalancerTypeEnum
	read read
}

// readListeners asks each load balancer for its listeners: there is no listing of
// all of them.
func readListeners(ctx context.Context, p *place) {
	balancers, err := loadBalancers(ctx, p)
	p.lost(describeLoadBalancers, "", err)
	client := p.elbv2()
	var mu sync.Mutex
	var all []listener
	forEach(ctx, balancers, func(ctx context.Context, lb loadBalancer) {
		name := or(lb.LoadBalancerName, lb.arn)
		pages := elasticloadbalancingv2.NewDescribeListenersPaginator(client, &elasticloadbalancingv2.DescribeListenersInput{LoadBalancerArn: lb.LoadBalancerArn})
		err := listPages(ctx, p, describeListeners, name, pages, func(page *elasticloadbalancingv2.DescribeListenersOutput, r read) {
			mu.Lock()
			defer mu.Unlock()
			for _, l := range page.Listeners {
				all = append(all, listener{l, or(l.ListenerArn, ""), lb.Type, r})
			}
		})
		if !isGone(err) {
			p.lost(describeListeners, name, err)
		}
	})
	slices.SortFunc(all, func(a, b listener) int { return cmp.Compare(a.arn, b.arn) })
	arns := make([]string, len(all))
	for i, l := range all {
		arns[i] = l.arn
	}
	tags := loadBalancerTags(ctx, p, arns)
	for _, l := range all {
		it := item{typ: "aws_lb_listener", name: l.arn, arn: l.arn, read: l.read, attrs: l.attrs(), reads: map[string]read{"tags_all": tags[l.arn].read}}
		it.attrs["tags_all"] = tags[l.arn].tags
		p.emitWanted(it)
	}
	if p.wants(listenerRule) {
		forEach(ctx, all, func(ctx context.Context, l listener) { readListenerRules(ctx, p, l) })
	}
}

const listenerRule = "aws_lb_listener_rule"

// readListenerRules reads what a listener does with some of its requests. Only those of
// application load balancers have rules; the default action is listed as one.
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeRules.html
func readListenerRules(ctx context.Context, p *place, l listener) {
	if l.kind != types.LoadBalancerTypeEnumApplication {
		return
	}
	pages := elasticloadbalancingv2.NewDescribeRulesPaginator(p.elbv2(), &elasticloadbalancingv2.DescribeRulesInput{ListenerArn: l.ListenerArn})
	err := listPages(ctx, p, describeRules, l.arn, pages, func(page *elasticloadbalancingv2.DescribeRulesOutput, r read) {
		for _, rule := range page.Rules {
			if or(rule.IsDefault, false) {
				continue
			}
			var actions any = actionsOf(rule.Actions)
			if len(rule.Actions) == 0 {
				actions = missing() // there is always one
			}
			p.emit(item{typ: listenerRule, name: or(rule.RuleArn, ""), arn: or(rule.RuleArn, ""), read: r, attrs: attrs{
				"arn": rule.RuleArn, "id": rule.RuleArn, "listener_arn": l.ListenerArn, "action": actions,
			}})
		}
	})
	if f := asFailure(err); f != nil && !isGone(f) {
		p.run.lose(p, named(describeRules, l.arn), f, []string{listenerRule})
	}
}

// attrs says null for what a listener of its protocol does not have.
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html
func (l listener) attrs() attrs {
	out := attrs{
		"arn": l.ListenerArn, "id": l.ListenerArn, "load_balancer_arn": l.LoadBalancerArn, "protocol": l.Protocol, "port": l.Port,
		"ssl_policy": nil, "certificate_arn": nil, "alpn_policy": nil, "default_action": l.actions(),
	}
	if l.kind == types.LoadBalancerTypeEnumGateway {
		out["protocol"], out["port"] = optional(l.Protocol), optional(l.Port)
	}
	switch {
	case l.Protocol == types.ProtocolEnumHttps || l.Protocol == types.ProtocolEnumTls:
		out["ssl_policy"], out["certificate_arn"] = l.SslPolicy, l.certificate()
	case l.Protocol == types.ProtocolEnumQuic:
		out["ssl_policy"], out["certificate_arn"] = optional(l.SslPolicy), optional(l.certificate())
	case l.Protocol == "" && l.kind != types.LoadBalancerTypeEnumGateway: // it may be TLS
		out["ssl_policy"], out["certificate_arn"] = l.SslPolicy, l.certificate()
	}
	if len(l.AlpnPolicy) > 0 {
		out["alpn_policy"] = l.AlpnPolicy[0]
	}
	return out
}

// certificate is the default one, which the answer always has.
func (l listener) certificate() *string {
	if len(l.Certificates) == 0 {
		return nil
	}
	return l.Certificates[0].CertificateArn
}

// actions are what happens to requests that no rule of the listener takes. There
// is always one.
func (l listener) actions() any {
	if len(l.DefaultActions) == 0 {
		return missing()
	}
	return actionsOf(l.DefaultActions)
}

// actionsOf are actions in their order, without what those who authenticate are set to.
func actionsOf(all []types.Action) []attrs {
	out := []attrs{}
	for _, a := range slices.SortedStableFunc(slices.Values(all), func(a, b types.Action) int { return cmp.Compare(or(a.Order, 0), or(b.Order, 0)) }) {
		redirect := []attrs{}
		if r := a.RedirectConfig; r != nil {
			// What is left out stays as the request has it.
			// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
			redirect = append(redirect, attrs{
				"protocol": or(r.Protocol, "#{protocol}"), "host": or(r.Host, "#{host}"), "port": or(r.Port, "#{port}"),
				"path": or(r.Path, "/#{path}"), "query": or(r.Query, "#{query}"), "status_code": r.StatusCode,
			})
		}
		out = append(out, attrs{"type": a.Type, "order": optional(a.Order), "target_group_arn": optional(a.TargetGroupArn), "redirect": redirect})
	}
	return out
}
