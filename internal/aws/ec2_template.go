package aws

import (
	"context"
	"strconv"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

type versionKey struct {
	template string
	number   int64
}

// templateVersions are the latest and the default version of all templates, which one
// listing holds.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
func templateVersions(ctx context.Context, p *place) (map[versionKey]found[types.LaunchTemplateVersion], error) {
	out := map[versionKey]found[types.LaunchTemplateVersion]{}
	pages := ec2.NewDescribeLaunchTemplateVersionsPaginator(p.ec2(), &ec2.DescribeLaunchTemplateVersionsInput{
		Versions: []string{"$Latest", "$Default"}, IncludeManagedResources: managedToo, MaxResults: sdk.Int32(200),
	})
	err := listPages(ctx, p, describeLaunchTemplateVersions, "", pages, func(page *ec2.DescribeLaunchTemplateVersionsOutput, r read) {
		for _, v := range page.LaunchTemplateVersions {
			out[versionKey{or(v.LaunchTemplateId, ""), or(v.VersionNumber, 0)}] = found[types.LaunchTemplateVersion]{v, r}
		}
	})
	return out, err
}

// readLaunchTemplates reads each template's latest version, as the provider does, and
// as a second resource the default version where that is another, since what names no
// version is launched from it. The tags stand in the listing of templates.
func readLaunchTemplates(ctx context.Context, p *place) {
	var all []found[types.LaunchTemplate]
	pages := ec2.NewDescribeLaunchTemplatesPaginator(p.ec2(), &ec2.DescribeLaunchTemplatesInput{IncludeManagedResources: managedToo, MaxResults: sdk.Int32(200)})
	list(ctx, p, describeLaunchTemplates, pages, func(page *ec2.DescribeLaunchTemplatesOutput, r read) {
		for _, t := range page.LaunchTemplates {
			all = append(all, found[types.LaunchTemplate]{t, r})
		}
	})
	if len(all) == 0 {
		return
	}
	versions, err := templateVersions(ctx, p)
	unseen := asFailure(err)
	p.lostOne(p.begin(describeLaunchTemplateVersions, ""), err)
	for _, f := range all {
		t := f.one
		if t.LatestVersionNumber == nil || t.DefaultVersionNumber == nil {
			p.garbled(describeLaunchTemplates, or(t.LaunchTemplateId, ""))
			continue
		}
		latest, standard := or(t.LatestVersionNumber, 0), or(t.DefaultVersionNumber, 0)
		numbers := []int64{latest}
		if standard != latest {
			numbers = append(numbers, standard)
		}
		for _, number := range numbers {
			it := p.ec2Item(f.read, "aws_launch_template", t.LaunchTemplateId, p.arn("ec2", "launch-template/"+or(t.LaunchTemplateId, "")), t.Tags, attrs{
				"name": t.LaunchTemplateName, "latest_version": t.LatestVersionNumber, "default_version": t.DefaultVersionNumber,
			})
			v, ok := versions[versionKey{it.name, number}]
			if number != latest {
				it.name += ":" + strconv.FormatInt(number, 10)
			}
			if !ok {
				it.unread = unseen
			}
			it.reads = map[string]read{}
			for name, value := range versionAttrs(v.one) {
				it.attrs[name], it.reads[name] = value, v.read
			}
			p.emit(it)
		}
	}
}

// versionAttrs are the settings of a version, none where it was not read. What a
// template leaves out, whatever launches from it decides.
func versionAttrs(v types.LaunchTemplateVersion) attrs {
	d := v.LaunchTemplateData
	if d == nil {
		return nil
	}
	a := attrs{
		"description": optional(v.VersionDescription), "image_id": optional(d.ImageId), "instance_type": optional(d.InstanceType), "key_name": optional(d.KeyName),
		"ebs_optimized": boolText(d.EbsOptimized), "vpc_security_group_ids": texts(d.SecurityGroupIds), "security_group_names": texts(d.SecurityGroups),
		"block_device_mappings": templateDisks(d.BlockDeviceMappings), "network_interfaces": templateInterfaces(d.NetworkInterfaces),
		"metadata_options": []attrs{}, "monitoring": []attrs{}, "iam_instance_profile": []attrs{},
		"user_data": examinedText(d.UserData),
	}
	if m := d.MetadataOptions; m != nil {
		a["metadata_options"] = []attrs{{
			"http_endpoint": optional(m.HttpEndpoint), "http_tokens": optional(m.HttpTokens), "http_put_response_hop_limit": optional(m.HttpPutResponseHopLimit),
			"http_protocol_ipv6": optional(m.HttpProtocolIpv6), "instance_metadata_tags": optional(m.InstanceMetadataTags),
		}}
	}
	if m := d.Monitoring; m != nil {
		a["monitoring"] = []attrs{{"enabled": optional(m.Enabled)}}
	}
	if i := d.IamInstanceProfile; i != nil {
		a["iam_instance_profile"] = []attrs{{"arn": optional(i.Arn), "name": optional(i.Name)}}
	}
	return a
}

func templateDisks(all []types.LaunchTemplateBlockDeviceMapping) []attrs {
	out := []attrs{}
	for _, m := range all {
		ebs := []attrs{}
		if e := m.Ebs; e != nil {
			ebs = append(ebs, attrs{
				"encrypted": boolText(e.Encrypted), "kms_key_id": optional(e.KmsKeyId), "snapshot_id": optional(e.SnapshotId), "delete_on_termination": boolText(e.DeleteOnTermination),
				"volume_size": optional(e.VolumeSize), "volume_type": optional(e.VolumeType), "iops": optional(e.Iops), "throughput": optional(e.Throughput),
			})
		}
		out = append(out, attrs{"device_name": optional(m.DeviceName), "no_device": optional(m.NoDevice), "virtual_name": optional(m.VirtualName), "ebs": ebs})
	}
	return out
}

func templateInterfaces(all []types.LaunchTemplateInstanceNetworkInterfaceSpecification) []attrs {
	out := []attrs{}
	for _, n := range all {
		out = append(out, attrs{
			"associate_public_ip_address": boolText(n.AssociatePublicIpAddress), "device_index": optional(n.DeviceIndex), "network_interface_id": optional(n.NetworkInterfaceId),
			"subnet_id": optional(n.SubnetId), "security_groups": texts(n.Groups), "delete_on_termination": boolText(n.DeleteOnTermination),
		})
	}
	return out
}

// boolText is an optional boolean as the provider's templates have it, where "" and
// "true" are told apart.
func boolText(b *bool) any {
	if b == nil {
		return nil
	}
	return strconv.FormatBool(*b)
}
