package awstest

import (
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	elbtypes "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	elbv2types "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// network is a VPC with two subnets and a security group that lets one port in.
type network struct {
	vpc, group string
	subnets    []string
}

func (e *estate) network(label string, port int32, from string) network {
	c := ec2.NewFromConfig(e.config)
	vpc := must[*ec2.CreateVpcOutput](e)(c.CreateVpc(e.ctx, &ec2.CreateVpcInput{CidrBlock: str("10.20.0.0/16")})).Vpc.VpcId
	e.names["aws_vpc."+*vpc] = "aws_vpc." + label
	n := network{vpc: *vpc}
	for i, cidr := range []string{"10.20.1.0/24", "10.20.2.0/24"} {
		s := must[*ec2.CreateSubnetOutput](e)(c.CreateSubnet(e.ctx, &ec2.CreateSubnetInput{VpcId: vpc, CidrBlock: str(cidr), AvailabilityZone: str(Region + string(rune('a'+i)))}))
		n.subnets = append(n.subnets, *s.Subnet.SubnetId)
		e.names["aws_subnet."+*s.Subnet.SubnetId] = "aws_subnet." + string(rune('a'+i))
	}
	g := must[*ec2.CreateSecurityGroupOutput](e)(c.CreateSecurityGroup(e.ctx, &ec2.CreateSecurityGroupInput{GroupName: str(label), Description: str(label), VpcId: vpc}))
	n.group = *g.GroupId
	e.names["aws_security_group."+n.group] = "aws_security_group." + label
	must[*ec2.AuthorizeSecurityGroupIngressOutput](e)(c.AuthorizeSecurityGroupIngress(e.ctx, &ec2.AuthorizeSecurityGroupIngressInput{GroupId: g.GroupId, IpPermissions: []types.IpPermission{{
		IpProtocol: str("tcp"), FromPort: &port, ToPort: &port, IpRanges: []types.IpRange{{CidrIp: &from}},
	}}}))
	return n
}

// defaultGroup is the group that the network came with.
func (e *estate) defaultGroup(label string, n network) types.SecurityGroup {
	out := must[*ec2.DescribeSecurityGroupsOutput](e)(ec2.NewFromConfig(e.config).DescribeSecurityGroups(e.ctx, &ec2.DescribeSecurityGroupsInput{
		Filters: []types.Filter{{Name: str("vpc-id"), Values: []string{n.vpc}}, {Name: str("group-name"), Values: []string{"default"}}},
	}))
	e.names["aws_default_security_group."+*out.SecurityGroups[0].GroupId] = "aws_default_security_group." + label
	return out.SecurityGroups[0]
}

// groupOf is the group that the network of a VPC was made with.
func (e *estate) groupOf(vpc *string) string {
	out := must[*ec2.DescribeSecurityGroupsOutput](e)(ec2.NewFromConfig(e.config).DescribeSecurityGroups(e.ctx, &ec2.DescribeSecurityGroupsInput{
		Filters: []types.Filter{{Name: str("vpc-id"), Values: []string{*vpc}}},
	}))
	for _, g := range out.SecurityGroups {
		if *g.GroupName != "default" {
			return *g.GroupId
		}
	}
	return ""
}

// disks are a volume, its snapshot and an instance, encrypted if there is a key.
func (e *estate) disks(label string, n network, key string, tags map[string]string) {
	c := ec2.NewFromConfig(e.config)
	good := key != ""
	volume := &ec2.CreateVolumeInput{
		AvailabilityZone: str(Region + "a"), Size: i32(20), Encrypted: &good, TagSpecifications: ec2Tags(types.ResourceTypeVolume, tags),
	}
	if good {
		volume.KmsKeyId = &key
	}
	v := must[*ec2.CreateVolumeOutput](e)(c.CreateVolume(e.ctx, volume))
	e.names["aws_ebs_volume."+*v.VolumeId] = "aws_ebs_volume." + label
	s := must[*ec2.CreateSnapshotOutput](e)(c.CreateSnapshot(e.ctx, &ec2.CreateSnapshotInput{VolumeId: v.VolumeId, TagSpecifications: ec2Tags(types.ResourceTypeSnapshot, tags)}))
	e.names["aws_ebs_snapshot."+*s.SnapshotId] = "aws_ebs_snapshot." + label
	if !good {
		must[*ec2.ModifySnapshotAttributeOutput](e)(c.ModifySnapshotAttribute(e.ctx, &ec2.ModifySnapshotAttributeInput{
			SnapshotId: s.SnapshotId, Attribute: types.SnapshotAttributeNameCreateVolumePermission, OperationType: types.OperationTypeAdd, GroupNames: []string{"all"},
		}))
	}
	http := types.HttpTokensStateOptional
	if good {
		http = types.HttpTokensStateRequired
	}
	var profile *types.IamInstanceProfileSpecification
	if good {
		made := must[*iam.CreateInstanceProfileOutput](e)(iam.NewFromConfig(e.config).CreateInstanceProfile(e.ctx, &iam.CreateInstanceProfileInput{InstanceProfileName: &label}))
		profile = &types.IamInstanceProfileSpecification{Arn: made.InstanceProfile.Arn}
	}
	var monitored *types.RunInstancesMonitoringEnabled
	if good {
		monitored = &types.RunInstancesMonitoringEnabled{Enabled: yes()}
	}
	i := must[*ec2.RunInstancesOutput](e)(c.RunInstances(e.ctx, &ec2.RunInstancesInput{
		IamInstanceProfile: profile, Monitoring: monitored,
		ImageId: str("ami-12c6146b"), InstanceType: types.InstanceTypeT3Small, MinCount: i32(1), MaxCount: i32(1), SubnetId: &n.subnets[0], SecurityGroupIds: []string{n.group},
		MetadataOptions:     &types.InstanceMetadataOptionsRequest{HttpTokens: http, HttpEndpoint: types.InstanceMetadataEndpointStateEnabled},
		BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: str("/dev/sda1"), Ebs: &types.EbsBlockDevice{Encrypted: &good, VolumeSize: i32(20)}}},
	}))
	e.names["aws_instance."+*i.Instances[0].InstanceId] = "aws_instance." + label
}

