package aws

import (
	"context"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// readVpcs tells the default VPC apart as the provider does, by a type of its own.
func readVpcs(ctx context.Context, p *place) {
	list(ctx, p, describeVpcs, ec2.NewDescribeVpcsPaginator(p.ec2(), &ec2.DescribeVpcsInput{MaxResults: sdk.Int32(1000)}), func(page *ec2.DescribeVpcsOutput, r read) {
		for _, v := range page.Vpcs {
			if p.foreign(v.OwnerId) {
				continue
			}
			if v.IsDefault == nil {
				p.garbled(describeVpcs, "") // it would have another type
				continue
			}
			typ := "aws_vpc"
			if *v.IsDefault {
				typ = "aws_default_vpc"
			}
			p.emitWanted(p.ec2Item(r, typ, v.VpcId, p.arn("ec2", "vpc/"+or(v.VpcId, "")), v.Tags, attrs{
				"cidr_block": v.CidrBlock, "instance_tenancy": v.InstanceTenancy, "dhcp_options_id": optional(v.DhcpOptionsId), "owner_id": v.OwnerId,
			}))
		}
	})
}

func readSubnets(ctx context.Context, p *place) {
	list(ctx, p, describeSubnets, ec2.NewDescribeSubnetsPaginator(p.ec2(), &ec2.DescribeSubnetsInput{MaxResults: sdk.Int32(1000)}), func(page *ec2.DescribeSubnetsOutput, r read) {
		for _, s := range page.Subnets {
			if p.foreign(s.OwnerId) {
				continue
			}
			p.emit(p.ec2Item(r, "aws_subnet", s.SubnetId, p.arn("ec2", "subnet/"+or(s.SubnetId, "")), s.Tags, attrs{
				"vpc_id": s.VpcId, "cidr_block": optional(s.CidrBlock), "availability_zone": s.AvailabilityZone, "owner_id": s.OwnerId,
				"map_public_ip_on_launch": s.MapPublicIpOnLaunch, "assign_ipv6_address_on_creation": s.AssignIpv6AddressOnCreation,
			}))
		}
	})
}

// readAddresses reads the Elastic IPs, each with what it is associated with: an account
// has no associations apart from them.
func readAddresses(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, describeAddresses, "", p.ec2().DescribeAddresses, &ec2.DescribeAddressesInput{})
	if err != nil {
		p.lost(describeAddresses, "", err)
		return
	}
	for _, a := range out.Addresses {
		p.emitWanted(p.ec2Item(r, "aws_eip", a.AllocationId, p.arn("ec2", "elastic-ip/"+or(a.AllocationId, "")), a.Tags, attrs{
			"allocation_id": a.AllocationId, "domain": a.Domain, "public_ip": a.PublicIp, "instance": optional(a.InstanceId), "network_interface": optional(a.NetworkInterfaceId),
			"association_id": optional(a.AssociationId), "private_ip": optional(a.PrivateIpAddress),
		}))
	}
}

func readFlowLogs(ctx context.Context, p *place) {
	list(ctx, p, describeFlowLogs, ec2.NewDescribeFlowLogsPaginator(p.ec2(), &ec2.DescribeFlowLogsInput{MaxResults: sdk.Int32(1000)}), func(page *ec2.DescribeFlowLogsOutput, r read) {
		for _, l := range page.FlowLogs {
			a := watched(l)
			a["traffic_type"], a["iam_role_arn"], a["log_format"] = l.TrafficType, optional(l.DeliverLogsPermissionArn), optional(l.LogFormat)
			a["log_destination"], a["log_destination_type"] = optional(l.LogDestination), l.LogDestinationType
			switch {
			case l.LogDestination == nil && l.LogGroupName != nil:
				a["log_destination"] = p.arn("logs", "log-group:"+*l.LogGroupName)
			case l.LogDestinationType != types.LogDestinationTypeCloudWatchLogs:
				a["log_destination"] = l.LogDestination // the bucket or stream is always said
			}
			if a["transit_gateway_id"] != nil || a["transit_gateway_attachment_id"] != nil {
				a["traffic_type"] = optional(l.TrafficType) // these have none
			}
			a["max_aggregation_interval"], a["deliver_cross_account_role"] = optional(l.MaxAggregationInterval), optional(l.DeliverCrossAccountRole)
			p.emit(p.ec2Item(r, "aws_flow_log", l.FlowLogId, p.arn("ec2", "vpc-flow-log/"+or(l.FlowLogId, "")), l.Tags, a))
		}
	})
}

