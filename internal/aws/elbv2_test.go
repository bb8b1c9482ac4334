package aws_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
	"github.com/google/go-cmp/cmp"
)

var balancerTypes = []string{"aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_target_group"}

func TestLoadBalancers(t *testing.T) {
	url := startMoto(t)
	environment(t)
	portal := seedBalancer(t, url)
	s := auditMoto(t, url, balancerTypes)
	checkValues(t, s.one(t, "aws_lb", "portal"), map[string]string{
		"arn": `"` + portal + `"`, "internal": "true", "load_balancer_type": `"application"`, "access_logs": `[{"bucket":"logs","enabled":true,"prefix":null}]`,
		"drop_invalid_header_fields": "false", "enable_deletion_protection": "false", "tags_all": `{"DataClass":"PHI"}`,
	})
	var open, secure int
	for _, r := range s.Resources {
		if r.Address.Type != "aws_lb_listener" {
			continue
		}
		checkValues(t, r, map[string]string{"load_balancer_arn": `"` + portal + `"`, "tags_all": "{}"})
		switch plain(r.Values.GetAttr("protocol")) {
		case "HTTP":
			open++
			checkValues(t, r, map[string]string{"ssl_policy": "null", "certificate_arn": "null", "port": "80"})
			if got := fmt.Sprint(plain(r.Values.GetAttr("default_action"))); !strings.Contains(got, "protocol:HTTPS") || !strings.Contains(got, "type:redirect") {
				t.Error(got)
			}
		case "HTTPS":
			secure++
			checkValues(t, r, map[string]string{"ssl_policy": `"ELBSecurityPolicy-TLS13-1-2-2021-06"`, "port": "443"})
		}
	}
	if open != 1 || secure != 1 {
		t.Errorf("%d plain and %d secure listeners", open, secure)
	}
	checkValues(t, s.one(t, "aws_lb_target_group", "servers"), map[string]string{"protocol": `"HTTP"`, "target_type": `"ip"`, "load_balancer_arns": "[]"})
	if len(s.gaps()) > 0 {
		t.Error(s.gaps())
	}
}

