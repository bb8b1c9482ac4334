package aws

import (
	"cmp"
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// goneImages are the states of images that are not there, or not yet.
var goneImages = []types.ImageState{types.ImageStateInvalid, types.ImageStateDeregistered, types.ImageStateFailed, types.ImageStateError}

// images lists the images that the account owns, those that are disabled as well.
func images(ctx context.Context, p *place) ([]found[types.Image], error) {
	pages := ec2.NewDescribeImagesPaginator(p.ec2(), &ec2.DescribeImagesInput{
		Owners: []string{"self"}, IncludeDeprecated: sdk.Bool(true), IncludeDisabled: sdk.Bool(true), MaxResults: sdk.Int32(1000),
	})
	return everything(ctx, p, describeImages, pages, func(o *ec2.DescribeImagesOutput) []types.Image {
		return slices.DeleteFunc(o.Images, func(i types.Image) bool { return p.foreign(i.OwnerId) || slices.Contains(goneImages, i.State) })
	})
}

func readImages(ctx context.Context, p *place) {
	all, err := images(ctx, p)
	p.lost(describeImages, "", err)
	for _, f := range all {
		i := f.one
		disks := []attrs{}
		var root any
		for _, m := range i.BlockDeviceMappings {
			e := m.Ebs
			if e == nil && m.VirtualName == nil && m.NoDevice == nil {
				e = &types.EbsBlockDevice{} // a disk of which nothing is told
			}
			if e == nil {
				continue
			}
			if m.DeviceName != nil && or(i.RootDeviceName, "") == *m.DeviceName {
				root = optional(e.SnapshotId)
			}
			disks = append(disks, attrs{
				"device_name": m.DeviceName, "encrypted": e.Encrypted, "snapshot_id": optional(e.SnapshotId), "delete_on_termination": optional(e.DeleteOnTermination),
				"volume_size": optional(e.VolumeSize), "volume_type": optional(e.VolumeType), "iops": optional(e.Iops), "throughput": optional(e.Throughput),
			})
		}
		p.emit(p.ec2Item(f.read, "aws_ami", i.ImageId, p.unownedARN("image/"+or(i.ImageId, "")), i.Tags, attrs{
			"name": i.Name, "public": i.Public, "owner_id": i.OwnerId, "description": optional(i.Description), "ebs_block_device": always(i.BlockDeviceMappings, disks),
			"root_device_name": optional(i.RootDeviceName), "root_snapshot_id": root, "imds_support": optional(i.ImdsSupport), "deprecation_time": optional(i.DeprecationTime),
			"platform_details": optional(i.PlatformDetails), "image_owner_alias": optional(i.ImageOwnerAlias), "last_launched_time": optional(i.LastLaunchedTime),
		}))
	}
}

// readImageShares asks of each image whom it is shared with, but of public ones,
// whose listing says that everybody may use them.
func readImageShares(ctx context.Context, p *place) {
	all, err := images(ctx, p)
	p.lost(describeImages, "", err)
	fewAtATime(ctx, all, func(ctx context.Context, f found[types.Image]) {
		id := or(f.one.ImageId, "")
		share := func(r read, name string, a attrs) item {
			a["image_id"], a["region"] = id, p.region
			return item{typ: "aws_ami_launch_permission", name: id + " " + name, read: r, attrs: a}
		}
		if or(f.one.Public, false) {
			p.emit(share(f.read, "all", shareAttrs(types.LaunchPermission{Group: types.PermissionGroupAll})))
			return
		}
		var out *ec2.DescribeImageAttributeOutput
		out, r, err := get(ctx, p, describeImageAttribute, id, p.ec2().DescribeImageAttribute, &ec2.DescribeImageAttributeInput{
			ImageId: &id, Attribute: types.ImageAttributeNameLaunchPermission,
		})
		if problem := asFailure(err); problem != nil {
			it := share(r, "?", attrs{})
			it.unread, it.maybe = problem, problem
			p.lostOne(r, problem)
			p.emit(it)
			return
		}
		if err != nil {
			return // it is gone
		}
		for _, l := range out.LaunchPermissions {
			p.emit(share(r, cmp.Or(or(l.UserId, ""), string(l.Group), or(l.OrganizationArn, ""), or(l.OrganizationalUnitArn, "")), shareAttrs(l)))
		}
	})
}

func shareAttrs(l types.LaunchPermission) attrs {
	return attrs{
		"account_id": optional(l.UserId), "group": optional(l.Group), "organization_arn": optional(l.OrganizationArn), "organizational_unit_arn": optional(l.OrganizationalUnitArn),
	}
}
