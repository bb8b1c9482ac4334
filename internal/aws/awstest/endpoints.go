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

// endpoints mark the network as one with PHI and reach services from it.
func (e *estate) endpoints(label, policy string, services ...string) {
	c := ec2.NewFromConfig(e.config)
	_, vpc := e.subnets(label)
	must[*ec2.CreateTagsOutput](e)(c.CreateTags(e.ctx, &ec2.CreateTagsInput{Resources: []string{*vpc}, Tags: []types.Tag{{Key: str("DataClass"), Value: str("PHI")}}}))
	for _, s := range services {
		must[*ec2.CreateVpcEndpointOutput](e)(c.CreateVpcEndpoint(e.ctx, &ec2.CreateVpcEndpointInput{
			VpcId: vpc, ServiceName: str("com.amazonaws." + Region + "." + s), VpcEndpointType: types.VpcEndpointTypeGateway, PolicyDocument: &policy,
		}))
	}
}

func soundEndpoints(e *estate) {
	byDefault := e.acl("clinic", entry(types.RuleActionDeny, 3389, 3389), entry(types.RuleActionAllow, 1024, 65535))
	must[*ec2.DeleteNetworkAclEntryOutput](e)(ec2.NewFromConfig(e.config).DeleteNetworkAclEntry(e.ctx, &ec2.DeleteNetworkAclEntryInput{NetworkAclId: byDefault, RuleNumber: i32(100), Egress: no()}))
	own := statement(`"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"` + e.account + `"}}`)
	e.endpoints("clinic", own, "s3", "kms", "secretsmanager", "dynamodb", "ec2")
}

func brokenEndpoints(e *estate) {
	e.acl("open", entry(types.RuleActionAllow, 1024, 65535), entry(types.RuleActionDeny, 3389, 3389))
	e.endpoints("open", statement(`"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"`), "s3")
}
