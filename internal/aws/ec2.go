package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// User data often holds secrets. All that is taken of it is whether there is any.
var (
	describeVpcs                   = operation{service: "ec2", name: "DescribeVpcs"}
	describeSubnets                = operation{service: "ec2", name: "DescribeSubnets"}
	describeFlowLogs               = operation{service: "ec2", name: "DescribeFlowLogs"}
	describeSecurityGroups         = operation{service: "ec2", name: "DescribeSecurityGroups"}
	describeNetworkACLs            = operation{service: "ec2", name: "DescribeNetworkAcls"}
	describeAddresses              = operation{service: "ec2", name: "DescribeAddresses"}
	describeVolumes                = operation{service: "ec2", name: "DescribeVolumes"}
	describeSnapshots              = operation{service: "ec2", name: "DescribeSnapshots"}
	describeSnapshotAttribute      = operation{service: "ec2", name: "DescribeSnapshotAttribute", absent: []string{"InvalidSnapshot.NotFound"}}
	describeImages                 = operation{service: "ec2", name: "DescribeImages"}
	describeImageAttribute         = operation{service: "ec2", name: "DescribeImageAttribute", absent: []string{"InvalidAMIID.NotFound", "InvalidAMIID.Unavailable"}}
	describeInstances              = operation{service: "ec2", name: "DescribeInstances"}
	describeInstanceAttribute      = operation{service: "ec2", name: "DescribeInstanceAttribute", absent: []string{"InvalidInstanceID.NotFound"}}
	describeLaunchTemplates        = operation{service: "ec2", name: "DescribeLaunchTemplates"}
	describeLaunchTemplateVersions = operation{service: "ec2", name: "DescribeLaunchTemplateVersions"}
	getEncryptionByDefault         = operation{service: "ec2", name: "GetEbsEncryptionByDefault"}
	getDefaultKey                  = operation{service: "ec2", name: "GetEbsDefaultKmsKeyId"}
	getSnapshotBlock               = operation{service: "ec2", name: "GetSnapshotBlockPublicAccessState"}
	getImageBlock                  = operation{service: "ec2", name: "GetImageBlockPublicAccessState"}
	getMetadataDefaults            = operation{service: "ec2", name: "GetInstanceMetadataDefaults"}
)

// managedToo asks for what services of AWS manage in the account as well, instances and
// disks that run its work: an account can be set up not to list them.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedResourceVisibilitySettings.html
var managedToo = sdk.Bool(true)

func ec2Parts() []part {
	one := func(run func(context.Context, *place), uses []operation, types ...string) part {
		return part{types: types, uses: uses, run: run}
	}
	uses := func(ops ...operation) []operation { return ops }
	return []part{
		one(readVpcs, uses(describeVpcs), "aws_vpc", "aws_default_vpc"),
		one(readSubnets, uses(describeSubnets), "aws_subnet"),
		one(readFlowLogs, uses(describeFlowLogs), "aws_flow_log"),
		one(readSecurityGroups, uses(describeSecurityGroups), "aws_security_group", "aws_default_security_group"),
		one(readNetworkACLs, uses(describeNetworkACLs), "aws_network_acl", "aws_default_network_acl"),
		one(readVpcEndpoints, uses(describeVpcEndpoints), "aws_vpc_endpoint"),
		one(readAddresses, uses(describeAddresses), "aws_eip", "aws_eip_association"),
		one(readRouteTables, uses(describeRouteTables), "aws_route_table", "aws_route_table_association", "aws_main_route_table_association"),
		one(readInternetGateways, uses(describeInternetGateways), "aws_internet_gateway"),
		one(readVpnConnections, uses(describeVpnConnections), "aws_vpn_connection"),
		one(readClientVpns, uses(describeClientVpns), "aws_ec2_client_vpn_endpoint"),
		one(readClientVpnPermits, uses(describeClientVpns, describeClientVpnPermits), "aws_ec2_client_vpn_authorization_rule"),
		one(readVolumes, uses(describeVolumes, listAliases), "aws_ebs_volume"),
		one(readAttachments, uses(describeVolumes), "aws_volume_attachment"),
		one(readDiskSnapshots, uses(describeSnapshots, listAliases), "aws_ebs_snapshot"),
		one(readSnapshotShares, uses(describeSnapshots, describeSnapshotAttribute, listAliases), "aws_snapshot_create_volume_permission"),
		one(readImages, uses(describeImages), "aws_ami"),
		one(readImageShares, uses(describeImages, describeImageAttribute), "aws_ami_launch_permission"),
		one(readMachines, uses(describeInstances, describeInstanceAttribute, describeVolumes, listAliases), "aws_instance"),
		one(readMachineStatus, uses(describeInstances), "aws_instance_status"),
		one(readLaunchTemplates, uses(describeLaunchTemplates, describeLaunchTemplateVersions), "aws_launch_template"),
		one(readEncryptionByDefault, uses(getEncryptionByDefault), "aws_ebs_encryption_by_default"),
		one(readDefaultKey, uses(getDefaultKey, listAliases), "aws_ebs_default_kms_key"),
		one(readSnapshotBlock, uses(getSnapshotBlock), "aws_ebs_snapshot_block_public_access"),
		one(readImageBlock, uses(getImageBlock), "aws_ec2_image_block_public_access"),
		one(readMetadataDefaults, uses(getMetadataDefaults), "aws_ec2_instance_metadata_defaults"),
	}
}

func (p *place) ec2() *ec2.Client { return ec2.NewFromConfig(p.config()) }

// foreign tells that something belongs to another account, which shares it with this
// one: it is judged there, where all of it can be seen.
func (p *place) foreign(owner *string) bool { return owner != nil && *owner != p.account.id }

// ec2Item is a resource of EC2, named by its id, with what all of them have.
func (p *place) ec2Item(r read, typ string, id *string, arn string, tags []types.Tag, a attrs) item {
	a["id"], a["arn"], a["region"], a["tags_all"] = id, arn, p.region, ec2Tags(tags)
	return item{typ: typ, name: or(id, ""), arn: arn, read: r, attrs: a}
}

func ec2Tags(tags []types.Tag) map[string]string {
	return tagsOf(tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
}

// found is something listed, with the call that showed it.
type found[T any] struct {
	one  T
	read read
}

// everything lists for several parts. Each enters the error for its own types.
func everything[Out, Opt, T any](ctx context.Context, p *place, op operation, pages pager[Out, Opt], members func(*Out) []T) ([]found[T], error) {
	return once(p, op.String(), func() ([]found[T], error) {
		var all []found[T]
		err := listPages(ctx, p, op, "", pages, func(page *Out, r read) {
			for _, m := range members(page) {
				all = append(all, found[T]{m, r})
			}
		})
		return all, err
	})
}

// fewAtATime works on members that each need a call, so that the other reads of a
// Region do not wait behind thousands of them.
func fewAtATime[T any](ctx context.Context, all []T, work func(context.Context, T)) {
	const few = 8
	someAtATime(ctx, few, all, work)
}
