package aws

import (
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

var (
	describeLaunchConfigurations = operation{service: "autoscaling", name: "DescribeLaunchConfigurations"}
	describeAutoScalingGroups    = operation{service: "autoscaling", name: "DescribeAutoScalingGroups"}
)

func autoscalingParts() []part {
	return []part{
		{types: []string{"aws_autoscaling_group"}, uses: []operation{describeAutoScalingGroups}, run: readAutoScalingGroups},
		{types: []string{"aws_launch_configuration"}, uses: []operation{describeLaunchConfigurations, describeImages}, run: readLaunchConfigurations},
	}
}

// readAutoScalingGroups reads the groups with what sends them traffic: target groups and
// load balancers have lists of their own, and stand among the traffic sources as well.
// Source: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html
func readAutoScalingGroups(ctx context.Context, p *place) {
	pages := autoscaling.NewDescribeAutoScalingGroupsPaginator(autoscaling.NewFromConfig(p.config()), &autoscaling.DescribeAutoScalingGroupsInput{MaxRecords: sdk.Int32(100)})
	list(ctx, p, describeAutoScalingGroups, pages, func(page *autoscaling.DescribeAutoScalingGroupsOutput, r read) {
		for _, g := range page.AutoScalingGroups {
			sources := []attrs{}
			for _, s := range g.TrafficSources {
				sources = append(sources, attrs{"identifier": s.Identifier, "type": optional(s.Type)})
			}
			tags := []attrs{}
			for _, t := range g.Tags {
				tags = append(tags, attrs{"key": t.Key, "value": optional(t.Value), "propagate_at_launch": optional(t.PropagateAtLaunch)})
			}
			p.emit(item{typ: "aws_autoscaling_group", name: or(g.AutoScalingGroupName, ""), arn: or(g.AutoScalingGroupARN, ""), read: r, attrs: attrs{
				"id": g.AutoScalingGroupName, "name": g.AutoScalingGroupName, "name_prefix": nil, "arn": g.AutoScalingGroupARN, "region": p.region,
				"health_check_type": g.HealthCheckType, "target_group_arns": texts(g.TargetGroupARNs), "load_balancers": texts(g.LoadBalancerNames),
				"traffic_source": sources, "tag": tags,
			}})
		}
	})
}

func readLaunchConfigurations(ctx context.Context, p *place) {
	var all []found[types.LaunchConfiguration]
	pages := autoscaling.NewDescribeLaunchConfigurationsPaginator(autoscaling.NewFromConfig(p.config()), &autoscaling.DescribeLaunchConfigurationsInput{MaxRecords: sdk.Int32(100)})
	list(ctx, p, describeLaunchConfigurations, pages, func(page *autoscaling.DescribeLaunchConfigurationsOutput, r read) {
		for _, c := range page.LaunchConfigurations {
			all = append(all, found[types.LaunchConfiguration]{c, r})
		}
	})
	roots, err := rootDevices(ctx, p, all)
	for _, f := range all {
		c := f.one
		root, other := configurationDisks(c, roots, asFailure(err))
		if _, ok := roots[or(c.ImageId, "")]; !ok && len(c.BlockDeviceMappings) > 0 {
			p.lostOne(p.begin(describeImages, ""), err)
		}
		metadata := []attrs{}
		if m := c.MetadataOptions; m != nil {
			metadata = append(metadata, attrs{
				"http_endpoint": optional(m.HttpEndpoint), "http_tokens": optional(m.HttpTokens), "http_put_response_hop_limit": optional(m.HttpPutResponseHopLimit),
			})
		}
		var monitoring any
		if m := c.InstanceMonitoring; m != nil {
			monitoring = optional(m.Enabled)
		}
		name := or(c.LaunchConfigurationName, "")
		p.emit(item{typ: "aws_launch_configuration", name: name, arn: or(c.LaunchConfigurationARN, ""), read: f.read, attrs: attrs{
			"id": c.LaunchConfigurationName, "name": c.LaunchConfigurationName, "arn": c.LaunchConfigurationARN, "region": p.region,
			"image_id": c.ImageId, "instance_type": optional(c.InstanceType), "key_name": optional(c.KeyName), "iam_instance_profile": optional(c.IamInstanceProfile),
			"associate_public_ip_address": optional(c.AssociatePublicIpAddress), "ebs_optimized": optional(c.EbsOptimized), "enable_monitoring": monitoring,
			"placement_tenancy": optional(c.PlacementTenancy), "security_groups": texts(c.SecurityGroups),
			"user_data": examinedText(c.UserData), "user_data_base64": nil,
			"metadata_options": metadata, "root_block_device": root, "ebs_block_device": other,
		}})
	}
}

// rootDevices are the names of the root devices of the images of launch
// configurations that describe disks, by image: nothing else tells which disk is the
// root. An image that is gone is missing.
func rootDevices(ctx context.Context, p *place, all []found[types.LaunchConfiguration]) (map[string]string, error) {
	var ids []string
	for _, f := range all {
		if f.one.ImageId != nil && len(f.one.BlockDeviceMappings) > 0 {
			ids = append(ids, *f.one.ImageId)
		}
	}
	slices.Sort(ids)
	out := map[string]string{}
	const most = 200 // values of a filter, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html
	for some := range slices.Chunk(slices.Compact(ids), most) {
		pages := ec2.NewDescribeImagesPaginator(p.ec2(), &ec2.DescribeImagesInput{
			Filters: []ec2types.Filter{{Name: sdk.String("image-id"), Values: some}}, IncludeDeprecated: sdk.Bool(true), IncludeDisabled: sdk.Bool(true), MaxResults: sdk.Int32(1000),
		})
		if err := listPages(ctx, p, describeImages, "", pages, func(page *ec2.DescribeImagesOutput, _ read) {
			for _, i := range page.Images {
				out[or(i.ImageId, "")] = or(i.RootDeviceName, "")
			}
		}); err != nil {
			return out, err
		}
	}
	return out, nil
}

// configurationDisks tells the root disk from the others. Where the image does not
// tell, all stand with the others, and there may be a root block.
func configurationDisks(c types.LaunchConfiguration, roots map[string]string, unseen *failure) (root any, other []attrs) {
	device, known := roots[or(c.ImageId, "")]
	blocks := []attrs{}
	other = []attrs{}
	for _, m := range c.BlockDeviceMappings {
		e := m.Ebs
		if e == nil {
			continue
		}
		// Encryption that is left out follows the snapshot and the Region's default.
		disk := attrs{
			"encrypted": optional(e.Encrypted), "delete_on_termination": optional(e.DeleteOnTermination), "iops": optional(e.Iops), "throughput": optional(e.Throughput),
			"volume_size": optional(e.VolumeSize), "volume_type": optional(e.VolumeType),
		}
		if m.DeviceName != nil && *m.DeviceName == device {
			blocks = append(blocks, disk)
			continue
		}
		disk["device_name"], disk["no_device"], disk["snapshot_id"] = m.DeviceName, optional(m.NoDevice), optional(e.SnapshotId)
		other = append(other, disk)
	}
	switch {
	case known || len(other) == 0:
		return blocks, other
	case unseen != nil:
		return unseen, other
	}
	return missing(), other
}
