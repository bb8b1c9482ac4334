package aws

import (
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// volumes lists the account's volumes, for themselves and for the instances' disks.
func volumes(ctx context.Context, p *place) ([]found[types.Volume], error) {
	pages := ec2.NewDescribeVolumesPaginator(p.ec2(), &ec2.DescribeVolumesInput{IncludeManagedResources: managedToo, MaxResults: sdk.Int32(500)})
	return everything(ctx, p, describeVolumes, pages, func(o *ec2.DescribeVolumesOutput) []types.Volume { return o.Volumes })
}

func readVolumes(ctx context.Context, p *place) {
	all, err := volumes(ctx, p)
	p.lost(describeVolumes, "", err)
	for _, f := range all {
		v := f.one
		p.emit(p.ec2Item(f.read, "aws_ebs_volume", v.VolumeId, p.arn("ec2", "volume/"+or(v.VolumeId, "")), v.Tags, attrs{
			"encrypted": v.Encrypted, "kms_key_id": keyOf(ctx, p, v.KmsKeyId), "snapshot_id": optional(v.SnapshotId), "size": v.Size, "type": v.VolumeType,
			"availability_zone": v.AvailabilityZone, "multi_attach_enabled": optional(v.MultiAttachEnabled), "outpost_arn": optional(v.OutpostArn),
			"iops": optional(v.Iops), "throughput": optional(v.Throughput),
		}))
	}
}

// readAttachments tells what the volumes are attached to. A volume that is being detached is not.
func readAttachments(ctx context.Context, p *place) {
	all, err := volumes(ctx, p)
	p.lost(describeVolumes, "", err)
	for _, f := range all {
		for _, a := range f.one.Attachments {
			if a.InstanceId == nil || a.State == types.VolumeAttachmentStateDetached || a.State == types.VolumeAttachmentStateDetaching {
				continue // attached to nothing, or to a task of a service
			}
			name := or(f.one.VolumeId, "") + " " + *a.InstanceId
			p.emit(item{typ: "aws_volume_attachment", name: name, read: f.read, attrs: attrs{
				"id": name, "volume_id": f.one.VolumeId, "instance_id": a.InstanceId, "device_name": a.Device, "region": p.region,
			}})
		}
	}
}

// diskSnapshots lists the snapshots that the account owns.
func diskSnapshots(ctx context.Context, p *place) ([]found[types.Snapshot], error) {
	pages := ec2.NewDescribeSnapshotsPaginator(p.ec2(), &ec2.DescribeSnapshotsInput{OwnerIds: []string{"self"}, MaxResults: sdk.Int32(1000)})
	return everything(ctx, p, describeSnapshots, pages, func(o *ec2.DescribeSnapshotsOutput) []types.Snapshot {
		return slices.DeleteFunc(o.Snapshots, func(s types.Snapshot) bool { return p.foreign(s.OwnerId) })
	})
}

// noVolume is what AWS answers for the volume of a snapshot that is a copy.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html
const noVolume = "vol-ffffffff"

func readDiskSnapshots(ctx context.Context, p *place) {
	all, err := diskSnapshots(ctx, p)
	p.lost(describeSnapshots, "", err)
	for _, f := range all {
		s := f.one
		a := attrs{
			"encrypted": s.Encrypted, "kms_key_id": keyOf(ctx, p, s.KmsKeyId), "volume_id": s.VolumeId, "volume_size": s.VolumeSize,
			"owner_id": s.OwnerId, "storage_tier": optional(s.StorageTier), "description": optional(s.Description), "outpost_arn": optional(s.OutpostArn),
		}
		if or(s.VolumeId, "") == noVolume {
			a["volume_id"] = nil
		}
		p.emit(p.ec2Item(f.read, "aws_ebs_snapshot", s.SnapshotId, p.unownedARN("snapshot/"+or(s.SnapshotId, "")), s.Tags, a))
	}
}

// unownedARN is the ARN of a snapshot or an image, which has no account in it.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
func (p *place) unownedARN(rest string) string {
	return "arn:" + p.account.partition + ":ec2:" + p.region + "::" + rest
}

// readSnapshotShares asks of each snapshot whom it is shared with, everybody
// included, since no listing tells the accounts. It saves the call for snapshots under
// a key that AWS manages, which cannot be shared; if the aliases that tell cannot be
// listed, more calls are made and nothing is lost.
// Source: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
func readSnapshotShares(ctx context.Context, p *place) {
	all, err := diskSnapshots(ctx, p)
	p.lost(describeSnapshots, "", err)
	shareable := all
	if slices.ContainsFunc(all, func(f found[types.Snapshot]) bool { return f.one.KmsKeyId != nil }) {
		managed, _ := managedKeys(ctx, p)
		shareable = slices.DeleteFunc(slices.Clone(all), func(f found[types.Snapshot]) bool { return managed[or(f.one.KmsKeyId, "")] != "" })
	}
	fewAtATime(ctx, shareable, func(ctx context.Context, f found[types.Snapshot]) {
		id := or(f.one.SnapshotId, "")
		out, r, err := get(ctx, p, describeSnapshotAttribute, id, p.ec2().DescribeSnapshotAttribute, &ec2.DescribeSnapshotAttributeInput{
			SnapshotId: &id, Attribute: types.SnapshotAttributeNameCreateVolumePermission,
		})
		share := func(name string, a attrs) item {
			a["snapshot_id"], a["region"] = id, p.region
			return item{typ: "aws_snapshot_create_volume_permission", name: id + " " + name, read: r, attrs: a}
		}
		if err != nil {
			problem := asFailure(err)
			if problem == nil { // nothing was lost, but it was listed: a new one may not be known everywhere yet
				problem = &failure{op: describeSnapshotAttribute, kind: "gone"}
			} else {
				p.lostOne(r, problem)
			}
			it := share("?", attrs{"account_id": problem})
			it.unread, it.maybe = problem, problem
			p.emit(it)
			return
		}
		for _, c := range out.CreateVolumePermissions {
			var to any = c.Group
			if c.UserId != nil {
				to = *c.UserId
			}
			p.emit(share(or(c.UserId, string(c.Group)), attrs{"account_id": to}))
		}
	})
}