// seedBalancer makes a load balancer that redirects to TLS, and a target group.
func seedBalancer(t *testing.T, url string) string {
	t.Helper()
	config := seeder(url, ownAccount, "eu-west-1")
	str := func(s string) *string { return &s }
	num := func(n int32) *int32 { return &n }
	networks, err := ec2.NewFromConfig(config).DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{})
	if err != nil {
		t.Fatal(err)
	}
	client := elbv2.NewFromConfig(config)
	lb, err := client.CreateLoadBalancer(t.Context(), &elbv2.CreateLoadBalancerInput{
		Name: str("portal"), Scheme: types.LoadBalancerSchemeEnumInternal, Tags: []types.Tag{{Key: str("DataClass"), Value: str("PHI")}},
		Subnets: []string{*networks.Subnets[0].SubnetId, *networks.Subnets[1].SubnetId},
	})
	if err != nil {
		t.Fatal(err)
	}
	arn := lb.LoadBalancers[0].LoadBalancerArn
	_, err = client.ModifyLoadBalancerAttributes(t.Context(), &elbv2.ModifyLoadBalancerAttributesInput{LoadBalancerArn: arn, Attributes: []types.LoadBalancerAttribute{
		{Key: str("access_logs.s3.enabled"), Value: str("true")},
		{Key: str("access_logs.s3.bucket"), Value: str("logs")},
		{Key: str("connection_logs.s3.enabled"), Value: str("false")},
		{Key: str("routing.http.drop_invalid_header_fields.enabled"), Value: str("false")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []*elbv2.CreateListenerInput{
		{Protocol: types.ProtocolEnumHttp, Port: num(80), DefaultActions: []types.Action{{Type: types.ActionTypeEnumRedirect, RedirectConfig: &types.RedirectActionConfig{Protocol: str("HTTPS"), Port: str("443"), StatusCode: types.RedirectActionStatusCodeEnumHttp301}}}},
		{
			Protocol: types.ProtocolEnumHttps, Port: num(443), SslPolicy: str("ELBSecurityPolicy-TLS13-1-2-2021-06"), Certificates: []types.Certificate{{CertificateArn: str("arn:aws:iam::123456789012:server-certificate/portal")}},
			DefaultActions: []types.Action{{Type: types.ActionTypeEnumFixedResponse, FixedResponseConfig: &types.FixedResponseActionConfig{StatusCode: str("404")}}},
		},
	} {
		if in.LoadBalancerArn = arn; in.Port == nil {
			continue
		}
		if _, err := client.CreateListener(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	_, err = client.CreateTargetGroup(t.Context(), &elbv2.CreateTargetGroupInput{Name: str("servers"), Protocol: types.ProtocolEnumHttp, Port: num(80), TargetType: types.TargetTypeEnumIp, VpcId: networks.Subnets[0].VpcId})
	if err != nil {
		t.Fatal(err)
	}
	return *arn
}

// balancerAnswer is a listing of load balancers of the types, lb-0 and so on.
func balancerAnswer(kinds ...string) string {
	var out strings.Builder
	out.WriteString(`<LoadBalancers>`)
	for i, kind := range kinds {
		_, _ = fmt.Fprintf(&out, `<member><LoadBalancerArn>arn:lb-%d</LoadBalancerArn><LoadBalancerName>lb-%d</LoadBalancerName><Type>%s</Type></member>`, i, i, kind)
	}
	return out.String() + `</LoadBalancers>`
}

func TestGatewayLoadBalancer(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeLoadBalancers": balancerAnswer("gateway"),
		"DescribeLoadBalancerAttributes": `<Attributes><member><Key>deletion_protection.enabled</Key><Value>true</Value></member></Attributes>
			`,
		"DescribeListeners": `<Listeners><member><ListenerArn>arn:l</ListenerArn><LoadBalancerArn>arn:lb-0</LoadBalancerArn>
			<DefaultActions><member><Type>forward</Type></member></DefaultActions></member></Listeners>`,
		"DescribeTags":         ``,
		"DescribeTargetGroups": `<TargetGroups><member><TargetGroupArn>arn:t</TargetGroupArn><TargetGroupName>fn</TargetGroupName><TargetType>lambda</TargetType></member></TargetGroups>`,
	}}
	s := a.audit(t, balancerTypes)
	checkValues(t, s.one(t, "aws_lb", "lb-0"), map[string]string{
		"internal": "true", "access_logs": "[]", "drop_invalid_header_fields": "null", "enable_deletion_protection": "true", "enable_cross_zone_load_balancing": "unknown: elasticloadbalancing:DescribeLoadBalancerAttributes",
		"tags_all": "unknown: elasticloadbalancing:DescribeTags",
	})
	checkValues(t, s.one(t, "aws_lb_listener", "arn:l"), map[string]string{
		"protocol": "null", "port": "null", "ssl_policy": "null",
		"default_action": `[{"order":null,"redirect":[],"target_group_arn":null,"type":"forward"}]`,
	})
	checkValues(t, s.one(t, "aws_lb_target_group", "fn"), map[string]string{"protocol": "null", "target_type": `"lambda"`})
}

func TestLoadBalancersDenied(t *testing.T) {
	kinds := make([]string, 21)
	for i := range kinds {
		kinds[i] = "application"
	}
	a := &fake{answers: answers{"DescribeLoadBalancers": balancerAnswer(kinds...)}}
	s := a.audit(t, balancerTypes[:1])
	r := s.one(t, "aws_lb", "lb-20")
	checkValues(t, r, map[string]string{
		"access_logs": "not read", "tags_all": "unknown: elasticloadbalancing:DescribeTags: access was denied",
		"internal": "unknown: elasticloadbalancing:DescribeLoadBalancers: the answer does not hold what aws_lb.internal is made from",
	})
	if r.Unread.What != "elasticloadbalancing:DescribeLoadBalancerAttributes" {
		t.Errorf("%+v", r.Unread)
	}
	if n := a.calls["DescribeTags"]; n != 2 {
		t.Errorf("%d calls for the tags of 21 load balancers, want 2", n)
	}
	a = &fake{answers: answers{"DescribeLoadBalancers": balancerAnswer("network")}}
	want := []string{
		"eu-west-1 elasticloadbalancing:DescribeListeners of lb-0: aws_lb_listener aws_lb_listener_rule",
		"eu-west-1 elasticloadbalancing:DescribeTargetGroups: aws_lb_target_group",
	}
	if diff := cmp.Diff(want, a.audit(t, balancerTypes[1:], "eu-west-1").gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestListenerRules(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeLoadBalancers": balancerAnswer("application", "network"),
		"DescribeListeners": func(in ask) string {
			arn := strings.Replace(in.Get("LoadBalancerArn"), "lb", "l", 1)
			return `<Listeners><member><ListenerArn>` + arn + `</ListenerArn><Protocol>HTTP</Protocol></member></Listeners>`
		},
		"DescribeTags": ``,
		"DescribeRules": func(in ask) string {
			if in.Get("Marker") == "" {
				return `<Rules><member><RuleArn>arn:r-0</RuleArn><IsDefault>false</IsDefault><Actions><member><Type>redirect</Type>
					<RedirectConfig><Protocol>HTTPS</Protocol><StatusCode>HTTP_301</StatusCode></RedirectConfig></member></Actions></member></Rules><NextMarker>more</NextMarker>`
			}
			return `<Rules><member><RuleArn>arn:r-1</RuleArn></member>
				<member><RuleArn>arn:r-2</RuleArn><IsDefault>true</IsDefault><Actions><member><Type>forward</Type></member></Actions></member></Rules>`
		},
	}}
	s := a.audit(t, []string{"aws_lb_listener_rule"})
	checkValues(t, s.one(t, "aws_lb_listener_rule", "arn:r-0"), map[string]string{
		"listener_arn": `"arn:l-0"`,
		"action":       `[{"order":null,"redirect":[{"host":"#{host}","path":"/#{path}","port":"#{port}","protocol":"HTTPS","query":"#{query}","status_code":"HTTP_301"}],"target_group_arn":null,"type":"redirect"}]`,
	})
	checkValues(t, s.one(t, "aws_lb_listener_rule", "arn:r-1"), map[string]string{"action": "unknown: elasticloadbalancing:DescribeRules"})
	if len(s.Resources) != 2 || a.calls["DescribeRules"] != 2 {
		t.Errorf("%d resources by %d calls: the default rule and network load balancers have none", len(s.Resources), a.calls["DescribeRules"])
	}
	delete(a.answers, "DescribeRules")
	want := []string{"eu-west-1 elasticloadbalancing:DescribeRules of arn:l-0: aws_lb_listener_rule", "eu-west-1 elasticloadbalancing:DescribeTags: settled"}
	if diff := cmp.Diff(want, a.audit(t, balancerTypes[1:3]).gaps()); diff != "" {
		t.Error(diff)
	}
}
