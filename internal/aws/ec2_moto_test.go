package aws_test

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	astypes "github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/google/go-cmp/cmp"
)

// cloud are the ids of what seedEC2 made.
type cloud struct{ vpc, subnet, group, key, clear, sealed, snapshot, image, instance, template string }

func seedEC2(t *testing.T, cfg sdk.Config) cloud {
	ctx, s := t.Context(), sdk.String
	var c cloud
	client := ec2.NewFromConfig(cfg)
	c.vpc = *made[*ec2.CreateVpcOutput](t)(client.CreateVpc(ctx, &ec2.CreateVpcInput{CidrBlock: s("10.1.0.0/16")})).Vpc.VpcId
	c.subnet = *made[*ec2.CreateSubnetOutput](t)(client.CreateSubnet(ctx, &ec2.CreateSubnetInput{VpcId: &c.vpc, CidrBlock: s("10.1.1.0/24")})).Subnet.SubnetId
	made[*s3.CreateBucketOutput](t)(s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true }).CreateBucket(ctx, &s3.CreateBucketInput{
		Bucket: s("logs"), CreateBucketConfiguration: &s3types.CreateBucketConfiguration{LocationConstraint: "eu-west-1"},
	}))
	made[*ec2.CreateFlowLogsOutput](t)(client.CreateFlowLogs(ctx, &ec2.CreateFlowLogsInput{
		ResourceIds: []string{c.vpc}, ResourceType: types.FlowLogsResourceTypeVpc, TrafficType: types.TrafficTypeAll, LogDestinationType: types.LogDestinationTypeS3, LogDestination: s("arn:aws:s3:::logs"),
	}))
	c.group = *made[*ec2.CreateSecurityGroupOutput](t)(client.CreateSecurityGroup(ctx, &ec2.CreateSecurityGroupInput{GroupName: s("web"), Description: s("web"), VpcId: &c.vpc})).GroupId
	made[*ec2.AuthorizeSecurityGroupIngressOutput](t)(client.AuthorizeSecurityGroupIngress(ctx, &ec2.AuthorizeSecurityGroupIngressInput{GroupId: &c.group, IpPermissions: []types.IpPermission{
		{IpProtocol: s("tcp"), FromPort: sdk.Int32(22), ToPort: sdk.Int32(22), IpRanges: []types.IpRange{{CidrIp: s("0.0.0.0/0")}}},
	}}))
	c.key = *made[*kms.CreateKeyOutput](t)(kms.NewFromConfig(cfg).CreateKey(ctx, &kms.CreateKeyInput{})).KeyMetadata.Arn
	zone := s("eu-west-1a")
	tags := []types.TagSpecification{{ResourceType: types.ResourceTypeVolume, Tags: []types.Tag{{Key: s("DataClass"), Value: s("PHI")}}}}
	c.sealed = *made[*ec2.CreateVolumeOutput](t)(client.CreateVolume(ctx, &ec2.CreateVolumeInput{AvailabilityZone: zone, Size: sdk.Int32(8), Encrypted: sdk.Bool(true), KmsKeyId: &c.key, TagSpecifications: tags})).VolumeId
	c.clear = *made[*ec2.CreateVolumeOutput](t)(client.CreateVolume(ctx, &ec2.CreateVolumeInput{AvailabilityZone: zone, Size: sdk.Int32(8)})).VolumeId
	c.snapshot = *made[*ec2.CreateSnapshotOutput](t)(client.CreateSnapshot(ctx, &ec2.CreateSnapshotInput{VolumeId: &c.clear})).SnapshotId
	made[*ec2.ModifySnapshotAttributeOutput](t)(client.ModifySnapshotAttribute(ctx, &ec2.ModifySnapshotAttributeInput{
		SnapshotId: &c.snapshot, Attribute: types.SnapshotAttributeNameCreateVolumePermission, OperationType: types.OperationTypeAdd, GroupNames: []string{"all"},
	}))
	i := made[*ec2.RunInstancesOutput](t)(client.RunInstances(ctx, &ec2.RunInstancesInput{
		ImageId: s("ami-12c6146b"), InstanceType: types.InstanceTypeT3Small, MinCount: sdk.Int32(1), MaxCount: sdk.Int32(1), SubnetId: &c.subnet, SecurityGroupIds: []string{c.group},
		MetadataOptions:     &types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateRequired, HttpEndpoint: types.InstanceMetadataEndpointStateEnabled},
		BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: s("/dev/sda1"), Ebs: &types.EbsBlockDevice{Encrypted: sdk.Bool(true), VolumeSize: sdk.Int32(8)}}},
	}))
	c.instance = *i.Instances[0].InstanceId
	c.image = *made[*ec2.CreateImageOutput](t)(client.CreateImage(ctx, &ec2.CreateImageInput{InstanceId: &c.instance, Name: s("web")})).ImageId
	made[*ec2.ModifyImageAttributeOutput](t)(client.ModifyImageAttribute(ctx, &ec2.ModifyImageAttributeInput{
		ImageId: &c.image, LaunchPermission: &types.LaunchPermissionModifications{Add: []types.LaunchPermission{{UserId: s("210987654321")}}},
	}))
	template := made[*ec2.CreateLaunchTemplateOutput](t)(client.CreateLaunchTemplate(ctx, &ec2.CreateLaunchTemplateInput{LaunchTemplateName: s("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{
		ImageId: s("ami-12c6146b"), UserData: s("c2VjcmV0"), MetadataOptions: &types.LaunchTemplateInstanceMetadataOptionsRequest{HttpTokens: types.LaunchTemplateHttpTokensStateOptional},
	}}))
	c.template = *template.LaunchTemplate.LaunchTemplateId
	made[*ec2.EnableEbsEncryptionByDefaultOutput](t)(client.EnableEbsEncryptionByDefault(ctx, &ec2.EnableEbsEncryptionByDefaultInput{}))
	made[*autoscaling.CreateLaunchConfigurationOutput](t)(autoscaling.NewFromConfig(cfg).CreateLaunchConfiguration(ctx, &autoscaling.CreateLaunchConfigurationInput{
		LaunchConfigurationName: s("web"), ImageId: s("ami-12c6146b"), InstanceType: s("t3.small"), MetadataOptions: &astypes.InstanceMetadataOptions{HttpTokens: astypes.InstanceMetadataHttpTokensStateRequired},
	}))
	return c
}

