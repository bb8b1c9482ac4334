package aws_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	ownKeys  = "arn:aws:kms:eu-west-1:" + ownAccount + ":key/"
	ebsAlias = "arn:aws:kms:eu-west-1:" + ownAccount + ":alias/aws/ebs"
	aliases  = `{"Aliases":[{"AliasName":"alias/aws/ebs","TargetKeyId":"managed"},{"AliasName":"alias/aws/unused"},{"AliasName":"alias/records","TargetKeyId":"mine"}]}`
)

func volumeItem(id, encrypted, key string) string {
	text := "<item><volumeId>" + id + "</volumeId><size>20</size><volumeType>gp3</volumeType>"
	if encrypted != "" {
		text += "<encrypted>" + encrypted + "</encrypted>"
	}
	if key != "" {
		text += "<kmsKeyId>" + key + "</kmsKeyId>"
	}
	return text + "</item>"
}

func TestVolumes(t *testing.T) {
	says := answers{"ListAliases": aliases, "DescribeVolumes": "<volumeSet>" +
		volumeItem("vol-clear", "false", "") + volumeItem("vol-managed", "true", ownKeys+"managed") + volumeItem("vol-mine", "true", ownKeys+"mine") +
		volumeItem("vol-theirs", "true", "arn:aws:kms:eu-west-1:210987654321:key/theirs") + volumeItem("vol-unsaid", "", "") + "</volumeSet>"}
	wants := map[string]map[string]any{
		"vol-clear":   {"encrypted": false, "kms_key_id": nil, "size": 20, "snapshot_id": nil},
		"vol-managed": {"encrypted": true, "kms_key_id": ebsAlias},
		"vol-mine":    {"encrypted": true, "kms_key_id": ownKeys + "mine"},
		"vol-theirs":  {"encrypted": true, "kms_key_id": "arn:aws:kms:eu-west-1:210987654321:key/theirs"},
		"vol-unsaid":  {"encrypted": "unknown: ec2:DescribeVolumes", "kms_key_id": nil},
	}
	set := (&fake{answers: says}).audit(t, []string{"aws_ebs_volume"})
	for name, want := range wants {
		holds(t, set.one(t, "aws_ebs_volume", name), want)
	}
	says["ListAliases"] = "error UnauthorizedOperation"
	set = (&fake{answers: says}).audit(t, []string{"aws_ebs_volume"})
	wants["vol-managed"]["kms_key_id"], wants["vol-mine"]["kms_key_id"] = "unknown: kms:ListAliases", "unknown: kms:ListAliases"
	for name, want := range wants {
		holds(t, set.one(t, "aws_ebs_volume", name), want)
	}
	if gaps := set.Gaps; len(gaps) != 1 || gaps[0].What != "kms:ListAliases" || !gaps[0].Settled {
		t.Errorf("gaps are %+v, not one that the volumes carry", gaps)
	}
}

