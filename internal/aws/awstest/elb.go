package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/acm"
	acmtypes "github.com/aws/aws-sdk-go-v2/service/acm/types"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	astypes "github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
)

// issued is a certificate of ACM, which the configuration describes where it has a label.
func (e *estate) issued(label string) *string {
	out := must[*acm.RequestCertificateOutput](e)(acm.NewFromConfig(e.config).RequestCertificate(e.ctx, &acm.RequestCertificateInput{
		DomainName: str(label + ".example.org"), ValidationMethod: acmtypes.ValidationMethodDns,
	}))
	if label != "" {
		e.names["aws_acm_certificate."+*out.CertificateArn] = "aws_acm_certificate." + label
	}
	return out.CertificateArn
}

// soundELB is a classic load balancer: the only kind that the emulator takes for a user of a certificate.
func soundELB(e *estate) {
	c := elb.NewFromConfig(e.config)
	must[*elb.CreateLoadBalancerOutput](e)(c.CreateLoadBalancer(e.ctx, &elb.CreateLoadBalancerInput{
		LoadBalancerName: str("imaging"), AvailabilityZones: []string{Region + "a"}, Scheme: str("internal"),
		Listeners: []types.Listener{{Protocol: str("HTTPS"), LoadBalancerPort: 443, InstancePort: i32(8443), InstanceProtocol: str("HTTPS"), SSLCertificateId: e.issued("imaging")}},
	}))
	must[*elb.ModifyLoadBalancerAttributesOutput](e)(c.ModifyLoadBalancerAttributes(e.ctx, &elb.ModifyLoadBalancerAttributesInput{
		LoadBalancerName: str("imaging"), LoadBalancerAttributes: &types.LoadBalancerAttributes{
			AccessLog:              &types.AccessLog{Enabled: true, S3BucketName: str("clinic-access-logs"), EmitInterval: i32(60)},
			CrossZoneLoadBalancing: &types.CrossZoneLoadBalancing{Enabled: true},
		},
	}))
	e.group("viewer", "imaging", "ELB")
}

// group starts instances, none at first, from the template of its name behind the load balancer.
func (e *estate) group(name, balancer, checks string) {
	must[*autoscaling.CreateAutoScalingGroupOutput](e)(autoscaling.NewFromConfig(e.config).CreateAutoScalingGroup(e.ctx, &autoscaling.CreateAutoScalingGroupInput{
		AutoScalingGroupName: &name, MinSize: i32(0), MaxSize: i32(2), DesiredCapacity: i32(0), AvailabilityZones: []string{Region + "a"},
		LaunchTemplate: &astypes.LaunchTemplateSpecification{LaunchTemplateName: &name}, LoadBalancerNames: []string{balancer}, HealthCheckType: &checks,
	}))
}

func brokenELB(e *estate) {
	must[*elb.ModifyLoadBalancerAttributesOutput](e)(elb.NewFromConfig(e.config).ModifyLoadBalancerAttributes(e.ctx, &elb.ModifyLoadBalancerAttributesInput{
		LoadBalancerName: str("legacy"), LoadBalancerAttributes: &types.LoadBalancerAttributes{
			CrossZoneLoadBalancing: &types.CrossZoneLoadBalancing{Enabled: false},
			AdditionalAttributes:   []types.AdditionalAttribute{{Key: str("elb.http.desyncmitigationmode"), Value: str("monitor")}},
		},
	}))
	e.group("kiosk", "legacy", "EC2")
}
