package aws

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
var (
	describeLoadBalancers          = operation{service: "elasticloadbalancing", name: "DescribeLoadBalancers"}
	describeLoadBalancerAttributes = operation{service: "elasticloadbalancing", name: "DescribeLoadBalancerAttributes"}
	describeListeners              = operation{service: "elasticloadbalancing", name: "DescribeListeners"}
	describeRules                  = operation{service: "elasticloadbalancing", name: "DescribeRules"}
	describeTargetGroups           = operation{service: "elasticloadbalancing", name: "DescribeTargetGroups"}
	describeLoadBalancerTags       = operation{service: "elasticloadbalancing", name: "DescribeTags"}
)

// loadBalancerTagBatch is how many resources one DescribeTags call may name.
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html
const loadBalancerTagBatch = 20

func elbv2Parts() []part {
	return []part{
		{types: []string{"aws_lb"}, uses: []operation{describeLoadBalancers, describeLoadBalancerAttributes, describeLoadBalancerTags}, run: readLoadBalancers},
		{types: []string{"aws_lb_listener", listenerRule}, uses: []operation{describeLoadBalancers, describeListeners, describeRules, describeLoadBalancerTags}, run: readListeners},
		{types: []string{"aws_lb_target_group"}, uses: []operation{describeTargetGroups, describeLoadBalancerTags}, run: readTargetGroups},
	}
}

func (p *place) elbv2() *elasticloadbalancingv2.Client {
	return elasticloadbalancingv2.NewFromConfig(p.config())
}

type loadBalancer struct {
	types.LoadBalancer
	arn  string
	read read
}

// loadBalancers lists the application, network and gateway load balancers once.
func loadBalancers(ctx context.Context, p *place) ([]loadBalancer, error) {
	return once(p, "load balancers", func() (all []loadBalancer, err error) {
		pages := elasticloadbalancingv2.NewDescribeLoadBalancersPaginator(p.elbv2(), &elasticloadbalancingv2.DescribeLoadBalancersInput{})
		err = listPages(ctx, p, describeLoadBalancers, "", pages, func(page *elasticloadbalancingv2.DescribeLoadBalancersOutput, r read) {
			for _, lb := range page.LoadBalancers {
				all = append(all, loadBalancer{lb, or(lb.LoadBalancerArn, ""), r})
			}
		})
		return all, err
	})
}

