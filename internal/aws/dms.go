package aws

import (
	"context"

	dms "github.com/aws/aws-sdk-go-v2/service/databasemigrationservice"
	"github.com/aws/aws-sdk-go-v2/service/databasemigrationservice/types"
)

var describeReplicationInstances = operation{service: "dms", name: "DescribeReplicationInstances"}

func dmsParts() []part {
	return []part{{types: []string{"aws_dms_replication_instance"}, uses: []operation{describeReplicationInstances}, run: readReplicationInstances}}
}

func readReplicationInstances(ctx context.Context, p *place) {
	list(ctx, p, describeReplicationInstances, dms.NewDescribeReplicationInstancesPaginator(dms.NewFromConfig(p.config()), &dms.DescribeReplicationInstancesInput{}),
		func(page *dms.DescribeReplicationInstancesOutput, r read) {
			for _, i := range page.ReplicationInstances {
				p.emit(item{
					typ: "aws_dms_replication_instance", name: or(i.ReplicationInstanceIdentifier, ""), arn: or(i.ReplicationInstanceArn, ""), read: r,
					attrs: replicationAttrs(i, p.region),
				})
			}
		})
}

// replicationAttrs leaves the tags out: the listing does not hold them.
func replicationAttrs(i types.ReplicationInstance, region string) attrs {
	return attrs{
		"id": i.ReplicationInstanceIdentifier, "replication_instance_id": i.ReplicationInstanceIdentifier, "replication_instance_arn": i.ReplicationInstanceArn,
		// The SDK makes false of a flag that is left out, but a public address says the same.
		"publicly_accessible":              i.PubliclyAccessible || len(i.ReplicationInstancePublicIpAddresses) > 0,
		"replication_instance_public_ips":  i.ReplicationInstancePublicIpAddresses,
		"replication_instance_private_ips": i.ReplicationInstancePrivateIpAddresses,
		"replication_instance_class":       optional(i.ReplicationInstanceClass), "engine_version": optional(i.EngineVersion),
		"kms_key_arn": optional(i.KmsKeyId), "multi_az": i.MultiAZ, "region": region,
	}
}