func TestSnapshotShares(t *testing.T) {
	item := func(id, volume, rest string) string {
		return "<item><snapshotId>" + id + "</snapshotId><volumeId>" + volume + "</volumeId><ownerId>" + ownAccount + "</ownerId><encrypted>true</encrypted>" + rest + "</item>"
	}
	f := &fake{answers: answers{"ListAliases": aliases, "DescribeSnapshots": "<snapshotSet>" +
		item("snap-public", "vol-1", "") + item("snap-shared", "vol-ffffffff", "<kmsKeyId>"+ownKeys+"mine</kmsKeyId>") + item("snap-managed", "vol-3", "<kmsKeyId>"+ownKeys+"managed</kmsKeyId>") +
		item("snap-denied", "vol-4", "") + "<item><snapshotId>snap-foreign</snapshotId><ownerId>210987654321</ownerId></item></snapshotSet>"}}
	f.answers["DescribeSnapshotAttribute"] = func(in ask) string {
		return map[string]string{
			"snap-public": "<createVolumePermission><item><group>all</group></item></createVolumePermission>",
			"snap-shared": "<createVolumePermission><item><userId>210987654321</userId></item><item><userId>310987654321</userId></item></createVolumePermission>",
			"snap-denied": "error UnauthorizedOperation",
		}[in.Get("SnapshotId")]
	}
	set := f.audit(t, []string{"aws_ebs_snapshot", "aws_snapshot_create_volume_permission"})
	const shares = "aws_snapshot_create_volume_permission"
	if diff := cmp.Diff([]string{"snap-denied ?", "snap-public all", "snap-shared 210987654321", "snap-shared 310987654321"}, set.names(shares)); diff != "" {
		t.Error(diff)
	}
	holds(t, set.one(t, shares, "snap-public all"), map[string]any{"snapshot_id": "snap-public", "account_id": "all"})
	holds(t, set.one(t, shares, "snap-shared 310987654321"), map[string]any{"snapshot_id": "snap-shared", "account_id": "310987654321"})
	perhaps := set.one(t, shares, "snap-denied ?")
	holds(t, perhaps, map[string]any{"snapshot_id": "snap-denied", "account_id": "unknown: ec2:DescribeSnapshotAttribute"})
	if len(perhaps.Existence) != 1 {
		t.Error("whether a snapshot is shared is certain, though nothing tells")
	}
	if f.calls["DescribeSnapshots"] != 1 || f.calls["DescribeSnapshotAttribute"] != 3 {
		t.Errorf("calls: %v; want one listing, and none for a snapshot that cannot be shared", f.calls)
	}
	holds(t, set.one(t, "aws_ebs_snapshot", "snap-shared"), map[string]any{"volume_id": nil, "kms_key_id": ownKeys + "mine", "arn": "arn:aws:ec2:eu-west-1::snapshot/snap-shared"})
	holds(t, set.one(t, "aws_ebs_snapshot", "snap-managed"), map[string]any{"volume_id": "vol-3", "kms_key_id": ebsAlias, "encrypted": true})
	if slices.Contains(set.names("aws_ebs_snapshot"), "snap-foreign") {
		t.Error("a snapshot of another account was read as one's own")
	}
}

func TestImages(t *testing.T) {
	image := func(id, public string) string {
		return "<item><imageId>" + id + "</imageId><name>" + id + "</name><imageState>available</imageState>" + public + "<rootDeviceName>/dev/xvda</rootDeviceName><blockDeviceMapping>" +
			"<item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-1</snapshotId><encrypted>false</encrypted></ebs></item><item><deviceName>/dev/xvdb</deviceName><virtualName>ephemeral0</virtualName></item></blockDeviceMapping></item>"
	}
	f := &fake{answers: answers{"DescribeImages": "<imagesSet>" + image("ami-public", "<isPublic>true</isPublic>") + image("ami-shared", "<isPublic>false</isPublic>") + image("ami-unsaid", "") +
		"<item><imageId>ami-gone</imageId><imageState>deregistered</imageState></item></imagesSet>"}}
	f.answers["DescribeImageAttribute"] = func(in ask) string {
		if in.Get("ImageId") == "ami-shared" {
			return "<launchPermission><item><userId>210987654321</userId></item><item><organizationArn>arn:aws:organizations::210987654321:organization/o-1</organizationArn></item></launchPermission>"
		}
		return "error UnauthorizedOperation"
	}
	set := f.audit(t, []string{"aws_ami", "aws_ami_launch_permission"})
	if diff := cmp.Diff([]string{"ami-public", "ami-shared", "ami-unsaid"}, set.names("aws_ami")); diff != "" {
		t.Error(diff)
	}
	holds(t, set.one(t, "aws_ami", "ami-public"), map[string]any{"public": true, "root_snapshot_id": "snap-1", "imds_support": nil, "ebs_block_device": []any{map[string]any{
		"device_name": "/dev/xvda", "encrypted": false, "snapshot_id": "snap-1", "delete_on_termination": nil, "volume_size": nil, "volume_type": nil, "iops": nil, "throughput": nil,
	}}})
	holds(t, set.one(t, "aws_ami", "ami-unsaid"), map[string]any{"public": "unknown: ec2:DescribeImages"})
	const shares = "aws_ami_launch_permission"
	if diff := cmp.Diff([]string{"ami-public all", "ami-shared 210987654321", "ami-shared arn:aws:organizations::210987654321:organization/o-1", "ami-unsaid ?"}, set.names(shares)); diff != "" {
		t.Error(diff)
	}
	holds(t, set.one(t, shares, "ami-public all"), map[string]any{"image_id": "ami-public", "group": "all", "account_id": nil})
	holds(t, set.one(t, shares, "ami-shared 210987654321"), map[string]any{"image_id": "ami-shared", "group": nil, "account_id": "210987654321"})
	if f.calls["DescribeImageAttribute"] != 2 || f.calls["DescribeImages"] != 1 {
		t.Errorf("calls: %v; want no call for what is public", f.calls)
	}
}