func ec2Tags(of types.ResourceType, tags map[string]string) []types.TagSpecification {
	spec := types.TagSpecification{ResourceType: of}
	for k, v := range tags {
		spec.Tags = append(spec.Tags, types.Tag{Key: str(k), Value: str(v)})
	}
	return []types.TagSpecification{spec}
}

func (e *estate) soundNetwork(key string) {
	c := ec2.NewFromConfig(e.config)
	n := e.network("clinic", 443, "10.0.0.0/8")
	group := e.defaultGroup("clinic", n)
	if len(group.IpPermissions) > 0 {
		must[*ec2.RevokeSecurityGroupIngressOutput](e)(c.RevokeSecurityGroupIngress(e.ctx, &ec2.RevokeSecurityGroupIngressInput{GroupId: group.GroupId, IpPermissions: group.IpPermissions}))
	}
	must[*ec2.RevokeSecurityGroupEgressOutput](e)(c.RevokeSecurityGroupEgress(e.ctx, &ec2.RevokeSecurityGroupEgressInput{GroupId: group.GroupId, IpPermissions: group.IpPermissionsEgress}))
	must[*ec2.CreateFlowLogsOutput](e)(c.CreateFlowLogs(e.ctx, &ec2.CreateFlowLogsInput{
		ResourceIds: []string{n.vpc}, ResourceType: types.FlowLogsResourceTypeVpc, TrafficType: types.TrafficTypeAll,
		LogDestinationType: types.LogDestinationTypeS3, LogDestination: str("arn:aws:s3:::clinic-access-logs"),
	}))
	must[*ec2.EnableEbsEncryptionByDefaultOutput](e)(c.EnableEbsEncryptionByDefault(e.ctx, &ec2.EnableEbsEncryptionByDefaultInput{}))
	e.disks("charts", n, key, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
	lb := e.balancer("portal", n, "clinic-access-logs")
	listener := must[*elbv2.CreateListenerOutput](e)(elbv2.NewFromConfig(e.config).CreateListener(e.ctx, &elbv2.CreateListenerInput{
		LoadBalancerArn: &lb, Protocol: elbv2types.ProtocolEnumHttps, Port: i32(443), SslPolicy: str("ELBSecurityPolicy-TLS13-1-2-2021-06"),
		Certificates:   []elbv2types.Certificate{{CertificateArn: e.issued("")}},
		DefaultActions: []elbv2types.Action{{Type: elbv2types.ActionTypeEnumFixedResponse, FixedResponseConfig: &elbv2types.FixedResponseActionConfig{StatusCode: str("404")}}},
	}))
	e.names["aws_lb_listener."+*listener.Listeners[0].ListenerArn] = "aws_lb_listener.portal"
	plain := must[*elbv2.CreateListenerOutput](e)(elbv2.NewFromConfig(e.config).CreateListener(e.ctx, &elbv2.CreateListenerInput{
		LoadBalancerArn: &lb, Protocol: elbv2types.ProtocolEnumHttp, Port: i32(80), DefaultActions: []elbv2types.Action{{
			Type:           elbv2types.ActionTypeEnumRedirect,
			RedirectConfig: &elbv2types.RedirectActionConfig{Protocol: str("HTTPS"), Port: str("443"), StatusCode: elbv2types.RedirectActionStatusCodeEnumHttp301},
		}},
	}))
	e.names["aws_lb_listener."+*plain.Listeners[0].ListenerArn] = "aws_lb_listener.plain"
}

// certificate is one that the emulator knows; it does not look inside.
func (e *estate) certificate() *string {
	out := must[*iam.UploadServerCertificateOutput](e)(iam.NewFromConfig(e.config).UploadServerCertificate(e.ctx, &iam.UploadServerCertificateInput{
		ServerCertificateName: str("portal"), CertificateBody: str("-----BEGIN CERTIFICATE-----"), PrivateKey: str("only-in-the-emulator"),
	}))
	return out.ServerCertificateMetadata.Arn
}

// balancer logs access into the bucket and is protected, where there is one.
func (e *estate) balancer(name string, n network, logs string) string {
	lb := must[*elbv2.CreateLoadBalancerOutput](e)(elbv2.NewFromConfig(e.config).CreateLoadBalancer(e.ctx, &elbv2.CreateLoadBalancerInput{
		Name: &name, Subnets: n.subnets, SecurityGroups: []string{n.group}, Scheme: elbv2types.LoadBalancerSchemeEnumInternal,
	}))
	good := str(strconv.FormatBool(logs != ""))
	// AWS always says whether access is logged, the emulator only once it has been told.
	arn := lb.LoadBalancers[0].LoadBalancerArn
	must[*elbv2.ModifyLoadBalancerAttributesOutput](e)(elbv2.NewFromConfig(e.config).ModifyLoadBalancerAttributes(e.ctx, &elbv2.ModifyLoadBalancerAttributesInput{
		LoadBalancerArn: arn, Attributes: []elbv2types.LoadBalancerAttribute{
			{Key: str("access_logs.s3.enabled"), Value: good},
			{Key: str("access_logs.s3.bucket"), Value: &logs},
			{Key: str("deletion_protection.enabled"), Value: good},
			{Key: str("routing.http.drop_invalid_header_fields.enabled"), Value: good},
			{Key: str("routing.http.desync_mitigation_mode"), Value: str("defensive")},
		},
	}))
	return *arn
}

func (e *estate) brokenNetwork() {
	n := e.network("open", 22, "0.0.0.0/0")
	e.defaultGroup("open", n)
	c := ec2.NewFromConfig(e.config)
	must[*ec2.AuthorizeSecurityGroupIngressOutput](e)(c.AuthorizeSecurityGroupIngress(e.ctx, &ec2.AuthorizeSecurityGroupIngressInput{GroupId: &n.group, IpPermissions: []types.IpPermission{{
		IpProtocol: str("tcp"), FromPort: i32(5432), ToPort: i32(5432), IpRanges: []types.IpRange{{CidrIp: str("0.0.0.0/0")}},
	}}}))
	e.disks("scratch", n, "", map[string]string{"team": "billing"})
	lb := e.balancer("portal", n, "")
	listener := must[*elbv2.CreateListenerOutput](e)(elbv2.NewFromConfig(e.config).CreateListener(e.ctx, &elbv2.CreateListenerInput{
		LoadBalancerArn: &lb, Protocol: elbv2types.ProtocolEnumHttp, Port: i32(80),
		DefaultActions: []elbv2types.Action{{Type: elbv2types.ActionTypeEnumFixedResponse, FixedResponseConfig: &elbv2types.FixedResponseActionConfig{StatusCode: str("200")}}},
	}))
	e.names["aws_lb_listener."+*listener.Listeners[0].ListenerArn] = "aws_lb_listener.plain"
	weak := must[*elbv2.CreateListenerOutput](e)(elbv2.NewFromConfig(e.config).CreateListener(e.ctx, &elbv2.CreateListenerInput{
		LoadBalancerArn: &lb, Protocol: elbv2types.ProtocolEnumHttps, Port: i32(443), SslPolicy: str("ELBSecurityPolicy-2016-08"),
		Certificates:   []elbv2types.Certificate{{CertificateArn: e.certificate()}},
		DefaultActions: []elbv2types.Action{{Type: elbv2types.ActionTypeEnumFixedResponse, FixedResponseConfig: &elbv2types.FixedResponseActionConfig{StatusCode: str("404")}}},
	}))
	e.names["aws_lb_listener."+*weak.Listeners[0].ListenerArn] = "aws_lb_listener.weak"
	must[*elb.CreateLoadBalancerOutput](e)(elb.NewFromConfig(e.config).CreateLoadBalancer(e.ctx, &elb.CreateLoadBalancerInput{
		LoadBalancerName: str("legacy"), AvailabilityZones: []string{Region + "a"}, Listeners: []elbtypes.Listener{{Protocol: str("HTTP"), LoadBalancerPort: 80, InstancePort: i32(80), InstanceProtocol: str("HTTP")}},
	}))
}
