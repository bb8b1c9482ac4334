package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/efs/types"
)

// Of a policy the code says that there is none.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html
var (
	describeFileSystems      = operation{service: "elasticfilesystem", name: "DescribeFileSystems"}
	describeFileSystemPolicy = operation{service: "elasticfilesystem", name: "DescribeFileSystemPolicy", absent: []string{"PolicyNotFound"}}
	describeBackupPolicy     = operation{service: "elasticfilesystem", name: "DescribeBackupPolicy", absent: []string{"PolicyNotFound"}}
	describeAccessPoints     = operation{service: "elasticfilesystem", name: "DescribeAccessPoints"}
)

func efsParts() []part {
	return []part{
		{types: []string{"aws_efs_file_system"}, uses: []operation{describeFileSystems}, run: readFileSystems},
		{types: []string{"aws_efs_file_system_policy"}, uses: []operation{describeFileSystems, describeFileSystemPolicy}, run: readFileSystemPolicies},
		{types: []string{"aws_efs_backup_policy"}, uses: []operation{describeFileSystems, describeBackupPolicy}, run: readBackupPolicies},
		{types: []string{"aws_efs_access_point"}, uses: []operation{describeAccessPoints}, run: readAccessPoints},
	}
}

func (p *place) efs() *efs.Client { return efs.NewFromConfig(p.config()) }

// fileSystem is a file system as it is listed.
type fileSystem struct {
	types.FileSystemDescription
	read read
}

// fileSystems lists a Region's file systems once; what failed is a gap of the part.
func fileSystems(ctx context.Context, p *place) []fileSystem {
	all, err := once(p, "file systems", func() (all []fileSystem, err error) {
		err = listPages(ctx, p, describeFileSystems, "", efs.NewDescribeFileSystemsPaginator(p.efs(), &efs.DescribeFileSystemsInput{}),
			func(page *efs.DescribeFileSystemsOutput, r read) {
				for _, fs := range page.FileSystems {
					if fs.LifeCycleState != types.LifeCycleStateDeleted {
						all = append(all, fileSystem{fs, r})
					}
				}
			})
		return all, err
	})
	p.lost(describeFileSystems, "", err)
	return all
}

func readFileSystems(ctx context.Context, p *place) {
	for _, fs := range fileSystems(ctx, p) {
		id := or(fs.FileSystemId, "")
		arn := or(fs.FileSystemArn, p.arn("elasticfilesystem", "file-system/"+id))
		p.emit(item{typ: "aws_efs_file_system", name: id, arn: arn, read: fs.read, attrs: fileSystemAttrs(fs.FileSystemDescription, p.region)})
	}
}

func readFileSystemPolicies(ctx context.Context, p *place) {
	forEach(ctx, fileSystems(ctx, p), func(ctx context.Context, fs fileSystem) {
		id := or(fs.FileSystemId, "")
		out, r, err := get(ctx, p, describeFileSystemPolicy, id, p.efs().DescribeFileSystemPolicy, &efs.DescribeFileSystemPolicyInput{FileSystemId: &id})
		known := attrs{"id": id, "file_system_id": id, "region": p.region}
		p.companion(item{typ: "aws_efs_file_system_policy", name: id, read: r}, err, known, func() attrs { return attrs{"policy": out.Policy} })
	})
}

// settled are the states that last, by those that lead to them.
var settled = map[types.Status]types.Status{types.StatusEnabling: types.StatusEnabled, types.StatusDisabling: types.StatusDisabled}

// readBackupPolicies writes what is about to be turned on or off as if it were done.
// Source: https://docs.aws.amazon.com/efs/latest/ug/API_BackupPolicy.html
func readBackupPolicies(ctx context.Context, p *place) {
	forEach(ctx, fileSystems(ctx, p), func(ctx context.Context, fs fileSystem) {
		id := or(fs.FileSystemId, "")
		out, r, err := get(ctx, p, describeBackupPolicy, id, p.efs().DescribeBackupPolicy, &efs.DescribeBackupPolicyInput{FileSystemId: &id})
		known := attrs{"id": id, "file_system_id": id, "region": p.region}
		p.companion(item{typ: "aws_efs_backup_policy", name: id, read: r}, err, known, func() attrs {
			if out.BackupPolicy == nil {
				return attrs{"backup_policy": missing()}
			}
			status := out.BackupPolicy.Status
			if done, ok := settled[status]; ok {
				status = done
			}
			return attrs{"backup_policy": []attrs{{"status": status}}}
		})
	})
}

func readAccessPoints(ctx context.Context, p *place) {
	list(ctx, p, describeAccessPoints, efs.NewDescribeAccessPointsPaginator(p.efs(), &efs.DescribeAccessPointsInput{}), func(page *efs.DescribeAccessPointsOutput, r read) {
		for _, a := range page.AccessPoints {
			user, root := []attrs{}, []attrs{}
			if u := a.PosixUser; u != nil {
				user = append(user, attrs{"uid": u.Uid, "gid": u.Gid})
			}
			if a.RootDirectory != nil {
				root = append(root, attrs{"path": optional(a.RootDirectory.Path)})
			}
			p.emit(item{typ: "aws_efs_access_point", name: or(a.AccessPointId, ""), arn: or(a.AccessPointArn, ""), read: r, attrs: attrs{
				"id": a.AccessPointId, "arn": a.AccessPointArn, "file_system_id": a.FileSystemId, "posix_user": user, "root_directory": root, "owner_id": optional(a.OwnerId),
				"tags_all": tagsOf(a.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), "region": p.region,
			}})
		}
	})
}

func fileSystemAttrs(fs types.FileSystemDescription, region string) attrs {
	protection := []attrs{}
	if fs.FileSystemProtection != nil {
		protection = append(protection, attrs{"replication_overwrite": fs.FileSystemProtection.ReplicationOverwriteProtection})
	}
	return attrs{
		"id": fs.FileSystemId, "arn": fs.FileSystemArn, "creation_token": fs.CreationToken, "owner_id": fs.OwnerId,
		"name":      optional(fs.Name), // the tag Name
		"encrypted": fs.Encrypted, "kms_key_id": optional(fs.KmsKeyId),
		"availability_zone_name": optional(fs.AvailabilityZoneName), // One Zone file systems alone have it
		"performance_mode":       optional(fs.PerformanceMode), "throughput_mode": optional(fs.ThroughputMode), "protection": protection,
		"tags_all": tagsOf(fs.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), "region": region,
	}
}
