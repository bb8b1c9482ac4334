package aws

import (
	"context"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// machines lists the instances. Terminated ones are left out: they stay in the listing
// for an hour, without disks or network.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html
func machines(ctx context.Context, p *place) []found[types.Instance] {
	pages := ec2.NewDescribeInstancesPaginator(p.ec2(), &ec2.DescribeInstancesInput{IncludeManagedResources: managedToo, MaxResults: sdk.Int32(1000)})
	all, err := everything(ctx, p, describeInstances, pages, func(page *ec2.DescribeInstancesOutput) []types.Reservation { return page.Reservations })
	p.lost(describeInstances, "", err)
	var out []found[types.Instance]
	for _, f := range all {
		if len(f.one.Instances) == 0 {
			p.garbled(describeInstances, "") // each has one at least
		}
		for _, i := range f.one.Instances {
			if s := i.State; s != nil && (s.Name == types.InstanceStateNameTerminated || s.Name == types.InstanceStateNameShuttingDown) {
				continue
			}
			out = append(out, found[types.Instance]{i, f.read})
		}
	}
	return out
}

// readMachines reads the instances with their disks.
func readMachines(ctx context.Context, p *place) {
	d := disksOf(ctx, p)
	all := machines(ctx, p)
	fewAtATime(ctx, all, func(ctx context.Context, f found[types.Instance]) {
		i := f.one
		it := p.ec2Item(f.read, "aws_instance", i.InstanceId, p.arn("ec2", "instance/"+or(i.InstanceId, "")), i.Tags, machineAttrs(i))
		it.reads = map[string]read{}
		if !startsWith(ctx, p, it) {
			return
		}
		d.join(ctx, p, i, it)
		p.emit(it)
	})
}

// startsWith examines the user data of an instance, which AWS gives encoded, however it
// was set; false if the instance is gone.
func startsWith(ctx context.Context, p *place, it item) bool {
	out, r, err := get(ctx, p, describeInstanceAttribute, it.name, p.ec2().DescribeInstanceAttribute, &ec2.DescribeInstanceAttributeInput{
		InstanceId: &it.name, Attribute: types.InstanceAttributeNameUserData,
	})
	data := missing()
	switch failure := asFailure(err); {
	case failure != nil:
		p.lostOne(r, failure)
		data = failure
	case err != nil:
		return false
	case out.UserData != nil:
		data = examinedText(out.UserData.Value)
	}
	it.attrs["user_data"], it.reads["user_data"] = data, r
	it.attrs["user_data_base64"] = nil
	return true
}

func machineAttrs(i types.Instance) attrs {
	var missing *string
	a := attrs{
		"ami": i.ImageId, "instance_type": i.InstanceType, "key_name": optional(i.KeyName), "ebs_optimized": i.EbsOptimized, "source_dest_check": optional(i.SourceDestCheck),
		"subnet_id": optional(i.SubnetId), "private_ip": optional(i.PrivateIpAddress), "public_ip": optional(i.PublicIpAddress), "associate_public_ip_address": i.PublicIpAddress != nil,
		"iam_instance_profile": nil, "launch_template": launchedFrom(i.Tags),
		"network_interface": nil, "primary_network_interface": nil, // what the instance was launched with cannot be told from what it has
		"instance_state": missing, "availability_zone": missing, "monitoring": missing, "metadata_options": missing, "enclave_options": missing,
	}
	if o := i.EnclaveOptions; o != nil {
		a["enclave_options"] = []attrs{{"enabled": o.Enabled}}
	}
	if i.State != nil {
		a["instance_state"] = i.State.Name
	}
	if i.Placement != nil {
		a["availability_zone"] = i.Placement.AvailabilityZone
	}
	if i.Monitoring != nil {
		a["monitoring"] = i.Monitoring.State == types.MonitoringStateEnabled
	}
	if profile := i.IamInstanceProfile; profile != nil {
		arn := or(profile.Arn, "")
		a["iam_instance_profile"] = arn[strings.LastIndexByte(arn, '/')+1:]
	}
	groups := make([]*string, 0, len(i.SecurityGroups))
	for _, g := range i.SecurityGroups {
		groups = append(groups, g.GroupId)
	}
	a["vpc_security_group_ids"] = ordered(groups)
	if m := i.MetadataOptions; m != nil {
		a["metadata_options"] = []attrs{{
			"http_endpoint": m.HttpEndpoint, "http_tokens": m.HttpTokens, "http_put_response_hop_limit": m.HttpPutResponseHopLimit,
			"http_protocol_ipv6": optional(m.HttpProtocolIpv6), "instance_metadata_tags": optional(m.InstanceMetadataTags),
		}}
	}
	return a
}

// launchedFrom is the launch template, which AWS writes into tags of the instance.
// Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
func launchedFrom(tags []types.Tag) any {
	all := ec2Tags(tags)
	id := all["aws:ec2launchtemplate:id"]
	if id == "" {
		return nil
	}
	return []attrs{{"id": id, "version": optional(all["aws:ec2launchtemplate:version"])}}
}

// disks are the volumes of a Region by id, to join to the instances that have them.
type disks struct {
	byID map[string]found[types.Volume]
	// failure says why volumes are missing, nil where all were listed.
	failure *failure
}

func disksOf(ctx context.Context, p *place) disks {
	all, err := volumes(ctx, p)
	d := disks{make(map[string]found[types.Volume], len(all)), asFailure(err)}
	for _, f := range all {
		d.byID[or(f.one.VolumeId, "")] = f
	}
	return d
}

// join fills the block devices of an instance. The listing of instances names the
// volumes; whether they are encrypted stands in that of volumes.
func (d disks) join(ctx context.Context, p *place, i types.Instance, it item) {
	unseen := func(m types.InstanceBlockDeviceMapping) bool { return m.Ebs == nil }
	if i.BlockDeviceMappings == nil || slices.ContainsFunc(i.BlockDeviceMappings, unseen) { // one without any has an empty list
		it.attrs["root_block_device"], it.attrs["ebs_block_device"] = missing(), missing()
		return
	}
	root, other := []attrs{}, []attrs{}
	for _, m := range i.BlockDeviceMappings {
		f, ok := d.byID[or(m.Ebs.VolumeId, "")]
		disk := attrs{"device_name": m.DeviceName, "volume_id": m.Ebs.VolumeId, "delete_on_termination": optional(m.Ebs.DeleteOnTermination)}
		d.volume(ctx, p, f.one, ok, disk)
		name := "ebs_block_device"
		if m.DeviceName != nil && *m.DeviceName == or(i.RootDeviceName, "") {
			name = "root_block_device"
			root = append(root, disk)
		} else {
			disk["snapshot_id"] = optional(f.one.SnapshotId)
			other = append(other, disk)
		}
		if ok {
			it.reads[name] = f.read
		}
	}
	it.attrs["root_block_device"], it.attrs["ebs_block_device"] = root, other
}

// volume adds what is known of a volume. One that is not listed, because it was made
// or deleted a moment ago or the listing failed, is unknown.
func (d disks) volume(ctx context.Context, p *place, v types.Volume, listed bool, disk attrs) {
	if !listed && d.failure != nil {
		p.lostOne(p.begin(describeVolumes, ""), d.failure)
		for _, name := range []string{"encrypted", "kms_key_id", "volume_size", "volume_type", "tags_all"} {
			disk[name] = d.failure
		}
		return
	}
	disk["encrypted"], disk["volume_size"], disk["volume_type"], disk["kms_key_id"] = v.Encrypted, v.Size, v.VolumeType, v.KmsKeyId
	if listed {
		disk["kms_key_id"], disk["tags_all"] = keyOf(ctx, p, v.KmsKeyId), ec2Tags(v.Tags)
	}
}