func TestEC2(t *testing.T) {
	endpoint := startMoto(t)
	c := seedEC2(t, seeder(endpoint, ownAccount, "eu-west-1"))
	types := []string{
		"aws_vpc", "aws_default_vpc", "aws_subnet", "aws_flow_log", "aws_security_group", "aws_default_security_group", "aws_network_acl", "aws_default_network_acl", "aws_ebs_volume", "aws_ebs_snapshot",
		"aws_snapshot_create_volume_permission", "aws_ami", "aws_ami_launch_permission", "aws_instance", "aws_launch_template", "aws_launch_configuration", "aws_ebs_encryption_by_default", "aws_ebs_default_kms_key",
		"aws_ebs_snapshot_block_public_access", "aws_ec2_image_block_public_access", "aws_ec2_instance_metadata_defaults",
	}
	set := auditMoto(t, endpoint, types)
	for _, want := range []struct {
		typ, name string
		attrs     map[string]any
	}{
		{"aws_vpc", c.vpc, map[string]any{"id": c.vpc, "arn": "arn:aws:ec2:eu-west-1:" + ownAccount + ":vpc/" + c.vpc, "cidr_block": "10.1.0.0/16"}},
		{"aws_subnet", c.subnet, map[string]any{"vpc_id": c.vpc, "map_public_ip_on_launch": false}},
		{"aws_ebs_volume", c.sealed, map[string]any{"encrypted": true, "kms_key_id": c.key, "tags_all": map[string]any{"DataClass": "PHI"}}},
		{"aws_ebs_volume", c.clear, map[string]any{"encrypted": false, "kms_key_id": nil}},
		{"aws_ebs_snapshot", c.snapshot, map[string]any{"encrypted": false, "volume_id": c.clear}},
		{"aws_snapshot_create_volume_permission", c.snapshot + " all", map[string]any{"account_id": "all", "snapshot_id": c.snapshot}},
		{"aws_ami", c.image, map[string]any{"public": false, "name": "web"}},
		{"aws_ami_launch_permission", c.image + " 210987654321", map[string]any{"account_id": "210987654321", "group": nil}},
		{"aws_instance", c.instance, map[string]any{"subnet_id": c.subnet, "vpc_security_group_ids": []any{c.group}, "launch_template": nil}},
		{"aws_launch_template", c.template, map[string]any{"latest_version": 1, "image_id": "ami-12c6146b"}},
		{"aws_launch_configuration", "web", map[string]any{"image_id": "ami-12c6146b"}},
		{"aws_ebs_encryption_by_default", "eu-west-1", map[string]any{"enabled": true}},
	} {
		holds(t, set.one(t, want.typ, want.name), want.attrs)
	}
	if logs := set.names("aws_flow_log"); len(logs) == 1 {
		holds(t, set.one(t, "aws_flow_log", logs[0]), map[string]any{"vpc_id": c.vpc, "traffic_type": "ALL", "log_destination": "arn:aws:s3:::logs"})
	}
	for typ, want := range map[string]int{"aws_flow_log": 1, "aws_vpc": 1, "aws_default_vpc": 1, "aws_security_group": 1, "aws_default_security_group": 2, "aws_default_network_acl": 2} {
		if got := set.names(typ); len(got) != want {
			t.Errorf("%d %s, want %d: %v", len(got), typ, want, got)
		}
	}
	for _, tokens := range []struct{ typ, name, want string }{
		{"aws_instance", c.instance, "required"}, {"aws_launch_template", c.template, "optional"}, {"aws_launch_configuration", "web", "required"},
	} {
		if got := firstOf(t, set.one(t, tokens.typ, tokens.name), "metadata_options", "http_tokens")["http_tokens"]; got != tokens.want {
			t.Errorf("http_tokens of %s is %v, want %s", tokens.typ, got, tokens.want)
		}
	}
	if got := firstOf(t, set.one(t, "aws_instance", c.instance), "root_block_device", "encrypted")["encrypted"]; got != true {
		t.Errorf("the root volume's encryption is %v", got)
	}
	if got := firstOf(t, set.one(t, "aws_security_group", c.group), "ingress", "protocol", "from_port", "cidr_blocks"); !cmp.Equal(got, map[string]any{"protocol": "tcp", "from_port": 22, "cidr_blocks": []any{"0.0.0.0/0"}}) {
		t.Errorf("ingress is %v", got)
	}
	// The emulator does not implement these.
	want := []string{
		"eu-west-1 ec2:GetEbsDefaultKmsKeyId: aws_ebs_default_kms_key", "eu-west-1 ec2:GetImageBlockPublicAccessState: aws_ec2_image_block_public_access",
		"eu-west-1 ec2:GetInstanceMetadataDefaults: aws_ec2_instance_metadata_defaults", "eu-west-1 ec2:GetSnapshotBlockPublicAccessState: aws_ebs_snapshot_block_public_access",
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
