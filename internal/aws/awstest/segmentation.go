package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// subnets are those of a network that was made before.
func (e *estate) subnets(label string) (subnets []string, vpc *string) {
	found := must[*ec2.DescribeSubnetsOutput](e)(ec2.NewFromConfig(e.config).DescribeSubnets(e.ctx, &ec2.DescribeSubnetsInput{
		Filters: []types.Filter{{Name: str("cidr-block"), Values: []string{"10.20.1.0/24", "10.20.2.0/24"}}},
	})).Subnets
	for _, s := range found {
		if e.names["aws_vpc."+*s.VpcId] == "aws_vpc."+label {
			subnets, vpc = append(subnets, *s.SubnetId), s.VpcId
		}
	}
	return subnets, vpc
}

// seated puts a database into the subnets of the network, and tells which these are.
func (e *estate) seated(database, label string) (subnets []string, vpc *string) {
	subnets, vpc = e.subnets(label)
	c := rds.NewFromConfig(e.config)
	must[*rds.CreateDBSubnetGroupOutput](e)(c.CreateDBSubnetGroup(e.ctx, &rds.CreateDBSubnetGroupInput{DBSubnetGroupName: &label, DBSubnetGroupDescription: &label, SubnetIds: subnets}))
	must[*rds.ModifyDBInstanceOutput](e)(c.ModifyDBInstance(e.ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: &database, DBSubnetGroupName: &label}))
	return subnets, vpc
}

func soundSegmentation(e *estate) { e.seated("orders", "clinic") }

// brokenSegmentation has a database with PHI in subnets that lead to an internet gateway.
func brokenSegmentation(e *estate) {
	subnets, vpc := e.seated("scratch", "open")
	must[*rds.AddTagsToResourceOutput](e)(rds.NewFromConfig(e.config).AddTagsToResource(e.ctx, &rds.AddTagsToResourceInput{
		ResourceName: str("arn:aws:rds:" + Region + ":" + e.account + ":db:scratch"), Tags: []rdstypes.Tag{{Key: str("DataClass"), Value: str("PHI")}},
	}))
	c := ec2.NewFromConfig(e.config)
	gateway := must[*ec2.CreateInternetGatewayOutput](e)(c.CreateInternetGateway(e.ctx, &ec2.CreateInternetGatewayInput{})).InternetGateway.InternetGatewayId
	must[*ec2.AttachInternetGatewayOutput](e)(c.AttachInternetGateway(e.ctx, &ec2.AttachInternetGatewayInput{InternetGatewayId: gateway, VpcId: vpc}))
	table := must[*ec2.CreateRouteTableOutput](e)(c.CreateRouteTable(e.ctx, &ec2.CreateRouteTableInput{VpcId: vpc})).RouteTable.RouteTableId
	must[*ec2.CreateRouteOutput](e)(c.CreateRoute(e.ctx, &ec2.CreateRouteInput{RouteTableId: table, DestinationCidrBlock: str("0.0.0.0/0"), GatewayId: gateway}))
	for _, s := range subnets {
		must[*ec2.ModifySubnetAttributeOutput](e)(c.ModifySubnetAttribute(e.ctx, &ec2.ModifySubnetAttributeInput{SubnetId: &s, MapPublicIpOnLaunch: &types.AttributeBooleanValue{Value: yes()}}))
		must[*ec2.AssociateRouteTableOutput](e)(c.AssociateRouteTable(e.ctx, &ec2.AssociateRouteTableInput{RouteTableId: table, SubnetId: &s}))
	}
}
