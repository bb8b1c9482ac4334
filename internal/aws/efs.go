package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/efs/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html
var describeFileSystems = operation{service: "elasticfilesystem", name: "DescribeFileSystems"}

func efsParts() []part {
	return []part{{types: []string{"aws_efs_file_system"}, uses: []operation{describeFileSystems}, run: readFileSystems}}
}

func readFileSystems(ctx context.Context, p *place) {
	list(ctx, p, describeFileSystems, efs.NewDescribeFileSystemsPaginator(efs.NewFromConfig(p.config()), &efs.DescribeFileSystemsInput{}),
		func(page *efs.DescribeFileSystemsOutput, r read) {
			for _, fs := range page.FileSystems {
				if fs.LifeCycleState == types.LifeCycleStateDeleted {
					continue
				}
				id := or(fs.FileSystemId, "")
				p.emit(item{
					typ: "aws_efs_file_system", name: id, arn: or(fs.FileSystemArn, p.arn("elasticfilesystem", "file-system/"+id)), read: r, attrs: fileSystemAttrs(fs, p.region),
				})
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