// loadBalancerTags asks for the tags of load balancers, listeners or target groups.
func loadBalancerTags(ctx context.Context, p *place, arns []string) map[string]tagged {
	client := p.elbv2()
	return tagsInBatches(ctx, p, arns, loadBalancerTagBatch, func(ctx context.Context, batch []string) (map[string]map[string]string, read, error) {
		out, r, err := get(ctx, p, describeLoadBalancerTags, "", client.DescribeTags, &elasticloadbalancingv2.DescribeTagsInput{ResourceArns: batch})
		if err != nil {
			return nil, r, err
		}
		tags := map[string]map[string]string{}
		for _, d := range out.TagDescriptions {
			tags[or(d.ResourceArn, "")] = tagsOf(d.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		return tags, r, nil
	})
}

func readLoadBalancers(ctx context.Context, p *place) {
	all, err := loadBalancers(ctx, p)
	p.lost(describeLoadBalancers, "", err)
	arns := make([]string, len(all))
	for i, lb := range all {
		arns[i] = lb.arn
	}
	tags := loadBalancerTags(ctx, p, arns)
	client := p.elbv2()
	forEach(ctx, all, func(ctx context.Context, lb loadBalancer) {
		it := item{typ: "aws_lb", name: or(lb.LoadBalancerName, lb.arn), arn: lb.arn, read: lb.read, attrs: lb.attrs()}
		it.attrs["tags_all"], it.reads = tags[lb.arn].tags, map[string]read{"tags_all": tags[lb.arn].read}
		out, r, err := get(ctx, p, describeLoadBalancerAttributes, it.name, client.DescribeLoadBalancerAttributes,
			&elasticloadbalancingv2.DescribeLoadBalancerAttributesInput{LoadBalancerArn: lb.LoadBalancerArn})
		if isGone(err) {
			return
		}
		if f := asFailure(err); f != nil {
			it.unread = f
			p.lostOne(r, f)
		} else {
			settings := lb.settings(out.Attributes)
			maps.Copy(it.attrs, settings)
			for name := range settings {
				it.reads[name] = r
			}
		}
		p.emit(it)
	})
}

func (lb loadBalancer) attrs() attrs {
	var subnets []string
	for _, zone := range lb.AvailabilityZones {
		if zone.SubnetId != nil {
			subnets = append(subnets, *zone.SubnetId)
		}
	}
	// Gateway load balancers have no scheme: they are not reached from outside.
	var internal any = lb.Type == types.LoadBalancerTypeEnumGateway || lb.Scheme == types.LoadBalancerSchemeEnumInternal
	if lb.Scheme == "" && lb.Type != types.LoadBalancerTypeEnumGateway {
		internal = (*bool)(nil)
	}
	// What stands behind this word is what metrics call a load balancer.
	_, suffix, _ := strings.Cut(lb.arn, ":loadbalancer/")
	return attrs{
		"arn": lb.LoadBalancerArn, "arn_suffix": suffix, "id": lb.LoadBalancerArn, "name": lb.LoadBalancerName, "dns_name": optional(lb.DNSName),
		"internal": internal, "load_balancer_type": lb.Type, "security_groups": texts(lb.SecurityGroups), "subnets": texts(subnets), "vpc_id": optional(lb.VpcId),
	}
}

// settings are what load balancers call attributes: a list of names and values. Each
// kind of load balancer has its own.
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
func (lb loadBalancer) settings(list []types.LoadBalancerAttribute) attrs {
	set := map[string]*string{}
	for _, a := range list {
		set[or(a.Key, "")] = a.Value
	}
	out := attrs{
		"enable_deletion_protection": flag(set["deletion_protection.enabled"]), "access_logs": []attrs{}, "connection_logs": []attrs{},
		"drop_invalid_header_fields": nil, "desync_mitigation_mode": nil, "enable_cross_zone_load_balancing": nil,
	}
	if lb.Type != types.LoadBalancerTypeEnumApplication { // these always do
		out["enable_cross_zone_load_balancing"] = flag(set["load_balancing.cross_zone.enabled"])
	}
	if lb.Type != types.LoadBalancerTypeEnumGateway {
		out["access_logs"] = logsTo(set, "access_logs")
	}
	if lb.Type == types.LoadBalancerTypeEnumApplication {
		out["connection_logs"] = logsTo(set, "connection_logs")
		out["drop_invalid_header_fields"] = flag(set["routing.http.drop_invalid_header_fields.enabled"])
		out["desync_mitigation_mode"] = set["routing.http.desync_mitigation_mode"]
	}
	return out
}

// logsTo is a block of the bucket that a kind of log is sent to, none where it is
// off and no bucket is named.
func logsTo(set map[string]*string, kind string) any {
	enabled := set[kind+".s3.enabled"]
	bucket := or(set[kind+".s3.bucket"], "")
	if enabled == nil {
		return missing()
	}
	if *enabled != "true" && bucket == "" {
		return []attrs{}
	}
	return []attrs{{"enabled": *enabled == "true", "bucket": optional(bucket), "prefix": optional(or(set[kind+".s3.prefix"], ""))}}
}

// flag is a boolean that is written as a text.
func flag(text *string) any {
	if text == nil {
		return missing()
	}
	return *text == "true"
}

func readTargetGroups(ctx context.Context, p *place) {
	type group struct {
		types.TargetGroup
		read read
	}
	var all []group
	var arns []string
	pages := elasticloadbalancingv2.NewDescribeTargetGroupsPaginator(p.elbv2(), &elasticloadbalancingv2.DescribeTargetGroupsInput{})
	list(ctx, p, describeTargetGroups, pages, func(page *elasticloadbalancingv2.DescribeTargetGroupsOutput, r read) {
		for _, g := range page.TargetGroups {
			all, arns = append(all, group{g, r}), append(arns, or(g.TargetGroupArn, ""))
		}
	})
	tags := loadBalancerTags(ctx, p, slices.Clone(arns))
	for i, g := range all {
		// Lambda functions are invoked: their groups have no protocol, port and network.
		var protocol any = g.Protocol
		if g.TargetType == types.TargetTypeEnumLambda {
			protocol = optional(g.Protocol)
		}
		p.emit(item{
			typ: "aws_lb_target_group", name: or(g.TargetGroupName, arns[i]), arn: arns[i], read: g.read, reads: map[string]read{"tags_all": tags[arns[i]].read},
			attrs: attrs{
				"arn": g.TargetGroupArn, "id": g.TargetGroupArn, "name": g.TargetGroupName, "protocol": protocol, "protocol_version": optional(g.ProtocolVersion),
				"port": optional(g.Port), "target_type": g.TargetType, "vpc_id": optional(g.VpcId), "load_balancer_arns": texts(g.LoadBalancerArns),
				"tags_all": tags[arns[i]].tags,
			},
		})
	}
}
