package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/wafv2"
	"github.com/aws/aws-sdk-go-v2/service/wafv2/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html
var (
	listWebACLs      = operation{service: "wafv2", name: "ListWebACLs"}
	getWebACL        = operation{service: "wafv2", name: "GetWebACL", absent: []string{"WAFNonexistentItemException"}}
	listACLResources = operation{service: "wafv2", name: "ListResourcesForWebACL", absent: []string{"WAFNonexistentItemException"}}
	listACLLogs      = operation{service: "wafv2", name: "ListLoggingConfigurations"}
)

const (
	webACLType            = "aws_wafv2_web_acl"
	webACLAssociationType = "aws_wafv2_web_acl_association"
	webACLLogsType        = "aws_wafv2_web_acl_logging_configuration"
)

// guardedKinds are the kinds of resources whose associations are read.
var guardedKinds = []types.ResourceType{types.ResourceTypeApplicationLoadBalancer, types.ResourceTypeApiGateway}

// wafv2Parts read the web ACLs of a Region, and those of CloudFront, which are in one.
func wafv2Parts() []part {
	return []part{
		{
			types: []string{webACLType, webACLAssociationType}, uses: []operation{listWebACLs, getWebACL, listACLResources},
			run: func(ctx context.Context, p *place) { readWebACLs(ctx, p, types.ScopeRegional) },
		},
		{
			types: []string{webACLType}, uses: []operation{listWebACLs, getWebACL}, global: true,
			run: func(ctx context.Context, p *place) { readWebACLs(ctx, p.in(edgeRegion), types.ScopeCloudfront) },
		},
		{
			types: []string{webACLLogsType}, uses: []operation{listACLLogs},
			run: func(ctx context.Context, p *place) { readWebACLLogs(ctx, p, types.ScopeRegional) },
		},
		{
			types: []string{webACLLogsType}, uses: []operation{listACLLogs}, global: true,
			run: func(ctx context.Context, p *place) { readWebACLLogs(ctx, p.in(edgeRegion), types.ScopeCloudfront) },
		},
	}
}

func (p *place) wafv2() *wafv2.Client { return wafv2.NewFromConfig(p.config()) }

func readWebACLs(ctx context.Context, p *place, scope types.Scope) {
	client := p.wafv2()
	var all []found[types.WebACLSummary]
	list(ctx, p, listWebACLs, &marked[wafv2.ListWebACLsOutput, wafv2.Options]{ask: func(ctx context.Context, at *string, opts ...func(*wafv2.Options)) (*wafv2.ListWebACLsOutput, *string, error) {
		out, err := client.ListWebACLs(ctx, &wafv2.ListWebACLsInput{Scope: scope, Limit: sdk.Int32(100), NextMarker: at}, opts...)
		if err != nil {
			return nil, nil, err
		}
		return out, out.NextMarker, nil
	}}, func(page *wafv2.ListWebACLsOutput, r read) {
		for _, acl := range page.WebACLs {
			all = append(all, found[types.WebACLSummary]{acl, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, acl found[types.WebACLSummary]) {
		if p.wants(webACLType) {
			readWebACL(ctx, p, scope, acl)
		}
		if scope == types.ScopeRegional && p.wants(webACLAssociationType) {
			readGuarded(ctx, p, acl.one)
		}
	})
}

// readWebACL enters an ACL. The rule groups that Firewall Manager puts before and after its
// rules count among them.
func readWebACL(ctx context.Context, p *place, scope types.Scope, acl found[types.WebACLSummary]) {
	id := or(acl.one.Id, "")
	out, r, err := get(ctx, p, getWebACL, id, p.wafv2().GetWebACL, &wafv2.GetWebACLInput{Id: acl.one.Id, Name: acl.one.Name, Scope: scope})
	if isAbsent(err) {
		return
	}
	rules := missing()
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		rules = f
	} else if out.WebACL != nil {
		rules = webACLRules(out.WebACL)
	}
	p.emit(item{typ: webACLType, name: id, arn: or(acl.one.ARN, ""), read: acl.read, reads: map[string]read{"rule": r}, attrs: attrs{
		"id": acl.one.Id, "arn": acl.one.ARN, "name": acl.one.Name, "scope": scope, "rule": rules, "rule_json": nil, "region": p.region,
	}})
}

func webACLRules(acl *types.WebACL) []attrs {
	out := []attrs{}
	for _, rule := range acl.Rules {
		out = append(out, attrs{"name": rule.Name, "priority": rule.Priority})
	}
	for _, groups := range [][]types.FirewallManagerRuleGroup{acl.PreProcessFirewallManagerRuleGroups, acl.PostProcessFirewallManagerRuleGroups} {
		for _, g := range groups {
			out = append(out, attrs{"name": g.Name, "priority": g.Priority})
		}
	}
	return out
}

// readGuarded asks what an ACL stands before, one kind of resource a call.
// Source: https://docs.aws.amazon.com/waf/latest/APIReference/API_ListResourcesForWebACL.html
func readGuarded(ctx context.Context, p *place, acl types.WebACLSummary) {
	for _, kind := range guardedKinds {
		out, r, err := get(ctx, p, listACLResources, or(acl.Id, ""), p.wafv2().ListResourcesForWebACL, &wafv2.ListResourcesForWebACLInput{WebACLArn: acl.ARN, ResourceType: kind})
		if f := asFailure(err); f != nil {
			p.run.lose(p, named(listACLResources, r.call.Target), f, []string{webACLAssociationType})
		}
		if err != nil {
			continue
		}
		for _, arn := range out.ResourceArns {
			id := or(acl.ARN, "") + "," + arn
			p.emit(item{typ: webACLAssociationType, name: id, read: r, attrs: attrs{"id": id, "web_acl_arn": acl.ARN, "resource_arn": arn, "region": p.region}})
		}
	}
}

func readWebACLLogs(ctx context.Context, p *place, scope types.Scope) {
	client := p.wafv2()
	list(ctx, p, listACLLogs, &marked[wafv2.ListLoggingConfigurationsOutput, wafv2.Options]{ask: func(ctx context.Context, at *string, opts ...func(*wafv2.Options)) (*wafv2.ListLoggingConfigurationsOutput, *string, error) {
		out, err := client.ListLoggingConfigurations(ctx, &wafv2.ListLoggingConfigurationsInput{Scope: scope, Limit: sdk.Int32(100), NextMarker: at}, opts...)
		if err != nil {
			return nil, nil, err
		}
		return out, out.NextMarker, nil
	}}, func(page *wafv2.ListLoggingConfigurationsOutput, r read) {
		for _, c := range page.LoggingConfigurations {
			p.emit(item{typ: webACLLogsType, name: or(c.ResourceArn, ""), read: r, attrs: attrs{
				"id": c.ResourceArn, "resource_arn": c.ResourceArn, "log_destination_configs": texts(c.LogDestinationConfigs), "region": p.region,
			}})
		}
	})
}
