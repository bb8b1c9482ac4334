package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

var (
	describeRouteTables      = operation{service: "ec2", name: "DescribeRouteTables"}
	describeInternetGateways = operation{service: "ec2", name: "DescribeInternetGateways"}
)

// readRouteTables enters each table with its routes, and who has it: subnets, by an association
// of their own, and the subnets of a VPC that have none.
func readRouteTables(ctx context.Context, p *place) {
	list(ctx, p, describeRouteTables, ec2.NewDescribeRouteTablesPaginator(p.ec2(), &ec2.DescribeRouteTablesInput{MaxResults: sdk.Int32(100)}), func(page *ec2.DescribeRouteTablesOutput, r read) {
		for _, t := range page.RouteTables {
			if p.foreign(t.OwnerId) {
				continue
			}
			p.emitWanted(p.ec2Item(r, "aws_route_table", t.RouteTableId, p.arn("ec2", "route-table/"+or(t.RouteTableId, "")), t.Tags, attrs{
				"vpc_id": t.VpcId, "owner_id": t.OwnerId, "route": routesOf(t.Routes),
			}))
			for _, a := range t.Associations {
				if s := a.AssociationState; s != nil && s.State != types.RouteTableAssociationStateCodeAssociated && s.State != types.RouteTableAssociationStateCodeAssociating {
					continue
				}
				id := or(a.RouteTableAssociationId, "")
				if or(a.Main, false) {
					p.emitWanted(item{typ: "aws_main_route_table_association", name: id, read: r, attrs: attrs{"id": id, "vpc_id": t.VpcId, "route_table_id": t.RouteTableId, "region": p.region}})
					continue
				}
				p.emitWanted(item{typ: "aws_route_table_association", name: id, read: r, attrs: attrs{
					"id": id, "subnet_id": optional(a.SubnetId), "gateway_id": optional(a.GatewayId), "route_table_id": t.RouteTableId, "region": p.region,
				}})
			}
		}
	})
}

// routesOf leaves out routes to what is gone: they lead nowhere.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
func routesOf(all []types.Route) []attrs {
	out := []attrs{}
	for _, r := range all {
		if r.State == types.RouteStateBlackhole {
			continue
		}
		out = append(out, attrs{
			"cidr_block": optional(r.DestinationCidrBlock), "ipv6_cidr_block": optional(r.DestinationIpv6CidrBlock), "destination_prefix_list_id": optional(r.DestinationPrefixListId),
			"gateway_id": optional(r.GatewayId), "nat_gateway_id": optional(r.NatGatewayId), "egress_only_gateway_id": optional(r.EgressOnlyInternetGatewayId),
			"transit_gateway_id": optional(r.TransitGatewayId), "vpc_peering_connection_id": optional(r.VpcPeeringConnectionId), "network_interface_id": optional(r.NetworkInterfaceId),
		})
	}
	return out
}

// readInternetGateways says which VPC each is attached to; it is one at most.
func readInternetGateways(ctx context.Context, p *place) {
	list(ctx, p, describeInternetGateways, ec2.NewDescribeInternetGatewaysPaginator(p.ec2(), &ec2.DescribeInternetGatewaysInput{MaxResults: sdk.Int32(100)}), func(page *ec2.DescribeInternetGatewaysOutput, r read) {
		for _, g := range page.InternetGateways {
			if p.foreign(g.OwnerId) {
				continue
			}
			var vpc any
			if len(g.Attachments) > 0 {
				vpc = g.Attachments[0].VpcId
			}
			p.emit(p.ec2Item(r, "aws_internet_gateway", g.InternetGatewayId, p.arn("ec2", "internet-gateway/"+or(g.InternetGatewayId, "")), g.Tags, attrs{"vpc_id": vpc, "owner_id": g.OwnerId}))
		}
	})
}
