package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// acl names the default network ACL of the network and makes another, with what it lets in after the first rules.
func (e *estate) acl(label string, rules ...*ec2.CreateNetworkAclEntryInput) (byDefault *string) {
	c := ec2.NewFromConfig(e.config)
	_, vpc := e.subnets(label)
	for _, a := range must[*ec2.DescribeNetworkAclsOutput](e)(c.DescribeNetworkAcls(e.ctx, &ec2.DescribeNetworkAclsInput{Filters: []types.Filter{{Name: str("vpc-id"), Values: []string{*vpc}}}})).NetworkAcls {
		byDefault = a.NetworkAclId
	}
	e.names["aws_default_network_acl."+*byDefault] = "aws_default_network_acl." + label
	id := must[*ec2.CreateNetworkAclOutput](e)(c.CreateNetworkAcl(e.ctx, &ec2.CreateNetworkAclInput{VpcId: vpc})).NetworkAcl.NetworkAclId
	e.names["aws_network_acl."+*id] = "aws_network_acl." + label
	for i, r := range rules {
		number := int32(100 + 10*i)
		r.NetworkAclId, r.RuleNumber, r.Protocol, r.CidrBlock, r.Egress = id, &number, str("6"), str("0.0.0.0/0"), no()
		must[*ec2.CreateNetworkAclEntryOutput](e)(c.CreateNetworkAclEntry(e.ctx, r))
	}
	return byDefault
}

func entry(action types.RuleAction, from, to int32) *ec2.CreateNetworkAclEntryInput {
	return &ec2.CreateNetworkAclEntryInput{RuleAction: action, PortRange: &types.PortRange{From: &from, To: &to}}
}

// phiNetwork marks the network as one with PHI.
func (e *estate) phiNetwork(label string) (c *ec2.Client, subnets []string, vpc *string) {
	c = ec2.NewFromConfig(e.config)
	subnets, vpc = e.subnets(label)
	must[*ec2.CreateTagsOutput](e)(c.CreateTags(e.ctx, &ec2.CreateTagsInput{Resources: []string{*vpc}, Tags: []types.Tag{{Key: str("DataClass"), Value: str("PHI")}}}))
	return c, subnets, vpc
}

// endpoint lets the network reach a service: by its first route table, or by private names in its subnets.
func (e *estate) endpoint(label, policy, service string, kind types.VpcEndpointType) {
	c, subnets, vpc := e.phiNetwork(label)
	in := &ec2.CreateVpcEndpointInput{VpcId: vpc, ServiceName: str("com.amazonaws." + Region + "." + service), VpcEndpointType: kind, PolicyDocument: &policy}
	if kind == types.VpcEndpointTypeInterface {
		in.SubnetIds, in.PrivateDnsEnabled = subnets, yes()
	} else {
		tables := must[*ec2.DescribeRouteTablesOutput](e)(c.DescribeRouteTables(e.ctx, &ec2.DescribeRouteTablesInput{Filters: []types.Filter{{Name: str("vpc-id"), Values: []string{*vpc}}}})).RouteTables
		in.RouteTableIds = []string{*tables[0].RouteTableId}
	}
	must[*ec2.CreateVpcEndpointOutput](e)(c.CreateVpcEndpoint(e.ctx, in))
}

func soundEndpoints(e *estate) {
	byDefault := e.acl("clinic", entry(types.RuleActionDeny, 3389, 3389), entry(types.RuleActionAllow, 1024, 65535))
	must[*ec2.DeleteNetworkAclEntryOutput](e)(ec2.NewFromConfig(e.config).DeleteNetworkAclEntry(e.ctx, &ec2.DeleteNetworkAclEntryInput{NetworkAclId: byDefault, RuleNumber: i32(100), Egress: no()}))
	own := statement(`"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"` + e.account + `"}}`)
	for service, kind := range map[string]types.VpcEndpointType{
		"s3": types.VpcEndpointTypeGateway, "dynamodb": types.VpcEndpointTypeGateway,
		"kms": types.VpcEndpointTypeInterface, "secretsmanager": types.VpcEndpointTypeInterface, "ec2": types.VpcEndpointTypeInterface,
	} {
		e.endpoint("clinic", own, service, kind)
	}
}

func brokenEndpoints(e *estate) {
	e.acl("open", entry(types.RuleActionAllow, 1024, 65535), entry(types.RuleActionDeny, 3389, 3389))
	e.endpoint("open", statement(`"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"`), "s3", types.VpcEndpointTypeGateway)
}
