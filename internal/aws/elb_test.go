package aws_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
	"github.com/google/go-cmp/cmp"
)

var classicTypes = []string{"aws_elb", "aws_load_balancer_policy"}

func TestClassicLoadBalancers(t *testing.T) {
	url := startMoto(t)
	environment(t)
	client := elasticloadbalancing.NewFromConfig(seeder(url, ownAccount, "eu-west-1"))
	str := func(s string) *string { return &s }
	port := int32(8080)
	tls := func(at int32) types.Listener {
		return types.Listener{Protocol: str("HTTPS"), LoadBalancerPort: at, InstancePort: &port, InstanceProtocol: str("HTTP"), SSLCertificateId: str("arn:aws:iam::123456789012:server-certificate/portal")}
	}
	if _, err := client.CreateLoadBalancer(t.Context(), &elasticloadbalancing.CreateLoadBalancerInput{
		LoadBalancerName: str("portal"), AvailabilityZones: []string{"eu-west-1a"}, Tags: []types.Tag{{Key: str("DataClass"), Value: str("PHI")}},
		Listeners: []types.Listener{tls(8443), tls(443), {Protocol: str("HTTP"), LoadBalancerPort: 80, InstancePort: &port, InstanceProtocol: str("HTTP")}},
	}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"weak", "unused"} {
		if _, err := client.CreateLoadBalancerPolicy(t.Context(), &elasticloadbalancing.CreateLoadBalancerPolicyInput{
			LoadBalancerName: str("portal"), PolicyName: &name, PolicyTypeName: str("SSLNegotiationPolicyType"),
			PolicyAttributes: []types.PolicyAttribute{{AttributeName: str("Protocol-TLSv1"), AttributeValue: str("true")}},
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, at := range []int32{443, 8443} {
		if _, err := client.SetLoadBalancerPoliciesOfListener(t.Context(), &elasticloadbalancing.SetLoadBalancerPoliciesOfListenerInput{LoadBalancerName: str("portal"), LoadBalancerPort: at, PolicyNames: []string{"weak"}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := client.ModifyLoadBalancerAttributes(t.Context(), &elasticloadbalancing.ModifyLoadBalancerAttributesInput{LoadBalancerName: str("portal"), LoadBalancerAttributes: &types.LoadBalancerAttributes{
		AccessLog:              &types.AccessLog{Enabled: true, S3BucketName: str("logs")},
		CrossZoneLoadBalancing: &types.CrossZoneLoadBalancing{Enabled: true},
		AdditionalAttributes:   []types.AdditionalAttribute{{Key: str("elb.http.desyncmitigationmode"), Value: str("strictest")}},
	}}); err != nil {
		t.Fatal(err)
	}
	s := auditMoto(t, url, classicTypes)
	// The emulator takes the protocol for that of the instances, too.
	listener := func(port, protocol, certificate string) string {
		return `{"instance_port":8080,"instance_protocol":"` + protocol + `","lb_port":` + port + `,"lb_protocol":"` + protocol + `","ssl_certificate_id":` + certificate + `}`
	}
	const certificate = `"arn:aws:iam::123456789012:server-certificate/portal"`
	r := s.one(t, "aws_elb", "portal")
	checkValues(t, r, map[string]string{
		"listener":    "[" + listener("80", "http", "null") + "," + listener("443", "https", certificate) + "," + listener("8443", "https", certificate) + "]",
		"access_logs": `[{"bucket":"logs","bucket_prefix":null,"enabled":true,"interval":null}]`, "tags_all": `{"DataClass":"PHI"}`,
		"arn": `"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/portal"`, "cross_zone_load_balancing": "true", "desync_mitigation_mode": `"strictest"`,
	})
	checkValues(t, s.one(t, "aws_load_balancer_policy", ""), map[string]string{
		"id": `"portal:weak"`, "policy_type_name": `"SSLNegotiationPolicyType"`, "policy_attribute": `[{"name":"Protocol-TLSv1","value":"true"}]`,
	})
}

const classicAnswer = `<LoadBalancerDescriptions><member><LoadBalancerName>portal</LoadBalancerName>
	<ListenerDescriptions><member><Listener><Protocol>SSL</Protocol><LoadBalancerPort>443</LoadBalancerPort><InstancePort>80</InstancePort></Listener>
	<PolicyNames><member>sticky</member></PolicyNames></member></ListenerDescriptions></member></LoadBalancerDescriptions>`

func TestClassicLoadBalancersDenied(t *testing.T) {
	s := (&fake{answers: answers{"DescribeLoadBalancers": classicAnswer}}).audit(t, classicTypes)
	checkValues(t, s.one(t, "aws_elb", "portal"), map[string]string{
		"access_logs": "unknown: elasticloadbalancing:DescribeLoadBalancerAttributes: access was denied", "cross_zone_load_balancing": "unknown: elasticloadbalancing:DescribeLoadBalancerAttributes: access was denied",
		"tags_all": "unknown: elasticloadbalancing:DescribeTags: access was denied",
		"internal": "unknown: elasticloadbalancing:DescribeLoadBalancers: the answer does not hold what aws_elb.internal is made from",
	})
	r := s.one(t, "aws_load_balancer_policy", "portal:port 443")
	checkValues(t, r, map[string]string{"policy_type_name": `"SSLNegotiationPolicyType"`, "policy_attribute": "not read"})
	if r.Unread.What != "elasticloadbalancing:DescribeLoadBalancerPolicies" {
		t.Errorf("%+v", r.Unread)
	}
	s = (&fake{}).audit(t, classicTypes)
	if diff := cmp.Diff([]string{"eu-west-1 elasticloadbalancing:DescribeLoadBalancers: aws_elb aws_load_balancer_policy"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

// A load balancer has policies of other kinds, and a TLS listener whose negotiation
// policy is not among them was not understood.
func TestClassicListenerWithoutNegotiation(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeLoadBalancers":        classicAnswer,
		"DescribeLoadBalancerPolicies": `<PolicyDescriptions><member><PolicyName>sticky</PolicyName><PolicyTypeName>LBCookieStickinessPolicyType</PolicyTypeName></member></PolicyDescriptions>`,
	}}
	s := a.audit(t, classicTypes[1:])
	checkValues(t, s.one(t, "aws_load_balancer_policy", "portal:port 443"), map[string]string{"policy_attribute": "not read"})
	plain := &fake{answers: answers{"DescribeLoadBalancers": strings.ReplaceAll(classicAnswer, "SSL", "TCP")}}
	if s := plain.audit(t, classicTypes[1:], "eu-west-1"); len(s.names("aws_load_balancer_policy")) != 0 || plain.calls["DescribeLoadBalancerPolicies"] != 0 {
		t.Errorf("policies were asked for without a TLS listener: %v", plain.asked)
	}
}
