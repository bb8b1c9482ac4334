package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

var describeVpcEndpoints = operation{service: "ec2", name: "DescribeVpcEndpoints"}

// readVpcEndpoints reads the endpoints of VPCs with their policies. Endpoints for resources and service networks
// name no service, and those of Gateway Load Balancers have no policy.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
func readVpcEndpoints(ctx context.Context, p *place) {
	pages := ec2.NewDescribeVpcEndpointsPaginator(p.ec2(), &ec2.DescribeVpcEndpointsInput{MaxResults: sdk.Int32(1000)})
	list(ctx, p, describeVpcEndpoints, pages, func(page *ec2.DescribeVpcEndpointsOutput, r read) {
		for _, e := range page.VpcEndpoints {
			if p.foreign(e.OwnerId) {
				continue
			}
			groups := make([]*string, 0, len(e.Groups))
			for _, g := range e.Groups {
				groups = append(groups, g.GroupId)
			}
			a := attrs{
				"vpc_id": e.VpcId, "vpc_endpoint_type": e.VpcEndpointType, "state": e.State, "service_name": optional(e.ServiceName), "policy": optional(e.PolicyDocument),
				"service_network_arn": optional(e.ServiceNetworkArn), "resource_configuration_arn": optional(e.ResourceConfigurationArn), "owner_id": e.OwnerId,
				"private_dns_enabled": optional(e.PrivateDnsEnabled), "security_group_ids": ordered(groups), "subnet_ids": texts(e.SubnetIds), "route_table_ids": texts(e.RouteTableIds),
			}
			a["dns_options"] = dnsOptionsOf(e.DnsOptions)
			if e.VpcEndpointType == types.VpcEndpointTypeInterface {
				a["private_dns_enabled"] = e.PrivateDnsEnabled
			}
			if e.VpcEndpointType == types.VpcEndpointTypeGateway || e.VpcEndpointType == types.VpcEndpointTypeInterface {
				a["service_name"], a["policy"] = e.ServiceName, e.PolicyDocument
			}
			p.emit(p.ec2Item(r, "aws_vpc_endpoint", e.VpcEndpointId, p.arn("ec2", "vpc-endpoint/"+or(e.VpcEndpointId, "")), e.Tags, a))
		}
	})
}

// dnsOptionsOf are the options of an endpoint. Whether its private name is for networks outside
// alone is said of services that have both kinds of endpoint.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html
func dnsOptionsOf(o *types.DnsOptions) []attrs {
	if o == nil {
		return []attrs{}
	}
	return []attrs{{
		"dns_record_ip_type":                             optional(o.DnsRecordIpType),
		"private_dns_only_for_inbound_resolver_endpoint": optional(o.PrivateDnsOnlyForInboundResolverEndpoint),
	}}
}
