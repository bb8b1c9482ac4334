package aws

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
)

// negotiation is the type of the policies of classic load balancers that say which
// versions of TLS and ciphers a listener takes. Its attributes are spelled out also
// where it refers to a predefined policy (Reference-Security-Policy).
// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html
const negotiation = "SSLNegotiationPolicyType"

// readNegotiations reads the negotiation policies that TLS listeners use, each
// once. Others of the load balancer have no effect.
func readNegotiations(ctx context.Context, p *place) {
	all, err := classicLoadBalancers(ctx, p)
	p.lost(describeClassicLoadBalancers, "", err)
	client := p.elb()
	forEach(ctx, all, func(ctx context.Context, lb classicLoadBalancer) {
		secure := slices.DeleteFunc(lb.sorted(), func(d types.ListenerDescription) bool { return !takesTLS(d.Listener) })
		if len(secure) == 0 {
			return
		}
		out, r, err := get(ctx, p, describeClassicLoadBalancerPolicies, lb.name, client.DescribeLoadBalancerPolicies,
			&elasticloadbalancing.DescribeLoadBalancerPoliciesInput{LoadBalancerName: &lb.name})
		if isGone(err) {
			return
		}
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			for _, d := range secure {
				p.emit(lb.unseenNegotiation(d, r, f))
			}
			return
		}
		seen := map[string]bool{}
		for _, d := range secure {
			at := slices.IndexFunc(out.PolicyDescriptions, func(one types.PolicyDescription) bool {
				return or(one.PolicyTypeName, "") == negotiation && slices.Contains(d.PolicyNames, or(one.PolicyName, ""))
			})
			if at < 0 {
				f := &failure{op: describeClassicLoadBalancerPolicies, kind: "unreadable"} // AWS gives every TLS listener one
				p.lostOne(r, f)
				p.emit(lb.unseenNegotiation(d, r, f))
				continue
			}
			if name := or(out.PolicyDescriptions[at].PolicyName, ""); !seen[name] {
				seen[name] = true
				p.emit(lb.negotiation(out.PolicyDescriptions[at], r))
			}
		}
	})
}

func takesTLS(l *types.Listener) bool {
	protocol := strings.ToUpper(or(l.Protocol, ""))
	return protocol == "HTTPS" || protocol == "SSL"
}

func (lb classicLoadBalancer) negotiation(policy types.PolicyDescription, r read) item {
	settings := []attrs{}
	for _, a := range policy.PolicyAttributeDescriptions {
		settings = append(settings, attrs{"name": a.AttributeName, "value": a.AttributeValue})
	}
	id := lb.name + ":" + or(policy.PolicyName, "")
	return item{typ: "aws_load_balancer_policy", name: id, read: r, attrs: attrs{
		"id": id, "load_balancer_name": lb.name, "policy_name": policy.PolicyName, "policy_type_name": policy.PolicyTypeName, "policy_attribute": settings,
	}}
}

// unseenNegotiation is the policy of a listener that has one which was not seen.
func (lb classicLoadBalancer) unseenNegotiation(d types.ListenerDescription, r read, f *failure) item {
	id := fmt.Sprintf("%s:port %d", lb.name, d.Listener.LoadBalancerPort)
	return item{typ: "aws_load_balancer_policy", name: id, read: r, unread: f, attrs: attrs{
		"load_balancer_name": lb.name, "policy_type_name": negotiation,
	}}
}
