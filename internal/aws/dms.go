package aws

import (
	"context"

	dms "github.com/aws/aws-sdk-go-v2/service/databasemigrationservice"
	"github.com/aws/aws-sdk-go-v2/service/databasemigrationservice/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html
var (
	describeReplicationInstances = operation{service: "dms", name: "DescribeReplicationInstances", absent: nothingReplicated}
	describeReplicationEndpoints = operation{service: "dms", name: "DescribeEndpoints", absent: nothingReplicated}
	listReplicationTags          = operation{service: "dms", name: "ListTagsForResource"}

	nothingReplicated = []string{"ResourceNotFoundFault"}
)

func dmsParts() []part {
	return []part{
		{types: []string{"aws_dms_replication_instance"}, uses: []operation{describeReplicationInstances, listReplicationTags}, run: readReplicationInstances},
		{types: []string{"aws_dms_endpoint"}, uses: []operation{describeReplicationEndpoints, listReplicationTags}, run: readReplicationEndpoints},
	}
}

func readReplicationInstances(ctx context.Context, p *place) {
	client := dms.NewFromConfig(p.config())
	var all []item
	list(ctx, p, describeReplicationInstances, dms.NewDescribeReplicationInstancesPaginator(client, &dms.DescribeReplicationInstancesInput{}),
		func(page *dms.DescribeReplicationInstancesOutput, r read) {
			for _, i := range page.ReplicationInstances {
				all = append(all, item{
					typ: "aws_dms_replication_instance", name: or(i.ReplicationInstanceIdentifier, ""), arn: or(i.ReplicationInstanceArn, ""), read: r,
					attrs: replicationAttrs(i, p.region),
				})
			}
		})
	emitReplication(ctx, p, client, all)
}

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

func readReplicationEndpoints(ctx context.Context, p *place) {
	client := dms.NewFromConfig(p.config())
	var all []item
	list(ctx, p, describeReplicationEndpoints, dms.NewDescribeEndpointsPaginator(client, &dms.DescribeEndpointsInput{}),
		func(page *dms.DescribeEndpointsOutput, r read) {
			for _, e := range page.Endpoints {
				all = append(all, item{typ: "aws_dms_endpoint", name: or(e.EndpointIdentifier, ""), arn: or(e.EndpointArn, ""), read: r, attrs: endpointAttrs(e, p.region)})
			}
		})
	emitReplication(ctx, p, client, all)
}

// endpointAttrs leaves user names and what connection attributes may hold out.
func endpointAttrs(e types.Endpoint, region string) attrs {
	queue, cache := []attrs{}, []attrs{}
	if k := e.KafkaSettings; k != nil {
		queue = append(queue, attrs{"security_protocol": optional(k.SecurityProtocol)})
	}
	if r := e.RedisSettings; r != nil {
		cache = append(cache, attrs{"ssl_security_protocol": optional(r.SslSecurityProtocol)})
	}
	return attrs{
		"id": e.EndpointIdentifier, "endpoint_id": e.EndpointIdentifier, "endpoint_arn": e.EndpointArn, "endpoint_type": optional(e.EndpointType),
		"engine_name": e.EngineName, "server_name": optional(e.ServerName), "ssl_mode": e.SslMode, "kms_key_arn": optional(e.KmsKeyId),
		"kafka_settings": queue, "redis_settings": cache, "region": region,
	}
}

// emitReplication enters what a listing showed with its tags, which one call tells of many.
func emitReplication(ctx context.Context, p *place, client *dms.Client, all []item) {
	const atATime = 50
	var arns []string
	for _, it := range all {
		arns = append(arns, it.arn)
	}
	tags := tagsInBatches(ctx, p, arns, atATime, func(ctx context.Context, some []string) (map[string]map[string]string, read, error) {
		out, r, err := get(ctx, p, listReplicationTags, some[0], client.ListTagsForResource, &dms.ListTagsForResourceInput{ResourceArnList: some})
		if err != nil {
			return nil, r, err
		}
		found := map[string]map[string]string{}
		for _, arn := range some {
			found[arn] = map[string]string{}
		}
		for _, t := range out.TagList {
			if of := found[or(t.ResourceArn, "")]; of != nil {
				of[or(t.Key, "")] = or(t.Value, "")
			}
		}
		return found, r, nil
	})
	for _, it := range all {
		it.attrs["tags_all"], it.reads = tags[it.arn].tags, map[string]read{"tags_all": tags[it.arn].read}
		p.emit(it)
	}
}