// watched says what a flow log records, from the form of the resource's id. A log
// that is not active, or whose delivery fails, records nothing: it stands there
// without a resource, since its destination may hold what it delivered before. A
// log that has not delivered yet has no delivery status.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html
func watched(l types.FlowLog) attrs {
	a := attrs{
		"vpc_id": nil, "subnet_id": nil, "eni_id": nil, "transit_gateway_attachment_id": nil, "transit_gateway_id": nil, "regional_nat_gateway_id": nil,
	}
	if l.FlowLogStatus == nil || l.ResourceId == nil {
		for name := range a {
			a[name] = missing() // AWS always says both
		}
		return a
	}
	if *l.FlowLogStatus != "ACTIVE" || or(l.DeliverLogsStatus, "") == "FAILED" {
		return a
	}
	for _, kind := range []struct{ prefix, name string }{
		{"vpc-", "vpc_id"},
		{"subnet-", "subnet_id"},
		{"eni-", "eni_id"},
		{"tgw-attach-", "transit_gateway_attachment_id"},
		{"tgw-", "transit_gateway_id"},
		{"nat-", "regional_nat_gateway_id"},
	} {
		if strings.HasPrefix(*l.ResourceId, kind.prefix) {
			a[kind.name] = l.ResourceId
			break
		}
	}
	return a
}

// readNetworkACLs tells the default ACL of a VPC apart as the provider does.
func readNetworkACLs(ctx context.Context, p *place) {
	list(ctx, p, describeNetworkACLs, ec2.NewDescribeNetworkAclsPaginator(p.ec2(), &ec2.DescribeNetworkAclsInput{MaxResults: sdk.Int32(1000)}), func(page *ec2.DescribeNetworkAclsOutput, r read) {
		for _, n := range page.NetworkAcls {
			if p.foreign(n.OwnerId) {
				continue
			}
			if n.IsDefault == nil {
				p.garbled(describeNetworkACLs, "") // it would have another type
				continue
			}
			typ := "aws_network_acl"
			if *n.IsDefault {
				typ = "aws_default_network_acl"
			}
			ingress, egress := aclRules(n.Entries)
			subnets := make([]string, 0, len(n.Associations))
			for _, s := range n.Associations {
				subnets = append(subnets, or(s.SubnetId, ""))
			}
			p.emitWanted(p.ec2Item(r, typ, n.NetworkAclId, p.arn("ec2", "network-acl/"+or(n.NetworkAclId, "")), n.Tags, attrs{
				"vpc_id": n.VpcId, "owner_id": n.OwnerId, "subnet_ids": texts(subnets), "ingress": always(n.Entries, ingress), "egress": always(n.Entries, egress),
			}))
		}
	})
}

// aclRules are the entries without the last ones, which deny the rest and cannot be
// changed. Ports are null where the protocol has none; the protocol is a number.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
func aclRules(entries []types.NetworkAclEntry) (ingress, egress []attrs) {
	const lastIPv4, lastIPv6 = 32767, 32768
	ingress, egress = []attrs{}, []attrs{}
	for _, e := range entries {
		if n := or(e.RuleNumber, 0); n == lastIPv4 || n == lastIPv6 {
			continue
		}
		rule := attrs{
			"rule_no": e.RuleNumber, "action": e.RuleAction, "protocol": e.Protocol, "from_port": nil, "to_port": nil, "icmp_type": nil, "icmp_code": nil,
			"cidr_block": optional(e.CidrBlock), "ipv6_cidr_block": optional(e.Ipv6CidrBlock),
		}
		if ports := e.PortRange; ports != nil {
			rule["from_port"], rule["to_port"] = ports.From, ports.To
		}
		if icmp := e.IcmpTypeCode; icmp != nil {
			rule["icmp_type"], rule["icmp_code"] = icmp.Type, icmp.Code
		}
		if or(e.Egress, false) {
			egress = append(egress, rule)
		} else {
			ingress = append(ingress, rule)
		}
	}
	return ingress, egress
}
