package aws

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
var (
	describeClassicLoadBalancers          = operation{service: "elasticloadbalancing", name: "DescribeLoadBalancers"}
	describeClassicLoadBalancerAttributes = operation{service: "elasticloadbalancing", name: "DescribeLoadBalancerAttributes"}
	describeClassicLoadBalancerPolicies   = operation{service: "elasticloadbalancing", name: "DescribeLoadBalancerPolicies"}
	describeClassicLoadBalancerTags       = operation{service: "elasticloadbalancing", name: "DescribeTags"}
)

func elbParts() []part {
	return []part{
		{types: []string{"aws_elb"}, uses: []operation{describeClassicLoadBalancers, describeClassicLoadBalancerAttributes, describeClassicLoadBalancerTags}, run: readClassicLoadBalancers},
		{types: []string{"aws_load_balancer_policy"}, uses: []operation{describeClassicLoadBalancers, describeClassicLoadBalancerPolicies}, run: readNegotiations},
	}
}

func (p *place) elb() *elasticloadbalancing.Client {
	return elasticloadbalancing.NewFromConfig(p.config())
}

type classicLoadBalancer struct {
	types.LoadBalancerDescription
	name string
	read read
}

// classicLoadBalancers lists the classic load balancers once.
func classicLoadBalancers(ctx context.Context, p *place) ([]classicLoadBalancer, error) {
	return once(p, "classic load balancers", func() (all []classicLoadBalancer, err error) {
		pages := elasticloadbalancing.NewDescribeLoadBalancersPaginator(p.elb(), &elasticloadbalancing.DescribeLoadBalancersInput{})
		err = listPages(ctx, p, describeClassicLoadBalancers, "", pages, func(page *elasticloadbalancing.DescribeLoadBalancersOutput, r read) {
			for _, lb := range page.LoadBalancerDescriptions {
				all = append(all, classicLoadBalancer{lb, or(lb.LoadBalancerName, ""), r})
			}
		})
		return all, err
	})
}

func readClassicLoadBalancers(ctx context.Context, p *place) {
	all, err := classicLoadBalancers(ctx, p)
	p.lost(describeClassicLoadBalancers, "", err)
	names := make([]string, len(all))
	for i, lb := range all {
		names[i] = lb.name
	}
	client := p.elb()
	tags := tagsInBatches(ctx, p, names, loadBalancerTagBatch, func(ctx context.Context, batch []string) (map[string]map[string]string, read, error) {
		out, r, err := get(ctx, p, describeClassicLoadBalancerTags, "", client.DescribeTags, &elasticloadbalancing.DescribeTagsInput{LoadBalancerNames: batch})
		if err != nil {
			return nil, r, err
		}
		tags := map[string]map[string]string{}
		for _, d := range out.TagDescriptions {
			tags[or(d.LoadBalancerName, "")] = tagsOf(d.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		return tags, r, nil
	})
	forEach(ctx, all, func(ctx context.Context, lb classicLoadBalancer) {
		arn := p.arn("elasticloadbalancing", "loadbalancer/"+lb.name)
		it := item{typ: "aws_elb", name: lb.name, arn: arn, read: lb.read, attrs: lb.attrs()}
		out, r, err := get(ctx, p, describeClassicLoadBalancerAttributes, lb.name, client.DescribeLoadBalancerAttributes,
			&elasticloadbalancing.DescribeLoadBalancerAttributesInput{LoadBalancerName: &lb.name})
		if isGone(err) {
			return
		}
		it.reads = map[string]read{"tags_all": tags[lb.name].read, "access_logs": r, "cross_zone_load_balancing": r, "desync_mitigation_mode": r}
		it.attrs["arn"], it.attrs["tags_all"] = arn, tags[lb.name].tags
		if f := asFailure(err); f != nil {
			it.attrs["access_logs"], it.attrs["cross_zone_load_balancing"], it.attrs["desync_mitigation_mode"] = f, f, f
			p.lostOne(r, f)
		} else {
			it.attrs["access_logs"] = classicLogs(out.LoadBalancerAttributes)
			it.attrs["cross_zone_load_balancing"], it.attrs["desync_mitigation_mode"] = classicZones(out.LoadBalancerAttributes), classicMode(out.LoadBalancerAttributes)
		}
		p.emit(it)
	})
}

func (lb classicLoadBalancer) attrs() attrs {
	var internal any = (*bool)(nil)
	if lb.Scheme != nil {
		internal = *lb.Scheme == "internal"
	}
	return attrs{
		"name": lb.LoadBalancerName, "id": lb.LoadBalancerName, "dns_name": optional(lb.DNSName), "internal": internal, "listener": lb.listeners(),
		"security_groups": texts(lb.SecurityGroups), "subnets": texts(lb.Subnets),
	}
}

// listeners are unknown where the answer leaves something of them out.
func (lb classicLoadBalancer) listeners() any {
	all := lb.sorted()
	if lb.ListenerDescriptions == nil || len(all) < len(lb.ListenerDescriptions) {
		return missing()
	}
	out := []attrs{}
	for _, d := range all {
		out = append(out, attrs{
			"lb_protocol": lower(d.Listener.Protocol), "lb_port": d.Listener.LoadBalancerPort, "instance_protocol": lower(d.Listener.InstanceProtocol),
			"instance_port": d.Listener.InstancePort, "ssl_certificate_id": optional(d.Listener.SSLCertificateId),
		})
	}
	return out
}

// sorted are the listeners by port: the answer has no order.
func (lb classicLoadBalancer) sorted() []types.ListenerDescription {
	out := slices.DeleteFunc(slices.Clone(lb.ListenerDescriptions), func(d types.ListenerDescription) bool { return d.Listener == nil })
	slices.SortFunc(out, func(a, b types.ListenerDescription) int {
		return cmp.Compare(a.Listener.LoadBalancerPort, b.Listener.LoadBalancerPort)
	})
	return out
}

// lower writes a protocol as the provider does.
func lower(text *string) any {
	if text == nil {
		return missing()
	}
	return strings.ToLower(*text)
}

func classicLogs(set *types.LoadBalancerAttributes) any {
	switch {
	case set == nil || set.AccessLog == nil:
		return missing()
	case !set.AccessLog.Enabled && or(set.AccessLog.S3BucketName, "") == "":
		return []attrs{}
	}
	l := set.AccessLog
	return []attrs{{
		"enabled": l.Enabled, "bucket": optional(or(l.S3BucketName, "")), "bucket_prefix": optional(or(l.S3BucketPrefix, "")), "interval": optional(l.EmitInterval),
	}}
}

func classicZones(set *types.LoadBalancerAttributes) any {
	if set == nil || set.CrossZoneLoadBalancing == nil {
		return missing()
	}
	return set.CrossZoneLoadBalancing.Enabled
}

// classicMode is how ambiguous requests are handled.
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html
func classicMode(set *types.LoadBalancerAttributes) any {
	if set != nil {
		for _, a := range set.AdditionalAttributes {
			if or(a.Key, "") == "elb.http.desyncmitigationmode" {
				return a.Value
			}
		}
	}
	return missing()
}
